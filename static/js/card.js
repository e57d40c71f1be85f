// The card on a phone: a ticking clock, a live code while there is a network, the static one otherwise,
// the mode for showing it to a shop, and a copy kept for times without signal. Without this script the page
// shows the static code and the time at which it was opened.

const root = document.querySelector("[data-card]");
const REFRESH = 8 * 60; // seconds; a live code is good for ten minutes
const LAST_CHANCE = 9.5 * 60;

function start() {
  const state = { root, box: root.querySelector(".card-code"), offset: 0, madeAt: 0, lock: null };
  state.fixed = state.box.querySelector("svg");
  state.until = Number(root.dataset.until) * 1000;
  const timer = setInterval(() => tick(state, timer), 1000);
  tick(state, timer);
  refresh(state);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    if (age(state) > 60) refresh(state);
    if (document.body.classList.contains("showing")) stayAwake(state);
  });
  window.addEventListener("online", () => refresh(state));
  window.addEventListener("offline", () => showStatic(state, "static"));
  showing(state);
  store();
}

const now = (state) => Date.now() + state.offset;
const age = (state) => (state.madeAt ? (performance.now() - state.madeAt) / 1000 : Infinity);

function tick(state, timer) {
  if (now(state) >= state.until) {
    clearInterval(timer);
    return end(state);
  }
  const clock = state.root.querySelector("[data-clock]");
  if (clock) {
    const moment = new Date(now(state));
    clock.hidden = false;
    clock.querySelector("[data-clock-day]").textContent = dayWords(state.root, moment);
    clock.querySelector("[data-clock-time]").textContent = moment.toLocaleTimeString("en-GB", { timeZone: "Europe/London" });
    state.root.querySelector("[data-opened]").hidden = true;
  }
  if (age(state) > LAST_CHANCE && age(state) !== Infinity) showStatic(state, "static");
  else if (age(state) > REFRESH && age(state) !== Infinity && !state.asking) refresh(state);
}

// The names come with the page: few browsers know Welsh ones.
function dayWords(root, moment) {
  const parts = moment.toLocaleDateString("en-CA", { timeZone: "Europe/London" }).split("-").map(Number);
  const weekday = (new Date(Date.UTC(parts[0], parts[1] - 1, parts[2])).getUTCDay() + 6) % 7;
  return `${root.dataset.weekdays.split("|")[weekday]} ${parts[2]} ${root.dataset.months.split("|")[parts[1] - 1]}`;
}

async function refresh(state) {
  if (state.asking) return;
  state.asking = true;
  try {
    const response = await fetch(state.root.dataset.code, { cache: "no-store", headers: { Accept: "application/json" } });
    if (response.redirected) return showStatic(state, "signed-out");
    if (!response.ok) throw new Error(response.status);
    const answer = await response.json();
    if (answer.state !== "card") return window.location.reload();
    state.offset = answer.now - Date.now();
    state.madeAt = performance.now();
    draw(state, new DOMParser().parseFromString(answer.svg, "image/svg+xml").documentElement);
    say(state, "live");
  } catch {
    if (age(state) > LAST_CHANCE || !navigator.onLine) showStatic(state, "static");
  } finally {
    state.asking = false;
  }
}

function draw(state, svg) {
  state.box.querySelector("svg").replaceWith(document.importNode(svg, true));
}

function showStatic(state, words) {
  state.madeAt = 0;
  draw(state, state.fixed);
  say(state, words);
}

function say(state, words) {
  for (const line of state.root.querySelectorAll("[data-says]")) line.hidden = line.dataset.says !== words;
  state.root.dataset.shows = words === "live" ? "live" : "static";
}

// After the last day the name, the photo and the code leave this page and this phone.
function end(state) {
  for (const part of state.root.querySelectorAll("[data-while-good]")) part.remove();
  for (const part of state.root.querySelectorAll("[data-after]")) part.hidden = false;
  document.body.classList.remove("showing");
  navigator.serviceWorker?.controller?.postMessage({ forget: true });
}

function showing(state) {
  const button = state.root.querySelector("[data-show]");
  const done = state.root.querySelector("[data-done]");
  button.hidden = false;
  button.addEventListener("click", () => {
    document.body.classList.add("showing");
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    stayAwake(state);
    window.scrollTo(0, 0);
    done.focus({ preventScroll: true });
    if (age(state) > 60) refresh(state);
  });
  const stop = () => {
    if (!document.body.classList.contains("showing")) return;
    document.body.classList.remove("showing");
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    state.lock?.release().catch(() => undefined);
    state.lock = null;
    button.focus();
  };
  done.addEventListener("click", stop);
  document.addEventListener("keydown", (event) => event.key === "Escape" && stop());
  document.addEventListener("fullscreenchange", () => document.fullscreenElement || stop());
}

async function stayAwake(state) {
  try {
    state.lock = await navigator.wakeLock?.request("screen");
  } catch {
    state.lock = null; // battery saver, or an older browser: the screen dims as usual
  }
}

async function store() {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(root.dataset.worker);
    const { active } = await navigator.serviceWorker.ready;
    if (document.readyState !== "complete") await new Promise((done) => window.addEventListener("load", done, { once: true }));
    await document.fonts.ready;
    active.postMessage({ keep: used() });
  } catch {
    // A private window has no store; the card needs the network there.
  }
}

function used() {
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  const named = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon]")].map((link) => link.href);
  const wanted = [window.location.href.split(/[?#]/)[0], ...named, ...loaded];
  return [...new Set(wanted)].filter((address) => address.startsWith(window.location.origin) && !/code\.json|sw\.js/.test(address));
}

if (root) start();
