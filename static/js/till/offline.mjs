// The till without a network: checks a card and records a use by what is on this device, and sends it when the network is
// back. Starts the service worker that keeps the pages. till.js calls `start` once and `answer` when the network fails.

import { NotACard, isCardNumber, judge, normaliseNumber, readCode } from "../card-code.mjs";
import { ledgerKeys, londonDay, refusalOffline, shown } from "./decide.mjs";
import * as view from "./offline-view.mjs";
import * as queue from "./queue.mjs";
import * as staff from "./staff.mjs";
import { readTarget } from "./target.mjs";
import * as trust from "./trust.mjs";
import * as undo from "./undo.mjs";

const MINUTE = 60_000;
const SAID = 10_000; // ms for which “all sent” is worth reading
const SERVING = 600; // seconds between the check of a live code and the button (views/seen.py)
const places = document.getElementById("till-offline").dataset;
const own = places.hosts.split(" ")[0];
let offline = false;
let allSent = 0; // when nothing waited any more

trust.configure({ host: own, rootKey: places.rootKey, trust: places.trust, schemes: places.schemes, bundle: places.bundle });

/** Fetches what is needed for later, sends what waits, now and from now on. */
export async function start() {
  await showShop();
  await arrived();
  addEventListener("online", again);
  addEventListener("offline", () => {
    offline = true;
    showLines();
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  setInterval(again, MINUTE);
  await queue.tidy(londonDay(new Date())).catch(() => undefined);
  if ((await contact()) !== "gone") await keepPages();
}

/** A later round. The page that stands in gives way to the real one, unless somebody is busy with it. */
async function again() {
  await contact();
  const busy = document.querySelector("[data-view]:not([hidden])") || document.querySelector("form.till-number [name=code]")?.value;
  if (!offline && !busy && document.querySelector("[data-stand-in]:not([hidden])")) location.assign(places.till);
}

/** One round: list and offers when due, then the queue. Whatever fails is tried again in a minute. */
async function contact() {
  let said = "failed";
  let lost = 0;
  const before = (await queue.waiting()).all;
  try {
    said = await trust.refresh();
    if (said !== "gone") await staff.tell(await trust.ownBundle(), { address: places.staff, token });
    if (said !== "gone") said = await queue.upload({ address: places.upload, token });
    if (said !== "gone") await undo.settleOwed({ address: places.undo, token });
    if (said === "gone") {
      lost = (await queue.waiting()).uses;
      await trust.forget();
    }
    offline = false;
  } catch {
    offline = true;
  }
  if (before && said !== "gone" && !(await queue.waiting()).all) allSent = Date.now();
  await showLines({ gone: said === "gone", lost });
  return said;
}

/** What to show instead of “no connection”, for a form that could not be sent; null when we know nothing here. */
export async function answer(body) {
  offline = true;
  const filled = await fill(body);
  staff.onScreen(body.has("offer") ? "" : (body.get("code") ?? ""));
  await showLines();
  return filled;
}

async function fill(body) {
  if (body.has("redemption") || body.has("sent")) return null; // taking back what the server has needs the server
  if (body.has("undo")) return page(await undo.answer(body, token));
  const bundle = await trust.ownBundle();
  const question = await staff.settle(body, bundle);
  if (question) return page([question, view.template("next")]);
  if (!body.get("code") && (body.has("member") || body.has("leave"))) return page([await staff.chosen(bundle), view.template("next-now")]);
  const text = String(body.get("code") ?? "");
  const found = await look(text, Number(body.get("seen_at")) || seenByServer(body));
  if (found.result.startsWith("cannot-")) return cannot(found);
  return body.has("offer") ? use(body, found) : check(found);
}

/** A live code that the server found fresh a moment ago stays fresh while the cashier serves. */
function seenByServer(body) {
  return body.get("seen") ? (document.querySelector("[data-till-page]").shownAt ?? 0) : 0;
}

/** What is known of a scanned or typed text: `result` names the template. */
async function look(text, seenAt) {
  const state = await trust.state();
  if (!state.usable) return { result: `cannot-${state.tone}` };
  const target = readTarget(text, await hosts());
  if (!target.digits) return { result: unscanned(text), state, log: target.refusal };
  const visiting = target.host === own ? null : await trust.visiting(target.host);
  if (target.host !== own && !visiting?.usable) return { result: "cannot-visiting", state, visiting };
  const { keys, stopped } = visiting ?? (await trust.trusted());
  try {
    const says = { ...(await readCode(target.digits, { host: target.host, keys })), host: target.host };
    const status = judge({ ...says, issued_at: says.issued_at + served(seenAt) }, { now: new Date(state.real), stopped });
    const live = says.live && status === "not_valid" && (state.real / 1000 > says.issued_at ? "live_code_too_old" : "live_code_from_the_future");
    const log = live || (status === "revoked" && visiting ? "visiting_stopped" : (LOG[status] ?? status));
    return { result: live === "live_code_too_old" ? "scan_again" : status, says, state, visiting, code: target.text, log };
  } catch (problem) {
    if (!(problem instanceof NotACard)) throw problem;
    if (visiting && problem.reason === "unknown_key") return { result: "cannot-visiting", state, visiting }; // younger than our list
    return { result: "not_valid", state, code: target.text, log: problem.reason };
  }
}

const LOG = { valid: "", revoked: "card_revoked" };
const served = (seenAt) => (seenAt ? Math.min(SERVING, Math.max(0, (Date.now() - seenAt) / 1000)) : 0);

const hosts = async () => [own, ...(await trust.visitingHosts())];

/** A card number cannot be checked here; anything else that was typed or scanned is no card. */
function unscanned(text) {
  if (isCardNumber(text)) return "cannot-typed";
  const typed = normaliseNumber(text);
  const nearly = /^[0-9A-HJKMNP-TV-Z]{7,11}$/.test(typed) && !/^[0-9]+$/.test(typed);
  return nearly || /^[0-9A-HJKMNP-TV-Z]{9}$/.test(typed) ? "mistyped" : "not_valid";
}

async function check(found) {
  const { state, says, code } = found;
  if (code) await queue.enqueue(item({ purpose: "check", code, reason: found.log, staff: await who() }));
  await trust.noteTime(state.real);
  if (found.result !== "valid") return page([...above(found), view.template(found.result, said(says)), view.template("next-now")]);
  const result = view.template(`valid${says.live ? "-live" : ""}${says.has_photo ? "-photo" : ""}`, said(says));
  return page([...above(found), result, ...(await offers(found)), view.template("next")]);
}

const said = (says) => (says ? { month: view.month(says.expires_on), code: says.check_code } : {});

/** How old what we know is, and whose card it is when it is not one of ours. */
function above({ state, visiting }) {
  const when = view.when(visiting?.issued ?? state.issued, state.real);
  const note = view.note(view.words().checked.replace("{when}", when));
  return visiting ? [note, view.template("visiting", { scheme: visiting.name })] : [note];
}

const factsOf = ({ says, state, visiting }) => ({ young: says.kind === "young", visiting: Boolean(visiting), today: londonDay(new Date(state.real)) });

async function offers(found) {
  const { says, code } = found;
  const bundle = await trust.ownBundle();
  const facts = factsOf(found);
  const here = bundle.offers.filter((one) => shown(one, facts));
  if (!here.length) return [view.template("no-offers")];
  const card = await cardHash(says);
  return Promise.all(
    here.map(async (one) => {
      const keys = ledgerKeys(one, { card, today: facts.today });
      const [used, givenToday, given] = await queue.counted([keys.card, keys.day, keys.ever]);
      const refusal = refusalOffline(one, { ...facts, used, given, givenToday });
      return view.offer(one, { code, key: `off-${crypto.randomUUID()}`, seenAt: Date.now(), refusal });
    }),
  );
}

async function use(body, found) {
  const { state, says, code } = found;
  const bundle = await trust.ownBundle();
  const offer = bundle.offers.find((one) => one.id === Number(body.get("offer")));
  const base = { purpose: "redeem", code: code ?? String(body.get("code")), key: String(body.get("key")), offer: offer?.id ?? null };
  base.staff = body.has("skip") ? "" : await who();
  await trust.noteTime(state.real);
  if (found.result !== "valid") {
    if (code) await queue.enqueue(item({ ...base, reason: found.log }));
    return page([...above(found), view.template(found.result), view.template("next-now")]);
  }
  const facts = factsOf(found);
  const keys = offer && ledgerKeys(offer, { card: await cardHash(says), today: facts.today });
  const counts = keys ? [keys.card, keys.day, keys.ever] : [];
  const { reason } = await queue.enqueue(item(base), {
    counts,
    refuse: ([used = 0, givenToday = 0, given = 0]) => refusalOffline(offer, { ...facts, used, given, givenToday }),
  });
  const title = (document.documentElement.lang === "cy" && offer?.title_cy) || offer?.title_en || "";
  return page([...above(found), view.template(reason ? `use-${reason}` : "recorded", { offer: title }), view.template("next-now"), ...(reason ? [] : [undo.button({ key: base.key, counts, offer: title })])]);
}

function item({ purpose, code, key = `off-${crypto.randomUUID()}`, offer = null, reason = null, staff = "" }) {
  return { key, purpose, code, offer, scanned_at: new Date().toISOString(), reason: reason || null, staff };
}

const cannot = ({ result, visiting }) =>
  page([view.template(result, { scheme: visiting?.name ?? "" }), view.template("again"), view.template("next")]);

function page(parts) {
  const whole = document.createDocumentFragment();
  whole.append(...parts);
  return whole;
}

/** What stands for a card on this device: it leads back to nobody. */
async function cardHash({ serial, host }) {
  const bytes = new TextEncoder().encode(host === own ? `till|${serial}` : `till|${host}|${serial}`);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A use that the server recorded counts here too, for the time without it; an undone one does not. */
export async function noted(body) {
  if (body.has("sent")) return undo.undone(body);
  if (body.has("redemption")) return undo.undoneOnline(String(body.get("redemption")));
  const number = undo.shown(); // before anything is waited for: the next customer may come
  const found = await look(String(body.get("code") ?? ""), Date.now());
  const offer = (await trust.ownBundle())?.offers.find((one) => one.id === Number(body.get("offer")));
  if (!found.says || !offer) return;
  const today = londonDay(new Date(found.state.real));
  const keys = ledgerKeys(offer, { card: await cardHash(found.says), today });
  const counts = [keys.card, keys.ever];
  await queue.count(counts, today);
  await undo.recorded(number, [counts, today]);
}

const who = async () => staff.initials(await trust.ownBundle());

/** Another page is shown: whom the server names in it is noted. */
export const arrived = async () => staff.noted(await trust.ownBundle());

async function showLines(more = {}) {
  await staff.show(await trust.ownBundle());
  const known = (await hosts()).join(" ");
  document.querySelectorAll("[data-scanner]").forEach((box) => (box.dataset.hosts = known));
  view.lines({ ...(await trust.state()), ...(await queue.waiting()), offline, sent: Date.now() - allSent < SAID, ...more });
}

async function showShop() {
  const place = document.querySelector("[data-shop]");
  const bundle = place && (await trust.ownBundle());
  if (bundle) place.replaceWith(view.shop(bundle));
}

/** The cookie’s token, asked for again when this browser has none. */
async function token() {
  const read = () => document.cookie.split("; ").find((one) => one.startsWith(`${places.csrf}=`))?.slice(places.csrf.length + 1);
  if (!read()) await fetch(places.till, { credentials: "same-origin" });
  return read() ?? "";
}

/** The worker that keeps the pages, and storage that the browser does not tidy away. */
async function keepPages() {
  navigator.storage?.persist?.().catch(() => undefined);
  if (!navigator.serviceWorker) return;
  for (const scope of places.scopes.split(" ")) {
    const registered = await navigator.serviceWorker.register(places.worker, { scope }).catch(() => null);
    await settled(registered?.installing); // the next finds what this one fetched
    if (scope === places.till) registered?.active?.postMessage({ freshen: true });
  }
}

function settled(worker) {
  if (!worker) return undefined;
  return new Promise((done) => {
    const ask = () => ["activated", "redundant"].includes(worker.state) && done();
    worker.addEventListener("statechange", ask);
    ask();
  });
}
