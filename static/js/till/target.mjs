// What a camera read: a card of this scheme or of one that we trust, or something else. The twin of passports/cards/domain/scanned.py for what
// the page must decide on the spot. Nothing that was scanned is ever opened as an address.

const LENGTHS = new Set([193, 203]); // a static code, a live code
const ADDRESS = /^(https?):\/\/([^/?#£\\@\s]*)((?:\/[^#£\\\s]*)?)(?:[#£\\](\S*))?$/i; // £ or \: a scanner set to another keyboard
const CARD_PATH = /^(?:\/(?:cy|en))?\/v\/?$/i;
const MOST = 500;

/** A host as it is compared: small letters, without the port that its scheme has anyway and a dot at the end. */
export function canonicalHost(host) {
  return host.trim().toLowerCase().replace(/:(443|80)$/, "").replace(/\.+$/, "");
}

/** Whether `text` is the digits of a code. */
export const isCode = (text) => LENGTHS.has(text.length) && /^[0-9]+$/.test(text);

/**
 * `{digits, host, text}` of a card whose address names one of `hosts`, ours first (bare digits are ours), or `{refusal}`:
 * “foreign” for another host, “wrong_purpose” for another page of a card server, “malformed” for anything else. `text` is what
 * the server needs to know the card by: the digits, and the whole address of another scheme's.
 */
export function readTarget(scanned, hosts) {
  const text = scanned.trim();
  const [own, ...others] = hosts.map(canonicalHost);
  if (isCode(text)) return { digits: text, host: own, text };
  const match = text.length <= MOST && ADDRESS.exec(text);
  if (!match) return { refusal: "malformed" };
  const [, , named, path, fragment] = match;
  const host = canonicalHost(named);
  if (host !== own && !others.includes(host)) return { refusal: "foreign" };
  if (!CARD_PATH.test(path)) return { refusal: "wrong_purpose" };
  if (!isCode(fragment ?? "")) return { refusal: "malformed" };
  return { digits: fragment, host, text: host === own ? fragment : `https://${host}/v#${fragment}` };
}
