// The camera on /till/: its buttons, its words, and what happens with what it read.

import { feel } from "./feedback.mjs";
import { Scanner } from "./scanner.mjs";
import { readTarget } from "./target.mjs";

const AGAIN = 2500; // ms until the same wrong code is complained about again
const WANTED = "till-camera";

/** Sets up the page's camera, if it has one. `onCard(text)` gets a card's code; the camera is off by then. */
export function camera(onCard) {
  const box = document.querySelector("[data-scanner]");
  if (!box || !Scanner.possible) return;
  const part = (name) => box.querySelector(`[data-${name}]`);
  let complained = { text: "", at: 0 };

  const scanner = new Scanner({
    video: part("video"),
    files: { worker: box.dataset.worker, reader: box.dataset.reader, wasm: box.dataset.wasm },
    onText(text) {
      const target = readTarget(text, box.dataset.hosts.split(" ")); // more are known once the till's own list is read
      if (target.digits) {
        feel("seen");
        close();
        keep(true);
        return onCard(target.text);
      }
      if (text === complained.text && performance.now() - complained.at < AGAIN) return;
      complained = { text, at: performance.now() };
      feel("bad");
      say(target.refusal);
    },
    onEnd(why) {
      close();
      say(why);
    },
  });

  function say(why) {
    const words = box.querySelector(`template[data-say~="${why}"]`);
    part("trouble").hidden = !words;
    part("trouble").replaceChildren(...(words ? [words.content.cloneNode(true)] : []));
  }

  async function open() {
    say("");
    part("idle").hidden = true;
    part("view").hidden = false;
    await scanner.start();
    if (!scanner.running) return;
    part("view").scrollIntoView({ block: "nearest" });
    part("torch").hidden = !scanner.hasTorch;
    await offerLenses();
  }

  function close() {
    scanner.stop();
    part("view").hidden = true;
    part("idle").hidden = false;
    part("torch").setAttribute("aria-pressed", "false");
  }

  async function offerLenses() {
    const lenses = await scanner.lenses();
    const choice = part("lens");
    part("lenses").hidden = lenses.length < 2;
    choice.replaceChildren(
      ...lenses.map((one, place) => new Option(one.label || `${choice.dataset.word} ${place + 1}`, one.id, one.used, one.used)),
    );
  }

  part("start").addEventListener("click", open);
  part("stop").addEventListener("click", () => {
    keep(false);
    close();
    part("start").focus();
  });
  part("torch").addEventListener("click", async () => {
    const on = part("torch").getAttribute("aria-pressed") !== "true";
    await scanner.light(on);
    part("torch").setAttribute("aria-pressed", String(on));
  });
  part("lens").addEventListener("change", (event) => scanner.choose(event.target.value));
  addEventListener("pagehide", () => scanner.stop());
  box.hidden = false;
  if (kept()) open(); // “next customer” is one tap
}

/** Whether the camera was in use for the customer before: then it opens by itself. */
function kept() {
  try {
    return sessionStorage.getItem(WANTED) === "on";
  } catch {
    return false;
  }
}

function keep(on) {
  try {
    sessionStorage.setItem(WANTED, on ? "on" : "off");
  } catch {
    // without storage it is one tap more
  }
}
