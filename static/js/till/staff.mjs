// Who serves, for times without a network. With one the server knows (a cookie that scripts cannot read); what its page says
// is noted here, and counts without it until the till was left alone too long or the day is over. Kept on the device: which
// one of the shop's own list. A PIN is never kept and cannot be checked here, so initials that were chosen without a network
// carry a “?” where the shop wishes PINs (ADR 0020).

import { londonDay } from "./decide.mjs";
import { template, words } from "./offline-view.mjs";
import * as store from "./store.mjs";

const KEY = "serving"; // in “meta”: {id, mode, at, alone}; `alone`: chosen here, and the server does not know it
const UNPROVEN = "?";
const CARRIED = ["code", "offer", "key", "seen", "seen_at"];

/** How this shop asks: {mode, idle, people}. */
const asked = (bundle) => (bundle?.staff?.people?.length ? bundle.staff : { mode: "none", idle: 0, people: [] });

/** The one who serves now: {id, initials, alone}; null when nobody is known. */
async function now(bundle) {
  const { mode, idle, people } = asked(bundle);
  const known = mode !== "none" && (await store.get("meta", KEY).catch(() => null));
  const person = known && people.find((one) => one.id === known.id);
  const ago = known ? Date.now() - known.at : -1;
  if (!person || known.mode !== mode || ago < 0 || ago >= idle * 1000 || londonDay(known.at) !== londonDay(Date.now())) return null;
  return { ...known, initials: person.initials + (known.alone && mode === "pin" ? UNPROVEN : "") };
}

/** Their initials for a scan; each is a sign that they are there. Empty when nobody is known. */
export async function initials(bundle) {
  const person = await now(bundle);
  if (person) await keep(person.id, person);
  return person?.initials ?? "";
}

const keep = (id, { mode, alone = false }) => store.put("meta", KEY, { id, mode, alone, at: Date.now() });

/**
 * What a form says of who serves is noted. Returns the page that asks when it must be asked first: before a use, never before
 * a check; or when somebody wants to change. Null: go on.
 */
export async function settle(body, bundle) {
  const { mode, people } = asked(bundle);
  if (!people.length) return null;
  const wished = people.find((one) => one.id === Number(body.get("member")));
  if (wished) await keep(wished.id, { mode, alone: true });
  else if (body.has("leave")) await store.drop("meta", KEY);
  else if (body.has("ask") || (body.has("offer") && !body.has("skip") && !(await now(bundle)))) return question(body, bundle);
  await show(bundle);
  return null;
}

function question(body, bundle) {
  const { mode, people } = asked(bundle);
  const copy = template("who");
  copy.querySelector("[data-unproven]").hidden = mode !== "pin";
  const list = copy.querySelector("[data-people]");
  const one = list.firstElementChild;
  list.replaceChildren(...people.map((person) => filled(one.cloneNode(true), body, { name: "member", value: person.id, text: person.initials })));
  const skip = copy.querySelector("[data-skip]");
  if (body.has("offer")) filled(skip, body, { name: "skip", value: 1 });
  else skip.remove();
  return copy;
}

function filled(box, body, { name, value, text }) {
  const form = box.querySelector("form");
  const fields = [...CARRIED.filter((key) => body.get(key)).map((key) => [key, body.get(key)]), [name, value]];
  form.prepend(...fields.map(([key, content]) => Object.assign(document.createElement("input"), { type: "hidden", name: key, value: content })));
  if (text) box.querySelector("button").textContent = text;
  return box;
}

/** A page came from the server: whom it names serves, unless somebody was chosen here and the server is still to be told. */
export async function noted(bundle) {
  const strip = document.querySelector("[data-serving]");
  const { mode, people } = asked(bundle);
  if (strip && people.length && strip.dataset.from !== "device") {
    const here = await now(bundle);
    if (here?.alone && mode === "initials") return show(bundle);
    if (strip.dataset.serving) await keep(Number(strip.dataset.serving), { mode });
    else await store.drop("meta", KEY);
  }
  return show(bundle);
}

/** The strip above the page, as it is now: somebody who has been away too long is not named any more. */
export async function show(bundle) {
  const strip = document.querySelector("[data-serving]");
  if (!strip) return;
  const { people } = asked(bundle);
  const person = await now(bundle);
  strip.hidden = !people.length;
  strip.dataset.from = "device";
  strip.querySelector("[data-initials]").textContent = person?.initials ?? "";
  strip.querySelectorAll("[data-somebody]").forEach((one) => (one.hidden = !person));
  strip.querySelectorAll("[data-nobody]").forEach((one) => (one.hidden = Boolean(person)));
}

/** Which card “change” comes back to: the one on the screen. */
export function onScreen(code) {
  const field = document.querySelector("[data-serving] [name=code]");
  if (field) field.value = code;
}

/** Tells the server whom somebody chose while it was away. With PINs it asks again instead: we could not check one. */
export async function tell(bundle, { address, token }) {
  const person = asked(bundle).mode === "initials" && (await now(bundle));
  if (!person?.alone) return;
  const body = new URLSearchParams({ member: person.id });
  const answer = await fetch(address, { method: "POST", body, credentials: "same-origin", redirect: "manual", headers: { "X-CSRFToken": await token() } });
  if (answer.ok || answer.type === "opaqueredirect") await keep(person.id, { mode: person.mode });
}

/** Said after a choice with no card on the screen. */
export const chosen = async (bundle) => template("who-chosen", { initials: (await now(bundle))?.initials ?? words().nobody });
