// Shows the chosen photo as the square that will be on the card, lets the carer move it along its longer side, and
// chooses “now” when a file was chosen. Without JavaScript the square is cut by the server.

const input = document.querySelector("input[type=file][name=upload]");
const preview = document.getElementById("photo-preview");
const slider = document.getElementById("photo-position");
const tips = document.querySelector("[data-photo-tips]");
const LARGEST = 15 * 1024 * 1024;
const START = { wide: 50, high: 30 }; // as core/uploads.py cuts it

function show(image) {
  const wide = image.naturalWidth > image.naturalHeight;
  const square = image.naturalWidth === image.naturalHeight;
  slider.value = wide ? START.wide : START.high;
  slider.disabled = slider.hidden = slider.labels[0].hidden = square;
  preview.hidden = false;
  if (tips) tips.hidden = true;
  move(image);
}

function move(image) {
  image.style.objectPosition = `${slider.value}% ${slider.value}%`;
}

if (input && preview && slider) {
  const image = preview.querySelector("img");
  slider.addEventListener("input", () => move(image));
  input.addEventListener("change", () => {
    const [file] = input.files;
    const now = document.querySelector('input[name="photo_way"][value="upload"]');
    if (now && file) now.checked = true;
    preview.hidden = slider.disabled = true;
    if (!file || file.size > LARGEST) return;
    const address = URL.createObjectURL(file);
    // A browser that cannot show HEIC says so here; the photo is sent all the same.
    image.onload = () => { show(image); URL.revokeObjectURL(address); };
    image.onerror = () => URL.revokeObjectURL(address);
    image.src = address;
  });
}
