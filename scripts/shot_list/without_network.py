"""The till without a network: every answer that it gives by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .kinds import Shot, Then, card, facts

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOUR = 3_600_000
EMPTY = """() => new Promise((done) => {
  const asked = indexedDB.deleteDatabase("till");
  asked.onsuccess = asked.onerror = done;
})"""
KEPT = """async () => {
  const kept = () => new Promise((done) => {
    const asked = indexedDB.open("till", 1);
    asked.onsuccess = () => {
      const read = asked.result.transaction("meta").objectStore("meta").get("trust");
      read.onsuccess = () => { asked.result.close(); done(Boolean(read.result)); };
    };
  });
  for (let n = 0; n < 80; n++) {
    if ((await indexedDB.databases()).some((one) => one.name === "till") && (await kept())) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the till kept nothing");
}"""
TYPED = """(text) => {
  const press = (key) => new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  for (const key of [...text, "Enter"]) document.body.dispatchEvent(press(key));
}"""
LATER = "(ms) => { const was = Date.now; Date.now = () => was() + ms; }"


def scanned(name: str, *, use: bool = False, later: int = 0) -> Then:
    """A till that was ready loses the network, perhaps time passes, and a card is scanned."""

    def then(page: Page) -> None:
        page.evaluate(EMPTY)
        page.reload()
        page.evaluate(KEPT)
        page.context.set_offline(True)
        if later:
            page.evaluate(LATER, later)
        page.evaluate(TYPED, facts().get("codes", {}).get(name) or card(name))
        page.locator(".till-result").wait_for()
        if use:
            page.wait_for_timeout(500)  # taps right after an answer do nothing
            page.locator(".till-offer button").first.click()
            page.locator(".till-line").wait_for()

    return then


def undone(page: Page) -> None:
    """A use that is taken back before it was sent."""
    scanned("good", use=True)(page)
    page.wait_for_timeout(500)
    page.locator(".till-undo button").click()
    page.locator(".till-undo").wait_for(state="detached")


def asked_who(page: Page) -> None:
    """A use at a till that asks for a PIN, which it cannot check now."""
    scanned("good")(page)
    page.wait_for_timeout(500)
    page.locator(".till-offer button").first.click()
    page.locator(".till-people").wait_for()


def _shot(name: str, then: Then, **more) -> Shot:
    return Shot(f"till-offline-{name}", "/till/", who="till", then=then, **more)


SHOTS: list[Shot] = [
    Shot("till-offline", "/till/offline/", also=("dark", "narrow")),
    _shot("yes", scanned("good"), also=("dark", "narrow")),
    _shot("yes-live", scanned("live")),
    _shot("yes-plain", scanned("plain")),
    _shot("young", scanned("young")),
    _shot("recorded", scanned("good", use=True), also=("dark",)),
    _shot("undone", undone),
    Shot("till-offline-who", "/till/", who="till-pin", then=asked_who, also=("dark", "narrow")),
    _shot("amber", scanned("good", later=26 * HOUR), also=("dark", "narrow")),
    _shot("too-old", scanned("good", later=8 * 24 * HOUR)),
    _shot("clock-wrong", scanned("good", later=-26 * HOUR)),
    _shot("stopped", scanned("stopped")),
    _shot("expired", scanned("expired")),
    _shot("altered", scanned("altered")),
    _shot("typed", scanned("active")),
]
