// The code on a card, read and verified in the browser: the twin of passports/cards/domain (code, verdict, numbers,
// trust, status_list). Both are tested with tests/vectors/card_codes.json. No network, no storage, no DOM.
//
// WebCrypto knows Ed25519 since Chrome 137, Safari 17, Firefox 129 and Node 20. `supported()` tells.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const VERSION = 1;
const SIGNATURE_BYTES = 64;
const BODY_BYTES = { 193: 16, 203: 20 };
const FLAG = { photo: 8, printed: 16, live: 32, unused: 192 };
const KINDS = { 1: "adult", 2: "young", 3: "parent", 4: "former" };
const FIRST_DAY = Date.UTC(2020, 0, 1);
const DAY = 86_400_000;
const LIVE_SECONDS = 600;
const CLOCK_SKEW_SECONDS = 60;

const utf8 = new TextEncoder();

const webCrypto = {
  importKey: (bytes) => crypto.subtle.importKey("raw", bytes, "Ed25519", false, ["verify"]),
  verify: (key, signature, message) => crypto.subtle.verify("Ed25519", key, signature, message),
};
let ed25519 = webCrypto;

/** Another `{importKey(bytes), verify(key, signature, message)}` for browsers without Ed25519; null for WebCrypto again. */
export function useVerifier(other) {
  ed25519 = other ?? webCrypto;
}

/** Why a text is not a card of this scheme. `reason` is for our own records; people only hear “not valid”. */
export class NotACard extends Error {
  constructor(reason) {
    super(`not a card: ${reason}`);
    this.reason = reason;
  }
}

/** Whether this browser can verify Ed25519 signatures. */
export async function supported() {
  try {
    await webCrypto.importKey(new Uint8Array(32));
    return true;
  } catch {
    return false;
  }
}

/** Public keys by id, from `{id: base64}`, as `readCode` and `openSealed` want them. */
export async function importKeys(keys) {
  const ring = new Map();
  for (const [id, text] of Object.entries(keys)) {
    ring.set(Number(id), await ed25519.importKey(fromBase64(text)));
  }
  return ring;
}

/** What the genuine code in `digits` says. Throws a NotACard. `keys` comes from `importKeys`. */
export async function readCode(digits, { host, keys }) {
  const bodyBytes = BODY_BYTES[digits.length];
  if (!bodyBytes || !/^[0-9]+$/.test(digits)) throw new NotACard("malformed");
  const bytes = toBytes(BigInt(digits), bodyBytes + SIGNATURE_BYTES);
  const body = bytes.subarray(0, bodyBytes);
  const [version, keyId, flags] = body;
  if (version !== VERSION) throw new NotACard("unknown_version");
  if (Boolean(flags & FLAG.live) !== (bodyBytes === 20)) throw new NotACard("malformed");
  const key = keys.get(keyId);
  if (!key) throw new NotACard("unknown_key");
  const message = join(utf8.encode(`CPC1|${host.toLowerCase()}|`), body);
  if (!(await ed25519.verify(key, bytes.subarray(bodyBytes), message))) {
    throw new NotACard("bad_signature");
  }
  if (flags & FLAG.unused || !KINDS[flags & 7]) throw new NotACard("malformed");
  const serial = body.slice(3, 11);
  return {
    version,
    key_id: keyId,
    kind: KINDS[flags & 7],
    has_photo: Boolean(flags & FLAG.photo),
    printed: Boolean(flags & FLAG.printed),
    live: Boolean(flags & FLAG.live),
    serial: toHex(serial),
    expires_on: new Date(FIRST_DAY + number(body, 11, 13) * DAY).toISOString().slice(0, 10),
    status_index: number(body, 13, 16),
    issued_at: flags & FLAG.live ? number(body, 16, 20) : null,
    check_code: await checkCode(serial),
  };
}

/** What a till without a network says: “valid”, “expired”, “revoked” or “not_valid”. `stopped` is a StatusList. */
export function judge(says, { now, stopped }) {
  if (londonDay(now) > says.expires_on) return "expired";
  if (stopped.has(says.status_index)) return "revoked";
  const age = now.getTime() / 1000 - says.issued_at;
  if (says.live && (age > LIVE_SECONDS || age < -CLOCK_SKEW_SECONDS)) return "not_valid";
  return "valid";
}

/** The stopped cards, one bit each. */
export class StatusList {
  #bits;

  constructor(bits) {
    this.#bits = bits;
  }

  /** From the zlib-packed bytes in the trust list. */
  static async unpack(packed) {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new StatusList(new Uint8Array(await new Response(stream).arrayBuffer()));
  }

  has(index) {
    return Boolean((this.#bits[index >> 3] ?? 0) & (1 << (index & 7)));
  }
}

/** A document sealed by one of `keys` for this purpose and host (“keys” by the root key, “trust” by an issuing key). */
export async function openSealed(sealed, { purpose, host, keys }) {
  const key = keys.get(sealed.key_id);
  const message = utf8.encode(`CPC1-${purpose}|${host.toLowerCase()}|${sealed.payload}`);
  if (!key || !(await ed25519.verify(key, fromBase64(sealed.signature), message))) {
    throw new NotACard("bad_signature");
  }
  return JSON.parse(sealed.payload);
}

/** The four characters on the card’s face: the first 20 bits of SHA-256(“CPC1-check”, serial). */
export async function checkCode(serial) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", join(utf8.encode("CPC1-check"), serial)));
  const bits = number(hash, 0, 3) >> 4;
  return [15, 10, 5, 0].map((shift) => ALPHABET[(bits >> shift) & 31]).join("");
}

/** A typed card number without spaces and dashes, in capitals, O as 0 and I and L as 1. */
export function normaliseNumber(typed) {
  return typed
    .replace(/[ \u00a0\u2009\u202f\t\r\n\-\u2010-\u2014]/g, "")
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

/** Whether a typed card number’s check character fits (a weighted sum over GF(2⁵); see domain/numbers.py). */
export function isCardNumber(typed) {
  const values = [...normaliseNumber(typed)].map((character) => ALPHABET.indexOf(character));
  if (values.length !== 9 || values.includes(-1)) return false;
  const timesAlpha = (value) => (value & 16 ? (value << 1) ^ 0b100101 : value << 1);
  return values.slice(0, 8).reduce((sum, value) => timesAlpha(sum ^ value), 0) === values[8];
}

/** Today in London, as “2026-11-25”. */
function londonDay(now) {
  const options = { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" };
  const parts = new Intl.DateTimeFormat("en-GB", options).formatToParts(now);
  return ["year", "month", "day"].map((type) => parts.find((part) => part.type === type).value).join("-");
}

function toBytes(value, length) {
  const hex = value.toString(16).padStart(length * 2, "0");
  if (hex.length > length * 2) throw new NotACard("malformed");
  return Uint8Array.from({ length }, (_, index) => parseInt(hex.slice(index * 2, index * 2 + 2), 16));
}

function toHex(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function number(bytes, start, end) {
  return bytes.slice(start, end).reduce((value, byte) => value * 256 + byte, 0);
}

function join(first, second) {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
