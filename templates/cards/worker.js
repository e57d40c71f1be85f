// Keeps the card page for times without a network. Lives at /card/sw.js and answers only for /card/.
// The store is called "card"; signing out empties it (static/js/ui.js), and so does the day the card runs out.

const STORE = "card";
const PAGE = new URL("./", self.location).href;
const GONE = new URL("gone/", self.location).href;
const PATIENCE = 900; // milliseconds: with a bad signal the stored card is better than waiting

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data.keep) event.waitUntil(keep(event.data.keep));
  if (event.data.forget) event.waitUntil(forget());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (bare(request.url) === PAGE) event.respondWith(page(request, event));
  } else if (!request.url.endsWith("code.json")) {
    event.respondWith(asset(request, event));
  }
});

// The newest page when the network answers in time; else the stored one, which shows the static code.
async function page(request, event) {
  const stored = await good(await (await caches.open(STORE)).match(PAGE));
  const fresh = fetch(request).then(async (response) => {
    if (response.ok) await (await caches.open(STORE)).put(PAGE, response.clone());
    else if (response.type === "opaqueredirect") await forget(); // signed out
    return response;
  });
  if (!stored) return fresh.catch(ended);
  event.waitUntil(fresh.catch(() => undefined));
  const late = new Promise((done) => setTimeout(done, PATIENCE, stored));
  return Promise.race([fresh.then((response) => (response.status >= 500 ? stored : response), () => stored), late]);
}

// A stored page is good until the header says so. Then the name, the photo and the code leave this phone.
async function good(stored) {
  if (!stored || Date.now() < Number(stored.headers.get("X-Card-Until") || Infinity) * 1000) return stored;
  await forget(true);
  return undefined;
}

async function ended() {
  return (await caches.match(GONE)) || Response.error();
}

// Styles, scripts, letters and the photo: at once from the store, and a newer one for the next time.
async function asset(request, event) {
  const store = await caches.open(STORE);
  const stored = await store.match(request);
  if (!stored) return fetch(request);
  event.waitUntil(fetch(request).then((response) => (response.ok && !response.redirected ? store.put(request, response) : undefined), () => undefined));
  return stored;
}

async function keep(addresses) {
  const store = await caches.open(STORE);
  for (const address of [...addresses, GONE]) {
    if (await store.match(address)) continue;
    const response = await fetch(address, { credentials: "same-origin" }).catch(() => undefined);
    if (response && response.ok && !response.redirected) await store.put(address, response);
  }
}

async function forget(leaveGone = false) {
  const store = await caches.open(STORE);
  for (const request of await store.keys()) {
    const path = new URL(request.url).pathname;
    if (!leaveGone || request.url === PAGE || path.endsWith("/photo/")) await store.delete(request);
  }
}

function bare(address) {
  const url = new URL(address);
  return url.origin + url.pathname;
}
