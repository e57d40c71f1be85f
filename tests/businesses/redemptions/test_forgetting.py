"""What the shops' wing holds about a carer, and how it forgets them: the counts stay."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from businesses.redemptions.domain.pseudonym import holder_key
from businesses.redemptions.models import Redemption, Scan
from passport_site.accounts import erasure, my_data
from tests.factories import BranchFactory, CardFactory, OfferFactory, PassportFactory, UserFactory
from tests.factories_redemptions import use

pytestmark = pytest.mark.django_db


@pytest.fixture
def carer():
    """A carer with one use, one that was taken back and one check; somebody else used the same offer."""
    user = UserFactory(role="Carer")
    card = CardFactory(passport=PassportFactory(user=user))
    offer, branch = OfferFactory(title_en="Tea for one"), BranchFactory(name="Mill Lane")
    use(offer, branch, date(2026, 5, 4), passport=card.passport)
    use(offer, branch, date(2026, 5, 5), passport=card.passport, voided=True)
    use(OfferFactory(title_en="Secret soup"), branch, date(2026, 5, 6), passport=PassportFactory())
    Scan.objects.create(
        purpose="check",
        accepted=True,
        scanned_at=timezone.now(),
        card=card,
        branch=branch,
        body_hash="abc",
    )
    return user


def test_a_carer_sees_where_the_card_was_used_and_checked(carer, django_assert_num_queries):
    with django_assert_num_queries(4):
        held = my_data.COLLECTORS["redemptions"](carer)

    uses, checks = held["Uses of offers"], held["Checks of your card"]
    assert [(row["Offer"], row["Branch"], row["Day"], row["Taken back"]) for row in uses] == [
        ("Tea for one", "Mill Lane", date(2026, 5, 5), True),
        ("Tea for one", "Mill Lane", date(2026, 5, 4), False),
    ]
    assert [row["Branch"] for row in checks] == ["Mill Lane"]
    assert "Secret soup" not in str(held)
    assert my_data.COLLECTORS["redemptions"](UserFactory()) == {}


def test_forgetting_a_carer_keeps_the_counts_without_the_person(carer):
    rows = erasure.ERASERS["redemptions"](carer)

    assert rows == 3
    assert Redemption.objects.count() == 3
    assert Redemption.objects.filter(passport__isnull=False).count() == 1
    check = Scan.objects.get(purpose="check")
    assert (check.card, check.body_hash) == (None, "")
    assert my_data.COLLECTORS["redemptions"](carer) == {}


def test_uses_are_unlinked_before_cards_forgets_whose_they_were(carer):
    erasure.erase_person(carer, by="system:test")

    assert Redemption.objects.filter(passport__isnull=False).count() == 1
    assert not Scan.objects.filter(card__isnull=False).exists()


def test_the_hash_of_an_old_once_ever_use_goes_as_well(carer):
    mine, theirs = Redemption.objects.order_by("pk").first(), Redemption.objects.order_by("pk").last()
    for row in (mine, theirs):
        key = holder_key(passport_id=row.passport_id, offer_id=row.offer_id)
        Redemption.objects.for_retention().filter(pk=row.pk).update(holder_key=key, passport=None)

    erasure.ERASERS["redemptions"](carer)

    assert Redemption.objects.get(pk=mine.pk).holder_key == ""
    assert Redemption.objects.get(pk=theirs.pk).holder_key != ""
