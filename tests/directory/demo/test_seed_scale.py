"""seed_scale, small: exact counts, on top of what is there, and rows that the platform itself goes on with."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Count, Max
from django.utils import timezone

from businesses.members.models import Business, Category, Device
from businesses.offers.models import Offer
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.services import redeem_offer
from directory.demo.seed.scale import bulk
from directory.pages.models import BusinessPage
from directory.reports import counted
from directory.reports.periods import last_twelve_months, open_months
from directory.reports.services import count_figures
from passport_site.accounts.models import User
from passports.applications.models import Application
from passports.cards import public
from passports.cards.domain import numbers
from passports.cards.models import Card, Passport
from passports.cards.services import address_for
from tests.directory.demo.uses_check import broken_rules

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def scale(carers: int = 0, businesses: int = 0, redemptions: int = 0) -> None:
    call_command("seed_scale", carers=carers, businesses=businesses, redemptions=redemptions, verbosity=0)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Loaded once, rolled back after the last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        scale(carers=150, businesses=12, redemptions=600)
        yield
        transaction.set_rollback(True)


def test_given_an_empty_database_then_there_is_as_much_as_was_asked_for():
    assert (Application.objects.count(), Business.objects.count(), Redemption.objects.count()) == (
        150,
        12,
        600,
    )
    assert BusinessPage.objects.live().count() == 2 * 12
    connection.check_constraints()


def test_given_uses_then_all_are_within_the_rules():
    assert broken_rules() == []


def test_given_rows_when_more_are_added_then_keys_and_limits_still_hold():
    scale(carers=60, businesses=3, redemptions=300)
    scale(redemptions=50)

    assert (Application.objects.count(), Business.objects.count(), Redemption.objects.count()) == (
        210,
        15,
        950,
    )
    assert broken_rules() == []
    connection.check_constraints()


def test_given_cards_then_their_numbers_and_codes_are_real():
    today = timezone.localdate()
    assert all(numbers.is_valid(number) for number in Card.objects.values_list("number", flat=True))
    card = (
        Card.objects.select_related("passport")
        .filter(status="active", passport__status="active", expires_on__gt=today)
        .first()
    )
    assert public.check_code(address_for(card, live=False), timezone.now()).valid
    assert not Passport.objects.annotate(n=Count("cards")).filter(n=0).exists()


def test_given_the_load_then_the_platform_goes_on_with_its_rows():
    card = Card.objects.filter(
        status="active",
        passport__status="active",
        passport__kind="adult",
        expires_on__gt=timezone.localdate(),
    ).first()
    offer = Offer.objects.filter(limit_kind="none", who="all", tag="").first()
    device = (
        Device.objects.select_related("branch__business").filter(branch__business=offer.business_id).first()
    )
    highest = Scan.objects.aggregate(top=Max("pk"))["top"]

    answer = redeem_offer(text=card.number, offer_id=offer.pk, device=device, idempotency_key="one")

    assert answer.accepted
    assert Scan.objects.aggregate(top=Max("pk"))["top"] > highest


def test_given_pages_then_the_directory_finds_a_business_by_a_word_of_its_offer():
    page = BusinessPage.objects.filter(locale__language_code="en").first()
    found = BusinessPage.objects.matching(f"{page.title} {page.business.branches.get().town}")
    assert page in found
    twin = page.get_translations().get()
    assert twin.locale.language_code == "cy"
    assert twin.get_parent().locale == twin.locale


def test_given_a_large_load_then_the_indexes_are_the_same_after_it(monkeypatch):
    monkeypatch.setattr(bulk, "WORTH_DROPPING", 1)
    table = Redemption._meta.db_table
    before = sorted(bulk._indexes(table))
    assert before
    connection.check_constraints()

    with bulk.a_load(Redemption, rows=5):
        during = bulk._indexes(table)

    assert during == []
    assert sorted(bulk._indexes(table)) == before


def test_given_text_with_signs_of_its_own_then_it_comes_through():
    rows = bulk.Rows(Business, category_id=None)
    category = Category.objects.first()
    strange = "Tab\there, back\\slash, new\nline, \\N and “quotes”"
    rows.write(
        [
            rows.row(
                id=bulk.next_id(Business),
                name=strange,
                slug="strange",
                category_id=category.pk,
                created_at=timezone.now(),
            )
        ]
    )

    assert Business.objects.get(slug="strange").name == strange


def test_given_production_settings_then_it_refuses_with_every_flag(settings):
    settings.CARD_KEYS_AUTO = False  # so does production.py, and only it
    before = Redemption.objects.count()
    for flags in ({}, {"among_real_people": True}):
        with pytest.raises(CommandError, match="production settings"):
            call_command("seed_scale", redemptions=5, verbosity=0, **flags)
    assert Redemption.objects.count() == before


@pytest.mark.parametrize("email", ["gwen@arlenshire.gov.uk", "gwen@notexample.com", "gwen@example.com.uk"])
def test_given_a_real_person_then_it_asks_for_the_flag(email):
    User.objects.create_user(email=email)
    with pytest.raises(CommandError, match=r"1 rows with a real e-mail address.*--among-real-people"):
        scale(redemptions=5)

    before = Redemption.objects.count()
    call_command("seed_scale", redemptions=5, verbosity=0, among_real_people=True)
    assert Redemption.objects.count() == before + 5


def test_given_closed_months_when_a_year_of_uses_is_added_then_they_are_counted():
    count_figures()
    months = [*last_twelve_months(timezone.localdate()).months, *open_months(timezone.localdate())]
    before = counted.uses(("month",), months).total()

    scale(redemptions=40)

    assert counted.uses(("month",), months).total() == before + 40


@pytest.mark.parametrize("counts", [{}, {"carers": -1}])
def test_given_no_number_then_it_says_what_to_type(counts):
    with pytest.raises(CommandError, match="seed_scale --carers"):
        scale(**counts)


def test_given_no_till_then_uses_are_refused_in_words():
    Device.objects.update(revoked_at=timezone.now(), revoked_by=User.objects.first())
    with pytest.raises(CommandError, match="nobody with a card"):
        scale(redemptions=5)
