"""Who may be the same person: hints for the assessor, never a refusal."""

from __future__ import annotations

from datetime import date

import pytest

from passports.applications import services
from passports.applications.domain.duplicates import Person, fold, name_likeness, reasons
from passports.applications.querysets import possible_duplicates
from tests.factories import ApplicationFactory, PassportFactory
from tests.factories_applications import finished_draft

BORN = date(1968, 5, 4)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("O’Brien-Łukasz", "obrien lukasz"),
        ("o'brien", "obrien"),
        ("ŶNYR  Ŵyn", "ynyr wyn"),
        ("Müller-Groß", "muller gross"),
        ("محمد", "محمد"),
        ("", ""),
    ],
)
def test_names_are_compared_without_accents_and_signs(typed, folded):
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Ann", "Price"), ("Anne", "Price"), True),
        (("Siân", "O’Neill"), ("Sian", "ONeill"), True),
        (("Price", "Ann"), ("Ann", "Price"), True),
        (("Mary Jane", "Watts"), ("Mary", "Watts"), True),
        (("Katarzyna", "Wiśniewska"), ("Katarzyna", "Wisniewska"), True),
        (("Ann", "Price"), ("Owen", "Davies"), False),
        (("Ann", ""), ("Ann", "Price"), False),
        (("", ""), ("", ""), False),
    ],
)
def test_a_name_is_alike_or_not(one, other, same):
    assert (name_likeness(Person(*one), Person(*other)) >= 0.82) is same


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, ["name_and_birth"]),
        ({"date_of_birth": date(1968, 4, 5)}, ["name_and_near_birth"]),
        ({"date_of_birth": date(1986, 5, 4)}, ["name_and_near_birth"]),
        ({"date_of_birth": date(1990, 1, 1), "postcode": "aj1 2aa"}, ["name_and_postcode"]),
        ({"date_of_birth": date(1990, 1, 1), "postcode": "ZZ1 1ZZ"}, []),
        ({"first_name": "Owen", "last_name": "Davies", "postcode": "AJ1 2AA"}, ["birth_and_postcode"]),
        ({"first_name": "Owen", "last_name": "Davies", "email": "ANN@mail.example"}, ["email"]),
        ({"first_name": "Owen", "last_name": "Davies", "phone": "+44 7700 900123"}, ["phone"]),
        (
            {
                "first_name": "Owen",
                "date_of_birth": date(1966, 1, 9),
                "postcode": "AJ1 2AA",
                "address": "4, Mill Lane",
            },
            ["address"],
        ),
    ],
)
def test_why_two_may_be_one_person(changed, found):
    me = Person("Ann", "Price", BORN, "AJ1 2AA", "4 Mill Lane", "ann@mail.example", "07700 900 123")
    other = {"first_name": "Anne", "last_name": "Price", "date_of_birth": BORN} | changed
    if found == ["address"]:
        other["last_name"] = "Zzyzx"
    assert reasons(me, Person(**other)) == found


@pytest.mark.django_db
def test_passports_and_sent_applications_are_found_and_drafts_and_strangers_are_not(area):
    me = ApplicationFactory(waiting=True, first_name="Siân", last_name="O’Neill", area=area)
    same = PassportFactory(first_name="Sian", last_name="ONeill", area=area)
    earlier = ApplicationFactory(
        waiting=True, first_name="Sian", last_name="Oneil", area=area, postcode="AJ1 2AB"
    )
    ApplicationFactory(first_name="Siân", last_name="O’Neill", area=area)
    ApplicationFactory(
        waiting=True, first_name="Bob", last_name="Stone", date_of_birth=date(1950, 1, 1), postcode="AJ9 9ZZ"
    )
    found = possible_duplicates(me)
    assert {match.row for match in found} == {same, earlier}
    assert [match.is_passport for match in found if match.row == same] == [True]
    assert found[0].words == ["Same or similar name, same date of birth"]


@pytest.mark.django_db
def test_the_number_of_queries_does_not_grow_with_the_people(area, django_assert_num_queries):
    me = ApplicationFactory(waiting=True, area=area)
    PassportFactory.create_batch(20, area=area)
    ApplicationFactory.create_batch(20, waiting=True, area=area)
    with django_assert_num_queries(2):
        assert len(possible_duplicates(me)) == 40


@pytest.mark.django_db
def test_somebody_who_may_be_there_already_is_never_refused(scheme):
    PassportFactory(first_name="Rhian", last_name="Ashdown")
    sent = services.submit_application(application=finished_draft())
    assert sent.status == "waiting"
    assert possible_duplicates(sent)
