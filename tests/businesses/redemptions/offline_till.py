"""A phone that is a till, in a browser whose folder stays when it is closed: for tests of times without a network."""

from __future__ import annotations

import json

from axe_playwright_python.sync_playwright import Axe

from tests.conftest import CHROMIUM_FLAGS

READY = """async () => {
  for (let n = 0; n < 150; n++) {
    const scopes = (await navigator.serviceWorker.getRegistrations()).filter((one) => one.active).length;
    const there = (await indexedDB.databases()).some((one) => one.name === "till");
    const trust = there && await new Promise((done) => {
      const asked = indexedDB.open("till", 1);
      asked.onsuccess = () => {
        const read = asked.result.transaction("meta").objectStore("meta").get("trust");
        read.onsuccess = () => { asked.result.close(); done(read.result); };
      };
    });
    if (scopes === 5 && trust) return trust.sequence;
    await new Promise((done) => setTimeout(done, 100));
  }
  return 0;
}"""
TYPED = """(text) => {
  const press = (key) => new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  for (const key of [...text, "Enter"]) document.body.dispatchEvent(press(key));
}"""
STORED = """async () => {
  const found = { local: { ...localStorage }, session: { ...sessionStorage }, caches: {}, database: {} };
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const request of await store.keys()) {
      const type = (await store.match(request)).headers.get("content-type") ?? "";
      found.caches[request.url] = /text|json|javascript|svg/.test(type) ? await (await store.match(request)).text() : type;
    }
  }
  const database = await new Promise((done) => { const asked = indexedDB.open("till", 1); asked.onsuccess = () => done(asked.result); });
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    const read = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
    found.database[name] = { keys: await read(store.getAllKeys()), values: await read(store.getAll()) };
  }
  database.close();
  return JSON.stringify(found);
}"""


HOUR = 3_600_000
FORGET_CONTACT = """() => new Promise((done) => {
  const asked = indexedDB.open("till", 1);
  asked.onsuccess = () => {
    const meta = asked.result.transaction("meta", "readwrite").objectStore("meta");
    const read = meta.get("clock");
    read.onsuccess = () => { meta.put({ ...read.result, at: 0 }, "clock").onsuccess = () => { asked.result.close(); done(); }; };
  };
})"""
LIST_NOW = """() => new Promise((done) => {
  const asked = indexedDB.open("till", 1);
  asked.onsuccess = () => {
    const read = asked.result.transaction("meta").objectStore("meta").get("trust");
    read.onsuccess = () => { asked.result.close(); done(read.result); };
  };
})"""


class Till:
    """A phone that is a till, in a browser whose folder stays when it is closed."""

    def __init__(self, browser_type, address: str, token: str, folder, *, flags=(), **options):
        self.start, self.address, self.token, self.folder = browser_type, address, token, folder
        self.flags = [*CHROMIUM_FLAGS, *flags]
        self.options = {"viewport": {"width": 390, "height": 844}} | options
        self.wrong: list[str] = []
        self.open()

    def open(self, *, offline: bool = False) -> None:
        self.context = self.start.launch_persistent_context(
            str(self.folder),
            executable_path="/usr/bin/chromium",
            args=self.flags,
            base_url=self.address,
            **self.options,
        )
        self.context.set_default_timeout(15_000)
        if not offline:
            self.context.add_cookies([{"name": "till", "value": self.token, "url": self.address}])
        self.context.set_offline(offline)
        self.page = self.context.new_page()
        self.failed: set[str] = set()
        self.page.on("requestfailed", lambda request: self.failed.add(request.url.removeprefix(self.address)))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda said: "Security Policy" in said.text and self.wrong.append(said.text))

    def ready(self) -> int:
        """Everything is on the device. Returns the number of its list."""
        self.page.goto("/till/")
        sequence = self.page.evaluate(READY)
        assert sequence, "the worker, the list and the offers are kept"
        return sequence

    def lose_the_network(self) -> None:
        self.context.set_offline(True)

    def find_the_network(self) -> None:
        self.context.set_offline(False)

    def scan(self, text: str, heading: str) -> None:
        """As a scanner does that types: all keys at once, however busy this machine is."""
        self.page.evaluate(TYPED, text)
        self.page.get_by_role("heading", name=heading, exact=True).wait_for()

    def press(self, button: str, heading: str) -> None:
        self.page.wait_for_timeout(450)  # taps right after an answer do nothing
        self.page.get_by_role("button", name=button).click()
        self.page.get_by_role("heading", name=heading, exact=True).wait_for()

    def look(self, state: str) -> None:
        found = Axe().run(self.page).response["violations"]
        self.wrong += [f"{state}: {one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]

    def stored(self) -> dict:
        return json.loads(self.page.evaluate(STORED))

    def clock_is(self, wrong: int) -> None:
        """The page's clock is that many ms later than it was."""
        self.page.evaluate("(ms) => { const was = Date.now; Date.now = () => was() + ms; }", wrong)

    def contact(self) -> None:
        """The device asks the server now, as when the network comes back."""
        self.page.evaluate("dispatchEvent(new Event('online'))")

    def nothing_waits(self) -> None:
        for _try in range(100):
            if not self.stored()["database"]["queue"]["keys"]:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("the queue is not empty")
