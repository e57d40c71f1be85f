"""The pool of codes for an online shop: adding, warning when few are left, and what was given back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from businesses.members.models import Business, TeamMember, TeamRole
from passport_site.core import audit, mail

from ..domain.code_list import Problem, read_list
from ..models import CodeState, How, Offer, OfferCode

LOW = 20
"""From so few free codes on, the business is told."""
BATCH = 1000


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a list: how many codes are new, and the lines that were left out, with why."""

    added: int
    problems: tuple[Problem, ...]


def add_codes(*, offer: Offer, text: str, by: Any) -> Added:
    """Puts the new codes of a list into the pool. A code that is there already stays as it is, given or not."""
    with transaction.atomic():
        known = set(OfferCode.objects.filter(offer=offer).values_list("code", flat=True))
        codes, problems = read_list(text, known)
        rows = [OfferCode(offer=offer, code=code) for code in codes]
        OfferCode.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
        added = OfferCode.objects.filter(offer=offer).count() - len(known)
        if free_up_to(offer, LOW + 1) > LOW:
            Offer.objects.filter(pk=offer.pk).update(low_told_at=None)
        if added:
            audit.record("offer.codes_added", on=offer, by=by, codes=added)
    return Added(added, tuple(problems))


def free_up_to(offer: Offer, most: int) -> int:
    """How many codes are free, counted no further than `most`."""
    return OfferCode.objects.free().filter(offer=offer)[:most].count()


def tell_if_low(*, offer: Offer) -> None:
    """Writes to the owners once when few codes are left; again only after codes were added."""
    if offer.low_told_at is not None:
        return
    left = free_up_to(offer, LOW + 1)
    if left > LOW:
        return
    if not Offer.objects.filter(pk=offer.pk, low_told_at=None).update(low_told_at=timezone.now()):
        return  # somebody else is telling them
    for to, language in _owners(offer.business):
        mail.queue(
            to=to,
            template="codes_low",
            language=language,
            about=offer,
            offer_title=offer.title_cy if language == "cy" and offer.title_cy else offer.title_en,
            left=left,
            codes_url=mail.absolute(reverse("offer_codes:codes", args=[offer.pk])),
        )


def put_back(*, offer: Offer, codes: Iterable[int], by: Any) -> int:
    """The business says that these were not used: they may be given again. Returns how many."""
    done = _given_back(offer, codes).update(state=CodeState.FREE, round=F("round") + 1)
    if done:
        audit.record("offer.codes_put_back", on=offer, by=by, codes=done)
    return done


def take_out(*, offer: Offer, codes: Iterable[int], by: Any) -> int:
    """The business says that these were used after all: nobody gets them any more. Returns how many."""
    done = _given_back(offer, codes).update(state=CodeState.SPENT)
    if done:
        audit.record("offer.codes_taken_out", on=offer, by=by, codes=done)
    return done


def running_low(business: Business) -> list[tuple[Offer, int]]:
    """The business's offers with few free codes, each with how many there are."""
    offers = Offer.objects.filter(business=business, how=How.CODE).exclude(status="ended").order_by("pk")
    counted = [(offer, free_up_to(offer, LOW + 1)) for offer in offers]
    return [(offer, left) for offer, left in counted if left <= LOW]


def _given_back(offer: Offer, codes: Iterable[int]):
    return OfferCode.objects.given_back().filter(offer=offer, pk__in=list(codes))


def _owners(business: Business) -> list[tuple[str, str]]:
    """Where to write and in which language: to the owners, or to the shop's own address when there is none."""
    owners = TeamMember.objects.filter(business=business, role=TeamRole.OWNER).select_related("user")
    found = [(member.user.email, member.user.language) for member in owners if member.user.email]
    return found or ([(business.email, "en")] if business.email else [])
