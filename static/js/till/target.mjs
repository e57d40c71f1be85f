// What a camera read: a card of this scheme, or something else. The twin of passports/cards/domain/scanned.py for what
// the page must decide on the spot. Nothing that was scanned is ever opened as an address.

const LENGTHS = new Set([193, 203]); // a static code, a live code
const ADDRESS = /^(https?):\/\/([^/?#£\\@\s]*)((?:\/[^#£\\\s]*)?)(?:[#£\\](\S*))?$/i; // £ or \: a scanner set to another keyboard
const CARD_PATH = /^(?:\/(?:cy|en))?\/v\/?$/i;
const MOST = 500;

/** A host as it is compared: small letters, without the port that its scheme has anyway and a dot at the end. */
export function canonicalHost(host) {
  return host.trim().toLowerCase().replace(/\.$/, "").replace(/:(443|80)$/, "");
}

/** Whether `text` is the digits of a code. */
export const isCode = (text) => LENGTHS.has(text.length) && /^[0-9]+$/.test(text);

/**
 * `{digits}` of a card whose address names one of `hosts` (bare digits too), or `{refusal}`: “foreign” for another host,
 * “wrong_purpose” for another page of ours, “malformed” for anything else.
 */
export function readTarget(scanned, hosts) {
  const text = scanned.trim();
  if (isCode(text)) return { digits: text };
  const match = text.length <= MOST && ADDRESS.exec(text);
  if (!match) return { refusal: "malformed" };
  const [, , host, path, fragment] = match;
  if (!hosts.map(canonicalHost).includes(canonicalHost(host))) return { refusal: "foreign" };
  if (!CARD_PATH.test(path)) return { refusal: "wrong_purpose" };
  return isCode(fragment ?? "") ? { digits: fragment } : { refusal: "malformed" };
}
