// Small improvements; every page works without them.

const summary = document.querySelector("[data-focus]");
if (summary) summary.focus();

// An error link puts the cursor into its field and keeps the label in view.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".error-summary a");
  if (!link) return;
  const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  const box = field.closest(".field") || field;
  box.scrollIntoView();
  field.focus({ preventScroll: true });
});

// A second tap on a button that is already working does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 2000) event.preventDefault();
  else form.dataset.sent = String(Date.now());
});

// Buttons that only make sense with JavaScript are hidden until now.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
for (const part of document.querySelectorAll("[data-js]")) part.hidden = false;

// Signing out takes the stored card off this phone too (templates/cards/worker.js).
document.addEventListener("submit", (event) => {
  if ("caches" in window && /\/(logout|close)\/$/.test(new URL(event.target.getAttribute("action") || "", location).pathname)) caches.delete("card");
});
