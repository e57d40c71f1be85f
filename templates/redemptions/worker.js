// Keeps the till working without a network. Lives at /till/sw.js, registered by enrolled browsers only, and answers for
// the till, for /v and for the files that both load. The store holds a page without data and public files, nothing else.

const STORE = "till-{{ version }}";
const FILES = {{ files }};
const SHELLS = {{ shells }}; // start of an address → the page that stands in
const PATIENCE = 4000; // ms until a bad signal counts as none
const HASHED = /\.[0-9a-f]{12}\.\w+$/; // such a file never changes
const kept = new Set([...FILES, ...Object.values(SHELLS)].map((address) => new URL(address, self.location).pathname));

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data.freshen) event.waitUntil(freshen());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  const shell = request.mode === "navigate" && standIn(pathname);
  if (shell) event.respondWith(page(request, shell));
  else if (kept.has(pathname) && request.mode !== "navigate") event.respondWith(file(request, HASHED.test(pathname)));
});

// All or nothing: a till with half of its files would fail when it is needed.
async function fill() {
  const store = await caches.open(STORE);
  for (const address of [...FILES, ...Object.values(SHELLS)]) {
    if (await store.match(address)) continue;
    const before = HASHED.test(address) && (await caches.match(address)); // from the version before
    const response = before || (await fetch(plain(address)));
    if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
    await store.put(address, response);
  }
}

async function tidy() {
  for (const name of await caches.keys()) if (name.startsWith("till-") && name !== STORE) await caches.delete(name);
}

// The words of the page may change without any file that changes its name.
async function freshen() {
  const store = await caches.open(STORE);
  for (const address of Object.values(SHELLS)) {
    const response = await fetch(plain(address)).catch(() => undefined);
    if (response && response.ok && !response.redirected) await store.put(address, response);
  }
}

// Without cookies: nobody's session, messages or till reaches the store.
function plain(address) {
  return new Request(address, { credentials: "omit", cache: "no-cache" });
}

function standIn(pathname) {
  for (const [start, shell] of Object.entries(SHELLS)) {
    if (pathname === shell || pathname === `${start}v` || pathname === `${start}till/`) return shell;
  }
  return undefined;
}

// The network's page when it comes in time and the server is well; else the one that needs neither.
async function page(request, shell) {
  const stored = await (await caches.open(STORE)).match(shell);
  if (!stored) return fetch(request);
  const fresh = fetch(request).then((response) => (response.status >= 500 ? stored : response), () => stored);
  return Promise.race([fresh, new Promise((done) => setTimeout(done, PATIENCE, stored))]);
}

async function file(request, hashed) {
  const store = await caches.open(STORE);
  const stored = await store.match(request, { ignoreSearch: true });
  if (stored && hashed) return stored;
  const fresh = fetch(request).then((response) => {
    if (response.ok && !response.redirected) store.put(request.url, response.clone()).catch(() => undefined);
    return response;
  });
  if (!stored) return fresh;
  return Promise.race([fresh.catch(() => stored), new Promise((done) => setTimeout(done, PATIENCE / 2, stored))]);
}
