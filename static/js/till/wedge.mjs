// A USB or Bluetooth scanner is a keyboard that types very fast and ends with Enter. It works wherever the focus is, so
// that nobody has to tap into a field first; inside a field it simply types, and Enter sends the form.

const GAP = 60; // ms between two keys; people are slower
const SHORTEST = 9; // a card number

/** Calls `onText(text)` for what a scanner typed outside of a field. */
export function listen(onText) {
  let typed = "";
  let last = 0;
  addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches?.("input, textarea, select")) return;
      const now = performance.now();
      if (now - last > GAP) typed = "";
      last = now;
      if (event.key === "Enter" && typed.length >= SHORTEST) {
        event.preventDefault(); // or it would press the button that has the focus
        event.stopPropagation();
        onText(typed);
        typed = "";
      } else if (event.key.length === 1) typed += event.key;
    },
    true,
  );
}
