"""The till without a network, in Chromium: scan, record, refuse, restart, come back. The server's own addresses answer."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from businesses.redemptions import gaps
from businesses.redemptions.models import Redemption, Scan
from passports.cards import services as card_services
from passports.cards.domain.numbers import check_code, display
from tests.businesses.redemptions.offline_till import Till
from tests.businesses.redemptions.test_scanner_browser import CAMERA, scene
from tests.factories import BranchFactory
from tests.factories_cards import SYSTEM
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.browser

SEND = """async (body) => (await fetch("/till/upload/", { method: "POST", body: JSON.stringify(body), headers: {
  "Content-Type": "application/json", "X-CSRFToken": document.cookie.match(/csrftoken=(\\w+)/)[1] } })).json()"""


class People:
    """Cards for a day at Mill Lane Café."""

    def __init__(self):
        self.good = a_card(passport__first_name="Priyanka", passport__photo="photos/priyanka.jpg")
        self.young = a_card(passport__kind="young", passport__first_name="Gwenllian")
        self.stopped, self.ended = a_card(), a_card(expires_on=date.today() - timedelta(days=1))
        self.other = a_card(passport__first_name="Bronwen")
        card_services.report_lost(card=self.stopped, by=SYSTEM)

    @property
    def all(self):
        return [self.good, self.young, self.stopped, self.ended, self.other]


def altered(digits: str) -> str:
    return digits[:-1] + str((int(digits[-1]) + 1) % 10)


def test_a_day_without_a_network(live_server, shop):
    """Scan, record, scan again, stopped, run out; browser restarted; back: exactly one row each, also when sent twice."""
    device, token = a_till(BranchFactory(business__name="Mill Lane Café", business__shop_word="marmalade"))
    words = {"title_en": "Tea for two", "title_cy": "Te i ddau", "terms_en": "Until 4 pm."}
    tea = an_offer(device, limit_kind="day", **words)
    an_offer(device, title_en="Pint of bitter", limit_kind="none", tag="alcohol")
    an_offer(device, title_en="Big prize", limit_kind="ever", offline="no")
    people = People()
    phone = shop(token)
    phone.ready()
    phone.lose_the_network()
    _a_good_card(phone, people.good)
    _the_same_by_the_phones_own_camera(phone, people)
    _cards_that_are_not_good(phone, people)
    _after_a_restart(phone, people)
    assert not Scan.objects.exists()
    _back_and_sent_twice(phone, [(people.good.passport_id, tea.pk), (people.other.passport_id, tea.pk)])
    assert phone.wrong == []


def _a_good_card(phone: Till, card) -> None:
    page = phone.page
    phone.scan(f"https://card.example/v#{code(card)}", "Yes")
    assert page.get_by_text("Checked without a network").is_visible()
    assert page.get_by_text("Check the photo on the card, and that these 4 characters").is_visible()
    assert page.locator(".till-check").inner_text() == check_code(bytes.fromhex(card.serial))
    assert page.get_by_text(card.passport.first_name).count() == 0
    phone.look("yes")
    phone.press("Record this use Tea for two", "Recorded")
    assert page.get_by_text("2 waiting.").is_visible(), "the check and the use"
    phone.look("recorded")


def _the_same_by_the_phones_own_camera(phone: Till, people: People) -> None:
    page = phone.page
    page.goto(f"/v#{code(people.good)}")
    page.get_by_role("heading", name="Yes").wait_for()
    assert page.get_by_text("marmalade").is_visible()
    assert "#" not in page.url
    assert page.locator(".till-offer.gone").all_inner_texts()[0].split("\n")[-1].strip() == "Already used"
    assert page.get_by_role("button", name="Record this use Tea for two").count() == 0
    assert page.get_by_text("This offer needs a network.").is_visible()
    assert page.get_by_role("button", name="Record this use Big prize").count() == 0
    page.goto(f"/cy/v#{code(people.young)}")
    page.get_by_role("heading", name="Iawn").wait_for()
    assert page.locator(".till-offer h2").all_inner_texts()[0] == "Te i ddau"
    assert page.locator(".till-offer").count() == 2, "nothing with alcohol for a young card"


def _cards_that_are_not_good(phone: Till, people: People) -> None:
    page, good = phone.page, code(people.good)
    page.goto("/till/")
    for text, heading in {
        code(people.stopped): "Stopped",
        code(people.ended): "Run out",
        altered(good): "Not valid",
        code(people.good, live=True, now=timezone.now() - timedelta(minutes=11)): "Scan again",
        f"https://evil.example/v#{good}": "Not valid",
        "9" * 10_000: "Not valid",
    }.items():
        phone.scan(text, heading)
    page.goto("/till/")
    page.get_by_label("Card number").fill(display(people.good.number))
    phone.press("Check this card", "Cannot check")
    assert page.get_by_text("scan the code").is_visible()
    phone.look("typed")


def _after_a_restart(phone: Till, people: People) -> None:
    phone.context.close()
    phone.open(offline=True)
    page = phone.page
    page.goto("/till/")
    page.get_by_role("heading", name="Scan the card").wait_for()
    waiting = len(phone.stored()["database"]["queue"]["keys"])
    page.get_by_text(f"{waiting} waiting.").wait_for()
    phone.look("shell")
    assert phone.failed <= {"/till/bundle.json", "/api/v1/trust", "/till/upload/"}, "all files are kept"
    phone.scan(code(people.other, live=True), "Yes")
    assert page.get_by_text("Shown live on a phone").is_visible()
    phone.press("Record this use Tea for two", "Recorded")
    assert page.get_by_text(f"{waiting + 2} waiting.").is_visible()
    _nothing_personal(phone.stored(), people.all)


def _back_and_sent_twice(phone: Till, uses: list[tuple[int, int]]) -> None:
    page = phone.page
    kept = phone.stored()["database"]["queue"]["values"]
    phone.find_the_network()
    phone.contact()
    phone.nothing_waits()
    page.get_by_text("waiting.").wait_for(state="detached")
    assert Scan.objects.filter(offline=True).count() == len(kept)
    assert sorted(Scan.objects.values_list("sequence", flat=True)) == list(range(1, len(kept) + 1))
    assert sorted(Redemption.objects.values_list("passport", "offer")) == sorted(uses)
    again = {"device_time": timezone.now().isoformat(), "waiting": len(kept), "items": kept}
    assert all(one["repeated"] for one in page.evaluate(SEND, again)["items"])
    assert (Scan.objects.count(), Redemption.objects.count()) == (len(kept), 2)


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


def test_what_was_recorded_online_counts_without_a_network_and_a_lost_answer_counts_once(live_server, shop):
    device, token = a_till()
    tea = an_offer(device, title_en="Tea for two", limit_kind="day")
    first, second = a_card(), a_card()
    phone = shop(token)
    page = phone.page
    phone.ready()
    phone.scan(code(first), "Yes")
    phone.press("Record this use Tea for two", "Recorded")
    # the server records the second one, and its answer is lost on the way
    page.goto("/till/")
    phone.scan(code(second, live=True), "Yes")
    page.route("**/till/use", lambda route: (route.fetch(), route.abort()))
    phone.press("Record this use Tea for two", "Recorded")
    assert page.get_by_text("1 waiting.").is_visible()
    assert Redemption.objects.count() == 2
    page.unroute("**/till/use")
    # the upload is stored as well, and its answer is lost too; then it comes through
    page.route("**/till/upload/", lambda route: (route.fetch(), route.abort()))
    phone.contact()
    page.wait_for_timeout(800)
    assert page.get_by_text("1 waiting.").is_visible()
    page.unroute("**/till/upload/")
    phone.contact()
    phone.nothing_waits()
    assert sorted(Redemption.objects.values_list("passport", "offer")) == [
        (first.passport_id, tea.pk), (second.passport_id, tea.pk),
    ]  # fmt: skip
    assert gaps.next_sequence(device.pk) == 2, "what the server knew already is not missed as lost"
    phone.lose_the_network()
    page.goto("/till/")
    for card in (first, second):
        phone.scan(code(card), "Yes")
        assert page.locator(".till-offer.gone").count() == 1
    assert phone.wrong == []


def test_the_camera_works_without_a_network_after_a_restart(live_server, shop, tmp_path):
    device, token = a_till()
    an_offer(device, title_en="Tea for two", limit_kind="day")
    film = tmp_path / "film.mjpeg"
    film.write_bytes(scene(f"https://card.example/v#{code(a_card())}") * 4)
    flags = [*CAMERA, f"--use-file-for-fake-video-capture={film}"]
    phone = shop(token, flags=flags, permissions=["camera"])
    phone.ready()
    phone.context.close()
    phone.open(offline=True)
    phone.page.goto("/till/")
    phone.page.get_by_role("button", name="Scan with the camera").click()
    phone.page.get_by_role("heading", name="Yes", exact=True).wait_for()
    phone.press("Record this use Tea for two", "Recorded")
    assert phone.wrong == []
    # its files came from the store, not from what the browser happened to keep
    kept = (
        "/static/js/till/scan-worker.js /static/vendor/zxing/reader.js /static/vendor/zxing/zxing_reader.wasm"
    )
    assert {url.removeprefix(phone.address) for url in phone.stored()["caches"]} >= set(kept.split())
