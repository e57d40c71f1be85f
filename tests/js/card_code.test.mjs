// Run by tests/passports/cards/test_code_vectors.py, or by hand:  node --test tests/js/card_code.test.mjs
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import {
  NotACard,
  StatusList,
  importKeys,
  isCardNumber,
  judge,
  openSealed,
  readCode,
  supported,
} from "../../static/js/card-code.mjs";

const vectors = JSON.parse(readFileSync(new URL("../vectors/card_codes.json", import.meta.url)));
const host = vectors.host;
const keys = await importKeys(vectors.keys);
const rootKey = await importKeys({ 0: vectors.root_key });
const stopped = await StatusList.unpack(Buffer.from(vectors.stopped_hex, "hex"));
const now = new Date(vectors.now);

for (const vector of vectors.codes) {
  test(`code: ${vector.name}`, async () => {
    if (vector.refusal) {
      await assert.rejects(readCode(vector.digits, { host, keys }), (problem) => {
        assert.ok(problem instanceof NotACard);
        assert.equal(problem.reason, vector.refusal);
        return true;
      });
      return;
    }
    const says = await readCode(vector.digits, { host, keys });
    assert.deepEqual(says, vector.says);
    assert.equal(judge(says, { now, stopped }), vector.status);
  });
}

for (const { typed, valid } of vectors.numbers) {
  test(`number: ${JSON.stringify(typed)}`, () => assert.equal(isCardNumber(typed), valid));
}

test("the key list opens with the root key, for its own purpose and host only", async () => {
  const list = await openSealed(vectors.key_list, { purpose: "keys", host, keys: rootKey });
  assert.deepEqual(Object.fromEntries(list.keys.map((key) => [key.id, key.public_key])), vectors.keys);
  const altered = { ...vectors.key_list, payload: vectors.key_list.payload.replace("2028", "2029") };
  for (const [sealed, purpose, where, ring] of [
    [altered, "keys", host, rootKey],
    [vectors.key_list, "trust", host, rootKey],
    [vectors.key_list, "keys", "card.elsewhere.example", rootKey],
    [vectors.key_list, "keys", host, keys],
  ]) {
    await assert.rejects(openSealed(sealed, { purpose, host: where, keys: ring }), NotACard);
  }
});

test("the last day ends at midnight in London, also in summer", () => {
  const says = { expires_on: "2026-06-30", status_index: 1, live: false, issued_at: null };
  assert.equal(judge(says, { now: new Date("2026-06-30T22:59:59Z"), stopped }), "valid");
  assert.equal(judge(says, { now: new Date("2026-06-30T23:00:00Z"), stopped }), "expired");
});

test("ten minutes and a minute of skew", () => {
  const at = now.getTime() / 1000;
  const says = { expires_on: "2027-01-01", status_index: 1, live: true };
  for (const [issued_at, status] of [[at - 600, "valid"], [at - 601, "not_valid"], [at + 60, "valid"], [at + 61, "not_valid"]]) {
    assert.equal(judge({ ...says, issued_at }, { now, stopped }), status);
  }
});

test("this machine can verify", async () => assert.equal(await supported(), true));
