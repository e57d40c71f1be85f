// The till: answers without leaving the page, a sound when wanted, and "Cannot check" when there is no network.
// Everything works without this file; the forms are ordinary forms.

const page = () => document.querySelector("[data-till-page]");
const PATIENCE = 10000; // ms
const STILL = 500; // ms after a new answer in which a second tap of a double tap does nothing
let audio = null;
let arrived = -STILL;

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
  const form = document.querySelector("form.till-number[data-till]");
  if (!form) return;
  history.replaceState(null, "", location.pathname);
  document.querySelector("[data-typing]")?.setAttribute("hidden", "");
  document.querySelector("[data-reading]")?.removeAttribute("hidden");
  form.elements.code.value = code;
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
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  form.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body, signal: stop.signal, redirect: "follow" });
    const type = answer.headers.get("content-type") || "";
    if (!type.includes("text/html")) throw new Error(type);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    cannotCheck(() => send(form, body));
  } finally {
    clearTimeout(timer);
    form.removeAttribute("aria-busy");
  }
}

function show(answer) {
  const fresh = answer.querySelector("[data-till-page]");
  if (!fresh) return location.reload();
  page().replaceWith(document.adoptNode(fresh));
  document.title = answer.title;
  arrive();
}

function cannotCheck(again) {
  const shop = page().querySelector(".till-shop");
  const words = document.getElementById("cannot-check").content.cloneNode(true);
  page().replaceChildren(...(shop ? [shop] : []), words);
  page().querySelector("[data-again]").addEventListener("click", again);
  arrive();
}

// After each change: start at the top, tell screen readers, be ready for a scanner that types, and sound.
function arrive() {
  arrived = performance.now();
  scrollTo(0, 0);
  const summary = page().querySelector("[data-focus]");
  const word = page().querySelector("h1");
  if (summary) summary.focus();
  else if (word) {
    word.tabIndex = -1;
    word.focus({ preventScroll: true });
  }
  soundButton();
  const result = page().querySelector(".till-result");
  if (result) sound(["good", "warn", "bad"].find((tone) => result.classList.contains(tone)));
}

const wanted = () => {
  try {
    return localStorage.getItem("till-sound") === "on";
  } catch {
    return false;
  }
};

function soundButton() {
  const button = document.querySelector("[data-sound]");
  if (!button || !window.AudioContext) return;
  button.hidden = false;
  button.setAttribute("aria-pressed", String(wanted()));
  button.addEventListener("click", () => {
    const on = !wanted();
    try {
      localStorage.setItem("till-sound", on ? "on" : "off");
    } catch {
      return;
    }
    button.setAttribute("aria-pressed", String(on));
    if (on) sound("good");
  });
}

// Told apart by shape, not only by pitch: yes rises, no is two low beats, look again is one middle tone.
const TUNES = { good: [[660, 0, 0.12], [990, 0.13, 0.2]], bad: [[220, 0, 0.18], [196, 0.26, 0.3]], warn: [[440, 0, 0.35]] };

function sound(tone) {
  if (!tone || !wanted() || !window.AudioContext) return;
  audio ??= new AudioContext();
  audio.resume();
  for (const [pitch, after, length] of TUNES[tone]) {
    const start = audio.currentTime + after;
    const note = audio.createOscillator();
    const volume = audio.createGain();
    note.type = tone === "bad" ? "square" : "sine";
    note.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(tone === "bad" ? 0.12 : 0.3, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
    note.connect(volume).connect(audio.destination);
    note.start(start);
    note.stop(start + length + 0.02);
  }
}

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || !event.target.matches("form[data-till]")) return;
  event.preventDefault();
  send(event.target, new FormData(event.target));
});

// A second card in the same tab: the answer that is shown may have no form, so the page starts afresh with the code.
addEventListener("hashchange", () => {
  if (document.querySelector("form.till-number[data-till]")) readAddress();
  else if (location.hash.length > 100) location.reload();
});
soundButton();
readInvitation();
readAddress();
