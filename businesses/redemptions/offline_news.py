"""What an owner reads of tills that were without a connection: what does not count, and what never came."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from businesses.members.models import Business, Device
from businesses.members.till_news import ManyGiven, News, NotCounted
from businesses.offers.models import Offer
from passports.cards import public as cards

from .domain.decide import Refusal
from .domain.offline import Offline
from .domain.without_network import CAP
from .gaps import SHOWN_FOR, gaps_of
from .models import Redemption, Scan

SHOWN = 10

_NOT_ON = _("The offer did not run on that day.")
_NOT_THEIRS = _("The offer is for other carers.")
_WORDS: dict[str, Any] = {
    Refusal.NO_SUCH_OFFER: _("The offer is not one of yours."),
    Refusal.NOT_STARTED: _NOT_ON,
    Refusal.ENDED: _NOT_ON,
    Refusal.NOT_FOR_YOUNG: _NOT_THEIRS,
    Refusal.YOUNG_ONLY: _NOT_THEIRS,
    Refusal.NOT_FOR_VISITORS: _NOT_THEIRS,
    "visiting_not_here": _("The card is of another county, and its cards were not taken there."),
    "visiting_cannot_check": _("The card is of another county, and we had not heard from there for days."),
    cards.Status.EXPIRED: _("The card had run out."),
    cards.Status.NOT_YET_VALID: _("The card could not be used yet."),
    cards.Status.NOT_VALID: _("It was not a card that we can accept, or its code was too old."),
}


def read(business: Business) -> News:
    """Of the last 30 days, the newest ten. Four queries."""
    refused = Scan.objects.filter(
        branch__business=business,
        offline=True,
        accepted=False,
        device_accepted=True,
        created_at__gte=timezone.now() - SHOWN_FOR,
    )
    newest = refused.select_related("offer", "device", "branch", "winner__branch").order_by(
        "-created_at", "-pk"
    )
    scans = list(newest[: SHOWN + 1])
    more = refused.count() - SHOWN if len(scans) > SHOWN else 0
    devices = Device.objects.filter(branch__business=business, revoked_at=None)
    gaps = gaps_of(devices.values_list("pk", flat=True))
    return News(
        lost={device: sum(last - first + 1 for first, last in ranges) for device, ranges in gaps.items()},
        not_counted=sorted(map(_line, scans[:SHOWN]), key=lambda line: line.at, reverse=True),
        more=more,
        many=_many(business),
    )


def _many(business: Business) -> list[ManyGiven]:
    """Uses that count are never turned away for being many (ADR 0016), and a till of ours stops at CAP by itself: whoever
    sent more was another till system, or a device that was tampered with. The owner should know.
    """
    since = timezone.localdate() - SHOWN_FOR
    uses = Redemption.objects.filter(offer__business=business, day__gt=since, scan__offline=True)
    days = uses.values("scan__device", "offer", "day").annotate(uses=Count("pk")).filter(uses__gt=CAP)
    found = list(days.order_by("-day", "-uses")[:SHOWN])
    if not found:
        return []
    tills = Device.objects.in_bulk({row["scan__device"] for row in found})
    offers = Offer.objects.in_bulk({row["offer"] for row in found})
    return [
        ManyGiven(
            till=tills[row["scan__device"]].name if row["scan__device"] in tills else "",
            offer=offers[row["offer"]].title,
            day=row["day"],
            uses=row["uses"],
        )
        for row in found
    ]


def why(reason: str) -> Any:
    """The owner's sentence for the reason in a scan row."""
    if reason in Offline.values:
        return Offline(reason).label
    return _WORDS.get(reason) or _WORDS.get(cards.status_of(reason)) or _WORDS[cards.Status.NOT_VALID]


def _line(scan: Scan) -> NotCounted:
    winner = scan.winner
    return NotCounted(
        at=scan.scanned_at,
        till=scan.device.name if scan.device else "",
        branch=scan.branch.name if scan.branch else "",
        offer=scan.offer.title if scan.offer else "",
        why=why(scan.reason),
        winner_at=winner.redeemed_at if winner else None,
        winner_branch=winner.branch.name if winner else "",
    )
