// Other schemes whose cards this till takes: named in our own trust list with their root keys, each with its own list beside
// ours, as that scheme sealed it. Nothing is ever asked of their servers, and nothing is told to them.

import * as store from "./store.mjs";

const opened = new Map(); // host → {text, list}: opening one costs two signatures

/** Those of `named` whose cards are taken in this area today. An empty list of areas means all of them. */
export function taken(named, { area, today }) {
  return named.filter((one) => one.from <= today && today <= one.until && (!one.areas.length || one.areas.includes(area)));
}

/** What a scheme is called, in the page's language. */
export const nameOf = (named) => (document.documentElement.lang === "cy" && named.name_cy) || named.name_en;

/** Fetches the lists and keeps those that are genuine and not older than what we have. Says nothing when it fails. */
export async function refresh(address, named, open) {
  const answer = await fetch(address, { cache: "no-cache", credentials: "omit" }).catch(() => null);
  const texts = answer?.ok ? await answer.json().catch(() => ({})) : {};
  for (const one of named) {
    const text = texts[one.host];
    if (typeof text !== "string") continue;
    const before = await kept(one);
    if (before?.text === text) continue;
    const list = await genuine(text, one, open);
    if (list) await keep(one, { text, rootKey: one.root_key, sequence: list.sequence, keysIssued: list.keysIssued });
  }
}

// Compared and written in one transaction: another tab may have fetched a newer one. A newer key list wins whatever the
// number, as on the server: only the root key makes one.
function keep(one, fresh) {
  return store.change(["meta"], async (meta) => {
    const before = await store.result(meta.get(name(one)));
    const same = before?.rootKey === fresh.rootKey;
    if (same && fresh.keysIssued < before.keysIssued) return;
    if (same && fresh.keysIssued === before.keysIssued && fresh.sequence < before.sequence) return;
    await store.result(meta.put(fresh, name(one)));
  });
}

/** The opened list of a scheme, or null. */
export async function listOf(named, open) {
  const before = await kept(named);
  if (!before) return null;
  const known = opened.get(named.host);
  if (known?.text === before.text) return known.list;
  const list = await genuine(before.text, named, open);
  if (list) opened.set(named.host, { text: before.text, list });
  return list;
}

const name = (one) => `scheme ${one.host}`;

// A list under another root key counts for nothing, however new it was.
async function kept(one) {
  const found = await store.get("meta", name(one)).catch(() => null);
  return found?.rootKey === one.root_key ? found : null;
}

async function genuine(text, one, open) {
  try {
    return await open(text, { host: one.host, rootKey: one.root_key });
  } catch (problem) {
    console.warn(`The list of ${one.host} was not taken:`, problem.message);
    return null;
  }
}
