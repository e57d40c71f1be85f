"""Officers’ screens: who may, what each button does, what is written down."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from passport_site.core.models import AuditEvent
from passports.cards.domain import numbers
from passports.cards.models import Card, Passport
from tests.factories import AreaFactory, UserFactory
from tests.factories_accounts import signed_in
from tests.factories_cards import SYSTEM, issued, run_out
from tests.passports.cards.pictures import jpeg, sizes

pytestmark = pytest.mark.django_db

LIST = "/cms/passports/"


@pytest.fixture
def officer(client_of):
    return client_of("Assessor")


@pytest.fixture
def card():
    return issued(photo=True, first_name="Priya", last_name="Menon-Hughes", postcode="AJ1 1PM")


def with_permissions(*names: str) -> Client:
    """Somebody who gets into the CMS and has exactly these permissions."""
    user = UserFactory()
    for name in ("access_admin", *names):
        user.user_permissions.add(Permission.objects.get(codename=name))
    return signed_in(user)


def addresses(card: Card) -> dict[str, tuple[str, str]]:
    """Every screen of ours: method and address."""
    pk = card.passport_id
    verbs = ("report_lost", "found_again", "replace", "post", "revoke", "suspend", "resume", "end", "renew")
    return {
        "list": ("get", LIST),
        "results": ("get", reverse("cards_passports:index_results")),
        "screen": ("get", reverse("cards_passports:inspect", args=[pk])),
        "photo": ("get", reverse("cards_passports:photo", args=[pk])),
        "queue": ("get", reverse("cards_passports:queue")),
        "print": ("post", reverse("cards_passports:print")),
        "again": ("post", reverse("cards_passports:again", args=[1])),
        "download": ("post", reverse("cards_passports:download", args=[1])),
        "letter": ("post", reverse("cards_passports:letter", args=[pk])),
        "change_photo": ("post", reverse("cards_passports:change_photo", args=[pk])),
        "contact": ("post", reverse("cards_passports:contact", args=[pk])),
        **{verb: ("post", reverse("cards_passports:step", args=[pk, verb])) for verb in verbs},
    }


ALL = [
    "list", "results", "screen", "photo", "queue", "print", "again", "download", "letter", "change_photo", "contact",
    "report_lost", "found_again", "replace", "post", "revoke", "suspend", "resume", "end", "renew",
]  # fmt: skip
VIEWING = {"list", "results", "screen", "photo"}


def refused(response) -> bool:
    """Wagtail refuses with 302 to its first page and a message."""
    return response.status_code == 403 or (response.status_code == 302 and response["Location"] == "/cms/")


@pytest.mark.parametrize("name", ALL)
def test_an_admin_user_without_permissions_is_refused_everywhere(card, name):
    client = with_permissions()
    method, address = addresses(card)[name]
    before = (Card.objects.count(), card.status_changes.count(), AuditEvent.objects.count())
    assert refused(getattr(client, method)(address, {"why": "x", f"{name}-why": "x"}))
    assert (Card.objects.count(), card.status_changes.count(), AuditEvent.objects.count()) == before


@pytest.mark.parametrize("name", [name for name in ALL if name not in VIEWING])
def test_whoever_may_only_look_cannot_change_or_print(card, name):
    client = with_permissions("view_passport")
    method, address = addresses(card)[name]
    before = (Card.objects.count(), card.status_changes.count())
    assert refused(getattr(client, method)(address, {f"{name}-why": "x"}))
    assert (Card.objects.count(), card.status_changes.count()) == before
    assert "Print a letter" not in client.get(addresses(card)["screen"][1]).content.decode()


def test_the_list_above_is_every_address_of_the_viewset(card):
    from passports.cards.viewsets import PassportViewSet

    mounted = {pattern.name for pattern in PassportViewSet().get_urlpatterns()}
    assert mounted == {
        "index",
        "index_results",
        "inspect",
        "photo",
        "change_photo",
        "contact",
        "letter",
        "step",
        "queue",
        "print",
        "again",
        "download",
    }


@pytest.mark.parametrize(
    "name", ["report_lost", "revoke", "letter", "print", "again", "download", "change_photo", "end"]
)
def test_a_link_changes_nothing(officer, card, name):
    assert officer.get(addresses(card)[name][1]).status_code == 405


@pytest.mark.parametrize(
    "words", ["menon", "Priya Hughes", "aj1 1pm", "AJ11PM", "number", "spoken number", "first half of number"]
)
def test_officers_find_people_by_name_number_and_postcode(officer, card, words):
    issued(first_name="Tomasz", last_name="Wójcik", postcode="AJ2 2AA")
    words = {
        "number": numbers.display(card.number),
        "spoken number": card.number.lower().replace("0", "o").replace("1", "l"),
        "first half of number": card.number[:4],
    }.get(words, words)
    page = officer.get(LIST, {"q": words}).content.decode()
    assert "Priya Menon-Hughes" in page
    assert "Wójcik" not in page


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"status": "active"}, {"Good", "Lost", "Past", "Soon"}),
        ({"status": "ended"}, {"Ended"}),
        ({"card": "lost"}, {"Lost"}),
        ({"expiring": "soon"}, {"Soon"}),
        ({"expiring": "past"}, {"Past"}),
        ({"expiring": "good"}, {"Good", "Lost", "Soon"}),
        ({"kind": "young"}, set()),
    ],
)
def test_filters(officer, filters, found):
    from passports.cards import services

    people = {
        name: issued(first_name=name, last_name="Xq") for name in ("Good", "Lost", "Past", "Soon", "Ended")
    }
    services.report_lost(card=people["Lost"], by=SYSTEM)
    services.end_passport(passport=people["Ended"].passport, by=SYSTEM, why="x")
    run_out(people["Past"])
    run_out(people["Soon"], days_ago=-10)
    page = officer.get(LIST, filters).content.decode()
    assert {name for name in people if f"{name} Xq" in page} == found


def test_the_list_costs_the_same_for_two_and_for_twenty(officer, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert officer.get(LIST).status_code == 200
        return len(caught)

    issued(), issued()
    queries()
    few = queries()
    for _ in range(18):
        issued()
    assert queries() == few


def test_the_screen_shows_the_card_and_notes_that_it_was_opened(officer, card):
    page = officer.get(addresses(card)["screen"][1]).content.decode()
    for shown in (
        "Priya Menon-Hughes",
        numbers.display(card.number),
        "12 Tanner’s Row",
        "Card issued",
        "the system",
    ):
        assert shown in page
    seen = AuditEvent.objects.get(verb="passport.seen")
    assert seen.actor == f"user:{officer.user.pk}"
    assert seen.subject == f"cards.passport:{card.passport_id}"


def test_the_photo_is_served_small_unstored_and_noted(officer, card):
    response = officer.get(addresses(card)["photo"][1])
    assert response["Content-Type"] == "image/jpeg"
    assert "no-store" in response["Cache-Control"]
    assert AuditEvent.objects.filter(verb="passport.photo_seen").count() == 1


@pytest.mark.parametrize(
    ("verb", "why", "status", "passport_status"),
    [
        ("report_lost", "called us", "lost", "active"),
        ("replace", "", "replaced", "active"),
        ("revoke", "photo of somebody else", "revoked", "active"),
        ("suspend", "moved?", "active", "suspended"),
        ("end", "caring ended", "revoked", "ended"),
    ],
)
def test_each_button_is_one_step_in_the_officers_name(officer, card, verb, why, status, passport_status):
    response = officer.post(addresses(card)[verb][1], {f"{verb}-why": why})
    assert response["Location"] == addresses(card)["screen"][1]
    card.refresh_from_db()
    card.passport.refresh_from_db()
    assert (card.status, card.passport.status) == (status, passport_status)
    page = officer.get(addresses(card)["screen"][1]).content.decode()
    assert str(officer.user) in page
    assert why in page


@pytest.mark.parametrize("verb", ["revoke", "suspend", "end"])
def test_a_reason_is_asked_for_beside_its_field(officer, card, verb):
    response = officer.post(addresses(card)[verb][1], {f"{verb}-why": "  "})
    assert response.status_code == 422
    assert "Write why. It stays in the history." in response.content.decode()
    card.refresh_from_db()
    assert card.status == "active"


def test_a_stopped_card_is_followed_by_a_new_one(officer, card):
    officer.post(addresses(card)["revoke"][1], {"revoke-why": "wrong photo"})
    page = officer.get(addresses(card)["screen"][1]).content.decode()
    assert "New card" in page
    officer.post(addresses(card)["replace"][1])
    assert card.passport.cards.filter(status="active").count() == 1
    card.refresh_from_db()
    assert card.status == "revoked"


def test_only_buttons_that_make_sense_are_there(officer, card):
    page = officer.get(addresses(card)["screen"][1]).content.decode()
    assert "Reported lost" in page
    assert "Found again" not in page
    assert "Resume the passport" not in page
    officer.post(addresses(card)["end"][1], {"end-why": "x"})
    page = officer.get(addresses(card)["screen"][1]).content.decode()
    assert "/step" not in page
    assert 'id="end"' not in page
    assert 'id="replace"' not in page


def test_two_officers_at_once_one_is_told(officer, client_of, card):
    officer.post(addresses(card)["revoke"][1], {"revoke-why": "first"})
    page = client_of("Assessor").post(addresses(card)["report_lost"][1], follow=True).content.decode()
    assert "This cannot be done any more" in page
    assert card.status_changes.filter(verb="report_lost").count() == 0


def test_an_unknown_verb_is_a_404(officer, card):
    assert officer.post(reverse("cards_passports:step", args=[card.passport_id, "delete"])).status_code == 404


def test_a_new_photo_replaces_the_old_file(officer, card, django_capture_on_commit_callbacks):
    old = card.passport.photo.name
    storage = card.passport.photo.storage
    with django_capture_on_commit_callbacks(execute=True):
        officer.post(
            addresses(card)["change_photo"][1],
            {"photo-photo": SimpleUploadedFile("me.jpg", jpeg(), "image/jpeg")},
        )
    card.passport.refresh_from_db()
    assert card.passport.photo.name != old
    assert not storage.exists(old)
    assert AuditEvent.objects.filter(verb="passport.photo_changed").count() == 1


def test_something_else_than_a_photo_is_refused_in_words(officer, card):
    response = officer.post(
        addresses(card)["change_photo"][1],
        {"photo-photo": SimpleUploadedFile("x.svg", b"<svg/>", "image/svg+xml")},
    )
    assert response.status_code == 422
    assert 'class="error' in response.content.decode() or "error-message" in response.content.decode()


def test_one_letter_at_the_desk(officer, card):
    response = officer.post(addresses(card)["letter"][1])
    assert len(sizes(response.content)) == 1
    card.refresh_from_db()
    assert card.printed_at.date() == timezone.now().date()


def test_the_carer_cannot_reach_the_cms(card):
    client = Client()
    client.force_login(card.passport.user)
    assert client.get(LIST).status_code == 403
    assert Passport.objects.count() == 1


def test_a_new_address_told_by_phone(officer, card):
    area = AreaFactory(slug="north", name_en="North", sectors=["AJ7 3"])
    told = {
        "contact-address": "1 New Row\n\n Ludmarch ",
        "contact-postcode": "aj73ab",
        "contact-phone": "07700 900 555",
    }
    officer.post(addresses(card)["contact"][1], told)
    card.passport.refresh_from_db()
    assert card.passport.address == "1 New Row\nLudmarch"
    assert (card.passport.postcode, card.passport.area) == ("AJ7 3AB", area)
    event = AuditEvent.objects.get(verb="passport.contact_changed")
    assert set(event.details["fields"]) == {"address", "postcode", "phone", "area"}
    assert "Ludmarch" not in str(event.details)


def test_a_postcode_that_is_none_is_said_beside_the_field(officer, card):
    response = officer.post(addresses(card)["contact"][1], {"contact-postcode": "nowhere"})
    assert response.status_code == 422
    assert "Enter a postcode, like LS1 4AP" in response.content.decode()
