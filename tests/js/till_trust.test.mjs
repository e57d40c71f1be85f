// Run by tests/businesses/redemptions/test_till_modules.py, or by hand:  node --test tests/js/till_trust.test.mjs
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as noble from "../../static/vendor/noble/index.js";
import { NotACard, importKeys, openSealed, readCode, useVerifier } from "../../static/js/card-code.mjs";
import { canonical, openTrust } from "../../static/js/till/trust.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url)));
const cards = read("card_codes");
const { trust } = read("offline_decisions");
const place = { host: cards.host, rootKey: cards.root_key, today: "2026-11-25" };
const verifiers = {
  WebCrypto: null,
  noble: {
    importKey: async (bytes) => bytes,
    verify: (key, signature, message) => noble.verifyAsync(signature, message, key, { zip215: false }),
  },
};

for (const [name, verifier] of Object.entries(verifiers)) {
  test(`${name}: the trust list opens from the root key down`, async () => {
    useVerifier(verifier);
    const opened = await openTrust(trust.text, place);
    assert.equal(opened.sequence, trust.sequence);
    assert.equal(opened.issued, Date.parse(trust.issued));
    assert.deepEqual([...opened.keys.keys()], trust.keys);
    for (const [index, stopped] of trust.stopped) assert.equal(opened.stopped.has(index), stopped);
  });

  test(`${name}: anything else does not`, async () => {
    useVerifier(verifier);
    for (const [why, text] of Object.entries(trust.wrong)) {
      await assert.rejects(openTrust(text, place), NotACard, why);
    }
    await assert.rejects(openTrust(trust.text, { ...place, rootKey: cards.keys[1] }), NotACard);
    await assert.rejects(openTrust(trust.text, { ...place, rootKey: "" }), NotACard);
    await assert.rejects(openTrust(trust.text, { ...place, host: "card.elsewhere.example" }), NotACard);
    await assert.rejects(openTrust(trust.text, { ...place, today: "2028-02-01" }), NotACard, "the key is too old by then");
  });

  test(`${name}: codes are read as in the vectors`, async () => {
    useVerifier(verifier);
    const keys = await importKeys(cards.keys);
    for (const vector of cards.codes) {
      const said = await readCode(vector.digits, { host: cards.host, keys }).catch((problem) => problem.reason);
      assert.deepEqual(said, vector.says ?? vector.refusal, vector.name);
    }
    await assert.rejects(openSealed(cards.key_list, { purpose: "trust", host: cards.host, keys }), NotACard);
  });
}

test("JSON is written as Python signed it", () => {
  for (const [value, text] of trust.spellings) assert.equal(canonical(value), text);
});
