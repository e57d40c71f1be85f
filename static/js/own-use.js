// The till barcode on a carer's phone: counts down, keeps the screen on, and takes the bars away at the end. Without this
// script the page itself reloads at the end. And a button that copies a code.

const box = document.querySelector("[data-own-use]");
const copy = document.querySelector("[data-copy]");

function countDown() {
  const end = performance.now() + Number(box.dataset.left) * 1000;
  const until = Date.now() + Number(box.dataset.left) * 1000; // goes on while the phone sleeps
  const clock = box.querySelector("[data-clock]");
  const timer = setInterval(tick, 500);
  document.addEventListener("visibilitychange", tick);
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  stayAwake();
  tick();

  function tick() {
    const left = Math.ceil(Math.min(end - performance.now(), until - Date.now()) / 1000);
    if (left <= 0) return gone();
    clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  }

  function gone() {
    clearInterval(timer);
    if (!box.isConnected) return;
    box.remove();
    const after = document.querySelector("[data-own-gone]");
    after.hidden = false;
    after.querySelector("h1").focus();
  }
}

async function stayAwake() {
  try {
    await navigator.wakeLock?.request("screen");
  } catch {
    // a phone that saves power says no
  }
}

if (box) countDown();
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector("[data-own-code]").textContent);
    copy.querySelector("span").textContent = copy.dataset.done;
  });
}
