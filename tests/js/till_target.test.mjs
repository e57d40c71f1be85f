// Run by tests/businesses/redemptions/test_till_modules.py, or by hand:  node --test tests/js/till_target.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";

import { canonicalHost, isCode, readTarget } from "../../static/js/till/target.mjs";

const DIGITS = "1".repeat(193);
const LIVE = "2".repeat(203);
const THEIRS = "card.northmere.example";
const hosts = ["card.example", THEIRS];
const ours = (digits) => ({ digits, host: "card.example", text: digits });

for (const [what, text, expected] of [
  ["the address in the QR", `https://card.example/v#${DIGITS}`, ours(DIGITS)],
  ["a live code", `https://card.example/v#${LIVE}`, ours(LIVE)],
  ["Welsh, a slash and the default port", `https://CARD.example:443/cy/v/#${DIGITS}`, ours(DIGITS)],
  ["a scanner with another keyboard", `https://card.example/v£${DIGITS}`, ours(DIGITS)],
  ["bare digits", ` ${DIGITS}\n`, ours(DIGITS)],
  ["a card of a scheme that we trust", `https://${THEIRS}/cy/v#${LIVE}`, { digits: LIVE, host: THEIRS, text: `https://${THEIRS}/v#${LIVE}` }],
  ["their emergency code", `https://${THEIRS}/e#${"A".repeat(26)}`, { refusal: "wrong_purpose" }],
  ["another host", `https://evil.example/v#${DIGITS}`, { refusal: "foreign" }],
  ["our host as a user name", `https://card.example@evil.example/v#${DIGITS}`, { refusal: "malformed" }],
  ["our host as a prefix", `https://card.example.evil.example/v#${DIGITS}`, { refusal: "foreign" }],
  ["a backslash before the host", `https://evil.example\\card.example/v#${DIGITS}`, { refusal: "foreign" }],
  ["an emergency code", `https://card.example/e#${"A".repeat(26)}`, { refusal: "wrong_purpose" }],
  ["one digit less", `https://card.example/v#${DIGITS.slice(1)}`, { refusal: "malformed" }],
  ["Arabic digits", "٣".repeat(193), { refusal: "malformed" }],
  ["a script", `javascript:alert(1)//card.example/v#${DIGITS}`, { refusal: "malformed" }],
  ["a loyalty card", "5012345678900", { refusal: "malformed" }],
  ["nothing", "", { refusal: "malformed" }],
  ["10 kB", "9".repeat(10_000), { refusal: "malformed" }],
]) {
  test(what, () => assert.deepEqual(readTarget(text, hosts), expected));
}

test("hosts are compared in one spelling", () => {
  assert.equal(canonicalHost("Card.Example:443"), "card.example");
  assert.equal(canonicalHost("localhost:8000"), "localhost:8000");
  assert.equal(canonicalHost("card.example.:443"), "card.example");
  assert.equal(canonicalHost("card.example.."), "card.example");
  assert.ok(isCode(LIVE));
});
