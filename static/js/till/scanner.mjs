// The camera of the till. Started by a tap, stops when the page is hidden, remembers the lens, has the torch where there
// is one. It only hands over what it read: target.mjs decides whether that is a card.

const EVERY = 90; // ms between two looks: quick enough for “under a second”, light enough for an old phone
const SIDE = 1080; // px of the square that is looked at: 640×480 does not resolve a card's code (card-format.md)
const LENS = "till-lens";

export class Scanner {
  #stream = null;
  #worker = null;
  #timer = 0;
  #busy = false;
  #canvas = document.createElement("canvas");

  /**
   * `video` shows the picture; `files` are the addresses `{worker, reader, wasm}`; `onText(text)` gets what was read and
   * `onEnd(why)` is told when the camera stops by itself: “denied”, “none”, “busy”, “hidden” or “broken”.
   */
  constructor({ video, files, onText, onEnd }) {
    Object.assign(this, { video, files, onText, onEnd });
    this.hide = () => document.visibilityState === "hidden" && this.#end("hidden");
  }

  static get possible() {
    return Boolean(navigator.mediaDevices?.getUserMedia && window.Worker && window.WebAssembly);
  }

  get running() {
    return this.#stream !== null;
  }

  /** Opens the camera: the lens that was chosen last, else the one at the back. */
  async start(lens = remembered()) {
    this.stop();
    try {
      this.#stream = await open(lens);
    } catch (problem) {
      return this.onEnd(WHY[problem.name] ?? "broken");
    }
    this.#stream.getVideoTracks()[0].addEventListener("ended", () => this.#end("broken"));
    document.addEventListener("visibilitychange", this.hide);
    this.video.srcObject = this.#stream;
    try {
      await this.video.play();
    } catch {
      return this.#end("broken"); // stopped while it was starting
    }
    this.#reader();
    this.#look();
  }

  stop() {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.hide);
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
    this.video.srcObject = null;
  }

  /** The cameras of this device, `{id, label, used}`; only known once one is open. */
  async lenses() {
    const all = await navigator.mediaDevices.enumerateDevices();
    const used = this.#stream?.getVideoTracks()[0].getSettings().deviceId;
    return all.filter((one) => one.kind === "videoinput" && one.deviceId).map((one) => ({ id: one.deviceId, label: one.label, used: one.deviceId === used }));
  }

  /** Another lens; kept for the next time. */
  async choose(id) {
    remember(id);
    await this.start(id);
  }

  get hasTorch() {
    return Boolean(this.#stream?.getVideoTracks()[0].getCapabilities?.().torch);
  }

  async light(on) {
    await this.#stream?.getVideoTracks()[0].applyConstraints({ advanced: [{ torch: on }] });
  }

  #end(why) {
    if (!this.running) return;
    this.stop();
    this.onEnd(why);
  }

  #reader() {
    if (this.#worker) return;
    this.#worker = new Worker(this.files.worker);
    this.#worker.postMessage({ reader: this.files.reader, wasm: this.files.wasm });
    this.#worker.addEventListener("message", ({ data }) => {
      this.#busy = false;
      if (data.failed) return this.#end("broken");
      if (this.running && data.texts.length) this.onText(data.texts[0]);
    });
    this.#worker.addEventListener("error", () => this.#end("broken"));
  }

  // The middle square of the picture: what the guide on the screen frames.
  #look() {
    this.#timer = setTimeout(() => this.#look(), EVERY);
    const { videoWidth: width, videoHeight: height } = this.video;
    if (this.#busy || !width) return;
    const square = Math.min(width, height);
    const side = Math.min(square, SIDE);
    this.#canvas.width = this.#canvas.height = side;
    const paint = this.#canvas.getContext("2d", { willReadFrequently: true });
    paint.drawImage(this.video, (width - square) / 2, (height - square) / 2, square, square, 0, 0, side, side);
    const { buffer } = paint.getImageData(0, 0, side, side).data;
    this.#busy = true;
    this.#worker.postMessage({ pixels: buffer, width: side, height: side }, [buffer]);
  }
}

const WHY = { NotAllowedError: "denied", SecurityError: "denied", NotFoundError: "none", OverconstrainedError: "none", NotReadableError: "busy" };

async function open(lens) {
  const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
  const ask = (which) => navigator.mediaDevices.getUserMedia({ video: { ...size, ...which }, audio: false });
  if (lens) {
    try {
      return await ask({ deviceId: { exact: lens } });
    } catch (problem) {
      if (problem.name !== "OverconstrainedError" && problem.name !== "NotFoundError") throw problem; // that lens is gone
    }
  }
  return ask({ facingMode: { ideal: "environment" } });
}

function remembered() {
  try {
    return localStorage.getItem(LENS) ?? "";
  } catch {
    return "";
  }
}

function remember(id) {
  try {
    localStorage.setItem(LENS, id);
  } catch {
    // a browser without storage asks again next time
  }
}
