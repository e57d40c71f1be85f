"""The pages of the till: strangers and enrolled devices, the button, undo, the photo, enrolment."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from businesses.members.models import Device, Enrolment
from businesses.members.services import create_enrolment, enrol_device, revoke_device, revoke_enrolment
from businesses.redemptions import photo_token
from businesses.redemptions.models import Redemption, RedemptionVoid, Scan
from passport_site.core.errors import AlreadyDone, RuleBroken
from passport_site.core.models import AuditEvent
from passport_site.scheme.models import Scheme
from passports.cards.domain.numbers import check_code, display
from tests.factories import BranchFactory, UserFactory
from tests.factories_tills import a_card, a_till, an_offer, code
from tests.factories_uploads import an_item, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop():
    device, token = a_till(BranchFactory(business__name="Mill Lane Café", business__shop_word="marmalade"))
    client = Client()
    client.cookies["till"] = token
    return device, client


def hidden(html: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', html)[1]


def button(html: str) -> dict[str, str]:
    """What the first offer's button sends."""
    return {name: hidden(html, name) for name in ("code", "offer", "key", "seen")}


def test_opening_the_address_records_nothing():
    assert Client().get("/v").status_code == 200
    assert not Scan.objects.exists()


@pytest.mark.parametrize("language", ["", "/cy"])
def test_a_stranger_sees_genuine_and_how_to_join_but_nobody(language):
    card = a_card(passport__first_name="Priyanka", passport__photo="photos/a.jpg")
    response = Client().post(f"{language}/v", {"code": code(card)})
    html = response.content.decode()
    assert response.status_code == 200
    assert "till-result good" in html
    for secret in (
        "Priyanka",
        "/till/photo/",
        check_code(bytes.fromhex(card.serial)),
        card.number,
        display(card.number),
    ):
        assert secret not in html
    assert Scan.objects.get().device is None


def test_a_stranger_sees_the_same_page_for_whatever_is_no_card():
    card = a_card()
    pages = set()
    for text in (
        "1" * 193,
        f"https://elsewhere.example/v#{code(card)}",
        f"https://card.example/e#{code(card)}",
        "hello",
    ):
        html = Client().post("/v", {"code": text}).content.decode()
        assert "till-result bad" in html
        pages.add(re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html))
    assert len(pages) == 1


def test_a_till_sees_who_it_is_and_what_to_give(shop):
    device, client = shop
    card = a_card(passport__first_name="Priya", passport__last_name="Nayar", passport__photo="photos/a.jpg")
    an_offer(device, title_en="Tea for two", limit_kind="day")
    html = client.post("/v", {"code": code(card)}).content.decode()
    for seen in (
        "Mill Lane Café",
        "marmalade",
        "Priya",
        "/till/photo/",
        check_code(bytes.fromhex(card.serial)),
        "Tea for two",
    ):
        assert seen in html
    assert "Check the photo and the 4-character code." in html
    assert "Nayar" not in html
    assert "Shown live on a phone" in client.post("/v", {"code": code(card, live=True)}).content.decode()


def test_the_button_records_a_use_and_a_double_tap_only_one(shop):
    device, client = shop
    an_offer(device, title_en="Tea for two", limit_kind="day")
    sent = button(client.post("/till/", {"code": code(a_card())}).content.decode())
    for _ in range(2):
        html = client.post("/till/use", sent).content.decode()
        assert "till-result good" in html
        assert "Tea for two" in html
    assert Redemption.objects.count() == 1


def test_a_live_code_may_run_out_between_the_look_and_the_button(shop, monkeypatch):
    device, client = shop
    an_offer(device)
    start = timezone.now()
    text = code(a_card(), live=True, now=start)
    monkeypatch.setattr(timezone, "now", lambda: start + timedelta(minutes=9, seconds=50))
    sent = button(client.post("/v", {"code": text}).content.decode())
    monkeypatch.setattr(timezone, "now", lambda: start + timedelta(minutes=11))
    assert "till-result good" in client.post("/till/use", sent).content.decode()
    _other, token = a_till(device.branch)
    stolen = Client()
    stolen.cookies["till"] = token
    assert "till-result bad" in stolen.post("/till/use", sent | {"key": "another"}).content.decode()


def test_a_use_can_be_undone(shop):
    device, client = shop
    an_offer(device, limit_kind="ever")
    sent = button(client.post("/v", {"code": code(a_card())}).content.decode())
    used = client.post("/till/use", sent).content.decode()
    html = client.post("/till/undo", {"redemption": hidden(used, "redemption")}).content.decode()
    assert "does not count any more" in html
    assert RedemptionVoid.objects.count() == 1


def test_another_shop_cannot_undo_it(shop):
    device, client = shop
    an_offer(device)
    used = client.post(
        "/till/use", button(client.post("/v", {"code": code(a_card())}).content.decode())
    ).content.decode()
    other = Client()
    other.cookies["till"] = a_till()[1]
    other.post("/till/undo", {"redemption": hidden(used, "redemption")})
    assert not RedemptionVoid.objects.exists()


def test_what_is_used_up_has_no_button(shop):
    device, client = shop
    an_offer(device, limit_kind="day")
    card = a_card()
    client.post("/till/use", button(client.post("/v", {"code": code(card)}).content.decode()))
    html = client.post("/v", {"code": code(card)}).content.decode()
    assert "Already used" in html
    assert "/till/use" not in html


@pytest.mark.parametrize(
    ("change", "word"),
    [({"status": "lost"}, "Stopped"), ({"expires_on": timezone.localdate() - timedelta(days=2)}, "Run out")],
)
def test_a_card_that_is_not_good_says_so_kindly_and_offers_nothing(shop, change, word):
    device, client = shop
    an_offer(device)
    card = a_card(passport__first_name="Priya")
    text = code(card)
    type(card).objects.filter(pk=card.pk).update(**change)
    html = client.post("/v", {"code": text}).content.decode()
    assert word in html
    assert "The carer may have a newer one" in html
    assert "Priya" not in html
    assert "/till/use" not in html


def test_the_tills_list_shows_times_and_results_and_no_names(shop):
    device, client = shop
    an_offer(device, title_en="Tea for two")
    card = a_card(passport__first_name="Priyanka")
    client.post("/till/use", button(client.post("/v", {"code": code(card)}).content.decode()))
    client.post("/v", {"code": "hello"})
    html = client.get("/till/").content.decode()
    for seen in ("Tea for two", "Checked: yes", "Not valid"):
        assert seen in html
    assert "Priyanka" not in html
    assert card.number not in html


def test_without_a_device_the_till_explains_how_to_become_one():
    for path in ("/till/", "/till/use", "/till/undo"):
        assert Client().post(path, {"code": "x"}).status_code == 403
    assert "set-up code" in Client().get("/till/").content.decode()
    assert not Scan.objects.exists()


def test_a_form_from_elsewhere_is_refused(shop):
    device, client = shop
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["till"] = client.cookies["till"].value
    offer = an_offer(device)
    sent = {"code": code(a_card()), "offer": offer.pk, "key": "k"}
    assert strict.post("/till/use", sent).status_code == 403
    assert not Redemption.objects.exists()


def test_an_empty_or_odd_number_keeps_what_was_typed(shop):
    _device, client = shop
    assert "Type the number on the card" in client.post("/till/", {"code": ""}).content.decode()
    for odd in ("a\x00b", "x" * 2000, "‮abc", "💛"):
        assert client.post("/till/", {"code": odd}).status_code == 200
    assert client.post("/till/use", {"code": "x", "offer": "9" * 30, "key": "k"}).status_code == 302
    for odd in ("", "-1", "٣", "9" * 40, "a"):
        assert client.post("/till/undo", {"redemption": odd}).status_code == 302


def test_trouble_shows_cannot_check_and_never_yes(shop, monkeypatch):
    _device, client = shop

    def gone(*args, **kwargs):
        raise OperationalError("no database")

    text = code(a_card())
    for target in ("check.check_card", "till.redeem_offer"):
        monkeypatch.setattr(f"businesses.redemptions.views.{target}", gone)
    for path, body in (("/v", {"code": text}), ("/till/use", {"code": text, "offer": 1, "key": "k"})):
        response = client.post(path, body)
        html = response.content.decode()
        assert response.status_code == 503
        assert "Cannot check" in html
        assert "till-result good" not in html


def test_the_page_for_trouble_needs_no_database(shop, monkeypatch):
    _device, client = shop

    def gone(*args, **kwargs):
        raise OperationalError("no database")

    monkeypatch.setattr("django.db.backends.utils.CursorWrapper.execute", gone)
    response = client.post("/v", {"code": "1"})
    assert (response.status_code, "Cannot check" in response.content.decode()) == (503, True)


# ---- the photo


@pytest.fixture
def photographed():
    card = a_card()
    card.passport.photo.save("a.jpg", ContentFile(b"\xff\xd8 a photo"))
    return card


def test_the_photo_is_for_this_device_and_is_in_the_audit_trail(shop, photographed):
    device, client = shop
    address = photo_token.address(device, photographed.passport_id)
    response = client.get(address)
    assert (response.status_code, response.content) == (200, b"\xff\xd8 a photo")
    assert response.headers["Cache-Control"] == "private, no-store"
    event = AuditEvent.objects.get(verb="passport.photo_shown")
    assert (event.actor, event.subject) == (
        f"device:{device.pk}",
        f"cards.passport:{photographed.passport_id}",
    )


def test_the_photo_is_not_for_anybody_else(shop, photographed, monkeypatch):
    device, client = shop
    _other_device, other_token = a_till(device.branch)
    address = photo_token.address(device, photographed.passport_id)
    other = Client()
    assert other.get(address).status_code == 404
    other.cookies["till"] = other_token
    assert other.get(address).status_code == 404
    for forged in ("/till/photo/x", "/till/photo/" + "A" * 120, address[:-2] + "AA"):
        assert client.get(forged).status_code == 404
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=5, seconds=2))
    assert client.get(address).status_code == 404
    assert not AuditEvent.objects.filter(verb="passport.photo_shown").exists()


def test_a_till_system_gets_the_photo_with_its_token(photographed):
    device, token = a_till()
    response = Client().get(
        photo_token.address(device, photographed.passport_id), headers={"Authorization": f"Bearer {token}"}
    )
    assert response.status_code == 200


def test_a_scheme_may_keep_photos_from_tills(shop, photographed):
    device, client = shop
    scheme = Scheme.load()
    scheme.till_shows_photo = False
    scheme.save()
    assert "/till/photo/" not in client.post("/v", {"code": code(photographed)}).content.decode()
    assert client.get(photo_token.address(device, photographed.passport_id)).status_code == 404


def test_the_photos_address_tells_nothing_and_is_never_the_same(shop, photographed):
    device, _client = shop
    one, two = (photo_token.address(device, photographed.passport_id) for _ in range(2))
    assert one != two


# ---- enrolment


def invited(**more):
    return create_enrolment(branch=BranchFactory(), name="Counter 1", by=UserFactory(), **more)


def test_a_code_makes_this_browser_a_till():
    _enrolment, typed = invited()
    client = Client()
    spaced = " ".join(typed[i : i + 4] for i in range(0, len(typed), 4)).lower()
    response = client.post("/till/enrol", {"code": spaced})
    assert response.headers["Location"] == "/till/"
    cookie = response.cookies["till"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert client.get("/till/").status_code == 200
    device = Device.objects.get()
    assert (device.name, device.token_hash != cookie.value) == ("Counter 1", True)


def test_where_cookies_are_secure_the_name_is_bound_to_the_host(settings):
    settings.SESSION_COOKIE_SECURE = True
    _enrolment, typed = invited()
    cookie = Client().post("/till/enrol", {"code": typed}, secure=True).cookies["__Host-till"]
    assert cookie["secure"]
    assert cookie["path"] == "/"
    assert not cookie["domain"]


def test_opening_the_invitation_uses_nothing():
    invited()
    assert Client().get("/till/enrol").status_code == 200
    assert Enrolment.objects.get().used_at is None


def test_a_code_works_once_in_time_and_until_it_is_taken_back(monkeypatch):
    enrolment, typed = invited()
    enrol_device(token=typed)
    with pytest.raises(RuleBroken):
        enrol_device(token=typed)
    with pytest.raises(AlreadyDone):
        revoke_enrolment(enrolment=enrolment, by=UserFactory())
    taken_back, other = invited()
    revoke_enrolment(enrolment=taken_back, by=UserFactory())
    with pytest.raises(RuleBroken):
        enrol_device(token=other)
    _late, third = invited(valid_for=timedelta(hours=1))
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=1, seconds=1))
    with pytest.raises(RuleBroken):
        enrol_device(token=third)
    assert Device.objects.count() == 1


def test_a_wrong_code_says_what_to_do_and_keeps_what_was_typed():
    html = Client().post("/till/enrol", {"code": "ABCD-1234"}).content.decode()
    assert "Ask for a new one" in html
    assert "ABCD-1234" in html


def test_a_device_taken_off_is_a_stranger_at_once(shop):
    device, client = shop
    revoke_device(device=device, by=UserFactory())
    assert client.get("/till/").status_code == 403
    card = a_card(passport__first_name="Priyanka")
    assert "Priyanka" not in client.post("/v", {"code": code(card)}).content.decode()


def test_only_hashes_of_codes_and_tokens_are_stored():
    enrolment, typed = invited()
    device, token = enrol_device(token=typed)
    assert typed not in enrolment.token_hash
    assert token not in Device.objects.get(pk=device.pk).token_hash
    assert len(token) >= 43


def test_a_use_that_was_sent_later_is_undone_by_the_key_it_was_sent_with(shop):
    # given this till sent a use, and another till of the branch one with a key that is alike
    device, client = shop
    other, _token = a_till(device.branch)
    offer = an_offer(device, limit_kind="none")
    for till in (device, other):
        sent(till, an_item(code(a_card()), offer, key="off-1"))
    mine = Redemption.objects.get(scan__device=device)
    # then its key leads to its own use, twice is once, and what was never sent leads nowhere
    for _tap in range(2):
        assert "Undone" in client.post("/till/undo", {"sent": "off-1"}).content.decode()
    assert list(RedemptionVoid.objects.values_list("redemption", flat=True)) == [mine.pk]
    for nothing in ("off-2", "x" * 400, "\x00"):
        assert client.post("/till/undo", {"sent": nothing}).status_code in (302, 404)
    assert RedemptionVoid.objects.count() == 1
