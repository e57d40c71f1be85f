"""An offer's rules in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import translation

from businesses.offers.models import Companion, LimitKind, Who
from directory.pages.domain.offer_words import companion_words, ends_soon, limit_words, who_words

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("kind", "count", "words"),
    [
        ("none", 1, "As often as you like"),
        ("day", 1, "Once a day"),
        ("week", 2, "Twice a week"),
        ("month", 3, "3 times a month"),
        ("ever", 1, "Once for each carer"),
        ("total", 50, "For the first 50 uses"),
        ("total", 1, "For the first use only"),
    ],
)
def test_limits_are_said_in_words(kind, count, words):
    assert limit_words(kind, count) == words


def test_every_choice_of_the_model_has_words():
    for kind in LimitKind.values:
        assert all(limit_words(kind, count) for count in (1, 2, 7))
    assert all(who_words(who, adults_only=False) for who in Who.values)
    assert all(companion_words(companion) for companion in Companion.values)


def test_what_is_tagged_says_over_18s_whoever_it_is_for():
    assert who_words("all", adults_only=True) == "Over 18s only"


@pytest.mark.parametrize(
    ("days", "words"),
    [(None, ""), (0, "Last day today"), (5, "Ends on 30 November"), (21, "Ends on 16 December"), (22, "")],
)
def test_the_end_is_said_when_it_is_near(days, words):
    assert ends_soon(None if days is None else TODAY + timedelta(days=days), TODAY) == words


def test_months_are_named_in_the_readers_language():
    with translation.override("cy"):
        assert "Tachwedd" in ends_soon(date(2026, 11, 30), TODAY)
