// How a result sounds and feels. Told apart by shape, not only by pitch: yes rises, no is two low beats, look again is
// one middle tone. Sound is off until somebody at the till turns it on; vibration is always on where there is one.

const TUNES = {
  good: [[660, 0, 0.12], [990, 0.13, 0.2]],
  bad: [[220, 0, 0.18], [196, 0.26, 0.3]],
  warn: [[440, 0, 0.35]],
  seen: [[880, 0, 0.06]],
};
const BEATS = { good: [80], bad: [220, 90, 220], warn: [120, 60, 60], seen: [30] };
let audio = null;

const wanted = () => {
  try {
    return localStorage.getItem("till-sound") === "on";
  } catch {
    return false;
  }
};

/** Plays and vibrates a result: “good”, “warn”, “bad”, or “seen” when the camera caught a code. */
export function feel(tone) {
  if (!tone) return;
  navigator.vibrate?.(BEATS[tone]);
  if (wanted()) play(tone);
}

/** Makes the page's sound button work. The choice is kept on this device. */
export function soundButton() {
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
    if (on) play("good");
  });
}

function play(tone) {
  if (!window.AudioContext) return;
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
