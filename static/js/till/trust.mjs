// What this till believes without a network: the trust list, sealed by keys that the pinned root key vouches for, and the
// shop's own offers. Refreshed while there is a network; a list that is older than the one we have is never taken.

import { NotACard, StatusList, importKeys, openSealed, supported, useVerifier } from "../card-code.mjs";
import { bundleState, londonDay } from "./decide.mjs";
import * as schemes from "./schemes.mjs";
import * as store from "./store.mjs";

const THEIR_CLOCK = 10 * 60_000; // ms
const AGAIN = 15 * 60_000; // ms: how often the list is asked for (card-format.md, “What a till keeps”)
let place = null; // {host, rootKey, trust, schemes, bundle}: addresses and the pinned key
let list = null; // the opened trust list
let ready = null;

/** Where things are, and which root key counts. Before everything else. */
export function configure(where) {
  place = where;
  list = ready = null;
}

/** Browsers without Ed25519 in WebCrypto get a JavaScript one; it is loaded for them only. */
export async function chooseVerifier() {
  if (await supported()) return;
  const noble = await import("../../vendor/noble/index.js");
  useVerifier({
    importKey: async (bytes) => bytes,
    verify: (key, signature, message) => noble.verifyAsync(signature, message, key, { zip215: false }),
  });
}

/** A trust document as its bytes say, checked from the root key down. Throws a NotACard for anything else. */
export async function openTrust(text, { host, rootKey, today = londonDay(new Date()) }) {
  const { key_id, signature, ...document } = JSON.parse(text);
  if (!rootKey || !document.keys) throw new NotACard("no_root_key");
  const named = await openSealed(document.keys, { purpose: "keys", host, keys: await importKeys({ 0: rootKey }) });
  const good = named.keys.filter((key) => !key.verifies_until || key.verifies_until >= today);
  const keys = await importKeys(Object.fromEntries(good.map((key) => [key.id, key.public_key])));
  await openSealed({ payload: canonical(document), key_id, signature }, { purpose: "trust", host, keys });
  if (document.issuer !== host) throw new NotACard("foreign");
  const packed = Uint8Array.from(atob(document.status_list), (character) => character.charCodeAt(0));
  return {
    sequence: document.sequence,
    issued: Date.parse(document.issued),
    keysIssued: Date.parse(named.issued),
    keys,
    stopped: await StatusList.unpack(packed),
    schemes: Array.isArray(document.schemes) ? document.schemes : [],
  };
}

/** JSON as Python's `json.dumps(sort_keys=True, separators=(",", ":"))` writes it: that spelling was signed. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") {
    return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  }
  const pairs = Object.keys(value).sort().map((key) => `${canonical(key)}:${canonical(value[key])}`);
  return `{${pairs.join(",")}}`;
}

/**
 * The opened list, from the device when there is one: perhaps another tab has fetched a newer. Null without.
 * The page asks for it when it is loaded: that also compiles what verifies, so that the first scan does not wait for it.
 */
export async function trusted() {
  await (ready ??= chooseVerifier());
  const kept = await store.get("meta", "trust").catch(() => null);
  if (!kept) list = null;
  else if (!list || kept.sequence > list.sequence) list = (await openTrust(kept.text, place).catch(() => null)) ?? list;
  return list;
}

/** What the shop gives and what it is called; null before the first contact. */
export const ownBundle = () => store.get("meta", "bundle").catch(() => null);

/** {usable, tone, hours, issued, real}: how far we may go at this moment. `real` is the time by the server's clock. */
export async function state(now = Date.now()) {
  const [opened, bundle, clock] = [await trusted(), await ownBundle(), await store.get("meta", "clock").catch(() => null)];
  const known = opened && bundle && clock;
  const facts = { issued: known ? opened.issued : null, skew: known ? clock.skew : null, seen: clock?.seen ?? 0, now };
  return { ...bundleState(facts), issued: facts.issued, real: now - (clock?.skew ?? 0) };
}

/**
 * Another scheme whose cards are taken here today: {name, keys, stopped, issued, usable}, or null. `usable` is whether its own
 * list may be believed: by the same ages as ours, and never by a clock that we do not believe ourselves.
 */
export async function visiting(host, now = Date.now()) {
  const [opened, bundle, clock] = [await trusted(), await ownBundle(), await store.get("meta", "clock").catch(() => null)];
  const today = londonDay(new Date(now - (clock?.skew ?? 0)));
  const named = opened && schemes.taken(opened.schemes, { area: bundle?.area, today }).find((one) => one.host === host);
  if (!named) return null;
  const theirs = await schemes.listOf(named, openTrust);
  const real = now - (clock?.skew ?? 0);
  const ahead = theirs && theirs.issued > real && theirs.issued - real < THEIR_CLOCK; // as far as our server lets it be
  const issued = ahead ? real : (theirs?.issued ?? null);
  const { usable } = bundleState({ issued, skew: clock?.skew ?? null, seen: clock?.seen ?? 0, now });
  return { name: schemes.nameOf(named), usable, issued: theirs?.issued ?? null, keys: theirs?.keys, stopped: theirs?.stopped };
}

/** Hosts of other schemes whose cards are taken here today. */
export async function visitingHosts(now = Date.now()) {
  const [opened, bundle, clock] = [await trusted(), await ownBundle(), await store.get("meta", "clock").catch(() => null)];
  const today = londonDay(new Date(now - (clock?.skew ?? 0)));
  return schemes.taken(opened?.schemes ?? [], { area: bundle?.area, today }).map((one) => one.host);
}

/** Remembers that it is this late, so that a clock that is put back is noticed. */
export async function noteTime(real) {
  await store.change(["meta"], async (meta) => {
    const clock = await store.result(meta.get("clock"));
    if (clock && real > clock.seen) await store.result(meta.put({ ...clock, seen: real }, "clock"));
  });
}

/**
 * Asks for list and offers when that is due. “refreshed”, “early” when it is not due, or “gone” when this browser is no till
 * any more: then everything here is thrown away. Throws when there is no network.
 */
export async function refresh({ force = false } = {}) {
  const clock = await store.get("meta", "clock");
  if (!force && clock && Date.now() - clock.at < AGAIN && Date.now() >= clock.at && (await trusted())) return "early";
  const began = Date.now();
  const answer = await fetch(place.bundle, { cache: "no-store", credentials: "same-origin" });
  if (answer.status === 403 && isJson(answer)) {
    await forget();
    return "gone";
  }
  if (!answer.ok || !isJson(answer)) throw new Error(`no bundle: ${answer.status}`);
  const bundle = await answer.json();
  const server = Date.parse(bundle.now);
  const skew = Math.round((began + Date.now()) / 2) - server;
  const document = await fetch(place.trust, { cache: "no-cache", credentials: "omit" });
  const text = document.ok ? await document.text() : null;
  await trusted();
  const fresh = text && (await newer(text));
  // before the time of this contact is noted: a page that is left in between asks again
  const { schemes: named = [] } = fresh || list || {};
  if (named.length) await schemes.refresh(place.schemes, named, openTrust);
  await store.change(["meta"], async (meta) => {
    const sequence = (await store.result(meta.get("sequence"))) ?? 0;
    meta.put(bundle, "bundle");
    meta.put({ at: Date.now(), skew, seen: server }, "clock");
    await store.result(meta.put(Math.max(sequence, (bundle.next_sequence ?? 1) - 1), "sequence"));
    if (fresh) await store.result(meta.put({ text, sequence: fresh.sequence }, "trust"));
  });
  if (fresh) list = fresh;
  return "refreshed";
}

/** The document if it is genuine and newer than ours, else null. Its key list may not be older either. */
async function newer(text) {
  try {
    const opened = await openTrust(text, place);
    if (list && (opened.sequence <= list.sequence || opened.keysIssued < list.keysIssued)) return null;
    return opened;
  } catch (problem) {
    console.warn("The trust list was not taken:", problem.message);
    return null;
  }
}

/** Nothing of the till stays on this device. */
export async function forget() {
  list = null;
  await store.wipe();
  for (const name of await caches.keys()) if (name.startsWith("till-")) await caches.delete(name);
  for (const one of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    if (one.active?.scriptURL.endsWith("/till/sw.js")) await one.unregister();
  }
}

const isJson = (answer) => (answer.headers.get("content-type") ?? "").includes("json");
