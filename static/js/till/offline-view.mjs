// Fills the templates of templates/redemptions/offline_templates.html: the same results as with a network.

import { mostPerCard } from "./decide.mjs";

let sentences = null;

/** The small sentences of the page, in its language. */
export const words = () => (sentences ??= JSON.parse(document.getElementById("till-words").textContent));

/** A copy of the template, with `{name}` filled in. */
export function template(name, fill = {}) {
  const copy = document.querySelector(`template[data-offline="${name}"]`).content.cloneNode(true);
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = filled(walker.currentNode.data, fill);
  return copy;
}

const filled = (text, fill) => text.replace(/\{(\w+)\}/g, (whole, name) => fill[name] ?? whole);

/** “November 2027” of an ISO day. */
export const month = (day) => `${words().months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** “yesterday 14:10”, “Tuesday 14:10”; both moments in ms. */
export function when(moment, now) {
  const day = (at) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(at);
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });
  const time = clock.format(moment);
  const ago = Math.round((Date.parse(day(now)) - Date.parse(day(moment))) / 86_400_000);
  if (ago <= 0) return filled(words().today, { time });
  if (ago === 1) return filled(words().yesterday, { time });
  const weekday = words().days[(new Date(day(moment)).getUTCDay() + 6) % 7];
  return `${document.documentElement.lang === "cy" ? weekday.toLowerCase() : weekday} ${time}`;
}

/** A sentence with a number in it, by the plural forms of Django's Welsh. */
export function counted(forms, count) {
  const form = count === 1 ? 0 : count === 2 ? 1 : count === 8 || count === 11 ? 3 : 2;
  return filled(forms[form], { count });
}

/** A small sentence above a result. */
export function note(text) {
  const copy = template("note");
  copy.querySelector("[data-text]").textContent = text;
  return copy;
}

/** One offer with its button, or with the reason why there is none. */
export function offer(one, { code, key, seenAt, refusal }) {
  const copy = template("offer");
  const part = (name) => copy.querySelector(`[data-${name}]`);
  const said = (name) => (document.documentElement.lang === "cy" && one[`${name}_cy`]) || one[`${name}_en`];
  part("title").textContent = said("title");
  part("about").textContent = ` ${said("title")}`;
  show(part("how"), [howOften(one), words().companion[one.companion]].filter(Boolean).join(" "));
  show(part("terms"), said("terms"));
  const seldom = refusal?.startsWith("used") && !one.limit; // the offer itself has no limit
  const why = seldom ? "seldom" : refusal?.startsWith("used") ? "used" : refusal;
  copy.querySelectorAll("[data-why]").forEach((words) => (words.dataset.why === why ? (words.hidden = false) : words.remove()));
  copy.firstElementChild.classList.toggle("gone", Boolean(why));
  if (why) copy.querySelector("form").remove();
  else Object.entries({ code, key, offer: one.id, seen_at: seenAt }).forEach(([name, value]) => (copy.querySelector(`[name=${name}]`).value = value));
  return copy;
}

// Without a network it may be less often than the offer says.
function howOften(one) {
  if (!one.limit && mostPerCard(one) === null) return "";
  const kind = one.limit?.kind ?? "day";
  const count = kind === "total" ? one.limit.count : mostPerCard(one);
  return counted(words().how_often[kind], count);
}

function show(element, text) {
  element.textContent = text;
  element.hidden = !text;
}

/** The shop’s own bar, for the page that knows nothing by itself. */
export function shop(bundle) {
  const copy = template("shop");
  copy.querySelector("[data-business]").textContent = bundle.business;
  show(copy.querySelector("[data-branch]"), bundle.branch);
  copy.querySelector("[data-word]").textContent = bundle.word;
  copy.querySelector("[data-word-line]").hidden = !bundle.word;
  return copy;
}

/** The lines above the page: how old the list is, and what waits. */
export function lines({ tone, issued, real, all, offline, sent, gone, lost }) {
  const box = document.querySelector("[data-till-lines]");
  if (!box) return;
  const said = [];
  if (gone) said.push(["warn", words().gone]);
  if (lost) said.push(["warn", counted(words().lost, lost)]);
  if (offline && !document.querySelector("[data-stand-in], .till-offline")) said.push(["warn", words().offline]);
  if (tone === "amber") said.push(["warn", filled(words().since, { when: when(issued, real) })]);
  if (offline && (tone === "too_old" || tone === "clock_wrong")) said.push(["warn", words()[tone]]);
  if (all) said.push(["info", counted(words().waiting, all)]);
  else if (sent && !gone) said.push(["info", words().sent]);
  const made = said.map(([kind, text]) => {
    const line = document.createElement("p");
    line.className = `till-line ${kind}`;
    line.textContent = text;
    return line;
  });
  box.replaceChildren(...made);
}
