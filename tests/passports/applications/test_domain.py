"""Pure rules of applying: ages, territory, working days, references."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from passports.applications.domain import ages, references, territory, working_days

AGES = {"youngest": 8, "alone": 14, "adult": 18}


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2008, 11, 25), date(2026, 11, 25), 18),
        (date(2008, 11, 26), date(2026, 11, 25), 17),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2026, 11, 25), date(2026, 11, 25), 0),
    ],
)
def test_age_counts_whole_years(born, day, age):
    assert ages.age_on(born, day) == age


@pytest.mark.parametrize(
    ("age", "stage"),
    [(7, "too_young"), (8, "child"), (13, "child"), (14, "teen"), (17, "teen"), (18, "adult"), (90, "adult")],
)
def test_the_schemes_ages_divide_people(age, stage):
    day = date(2026, 11, 25)
    assert ages.stage_on(date(day.year - age, 11, 25), day, **AGES) == stage


@pytest.mark.parametrize(
    ("age", "relationship", "kind"),
    [
        (40, "child", "parent"),
        (40, "adult_child", "adult"),
        (40, "partner", "adult"),
        (16, "child", "young"),
        (16, "parent", "young"),
    ],
)
def test_the_kind_of_passport_follows_from_age_and_relationship(age, relationship, kind):
    day = date(2026, 11, 25)
    born = date(day.year - age, 1, 1)
    assert ages.kind_for(born=born, relationship=relationship, day=day, adult_age=18) == kind


@pytest.mark.parametrize(
    ("rule", "carer", "lives", "theirs", "inside"),
    [
        ("carer", True, "near", False, True),
        ("carer", False, "near", True, False),
        ("cared_for", False, "near", True, True),
        ("cared_for", True, "near", False, False),
        ("cared_for", True, "with_me", False, True),
        ("cared_for", False, "with_me", True, False),
        ("either", True, "near", False, True),
        ("either", False, "care_home", True, True),
        ("either", False, "with_me", True, False),
        ("either", False, "near", False, False),
    ],
)
def test_who_belongs_to_the_area(rule, carer, lives, theirs, inside):
    assert territory.is_inside(rule=rule, carer_inside=carer, lives=lives, their_inside=theirs) is inside


@pytest.mark.parametrize(
    ("rule", "carer", "lives", "asked"),
    [
        ("carer", False, "near", False),
        ("either", True, "near", False),
        ("either", False, "near", True),
        ("either", False, "with_me", False),
        ("cared_for", True, "near", True),
        ("cared_for", True, "with_me", False),
    ],
)
def test_the_other_persons_postcode_is_asked_only_when_it_matters(rule, carer, lives, asked):
    assert territory.needs_their_postcode(rule=rule, carer_inside=carer, lives=lives) is asked


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_is_where_the_calendar_has_it(year, easter):
    assert working_days.easter_sunday(year) == easter


@pytest.mark.parametrize(
    ("year", "days"),
    [  # gov.uk/bank-holidays, England and Wales
        (2026, "0101 0403 0406 0504 0525 0831 1225 1228"),
        (2027, "0101 0326 0329 0503 0531 0830 1227 1228"),
        (2028, "0103 0414 0417 0501 0529 0828 1225 1226"),
    ],
)
def test_bank_holidays_are_those_that_the_government_lists(year, days):
    assert sorted(f"{day:%m%d}" for day in working_days.bank_holidays(year)) == days.split()


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 11, 25), 7, date(2026, 12, 4)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
        (date(2026, 12, 30), 2, date(2027, 1, 4)),
        (date(2026, 11, 25), 0, date(2026, 11, 25)),
    ],
)
def test_the_answer_is_promised_in_working_days(start, days, end):
    assert working_days.after(start, days) == end


def test_a_promised_day_is_never_a_day_off():
    for offset in range(800):
        assert working_days.is_working_day(working_days.after(date(2026, 1, 1) + timedelta(days=offset), 10))


def test_references_and_codes_use_signs_that_nobody_mixes_up():
    rng = random.Random(4)
    made = [references.new_reference(rng) for _ in range(500)]
    assert len(set(made)) == 500
    assert not set("ILOU") & set("".join(made))
    code = references.new_resume_code(rng)
    assert references.plain(code.lower().replace("-", " ")) == references.plain(code)
    assert len(references.plain(code)) == 16
