// Taking back a use that was recorded without a network. While it waits, it becomes a refusal with the same number and key, so
// that no number is missed and nothing counts. When it has been sent, the server takes it back, as ever. The server may also know
// it although it still waits here (its answer was lost): then it says “key_used”, and is asked to take that use back (`owed`).

import { template } from "./offline-view.mjs";
import * as queue from "./queue.mjs";
import * as store from "./store.mjs";

const WITHIN = 600_000; // ms; as services/voiding.py
const ONLINE = "online"; // in “meta”: the newest uses that the server recorded for us, [number, [ledger keys, day]]
const KEPT = 20;
const OWED = "undone"; // in “meta”: keys of uses that the server still has to take back

/** The button under a use. `counts` are the ledger keys that it raised. */
export function button({ key, counts, offer }) {
  const copy = template("undo");
  fill(copy, { undo: key, counts: counts.join(" "), title: offer });
  return copy;
}

const fill = (copy, values) => Object.entries(values).forEach(([name, value]) => (copy.querySelector(`[name=${name}]`).value = value));

/** The page after that button was tapped. `csrf` gives the token for the server's own button. */
export async function answer(body, csrf) {
  const [key, counts, offer] = ["undo", "counts", "title"].map((name) => String(body.get(name) ?? ""));
  const became = await queue.takeBack(key, { counts: counts.split(" ").filter(Boolean), within: WITHIN });
  const parts = [template(`undo-${became}`, { offer })];
  if (became === "sent") {
    parts.push(template("undo-online"));
    fill(parts[1], { sent: key, counts });
    const proof = { type: "hidden", name: "csrfmiddlewaretoken", value: await csrf() };
    parts[1].querySelector("form").prepend(Object.assign(document.createElement("input"), proof));
  }
  return [...parts, template("next-now")];
}

/** The server took back what had been sent: it does not count here any more either. */
export function undone(body) {
  const counts = String(body.get("counts") ?? "").split(" ").filter(Boolean);
  return queue.count(counts, new Date().toISOString().slice(0, 10), -1);
}

/** The server's number of the use whose page is shown. */
export const shown = () => document.querySelector(".till-undo [name=redemption]")?.value;

/** The server recorded the use with that number: what it raised here is kept, in case it is undone. */
export async function recorded(number, counts) {
  if (number) await changeOnline((known) => [...known, [number, counts]].slice(-KEPT));
}

/** The server took a use back: it does not count here any more, if it was recorded in this browser. */
export async function undoneOnline(number) {
  let counts = null;
  await changeOnline((known) => {
    counts = known.find(([one]) => one === number)?.[1];
    return known.filter(([one]) => one !== number);
  });
  if (counts) await queue.count(...counts, -1);
}

const changeOnline = (changed) =>
  store.change(["meta"], async (meta) => {
    const known = (await store.result(meta.get(ONLINE))) ?? [];
    await store.result(meta.put(changed(known), ONLINE));
  });

/** Asks the server to take back what it knows and this till has undone. Whatever fails is tried again at the next contact. */
export async function settleOwed({ address, token }) {
  for (const key of (await store.get("meta", OWED)) ?? []) {
    const body = new URLSearchParams({ sent: key });
    const answer = await fetch(address, { method: "POST", body, credentials: "same-origin", headers: { "X-CSRFToken": await token() } });
    if (!answer.ok) return;
    await store.change(["meta"], async (meta) => {
      const left = ((await store.result(meta.get(OWED))) ?? []).filter((one) => one !== key);
      await store.result(left.length ? meta.put(left, OWED) : meta.delete(OWED));
    });
  }
}
