"""Reads who can use what, lets `visits` and `refusals` decide, and writes scans, uses and voids."""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from businesses.members.models import Branch, Device
from businesses.offers.models import Offer
from businesses.redemptions.models import Redemption, RedemptionVoid, Scan
from directory.demo.content.people import CARERS
from directory.demo.content.scheme import AREAS
from passport_site.core.models import AuditEvent
from passports.cards.models import Card, CardStatusChange, Passport, PassportStatusChange

from .refusals import PAUSED_AGO, Refused, StoppedCard, refused_scans
from .visits import DAYS, Gift, Holder, Place, Visit, a_year

KEY = "demo-"
DEMO_TILL = "kettle-and-thrush"
"""Whoever tries the till by one click is here: a day on which nobody came would look dead."""
REGULARS = {
    "active": ("kettle-and-thrush", 5.0),
    "welsh": ("bwyd-bronwen", 2.0),
    "young": ("", 1.6),
    "no-email": ("", 1.0),
}
"""Cast members who go somewhere most days: (business, keenness)."""
REASON_OF = {"lost": "card_lost", "replaced": "card_replaced", "revoked": "card_revoked"}
STRANGERS = 120
"""Good cards that somebody’s own phone looked at in the year."""


def seed_uses(today: date, rng: random.Random) -> str:
    """A year of scans and uses, unless it is there."""
    if Scan.objects.filter(idempotency_key__startswith=KEY).exists():
        return "there already"
    gifts = _gifts(today)
    holders, stopped = _holders(today, rng)
    stopped += _told_yesterday(today)
    cafe = Offer.objects.filter(business__slug=DEMO_TILL, status="live").order_by("pk").first()
    alive = next((gift for gift in gifts if cafe is not None and gift.offer == cafe.pk), None)
    visits = a_year(holders, gifts, today, rng, alive=alive)
    refused = refused_scans(
        stopped=stopped, holders=holders, gifts=gifts, visits=visits, today=today, rng=rng
    )
    _write(visits, refused, rng)
    return f"{len(visits):,} uses, {len(refused)} refusals"


def _gifts(today: date) -> list[Gift]:
    places: dict[int, list[Place]] = defaultdict(list)
    devices: dict[int, list[int]] = defaultdict(list)
    for pk, branch in Device.objects.filter(revoked_at=None).values_list("pk", "branch_id"):
        devices[branch].append(pk)
    for branch in Branch.objects.order_by("pk"):
        if devices[branch.pk]:
            place = Place(
                branch.pk, branch.business_id, branch.area_id, branch.town, tuple(devices[branch.pk])
            )
            places[branch.business_id].append(place)
    gifts = []
    for offer in Offer.objects.select_related("business__category").order_by("pk"):
        last = offer.ends_on
        if offer.status == "paused":
            last = today - timedelta(days=PAUSED_AGO)
        if places[offer.business_id]:
            gifts.append(
                Gift(
                    offer.pk, offer.business.category.slug, offer.who, offer.tag, offer.limit_kind, offer.limit_count,
                    offer.starts_on, last, tuple(places[offer.business_id]),
                )
            )  # fmt: skip
    return gifts


def _holders(today: date, rng: random.Random) -> tuple[list[Holder], list[StoppedCard]]:
    """Who holds which card from when until when; and the spans in which cards were no good."""
    cards: dict[int, list[Card]] = defaultdict(list)
    for card in Card.objects.order_by("pk"):
        cards[card.passport_id].append(card)
    moved: dict[int, dict[str, datetime]] = defaultdict(dict)
    for card_id, verb, when in CardStatusChange.objects.values_list("card_id", "verb", "created_at"):
        moved[card_id].setdefault(verb, when)
    paused = dict(
        PassportStatusChange.objects.filter(verb__in=["suspend", "end"]).values_list(
            "passport_id", "created_at"
        )
    )
    holders, stopped = [], []
    for passport in Passport.objects.order_by("pk"):
        spans, bad = _spans(passport, cards[passport.pk], moved, paused.get(passport.pk), today)
        stopped += bad
        holders.append(_holder(passport, spans, cards[passport.pk], rng))
    return holders, stopped


def _told_yesterday(today: date) -> list[StoppedCard]:
    """Margaret of the cast: her card ran out last month, and a shop has just told her."""
    person = next(person for person in CARERS if person.state == "expired")
    card = Card.objects.filter(
        passport__first_name=person.given_name, passport__last_name=person.family_name
    ).first()
    opening = timezone.make_aware(datetime.combine(today - timedelta(days=1), time(10)))
    return [StoppedCard(card.pk, "expired", opening, opening + timedelta(hours=6))] if card else []


def _spans(
    passport: Passport,
    cards: list[Card],
    moved: dict[int, dict[str, datetime]],
    paused: datetime | None,
    today: date,
) -> tuple[list[tuple[int, datetime, datetime]], list[StoppedCard]]:
    now = timezone.now()
    a_year_ago = now - timedelta(days=DAYS - 1)
    over = timezone.make_aware(datetime.combine(passport.valid_until + timedelta(days=1), time()))
    begins = timezone.make_aware(datetime.combine(passport.valid_from, time()))
    spans, stopped = [], []
    for card in cards:
        verbs = moved[card.pk]
        stop = min(
            [
                over,
                *(verbs[verb] for verb in ("report_lost", "replace", "revoke") if verb in verbs),
                *([paused] if paused else []),
            ]
        )
        start = max(card.issued_at + timedelta(minutes=5), begins)
        if start < min(stop, now):
            spans.append((card.pk, start, min(stop, now)))
        reason = "expired"
        if paused and paused <= stop:
            reason = f"passport_{passport.status}"
        elif card.status != "active":
            reason = REASON_OF[card.status]
        since = verbs.get("replace", stop) if reason == "card_replaced" else stop
        if begins > now:
            stopped.append(StoppedCard(card.pk, "not_yet_valid", card.issued_at, now))
        if since < min(over, now) or (reason == "expired" and since < now):
            until = now if reason == "expired" else min(over, now)
            stopped.append(StoppedCard(card.pk, reason, max(since, a_year_ago), until))
    return spans, stopped


def _holder(passport: Passport, spans: list, cards: list[Card], rng: random.Random) -> Holder:
    town = next(
        (town.name for area in AREAS for town in area.towns if town.sector == passport.postcode[:5]), ""
    )
    keen = rng.choice((0.0, 0.25, 0.5, 0.5, 1.0, 1.0, 1.0, 1.6, 2.4, 4.0))
    always = None
    key = next(
        (
            person.key
            for person in CARERS
            if (person.given_name, person.family_name) == (passport.first_name, passport.last_name)
        ),
        "",
    )
    if key in REGULARS:
        slug, keen = REGULARS[key]
        always = (
            Offer.objects.filter(business__slug=slug, status="live")
            .order_by("pk")
            .values_list("pk", flat=True)
            .first()
        )
    on_phone = bool(passport.email) and not (cards and cards[-1].printed_at and rng.random() < 0.5)
    return Holder(passport.pk, passport.kind, passport.area_id, town, keen, on_phone, tuple(spans), always)


def _write(visits: list[Visit], refused: list[Refused], rng: random.Random) -> None:
    """Scans in order of time, as they would have come in, then the uses and what was taken back."""
    scans: list[tuple[datetime, Scan]] = []
    uses: list[tuple[Scan, Visit]] = []
    for n, visit in enumerate(visits):
        check, use = _two_scans(visit, n, rng)
        scans += [(check.scanned_at, check), (use.scanned_at, use)]
        uses.append((use, visit))
    scans += [(scan.when, _refused(scan, n)) for n, scan in enumerate(refused)]
    for visit in rng.sample(visits, min(STRANGERS, len(visits))):
        when = visit.when - timedelta(minutes=rng.randrange(4, 90))
        if when >= visit.holder.spans[0][1]:
            scans.append(
                (
                    when,
                    Scan(
                        card_id=visit.card,
                        purpose="check",
                        accepted=True,
                        live=True,
                        scanned_at=when,
                        created_at=when,
                    ),
                )
            )
    scans.sort(key=lambda pair: pair[0])
    Scan.objects.bulk_create([scan for _when, scan in scans], batch_size=1000)
    redemptions = [_redemption(scan, visit) for scan, visit in uses]
    Redemption.objects.bulk_create(redemptions, batch_size=1000)
    _voids(redemptions, visits)


def _two_scans(visit: Visit, n: int, rng: random.Random) -> tuple[Scan, Scan]:
    """The check that showed the offers, and the use."""
    typed = rng.random() < (0.05 if visit.holder.on_phone else 0.3)
    looked = visit.when - timedelta(seconds=rng.randrange(6, 60))
    shared = {
        "device_id": visit.device,
        "branch_id": visit.place.branch,
        "card_id": visit.card,
        "way": "typed" if typed else "camera",
        "accepted": True,
        "live": visit.holder.on_phone and not typed,
    }
    check = Scan(purpose="check", scanned_at=looked, created_at=looked, **shared)
    key = f"{KEY}{n}"
    use = Scan(
        purpose="redeem", offer_id=visit.gift.offer, scanned_at=visit.when, created_at=visit.when, idempotency_key=key,
        body_hash=hashlib.sha256(key.encode()).hexdigest(), **shared,
    )  # fmt: skip
    return check, use


def _refused(scan: Refused, n: int) -> Scan:
    key = f"{KEY}no-{n}" if scan.redeem else ""
    return Scan(
        device_id=scan.device,
        branch_id=scan.place.branch if scan.place else None,
        card_id=scan.card,
        offer_id=scan.offer,
        purpose="redeem" if scan.redeem else "check",
        way=scan.way,
        accepted=False,
        reason=scan.reason,
        scanned_at=scan.when,
        created_at=scan.when,
        idempotency_key=key,
        body_hash=hashlib.sha256(key.encode()).hexdigest() if key else "",
    )


def _redemption(scan: Scan, visit: Visit) -> Redemption:
    return Redemption(
        scan=scan, offer_id=visit.gift.offer, branch_id=visit.place.branch, passport_id=visit.holder.passport,
        kind=visit.holder.kind, area_id=visit.place.area, day=timezone.localdate(visit.when), redeemed_at=visit.when,
        period_key=visit.period, slot=visit.slot, total_slot=visit.total_slot, created_at=visit.when,
    )  # fmt: skip


def _voids(redemptions: list[Redemption], visits: list[Visit]) -> None:
    voids, audits, now = [], [], timezone.now()
    for row, visit in zip(redemptions, visits, strict=True):
        if visit.void_after is None:
            continue
        when = min(visit.when + visit.void_after, now)
        voids.append(RedemptionVoid(redemption=row, device_id=visit.device, created_at=when))
        audits.append(
            AuditEvent(
                verb="redemption.voided",
                actor=f"device:{visit.device}",
                subject=f"redemptions.redemption:{row.pk}",
                created_at=when,
            )
        )
    RedemptionVoid.objects.bulk_create(voids)
    AuditEvent.objects.bulk_create(audits)
