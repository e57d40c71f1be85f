// Reads QR codes off the page's own thread, so that buttons never stick. Gets `{reader, wasm}` once (both served by us:
// the library would fetch its wasm from a CDN), then pictures; answers each with the texts it found.

let read = null;

addEventListener("message", async ({ data }) => {
  if (data.reader) {
    importScripts(data.reader);
    ZXingWASM.prepareZXingModule({ overrides: { locateFile: () => data.wasm } });
    read = ZXingWASM.readBarcodes;
    return;
  }
  let texts = [];
  try {
    const image = new ImageData(new Uint8ClampedArray(data.pixels), data.width, data.height);
    const found = await read(image, { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: 2 });
    texts = found.filter((code) => code.isValid).map((code) => code.text);
  } catch (problem) {
    return postMessage({ failed: String(problem) });
  }
  postMessage({ texts });
});
