"""The till without a network, in Chromium: scan, record, refuse, restart, come back. The server's own addresses answer."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from businesses.redemptions.models import Redemption, Scan
from passports.cards import services as card_services
from passports.cards import trust_document
from passports.cards.domain.numbers import check_code, display
from tests.conftest import CHROMIUM_FLAGS
from tests.factories import BranchFactory
from tests.factories_cards import SYSTEM
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.browser

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


class Shop:
    """A phone that is a till, in a browser whose folder stays when it is closed."""

    def __init__(self, browser_type, address: str, token: str, folder, **options):
        self.start, self.address, self.token, self.folder = browser_type, address, token, folder
        self.options = {"viewport": {"width": 390, "height": 844}} | options
        self.wrong: list[str] = []
        self.open()

    def open(self, *, offline: bool = False) -> None:
        self.context = self.start.launch_persistent_context(
            str(self.folder),
            executable_path="/usr/bin/chromium",
            args=CHROMIUM_FLAGS,
            base_url=self.address,
            **self.options,
        )
        self.context.set_default_timeout(15_000)
        if not offline:
            self.context.add_cookies([{"name": "till", "value": self.token, "url": self.address}])
        self.context.set_offline(offline)
        self.page = self.context.new_page()
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

    def nothing_waits(self) -> None:
        for _try in range(100):
            if not self.stored()["database"]["queue"]["keys"]:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("the queue is not empty")


@pytest.fixture
def shop(browser_type, live_server, tmp_path):
    made: list[Shop] = []

    def make(token: str, **options) -> Shop:
        made.append(Shop(browser_type, live_server.url, token, tmp_path / f"phone{len(made)}", **options))
        return made[-1]

    trust_document.forget()
    yield make
    for one in made:
        one.context.close()


def test_a_day_without_a_network(live_server, shop):
    """Scan, record, scan again, stopped, run out; browser restarted; back: exactly one row each, also when sent twice."""
    device, token = a_till(BranchFactory(business__name="Mill Lane Café", business__shop_word="marmalade"))
    tea = an_offer(
        device, title_en="Tea for two", title_cy="Te i ddau", limit_kind="day", terms_en="Until 4 pm."
    )
    an_offer(device, title_en="Pint of bitter", limit_kind="none", tag="alcohol")
    an_offer(device, title_en="Big prize", limit_kind="ever", offline="no")
    good = a_card(passport__first_name="Priyanka", passport__photo="photos/priyanka.jpg")
    young = a_card(passport__kind="young", passport__first_name="Gwenllian")
    stopped, ended = a_card(), a_card(expires_on=date.today() - timedelta(days=1))
    card_services.report_lost(card=stopped, by=SYSTEM)
    phone = shop(token)
    phone.ready()
    phone.lose_the_network()

    # a good card, by a scanner on the page that is open
    phone.scan(f"https://card.example/v#{code(good)}", "Yes")
    page = phone.page
    assert page.get_by_text("Checked without a network").is_visible()
    assert page.get_by_text("Check the photo on the card, and that these 4 characters").is_visible()
    assert page.locator(".till-check").inner_text() == check_code(bytes.fromhex(good.serial))
    assert page.get_by_text("Priyanka").count() == 0
    phone.look("yes")
    phone.press("Record this use Tea for two", "Recorded")
    assert page.get_by_text("1 use waits to be sent.").is_visible()
    phone.look("recorded")

    # the same card again, by the phone's own camera: the address opens without a network
    page.goto(f"/v#{code(good)}")
    page.get_by_role("heading", name="Yes").wait_for()
    assert page.get_by_text("marmalade").is_visible()
    assert "#" not in page.url
    assert page.locator(".till-offer.gone").all_inner_texts()[0].split("\n")[-1].strip() == "Already used"
    assert page.get_by_role("button", name="Record this use Tea for two").count() == 0
    assert page.get_by_text("This offer needs a network.").is_visible()
    assert page.get_by_role("button", name="Record this use Big prize").count() == 0
    page.goto(f"/cy/v#{code(young)}")
    page.get_by_role("heading", name="Iawn").wait_for()
    assert page.locator(".till-offer h2").all_inner_texts()[0] == "Te i ddau"
    assert page.locator(".till-offer").count() == 2, "nothing with alcohol for a young card"
    page.goto("/till/")
    for text, heading in {
        code(stopped): "Stopped",
        code(ended): "Run out",
        code(good)[:-1] + str((int(code(good)[-1]) + 1) % 10): "Not valid",
        code(good, live=True, now=timezone.now() - timedelta(minutes=11)): "Scan again",
        f"https://evil.example/v#{code(good)}": "Not valid",
    }.items():
        phone.scan(text, heading)
    page.goto("/till/")
    page.get_by_label("Card number").fill(display(good.number))
    phone.press("Check this card", "Cannot check")
    assert page.get_by_text("scan the code").is_visible()
    phone.look("typed")

    # the browser is closed and opened again, still without a network
    phone.context.close()
    phone.open(offline=True)
    page = phone.page
    page.goto("/till/")
    page.get_by_role("heading", name="Scan the card").wait_for()
    page.get_by_text("1 use waits to be sent.").wait_for()
    phone.look("shell")
    other = a_card()
    phone.scan(code(other, live=True), "Yes")
    assert page.get_by_text("Shown live on a phone").is_visible()
    phone.press("Record this use Tea for two", "Recorded")
    assert page.get_by_text("2 uses wait to be sent.").is_visible()
    _nothing_personal(phone.stored(), [good, young, stopped, ended, other])

    # the network is back
    assert not Scan.objects.exists()
    kept = phone.stored()["database"]["queue"]["values"]
    phone.find_the_network()
    page.evaluate("dispatchEvent(new Event('online'))")
    phone.nothing_waits()
    page.get_by_text("wait to be sent").wait_for(state="detached")
    assert Scan.objects.filter(offline=True).count() == len(kept)
    assert sorted(Scan.objects.values_list("sequence", flat=True)) == list(range(1, len(kept) + 1))
    assert sorted(Redemption.objects.values_list("passport", "offer")) == sorted(
        [(good.passport_id, tea.pk), (other.passport_id, tea.pk)]
    )
    accepted = Scan.objects.filter(purpose="redeem", accepted=True)
    assert set(accepted.values_list("card", flat=True)) == {good.pk, other.pk}
    # the same upload once more, as when its answer was lost
    again = {"device_time": timezone.now().isoformat(), "waiting": len(kept), "items": kept}
    send = """async (body) => (await fetch("/till/upload/", { method: "POST", body: JSON.stringify(body), headers: {
      "Content-Type": "application/json", "X-CSRFToken": document.cookie.match(/csrftoken=(\\w+)/)[1] } })).json()"""
    assert all(one["repeated"] for one in page.evaluate(send, again)["items"])
    assert (Scan.objects.count(), Redemption.objects.count()) == (len(kept), 2)
    assert phone.wrong == []


def _nothing_personal(stored: dict, people: list) -> None:
    """After a working day: no name, no photo, no card number anywhere in the browser's storage."""
    text = json.dumps(stored)
    assert stored["database"]["ledger"]["keys"], "something was counted"
    assert any(url.endswith("/till/offline/") for url in stored["caches"])
    assert not [url for url in stored["caches"] if "/photo" in url or url.endswith(("/till/", "/v"))]
    for card in people:
        secrets = [
            card.passport.first_name,
            card.number,
            display(card.number),
            check_code(bytes.fromhex(card.serial)),
        ]
        for secret in [*secrets, card.passport.photo.name or "photos/"]:
            assert secret not in text, secret
    assert set(stored["database"]["meta"]["keys"]) == {"bundle", "clock", "sequence", "trust"}
