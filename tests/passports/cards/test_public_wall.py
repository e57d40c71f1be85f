"""The wall between carers and shops: what a till may know is one fixed list (quality bar 15)."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from passports.cards import public
from passports.cards.domain.numbers import check_code
from tests.factories_tills import a_card, code

WHAT_A_TILL_MAY_KNOW = {
    "status": "the answer",
    "live": "shown on a phone just now",
    "reason": "for the scan log, shown as a sentence",
    "way": "scanned or typed, for the scan log",
    "first_name": "to greet and compare, valid cards only",
    "has_photo": "whether there is one to look at",
    "check_code": "stands on the card, catches a copied code",
    "valid_until": "shown as a month",
    "kind": "young cards are kept from adults-only offers",
    "card_id": "foreign key of the scan, never leaves the server",
    "passport_id": "foreign key of the use, never leaves the server",
    "visiting": "the other scheme that a card is of, by name; of its carer nothing is known",
}


def test_a_till_may_know_this_and_nothing_else():
    assert {field.name for field in dataclasses.fields(public.CardCheck)} == set(WHAT_A_TILL_MAY_KNOW)
    with pytest.raises(dataclasses.FrozenInstanceError):
        public.judge(public.read_code("hello"), None, timezone.now()).status = "valid"


def test_reading_a_code_asks_no_database(db, django_assert_num_queries):
    public.read_code("1" * 193)  # the keys are read at most every 30 seconds
    with django_assert_num_queries(0):
        public.read_code("2" * 193)
    assert public.read_code("1" * 193).failure == "unknown_version"
    assert public.read_code("hello").failure == "malformed"


@pytest.mark.django_db
def test_a_good_card_is_read_with_one_query():
    card = a_card(passport__first_name="Priya", passport__photo="photos/a.jpg")
    text = code(card, live=True)
    assert connection.features.supports_json_field  # asks SQLite, once in each process
    with CaptureQueriesContext(connection) as queries:
        check = public.check_code(text, timezone.now())
    assert len(queries) == 1
    assert (check.status, check.live, check.way) == ("valid", True, "camera")
    assert (check.first_name, check.has_photo, check.kind) == ("Priya", True, "adult")
    assert check.check_code == check_code(bytes.fromhex(card.serial))
    assert (check.card_id, check.passport_id) == (card.pk, card.passport_id)


@pytest.mark.django_db
def test_a_typed_number_is_never_live_and_finds_the_same_card():
    card = a_card()
    check = public.check_code(f"{card.number[:4]} {card.number[4:]}".lower(), timezone.now())
    assert (check.valid, check.live, check.way, check.card_id) == (True, False, "typed", card.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("status", ["lost", "replaced", "revoked"])
def test_a_card_that_is_not_good_shows_nobody(status):
    card = a_card(status=status, passport__first_name="Priya", passport__photo="photos/a.jpg")
    check = public.check_code(code(card), timezone.now())
    assert (check.status, check.first_name, check.has_photo, check.check_code) == ("revoked", "", False, "")
    assert check.card_id == card.pk


@pytest.mark.django_db
def test_the_earlier_of_card_and_passport_counts():
    today = timezone.localdate()
    card = a_card(passport__valid_until=today - timedelta(days=1), expires_on=today + timedelta(days=100))
    assert public.check_code(code(card), timezone.now()).status == "expired"


@pytest.mark.django_db
def test_a_card_of_a_leaked_key_is_good_by_the_databases_word_only(monkeypatch):
    card = a_card()
    live = code(card, live=True)
    monkeypatch.setattr("passports.cards.keys._kept", None)
    from passports.cards import keys

    ring = keys._ring()
    key_id = ring.signer[0]
    broken = dataclasses.replace(ring, compromised=frozenset({key_id}))
    monkeypatch.setattr(keys, "_ring", lambda: broken)
    check = public.check_code(live, timezone.now())
    assert (check.status, check.live) == ("valid", False)


def test_whatever_is_no_card_is_alike_but_for_the_log(db):
    now = timezone.now()
    checks = [
        public.judge(public.read_code(text), None, now)
        for text in ("1" * 193, "hello", "https://x.example/v#1", "")
    ]
    assert len({check.reason for check in checks}) > 1
    assert len({dataclasses.replace(check, reason="", way="") for check in checks}) == 1
    assert {str(check.sentence) for check in checks} == {"This is not a card that we can accept."}


def test_every_reason_of_the_log_can_be_told_again():
    assert public.status_of("card_lost") == "revoked"
    assert public.status_of("bad_signature") == "not_valid"
    assert public.status_of("good") == "valid"
