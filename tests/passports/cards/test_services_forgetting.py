"""A carer leaves, or a year has passed: the person goes, the stopped card’s bit stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from passport_site.accounts import erasure, my_data
from passport_site.core import retention
from passport_site.core.models import OutgoingMail
from passports.cards import keys, services
from passports.cards.domain import numbers
from passports.cards.models import Card, Passport, PassportStatusChange
from tests.factories import UserFactory
from tests.factories_cards import SYSTEM, issued, run_out

pytestmark = pytest.mark.django_db

PLANTED = (
    "Zebulon",
    "Quaxworthy",
    "zebulon@post.example",
    "07700 900 777",
    "Quillcote Lane",
    "AJ9 9ZZ",
    "quaxnote",
)


def planted() -> Card:
    card = issued(
        photo=True, first_name=PLANTED[0], last_name=PLANTED[1], user=UserFactory(email=PLANTED[2]),
        phone=PLANTED[3], address=PLANTED[4], postcode=PLANTED[5],
    )  # fmt: skip
    services.report_lost(card=card, by=card.passport.user, why=PLANTED[6])
    return card


def everything_stored() -> str:
    """Every value of this room’s tables and of the mails."""
    models = [*apps.get_app_config("cards").get_models(), OutgoingMail]
    return "\n".join(str(row) for model in models for row in model.objects.values_list())


def test_everything_about_the_person_is_in_my_data():
    card = planted()
    said = str(my_data.COLLECTORS["cards"](card.passport.user))
    for value in (*PLANTED, numbers.display(card.number), card.serial, "Card reported lost"):
        assert value in said


def test_my_data_of_somebody_without_a_passport_is_empty():
    issued()
    assert my_data.COLLECTORS["cards"](UserFactory()) == {}


def test_after_erasure_nothing_of_the_person_is_left(django_capture_on_commit_callbacks):
    card = planted()
    storage, photo = card.passport.photo.storage, card.passport.photo.name
    with django_capture_on_commit_callbacks(execute=True):
        assert erasure.ERASERS["cards"](card.passport.user) > 0
    left = everything_stored()
    assert not [value for value in PLANTED if value in left]
    assert not storage.exists(photo)
    assert not Passport.objects.of(card.passport.user).exists()


def test_after_erasure_tills_go_on_refusing_the_card():
    card = issued()
    digits = services.code_for(card, live=False)
    services.forget_person(card.passport.user)
    code, _said = keys.read(digits)
    kept = Card.objects.get(serial=code.serial.hex())
    assert kept.status == "revoked"
    assert kept in Card.objects.stopped()
    assert kept.status_index == code.status_index


def test_another_persons_passport_stays():
    other = issued(first_name="Stays")
    services.forget_person(planted().passport.user)
    other.passport.refresh_from_db()
    assert other.passport.first_name == "Stays"


def test_a_passport_is_forgotten_a_year_after_it_ran_out():
    young, old = issued(first_name="Recent"), issued(first_name="Old")
    run_out(young, days_ago=360)
    run_out(old, days_ago=370)
    assert services.remove_old_passports() > 0
    assert list(Passport.objects.values_list("first_name", flat=True)) == ["Recent"]


def test_an_ended_passport_is_blanked_after_a_year_and_deleted_when_its_card_is_out_of_date():
    card = planted()
    services.end_passport(passport=card.passport, by=SYSTEM, why="moved away")
    assert services.remove_old_passports() == 0
    a_year_ago = timezone.now() - timedelta(days=370)
    PassportStatusChange.objects.for_retention().filter(to_status="ended").update(created_at=a_year_ago)
    assert services.remove_old_passports() == 1
    assert "Zebulon" not in everything_stored()
    assert Card.objects.filter(pk=card.pk, status="revoked").exists()
    assert services.remove_old_passports() == 0
    run_out(card, days_ago=31)
    assert services.remove_old_passports() == 1
    assert not Card.objects.filter(pk=card.pk).exists()


def test_the_job_is_known_under_the_name_that_the_models_give():
    names = {
        model.Privacy.keep.job
        for model in apps.get_app_config("cards").get_models()
        if model.Privacy.keep.job
    }
    assert names <= set(retention.JOBS)
    assert retention.JOBS["cards.passports"] is services.remove_old_passports


def test_a_running_passport_is_never_touched():
    card = issued(first_name="Current")
    services.remove_old_passports()
    card.passport.refresh_from_db()
    assert card.passport.first_name == "Current"
    assert card.passport.status == "active"
