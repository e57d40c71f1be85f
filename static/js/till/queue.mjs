// What happened without a network and waits to be sent. Each item has the device's own running number and a key of its own,
// and is thrown away only when the server has answered for it: sent twice it counts once.

import * as store from "./store.mjs";

export const CHUNK = 1000; // items in one upload, as the server takes them
const UNDONE = "undone"; // the reason of a use that was taken back, and in “meta” the keys that the server has to take back
let sending = null;

/**
 * Puts one item in the queue and raises what the device counts (`counts`: ledger keys), both or neither. Returns its number;
 * an item with the same key is there once only. `refuse(used)` may still say no, knowing the counts inside the transaction.
 */
export function enqueue(item, { counts = [], refuse = () => null } = {}) {
  return store.change(["meta", "ledger", "queue"], async (meta, ledger, queue) => {
    const before = await store.result(queue.index("key").get(item.key));
    if (before) return { item: before, reason: before.reason };
    const used = await Promise.all(counts.map((key) => store.result(ledger.get(key))));
    const reason = refuse(used.map((one) => one?.count ?? 0)) ?? item.reason;
    const sequence = ((await store.result(meta.get("sequence"))) ?? 0) + 1;
    const whole = { ...item, sequence, accepted: !reason, reason: reason ?? "" };
    await store.result(queue.add(whole));
    await store.result(meta.put(sequence, "sequence"));
    if (whole.accepted) await raise(ledger, counts, item.scanned_at.slice(0, 10));
    return { item: whole, reason: whole.reason };
  });
}

/** Counts one use (or takes one back) without queueing: what was recorded with a network. */
export function count(keys, day, by = 1) {
  return store.change(["ledger"], (ledger) => raise(ledger, keys, day, by));
}

async function raise(ledger, keys, day, by = 1) {
  for (const key of new Set(keys)) {
    const before = (await store.result(ledger.get(key)))?.count ?? 0;
    await store.result(ledger.put({ count: Math.max(0, before + by), day }, key));
  }
}

/** How often each of these keys was counted on this device. */
export function counted(keys) {
  const read = (ledger) => Promise.all(keys.map(async (key) => (await store.result(ledger.get(key)))?.count ?? 0));
  return store.change(["ledger"], read, "readonly");
}

/**
 * Takes a use back that still waits: “undone”, “sent” when it waits no more, or “late”. Waits for an upload that is under way,
 * for whose answer decides; one that hangs is as good as none, since the server finds the key (see `settle`).
 */
export async function takeBack(key, { counts, within }) {
  await Promise.race([idle(), new Promise((done) => setTimeout(done, 4000))]);
  return store.change(["ledger", "queue"], async (ledger, queue) => {
    const item = await store.result(queue.index("key").get(key));
    if (!item) return "sent";
    if (!item.accepted) return "undone"; // a second tap
    if (Math.abs(Date.now() - Date.parse(item.scanned_at)) > within) return "late";
    await store.result(queue.put({ ...item, accepted: false, reason: UNDONE }));
    await raise(ledger, counts, item.scanned_at.slice(0, 10), -1);
    return "undone";
  });
}

/** When no tab of this till uploads any more. */
const idle = async () => (navigator.locks ? navigator.locks.request("till-upload", () => undefined) : sending?.catch(() => undefined));

/** {all}: how many uses and checks wait to be sent. */
export const waiting = async () => ({ all: await store.count("queue").catch(() => 0) });

/** Counts of days long gone are thrown away; “ever” stays. */
export function tidy(today) {
  const old = new Date(Date.parse(today) - 40 * 86_400_000).toISOString().slice(0, 10);
  return store.change(["ledger"], async (ledger) => {
    for (const key of await store.result(ledger.getAllKeys())) {
      if (!key.endsWith("|ever") && (await store.result(ledger.get(key))).day < old) await store.result(ledger.delete(key));
    }
  });
}

/** Sends what waits, in parts. “sent”, “nothing”, “busy” (another tab does) or “gone” (no till any more). Throws without a network. */
export function upload({ address, token }) {
  sending ??= once(() => sendAll(address, token)).finally(() => (sending = null));
  return sending;
}

function once(work) {
  if (!navigator.locks) return work();
  return navigator.locks.request("till-upload", { ifAvailable: true }, (lock) => (lock ? work() : "busy"));
}

async function sendAll(address, token) {
  let sent = "nothing";
  for (;;) {
    const items = await store.all("queue", CHUNK);
    if (!items.length) return sent;
    const answer = await fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": await token() },
      body: JSON.stringify({ device_time: new Date().toISOString(), waiting: await store.count("queue"), items }),
    });
    const json = (answer.headers.get("content-type") ?? "").includes("json");
    if (answer.status === 403 && json) return "gone";
    if (!answer.ok || !json) throw new Error(`upload: ${answer.status}`);
    if (!(await settle(items, await answer.json()))) throw new Error("upload: nothing was answered");
    sent = "sent";
  }
}

/**
 * Takes away what was answered: answers come in the order of the items. Returns how many. “key_used” is a use that the
 * server had recorded before we lost its answer: a note takes its number, or that would be missed as lost.
 */
async function settle(items, { items: answers, next_sequence: next }) {
  const done = items.filter((item, place) => answers.length === items.length && (answers[place].sequence ?? item.sequence) === item.sequence);
  const known = new Set(answers.filter((answer) => answer.reason === "key_used").map((answer) => answer.sequence));
  await store.change(["meta", "queue"], async (meta, queue) => {
    for (const sent of done) {
      const item = (await store.result(queue.get(sent.sequence))) ?? sent; // perhaps taken back while it was on its way
      const undone = item.reason === UNDONE && item.key === sent.key;
      const changed = undone && sent.reason !== UNDONE;
      if (undone && (changed || known.has(item.sequence))) await owe(meta, item.key);
      if (known.has(item.sequence) && (item.accepted || undone)) await store.result(queue.put(noteInPlaceOf(item)));
      else await store.result(queue.delete(item.sequence));
    }
    const own = (await store.result(meta.get("sequence"))) ?? 0;
    await store.result(meta.put(Math.max(own, (next ?? 1) - 1), "sequence"));
  });
  return done.length;
}

/** The server counts a use that was taken back here: it still has to be told (undo.mjs). */
async function owe(meta, key) {
  const owed = (await store.result(meta.get(UNDONE))) ?? [];
  await store.result(meta.put([...new Set([...owed, key])], UNDONE));
}

const noteInPlaceOf = (item) => ({ ...item, key: `${item.key.slice(0, 70)}-note`, purpose: "check", offer: null, accepted: false, reason: "key_used" });
