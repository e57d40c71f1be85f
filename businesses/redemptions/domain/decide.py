"""May this card use this offer now? Facts in, answer out; no database.

Every refusal has a code, which is part of the API and is never renamed, and a sentence for the cashier. The
sentence says what to do or when it works again, and never puts the carer in the wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

YOUNG_NEVER = frozenset({"alcohol", "gambling", "vaping", "adult_venue"})
"""Tags that keep an offer from every young card (quality bar 21)."""


class Refusal(TextChoices):
    """Why an offer cannot be used. The words are the cashier’s sentence."""

    NO_SUCH_OFFER = "no_such_offer", _("This offer is not one of this shop’s. Choose another.")
    NOT_STARTED = "offer_not_started", _("This offer has not started yet. Choose another.")
    PAUSED = "offer_paused", _("This offer is paused at the moment. Choose another.")
    ENDED = "offer_ended", _("This offer has ended. Choose another.")
    NOT_FOR_YOUNG = "not_for_young", _("This offer is for adult carers. Choose another.")
    YOUNG_ONLY = "young_only", _("This offer is for young carers. Choose another.")
    NOT_FOR_VISITORS = (
        "not_for_visitors",
        _("This offer is for carers with a card of this county. Choose another."),
    )
    USED_TODAY = "used_today", _("Already used today. It can be used again tomorrow.")
    USED_THIS_WEEK = "used_this_week", _("Already used this week. It can be used again on Monday.")
    USED_THIS_MONTH = "used_this_month", _("Already used this month. It can be used again next month.")
    USED_UP = "used_up", _("Already used with this card. It is for one time only, so choose another offer.")
    ALL_GONE = "all_gone", _("All of these have been given out. Choose another offer.")


_USED = {
    "day": Refusal.USED_TODAY,
    "week": Refusal.USED_THIS_WEEK,
    "month": Refusal.USED_THIS_MONTH,
    "ever": Refusal.USED_UP,
    "total": Refusal.ALL_GONE,
}


class Card(Protocol):
    """What is asked of a check: `passports.cards.public.CardCheck` has it."""

    @property
    def valid(self) -> bool: ...
    @property
    def young(self) -> bool: ...
    @property
    def visiting(self) -> object | None: ...
    @property
    def status(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def sentence(self) -> Promise: ...


class Offer(Protocol):
    """What is asked of an offer."""

    status: str
    who: str
    visitors: bool
    tag: str
    starts_on: date
    ends_on: date | None
    limit_kind: str
    limit_count: int


@dataclass(frozen=True, slots=True)
class Decision:
    """`reason` is the API’s code, `log` the more exact one of the scan row; both empty when accepted."""

    accepted: bool
    reason: str = ""
    log: str = ""
    message: Promise | str = ""


ACCEPTED = Decision(accepted=True)


def decide(check: Card, offer: Offer | None, *, used: int, today: date) -> Decision:
    """The answer for a use on the local day `today`. `used` counts what is taken and not given back: by this
    carer in this period, or by all carers together for a limit over all."""
    if not check.valid:
        return Decision(accepted=False, reason=str(check.status), log=check.reason, message=check.sentence)
    visiting = check.visiting is not None
    refusal = objection(offer, young=check.young, visiting=visiting, used=used, today=today)
    return refused(refusal) if refusal else ACCEPTED


def objection(offer: Offer | None, *, young: bool, visiting: bool, used: int, today: date) -> Refusal | None:
    """What stands against it, the first that applies, or None. `visiting`: the card is of another scheme."""
    if offer is None:
        return Refusal.NO_SUCH_OFFER
    if offer.status == "ended" or (offer.ends_on is not None and today > offer.ends_on):
        return Refusal.ENDED
    if offer.status != "live":
        return Refusal.PAUSED
    if today < offer.starts_on:
        return Refusal.NOT_STARTED
    wrong = not_for(offer, young=young, visiting=visiting)
    return wrong or (_USED[offer.limit_kind] if left(offer, used) == 0 else None)


def not_for(offer: Offer, *, young: bool, visiting: bool) -> Refusal | None:
    """Whether the offer is for somebody else: such offers are not shown either."""
    if visiting and not offer.visitors:
        return Refusal.NOT_FOR_VISITORS
    if young and (offer.who == "adult" or offer.tag in YOUNG_NEVER):
        return Refusal.NOT_FOR_YOUNG
    if not young and offer.who == "young":
        return Refusal.YOUNG_ONLY
    return None


def left(offer: Offer, used: int) -> int | None:
    """How often it may still be used in this period; None when there is no limit."""
    return None if offer.limit_kind == "none" else max(0, offer.limit_count - used)


def refused(refusal: Refusal) -> Decision:
    """The decision for one of our own refusals."""
    return Decision(accepted=False, reason=refusal.value, log=refusal.value, message=refusal.label)
