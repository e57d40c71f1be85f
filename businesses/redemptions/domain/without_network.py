"""What a till decides by itself while it has no network: the reference for static/js/till/decide.mjs.

Both are tested with tests/vectors/offline_decisions.json (scripts/make_offline_vectors.py). The server judges
the same uses again when they reach it (`offline.py`). See card-format.md, “Offline”.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from . import decide, periods

CAP = 50
"""Uses of one offer on one day that a device gives without a network."""
FRESH, USABLE = timedelta(hours=24), timedelta(days=7)
CLOCK_OFF, SKEW = timedelta(minutes=10), timedelta(seconds=60)


class OfflineRefusal(TextChoices):
    """Refusals that only a till without a network has. The words are the cashier’s sentence."""

    NOT_ALLOWED = "offline_not_allowed", _("This offer needs a network. Choose another, or try again later.")
    CAP = "offline_cap", _("This till has given this offer many times today. Try again with a network.")


class Offer(decide.Offer, Protocol):
    """What is asked of an offer, besides what `decide` asks."""

    offline: str


@dataclass(frozen=True, slots=True)
class Counted:
    """What this device itself recorded: by this card in its period, by all ever, by all on this day."""

    used: int = 0
    given: int = 0
    given_today: int = 0


def most_per_card(offer: Offer) -> int | None:
    """How often one card may use it on this device in the limit’s period (a day without one); None: no limit."""
    if offer.offline == "once":
        return 1
    return None if offer.limit_kind in ("none", "total") else offer.limit_count


def refusal_offline(
    offer: Offer | None, *, young: bool, visiting: bool, today: date, counted: Counted
) -> str:
    """Why not, as a code of `decide.Refusal` or `OfflineRefusal`; empty for yes."""
    unlimited = decide.objection(offer, young=young, visiting=visiting, used=-1_000_000, today=today)
    if offer is None or unlimited:
        return str(unlimited)
    if offer.offline == "no":
        return OfflineRefusal.NOT_ALLOWED.value
    total = offer.limit_kind == "total"
    if total and counted.given >= offer.limit_count:
        return decide.Refusal.ALL_GONE.value
    most = most_per_card(offer)
    if most is not None and counted.used >= most:
        return {
            "week": decide.Refusal.USED_THIS_WEEK,
            "month": decide.Refusal.USED_THIS_MONTH,
            "ever": decide.Refusal.USED_UP,
            "total": decide.Refusal.USED_UP,
        }.get(offer.limit_kind, decide.Refusal.USED_TODAY).value
    return OfflineRefusal.CAP.value if counted.given_today >= CAP else ""


def ledger_period(offer: Offer, today: date) -> str:
    """The period under which a device counts the uses of one card."""
    if offer.limit_kind == "none":
        return today.isoformat()
    return periods.period_key(offer.limit_kind, today) or periods.EVER


def bundle_tone(issued: datetime | None, *, skew: timedelta | None, seen: datetime, now: datetime) -> str:
    """How far a trust list is believed: `fresh`, `amber`, `too_old`, `none` or `clock_wrong`.

    `now` is by the device’s clock, which was `skew` ahead of ours at the last contact. `seen` is the latest moment
    that the till has known, so that a clock that was put back is noticed.
    """
    if issued is None or skew is None:
        return "none"
    real = now - skew
    if abs(skew) > CLOCK_OFF or real < issued - SKEW or real < seen - CLOCK_OFF:
        return "clock_wrong"
    age = real - issued
    return "fresh" if age < FRESH else "amber" if age < USABLE else "too_old"
