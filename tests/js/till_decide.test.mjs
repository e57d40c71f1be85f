// Run by tests/businesses/redemptions/test_till_modules.py, or by hand:  node --test tests/js/till_decide.test.mjs
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { CAP, bundleState, ledgerKeys, londonDay, periodKey, refusalOffline, shown } from "../../static/js/till/decide.mjs";

const vectors = JSON.parse(readFileSync(new URL("../vectors/offline_decisions.json", import.meta.url)));
const NOW = Date.parse(vectors.now);

test("the cap is Python’s", () => assert.equal(CAP, vectors.cap));

for (const one of vectors.decisions) {
  test(`decision: ${one.name}`, () => {
    const counted = { used: one.used, given: one.given, givenToday: one.given_today };
    assert.equal(refusalOffline(one.offer, { young: one.young, visiting: one.visiting, today: one.today, ...counted }), one.refusal);
    if (one.offer) assert.equal(ledgerKeys(one.offer, { card: "CARD", today: one.today }).card, one.ledger);
  });
}

test("an offer is shown when only its limit, or the network, stands against it", () => {
  const hidden = ["offer_ended", "offer_paused", "offer_not_started", "not_for_young", "young_only", "not_for_visitors", "no_such_offer"];
  for (const { offer, young, visiting, today, refusal } of vectors.decisions) {
    assert.equal(shown(offer, { young, visiting, today }), !hidden.includes(refusal));
  }
});

for (const { on, ...keys } of vectors.periods) {
  test(`periods of ${on}`, () => {
    for (const [kind, key] of Object.entries(keys)) assert.equal(periodKey(kind, on), key);
  });
}

for (const { moment, day } of vectors.days) {
  test(`the day of ${moment}`, () => assert.equal(londonDay(new Date(moment)), day));
}

for (const { name, issued, skew, seen, tone } of vectors.ages) {
  test(`a list: ${name}`, () => {
    const at = (seconds) => (seconds === null ? null : NOW + seconds * 1000);
    const said = bundleState({ issued: at(issued), skew: skew === null ? null : skew * 1000, seen: at(seen), now: NOW });
    assert.equal(said.tone, tone);
    assert.equal(said.usable, tone === "fresh" || tone === "amber");
  });
}
