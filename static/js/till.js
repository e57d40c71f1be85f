// The till: answers without leaving the page, camera and scanner, a sound when wanted, and “Cannot check” when there is no
// network. Everything works without this file; the forms are ordinary forms.

import { camera } from "./till/camera.mjs";
import { feel, soundButton } from "./till/feedback.mjs";
import { isCode } from "./till/target.mjs";
import { listen } from "./till/wedge.mjs";

const page = () => document.querySelector("[data-till-page]");
const offline = document.getElementById("till-offline") && import("./till/offline.mjs"); // enrolled browsers only
const PATIENCE = offline ? 5000 : 10000; // ms
const ENOUGH = 1500; // ms while the network is known to be bad and the till can do without
let patience = PATIENCE;
const STILL = 400; // ms: the second tap of a double tap must not press what the answer put under the finger
let tapped = -STILL;
let doubled = false;

// What stands behind the #. Half a percent sign, as from a damaged QR, is no code.
function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

// A code in the address (#…) is posted and taken out of the address, so that it stays in no history.
function readAddress() {
  const code = fragment();
  if (!/^[0-9]{100,}$/.test(code)) return;
  history.replaceState(null, "", location.pathname);
  document.querySelector("[data-typing]")?.setAttribute("hidden", "");
  document.querySelector("[data-reading]")?.removeAttribute("hidden");
  check(code);
}

// An enrolled browser has a form for whatever was scanned on every page; a stranger's uses the one that is shown.
function check(text) {
  const form = document.querySelector("form[data-scan]") ?? document.querySelector("form.till-number[data-till]");
  if (!form) return isCode(text) && location.reload();
  form.elements.code.value = text;
  send(form);
}

// The one-time code of an invitation goes into the field; the person still presses the button.
function readInvitation() {
  const form = document.querySelector("form[data-enrol]");
  if (!form || location.hash.length < 20) return;
  form.elements.code.value = fragment();
  history.replaceState(null, "", location.pathname);
}

async function send(form, body = new FormData(form)) {
  form.setAttribute("aria-busy", "true");
  try {
    if (form.matches("[data-offline-form]")) throw new Error("offline");
    await ask(form.action, { method: "POST", body });
    if (["offer", "redemption", "sent"].some((name) => body.has(name)) && page().querySelector(".till-result:is(.good, .off)")) tell("noted", body);
  } catch {
    await cannotCheck(() => send(form, body), body);
  } finally {
    form.removeAttribute("aria-busy");
  }
}

async function ask(address, options = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  patience = offline ? ENOUGH : PATIENCE;
  try {
    const answer = await fetch(address, { ...options, signal: stop.signal, redirect: "follow" });
    const type = answer.headers.get("content-type") || "";
    if (!type.includes("text/html")) throw new Error(type);
    const text = await answer.text();
    if (offline && answer.status >= 500) throw new Error(answer.status);
    patience = PATIENCE;
    show(new DOMParser().parseFromString(text, "text/html"));
  } finally {
    clearTimeout(timer);
  }
}

function show(answer) {
  const fresh = answer.querySelector("[data-till-page]");
  if (!fresh) return location.reload();
  page().replaceWith(document.adoptNode(fresh));
  document.title = answer.title;
  arrive();
}

// What this device knows by itself; else that we cannot check. Asks the part for times without a network.
async function cannotCheck(again, body) {
  const words = (await tell("answer", body)) ?? document.getElementById("cannot-check").content.cloneNode(true);
  const shop = page().querySelector(".till-shop");
  const scan = page().querySelector("form[data-scan]");
  page().replaceChildren(...[shop, scan].filter(Boolean), words);
  page().querySelector("[data-again]")?.addEventListener("click", again);
  arrive();
}

// A browser without storage, or half an update, is a till that needs a network: no reason to show nothing.
async function tell(what, ...facts) {
  try {
    return await (await offline)?.[what](...facts);
  } catch (problem) {
    console.warn("Without a network:", problem);
    return null;
  }
}

// After each change: start at the top, tell screen readers, be ready for the next code, and sound.
function arrive() {
  scrollTo(0, 0);
  page().shownAt = Date.now();
  const summary = page().querySelector("[data-focus]");
  const word = page().querySelector("h1");
  if (summary) summary.focus();
  else if (word) {
    word.tabIndex = -1;
    word.focus({ preventScroll: true });
  }
  tell("arrived");
  soundButton();
  camera(check);
  const result = page().querySelector(".till-result");
  if (result && result.getBoundingClientRect().top > innerHeight / 2) result.scrollIntoView(); // a very large zoom
  if (result) feel(["good", "warn", "bad"].find((tone) => result.classList.contains(tone)));
}

addEventListener(
  "click",
  (event) => {
    if (!event.detail) return (doubled = false); // a key, not a finger
    doubled = event.detail > 1 || event.timeStamp - tapped < STILL;
    tapped = event.timeStamp;
  },
  true,
);

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || !event.target.matches("form[data-till]")) return;
  event.preventDefault();
  if (!doubled) send(event.target);
});

// “Next customer” without loading the page again: one tap, and the camera is there.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".till-next a[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!document.querySelector("form[data-scan]")) return;
  event.preventDefault();
  if (doubled) return;
  ask(link.href)
    .then(() => history.replaceState(null, "", link.href))
    .catch(() => location.assign(link.href));
});

// A second card in the same tab.
addEventListener("hashchange", readAddress);
if (document.querySelector("form[data-scan]")) listen(check);
soundButton();
camera(check);
page().shownAt = Date.now();
readInvitation();
readAddress();
tell("start");
