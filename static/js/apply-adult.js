// The invitation's token is in the address after “#”, which no server sees. It is put into the form, which then needs
// one press of the button. Without JavaScript the adult copies the code from the mail.

const form = document.getElementById("adult-token");
const token = decodeURIComponent(location.hash.slice(1));
if (form && /^[\w-]{20,80}$/.test(token)) {
  const field = form.elements.namedItem("token");
  field.value = token;
  field.closest(".field").hidden = true;
  history.replaceState(null, "", location.pathname);
}
