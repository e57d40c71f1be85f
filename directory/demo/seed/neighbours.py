"""The next county in the demo: one scheme whose carers come often, one that is suspended, and what both counted."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from businesses.members.models import Branch, Device
from businesses.offers.models import Offer
from businesses.redemptions.domain import periods
from businesses.redemptions.domain.decide import Refusal
from businesses.redemptions.domain.pseudonym import visitor_key
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.public import last_closed, month_before
from directory.demo.neighbours import TARNSHIRE, WEXMERE, Neighbour
from directory.reports.services.visits import take_visits, write_down
from passports.cards.domain import trust
from passports.cards.domain.verdict import Reason
from passports.cards.keys import issuer_host
from passports.partners.models import PartnerScheme, Trouble
from passports.partners.ours import ours
from passports.partners.services import suspend_partner, take_list, trust_partner

from .people import the
from .uses import DEMO_TILL

BY = "system:demo"
EVERY = 3
"""Of so many businesses one welcomes visitors, with its first offer."""
DAYS, VISITORS = 120, 60
REFUSED = (
    (Refusal.NOT_FOR_VISITORS, "redeem", WEXMERE.host, 3),
    (Reason.VISITING_STOPPED, "check", WEXMERE.host, 5),
    (Reason.VISITING_NOT_HERE, "check", TARNSHIRE.host, 1),
    (Reason.VISITING_CANNOT_CHECK, "check", TARNSHIRE.host, 2),
)
"""Why a visitor was refused, at what, from where, and how many days ago."""
THERE = [[["Cafés and food", 21], ["Days out", 34]], [["Cafés and food", 17], ["Days out", 12], ["Shops", 9]]]


def seed_neighbours(today: date, rng: random.Random) -> str:
    """Trusts both, welcomes visitors at some shops, and records their uses. Their lists are as new as this run."""
    new = not PartnerScheme.objects.exists()
    now = timezone.now()
    for neighbour, age in ((WEXMERE, timedelta(minutes=4)), (TARNSHIRE, timedelta(days=9))):
        row = PartnerScheme.objects.filter(host=neighbour.host).first() or _trust(neighbour, today)
        text = neighbour.trust_list(issued=now - age, us=ours())
        take_list(partner=row, text=text, asked_at=now - age)
    if not new:
        return "lists renewed"
    tarnshire = PartnerScheme.objects.get(host=TARNSHIRE.host)
    suspend_partner(partner=tarnshire, by=the("commissioner"), why="Their server has not answered for a week")
    PartnerScheme.objects.filter(pk=tarnshire.pk).update(trouble=Trouble.UNREACHABLE)
    offers = _welcome()
    uses = _uses(offers, today, rng)
    _refused(offers[0], today)
    month = last_closed(today)
    for rows in THERE:
        take_visits(text=WEXMERE.visits_file(to=issuer_host(), month=month, by_category=rows), by=BY)
        month = month_before(month)
    write_down(today)
    return f"2 schemes, {len(offers)} offers for visitors, {uses} uses by them"


def _trust(neighbour: Neighbour, today: date) -> PartnerScheme:
    return trust_partner(
        host=neighbour.host, name_en=neighbour.name.en, name_cy=neighbour.name.cy, root_key=neighbour.root_key,
        fingerprint=trust.fingerprint(neighbour.root_key), trusted_from=today - timedelta(days=DAYS + 20),
        trusted_until=today + timedelta(days=600), by=BY,
    )  # fmt: skip


def _welcome() -> list[Offer]:
    """The first plain offer of every third business, and one of the café whose till the demo opens."""
    firsts: dict[int, Offer] = {}
    for offer in Offer.objects.filter(
        status="live", how="card", who="all", tag="", limit_kind__in=("none", "day"), business__sandbox=False
    ).order_by("business", "pk"):
        firsts.setdefault(offer.business_id, offer)
    always = Offer.objects.filter(business__slug=DEMO_TILL, status="live", how="card").order_by("pk")[:1]
    chosen = list({offer.pk: offer for offer in (*list(firsts.values())[::EVERY], *always)}.values())
    Offer.objects.filter(pk__in=[offer.pk for offer in chosen]).update(visitors=True)
    return chosen


def _uses(offers: list[Offer], today: date, rng: random.Random) -> int:
    """Visitors over four months, at most one use a day of each offer. None today: the demo’s first visitor is you."""
    partner = PartnerScheme.objects.get(host=WEXMERE.host)
    tills = {
        device.branch.business_id: device
        for device in Device.objects.filter(revoked_at=None, api_key=None).select_related("branch")
    }
    scans, uses, taken = [], [], set()
    for number in range(DAYS * 2):
        offer, day = rng.choice(offers), today - timedelta(days=1 + number // 2)
        visitor, device = rng.randrange(VISITORS), tills.get(offer.business_id)
        if (
            device is None
            or day < offer.starts_on
            or (visitor, offer.pk, day) in taken
            or rng.random() < 0.25
        ):
            continue
        taken.add((visitor, offer.pk, day))
        scan, use = _use(partner, offer, device, day, visitor, rng)
        scans.append(scan)
        uses.append(use)
    for scan, use in zip(Scan.objects.bulk_create(scans), uses, strict=True):
        use.scan = scan
    Redemption.objects.bulk_create(uses)
    return len(uses)


def _refused(offer: Offer, today: date) -> None:
    """One scan for each reason, at a till that welcomes visitors."""
    device = Device.objects.filter(branch__business=offer.business_id, revoked_at=None).order_by("pk").first()
    schemes = {row.host: row for row in PartnerScheme.objects.all()}
    others = Offer.objects.filter(business=offer.business_id, visitors=False).order_by("pk").first()
    for reason, purpose, host, days in REFUSED:
        at = timezone.make_aware(datetime.combine(today - timedelta(days=days), time(11, 20)))
        Scan.objects.create(
            created_at=at, scanned_at=at, device=device, branch_id=device.branch_id, purpose=purpose, accepted=False,
            reason=reason.value, visiting=schemes[host], offer=others if purpose == "redeem" else None,
        )  # fmt: skip


def _use(
    partner: PartnerScheme, offer: Offer, device: Device, day: date, visitor: int, rng: random.Random
) -> tuple[Scan, Redemption]:
    branch: Branch = device.branch
    at = timezone.make_aware(datetime.combine(day, time(rng.randrange(9, 18), rng.randrange(60))))
    period = periods.period_key(offer.limit_kind, day)
    scan = Scan(
        created_at=at, scanned_at=at, device=device, branch=branch, offer=offer, purpose="redeem", accepted=True,
        visiting=partner,
    )  # fmt: skip
    holder = visitor_key(holder=f"{partner.host}|demo {visitor}", business_id=offer.business_id)
    use = Redemption(
        created_at=at, redeemed_at=at, day=day, offer=offer, branch=branch, area_id=branch.area_id, kind="adult",
        visiting=partner, holder_key=holder if period else "", period_key=period, slot=1 if period else None,
    )  # fmt: skip
    return scan, use
