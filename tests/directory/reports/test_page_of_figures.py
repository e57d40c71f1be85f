"""What the page shows beside the closed months, and how much of a long table."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.utils import timezone

from directory.reports import disclosure
from directory.reports.figures import so_far
from tests.factories import (
    OfferFactory,
)
from tests.factories_redemptions import use

from .nights import at, nightly

pytestmark = pytest.mark.django_db
BY = ("month", "area", "category", "offer", "kind")
MONTHS = [date(2026, month, 1) for month in range(1, 12)]


def test_the_months_that_are_not_closed_are_rounded_and_only_on_the_page(shop, client_of):
    # given 23 uses of September and 17 of October, some of today, on 5 October
    for number in range(23):
        use(*shop, date(2026, 9, 1 + number))
    for number in range(17):
        use(*shop, date(2026, 10, 1 + number % 5), arrived=at(2026, 10, 5, 11))
    nightly(at(2026, 10, 5))
    with time_machine.travel(at(2026, 10, 5, 12)):
        found = so_far(timezone.localdate())
        client = client_of("Commissioner")
        page = client.get("/cms/figures/").content.decode()
        file = b"".join(client.get("/cms/figures/uses-by-month.csv").streaming_content).decode()

    assert [(month.month, month.uses, month.closes_on) for month in found] == [
        (date(2026, 10, 1), 10, date(2026, 11, 8)),
        (date(2026, 9, 1), 20, date(2026, 10, 8)),
    ]
    assert "Not closed yet" in page
    assert "8 November 2026" in page
    assert "Aug 2026" in file
    assert "Sep 2026" not in file


def test_a_long_table_is_whole_in_its_file_and_short_on_the_page(shop, client_of, monkeypatch):
    # given seven offers with five to eleven uses, and room for three on the page
    monkeypatch.setattr(disclosure, "ON_PAGE", 3)
    _offer, branch = shop
    for number in range(7):
        offer = OfferFactory(business=branch.business, title_en=f"Tea {number}")
        for _ in range(5 + number):
            use(offer, branch, date(2026, 9, 9))
    with time_machine.travel(at(2026, 10, 9)):
        client = client_of("Commissioner")
        page = client.get("/cms/figures/").content.decode()
        file = b"".join(client.get("/cms/figures/uses-by-offer.csv").streaming_content).decode()

    table = page.split('id="uses-by-offer"')[1].split("<table")[1]
    assert [table.count(f">Tea {number} –") for number in (6, 4, 3)] == [1, 1, 0]
    assert "Rows that only the files have: 4. The total counts them." in page
    assert file.count("Tea ") == 7
    # 5 + 6 + … + 11
    assert "Total,56,56" in file
