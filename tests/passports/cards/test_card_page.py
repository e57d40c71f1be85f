"""The carer’s own card page: whose card, which state, what it holds, what it weighs."""

from __future__ import annotations

import gzip
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from passports.cards import keys, pending, services
from passports.cards.domain import numbers
from passports.cards.domain.scanned import parse_scanned
from passports.cards.face import Face
from passports.cards.models import Card
from tests.factories import UserFactory
from tests.factories_cards import SYSTEM, issued, run_out
from tests.passports.cards.pictures import read_svg

pytestmark = pytest.mark.django_db

PAGE = "/card/"


@pytest.fixture
def card():
    return issued(photo=True, first_name="Gwenllïan", last_name="Ŵyn-Prydderch")


@pytest.fixture
def mine(card):
    client = Client()
    client.force_login(card.passport.user)
    return client


def text(response) -> str:
    return response.content.decode()


def test_it_shows_name_number_check_code_and_last_day(mine, card):
    page = text(mine.get(PAGE))
    for shown in (
        "Gwenllïan Ŵyn-Prydderch",
        numbers.display(card.number),
        numbers.check_code(bytes.fromhex(card.serial)),
        f"{card.expires_on:%-d %B %Y}",
        "/card/photo/",
    ):
        assert shown in page


def test_the_drawn_code_is_the_static_one_of_this_card(mine, card):
    found = re.search(r'<div class="card-code">\s*(<svg.*?</svg>)', text(mine.get(PAGE)), re.DOTALL)
    assert read_svg(found[1]) == services.address_for(card, live=False)


def test_the_page_is_never_stored_by_browsers_or_proxies(mine):
    for path in (PAGE, "/card/code.json", "/card/photo/", "/card/print/"):
        response = mine.get(path)
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"], path


@pytest.mark.parametrize(
    "name",
    [
        "card",
        "code",
        "photo",
        "lost",
        "found",
        "replace",
        "design",
        "post",
        "renew",
        "contact",
        "print",
        "letter",
    ],
)
def test_strangers_are_sent_to_sign_in(client, name):
    response = client.get(reverse(f"cards:{name}"))
    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/?next=/card/")


def test_another_person_sees_and_changes_nothing_of_it(card):
    other = Client()
    other.force_login(UserFactory())
    assert card.passport.last_name not in text(other.get(PAGE))
    assert other.get("/card/photo/").status_code == 404
    assert other.get("/card/print/").status_code == 404
    assert "svg" not in other.get("/card/code.json").json()
    for name in ("lost", "found", "replace", "design", "post", "renew"):
        other.post(reverse(f"cards:{name}"), {"discreet": "yes"})
    card.refresh_from_db()
    assert card.status == "active"
    assert not card.passport.discreet
    assert Card.objects.count() == 1


def test_no_address_takes_a_number():
    from passports.cards.urls import urlpatterns

    assert not [pattern for pattern in urlpatterns if "<" in str(pattern.pattern)]


def test_the_live_code_is_fresh_and_of_this_card(mine, card):
    answer = mine.get("/card/code.json").json()
    scanned = parse_scanned(read_svg(answer["svg"]), settings.CARD_ISSUER_HOST)
    code, _said = keys.read(scanned.digits)
    assert code.live
    assert code.serial.hex() == card.serial
    assert abs(code.issued_at - timezone.now().timestamp()) < 30
    assert answer["seconds"] == 600


def test_reading_the_page_and_the_code_writes_nothing(mine, card, django_assert_num_queries):
    from passport_site.core.models import AuditEvent

    before = AuditEvent.objects.count(), card.status_changes.count()
    mine.get(PAGE)
    mine.get("/card/code.json")
    assert (AuditEvent.objects.count(), card.status_changes.count()) == before


def test_the_page_costs_seven_queries_and_the_code_four(mine, card, django_assert_max_num_queries):
    mine.get(PAGE)
    with django_assert_max_num_queries(
        7
    ):  # session, person, passport, card, scheme; 2 for the header’s rights
        mine.get(PAGE)
    with django_assert_max_num_queries(4):
        mine.get("/card/code.json")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda card: services.report_lost(card=card, by=SYSTEM), "We have stopped this card"),
        (lambda card: services.revoke_card(card=card, by=SYSTEM, why="x"), "Your card has been stopped"),
        (
            lambda card: services.suspend_passport(passport=card.passport, by=SYSTEM, why="x"),
            "Your card is paused",
        ),
        (
            lambda card: services.end_passport(passport=card.passport, by=SYSTEM, why="x"),
            "Your passport has ended",
        ),
        (run_out, "Your card has run out"),
    ],
)
def test_a_card_that_is_not_good_shows_no_name_photo_or_code(mine, card, make, words):
    make(card)
    response = mine.get(PAGE)
    page = text(response)
    assert words in page
    for gone in (
        "Gwenllïan",
        "Prydderch",
        "card-code",
        "/card/photo/",
        numbers.check_code(bytes.fromhex(card.serial)),
    ):
        assert gone not in page
    assert "X-Card-Until" not in response
    assert "svg" not in mine.get("/card/code.json").json()
    assert mine.get("/card/print/").status_code == 404
    assert mine.get("/card/letter/").status_code == 404


def test_after_the_last_day_the_photo_is_gone_too(mine, card):
    assert mine.get("/card/photo/").status_code == 200
    run_out(card)
    assert mine.get("/card/photo/").status_code == 404


def test_the_stored_copy_knows_when_to_go(mine, card):
    from datetime import datetime
    from zoneinfo import ZoneInfo

    until = datetime.fromtimestamp(int(mine.get(PAGE)["X-Card-Until"]), ZoneInfo("Europe/London"))
    assert until.date() == card.expires_on + timedelta(days=1)
    assert (until.hour, until.minute) == (0, 0)


def test_without_a_passport_it_says_how_to_apply(client):
    client.force_login(UserFactory())
    page = text(client.get(PAGE))
    assert "You have no card yet" in page
    assert "/apply/" in page


def test_with_an_application_under_way_it_says_so(client, monkeypatch):
    said = pending.Pending(
        "We have your application", "We aim to answer by Friday.", "See it", "/apply/mine/"
    )
    monkeypatch.setattr(pending, "_finder", lambda user: said)
    client.force_login(UserFactory())
    page = text(client.get(PAGE))
    assert "We have your application" in page
    assert 'href="/apply/mine/"' in page
    assert "You have no card yet" not in page


def test_a_new_passport_shows_instead_of_the_ended_one(mine, card):
    services.end_passport(passport=card.passport, by=SYSTEM, why="x")
    issued(user=card.passport.user, first_name="Newer")
    assert "Newer" in text(mine.get(PAGE))


def test_report_lost_asks_first_and_only_the_button_does_it(mine, card):
    page = text(mine.get("/card/lost/"))
    assert "Stop this card now" in page
    card.refresh_from_db()
    assert card.status == "active"
    assert mine.post("/card/lost/")["Location"] == PAGE
    card.refresh_from_db()
    assert card.status == "lost"
    assert card.status_changes.get(verb="report_lost").actor == f"user:{card.passport.user_id}"


def test_lost_twice_is_lost_once(mine, card):
    mine.post("/card/lost/")
    mine.post("/card/lost/")
    assert card.status_changes.filter(verb="report_lost").count() == 1


def test_found_and_replaced_from_the_page(mine, card):
    mine.post("/card/lost/")
    page = text(mine.post("/card/found/", follow=True))
    assert "Your card works again." in page
    page = text(mine.post("/card/replace/", follow=True))
    new = Card.objects.get(status="active")
    assert "This is your new card." in page
    assert numbers.display(new.number) in page
    assert numbers.display(card.number) not in page


def test_changing_things_needs_the_csrf_token(card):
    client = Client(enforce_csrf_checks=True)
    client.force_login(card.passport.user)
    for name in ("lost", "found", "replace", "design", "post", "renew"):
        assert client.post(reverse(f"cards:{name}")).status_code == 403
    card.refresh_from_db()
    assert card.status == "active"


@pytest.mark.parametrize("name", ["found", "design", "post", "renew"])
def test_a_link_alone_changes_nothing(mine, name):
    assert mine.get(reverse(f"cards:{name}")).status_code == 405


def test_the_plain_design_does_not_say_carer_on_the_card(mine, card):
    assert ">Carer<" in text(mine.get(PAGE))
    mine.post("/card/design/", {"discreet": "yes"})
    page = text(mine.get(PAGE))
    face = re.search(r"<article class=.card-face.*?</article>", page, re.DOTALL)[0]
    assert "discreet" in face
    assert "carer" not in face.lower()
    mine.post("/card/design/", {"discreet": "no"})
    assert ">Carer<" in text(mine.get(PAGE))


def test_a_young_carers_card_says_so_and_when_it_changes(client):
    today = timezone.localdate()
    card = issued(kind="young", date_of_birth=today.replace(year=today.year - 17, day=1))
    client.force_login(card.passport.user)
    page = text(client.get(PAGE))
    assert "Young carer" in page
    assert "When you turn 18" in page


def test_renewing_is_spoken_of_eight_weeks_before(mine, card):
    assert "Time to renew" not in text(mine.get(PAGE))
    run_out(card, days_ago=-56)
    assert "Time to renew" in text(mine.get(PAGE))
    run_out(card, days_ago=-57)
    assert "Time to renew" not in text(mine.get(PAGE))


def test_without_a_photo_it_says_how_to_send_one(client):
    card = issued()
    client.force_login(card.passport.user)
    page = text(client.get(PAGE))
    assert "Your card has no photo yet" in page
    assert "/card/photo/" not in page


def test_a_photo_that_is_missing_from_the_store_is_a_404(mine, card):
    card.passport.photo.storage.delete(card.passport.photo.name)
    assert mine.get("/card/photo/").status_code == 404
    assert mine.get(PAGE).status_code == 200
    assert mine.get("/card/print/").status_code == 200


def test_the_photo_is_small_has_the_cards_shape_and_no_exif(mine):
    from io import BytesIO

    from PIL import Image

    response = mine.get("/card/photo/")
    content = b"".join(response.streaming_content)
    picture = Image.open(BytesIO(content))
    assert picture.size == (280, 360)
    assert not picture.getexif()
    assert len(content) < 20_000


def test_in_welsh_the_page_is_at_its_own_address(mine, card):
    with translation.override("cy"):
        month = f"{card.expires_on:%Y}"
    response = mine.get("/cy/card/")
    page = text(response)
    assert response.status_code == 200
    assert 'data-code="/cy/card/code.json"' in page
    assert 'data-worker="/cy/card/sw.js"' in page
    assert month in page


@pytest.mark.parametrize(("path", "scope"), [("/card/sw.js", "/card/"), ("/cy/card/sw.js", "/cy/card/")])
def test_the_worker_is_script_beside_the_page_and_holds_nothing_personal(client, path, scope):
    response = client.get(path)
    assert response["Content-Type"].startswith("text/javascript")
    assert response["Cache-Control"] == "no-cache"
    assert path.startswith(scope)


def test_the_page_weighs_at_most_60_kb(mine):
    """HTML with the code and the pattern, the photo, the live code, styles and scripts, as sent with gzip.

    Typefaces come once for the whole site and are counted apart: 4 files, 61 kB, kept by the browser.
    """
    page = mine.get(PAGE)
    photo = b"".join(mine.get("/card/photo/").streaming_content)
    total = len(gzip.compress(page.content)) + len(photo)
    total += len(gzip.compress(mine.get("/card/code.json").content)) + len(
        gzip.compress(mine.get("/card/sw.js").content)
    )
    named = re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js|svg))"', text(page))
    assert {"css/card.css", "css/card-page.css", "js/card.js"} <= set(named)
    total += sum(len(gzip.compress(Path(finders.find(name)).read_bytes())) for name in named)
    assert len(page.content) < 60_000
    assert total < 60_000, total


def test_the_page_has_no_inline_script_or_style(mine):
    page = text(mine.get(PAGE))
    assert not re.search(r"<script(?![^>]*src=)", page)
    assert " style=" not in page
    assert "<style" not in page
    assert not re.search(r"\son\w+=", page)


def test_the_face_shows_these_things_and_no_others():
    assert set(Face.__dataclass_fields__) == {
        "name", "kind", "photo_url", "number", "check_code", "expires_on", "scheme_name", "discreet",
        "qr_svg", "pattern_svg", "kind_label", "clock",
    }  # fmt: skip


def test_the_state_in_code_json_is_plain_json(mine):
    assert json.loads(mine.get("/card/code.json").content)["state"] == "card"


@pytest.mark.parametrize("name", ["<b>Bobby</b>", "‮Mirror", "👩‍👧", "A" * 80, "O’Neill & Sons"])
def test_odd_names_are_shown_and_escaped(client, name):
    card = issued(first_name=name, photo=True)
    client.force_login(card.passport.user)
    page = text(client.get(PAGE))
    assert "<b>Bobby" not in page
    assert client.get("/card/print/").status_code == 200
    assert client.get("/card/letter/").status_code == 200


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "You have started to apply"),
        ({"waiting": True}, "We have your application"),
        ({"waiting": True, "status": "more_needed"}, "We need a little more from you"),
    ],
)
def test_an_application_under_way_shows_instead_of_no_card(client, facts, words):
    from tests.factories import ApplicationFactory

    user = UserFactory()
    ApplicationFactory(user=user, **facts)
    client.force_login(user)
    assert words in text(client.get(PAGE))


def test_the_carer_changes_the_address_and_keeps_what_was_typed(mine, card):
    wrong = mine.post("/card/contact/", {"address": "1 New Row", "postcode": "nowhere", "phone": ""})
    assert wrong.status_code == 422
    assert "1 New Row" in text(wrong)
    assert "Enter a postcode, like LS1 4AP" in text(wrong)
    right = mine.post(
        "/card/contact/", {"address": "1 New Row", "postcode": "zz99 9zz", "phone": "07700 900 555"}
    )
    assert right["Location"] == PAGE
    area = card.passport.area
    card.passport.refresh_from_db()
    assert (card.passport.address, card.passport.postcode, card.passport.phone) == (
        "1 New Row",
        "ZZ99 9ZZ",
        "07700 900 555",
    )
    assert card.passport.area == area


def test_nobody_without_a_passport_has_an_address_here(client):
    client.force_login(UserFactory())
    assert client.get("/card/contact/")["Location"] == PAGE
