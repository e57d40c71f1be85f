// Shows the chosen photo before it is sent, and chooses “now” when a file was chosen.

const input = document.querySelector("input[type=file][name=upload]");
const preview = document.getElementById("photo-preview");
const LARGEST = 15 * 1024 * 1024;

if (input && preview) {
  input.addEventListener("change", () => {
    const [file] = input.files;
    const now = document.querySelector('input[name="photo_way"][value="upload"]');
    if (now && file) now.checked = true;
    const image = preview.querySelector("img");
    preview.hidden = true;
    if (!file || file.size > LARGEST) return;
    const address = URL.createObjectURL(file);
    // A browser that cannot show HEIC says so here; the photo is sent all the same.
    image.onload = () => { preview.hidden = false; URL.revokeObjectURL(address); };
    image.onerror = () => URL.revokeObjectURL(address);
    image.src = address;
  });
}
