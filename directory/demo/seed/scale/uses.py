"""Many uses over the last year, day by day, within every limit: memory grows with carers and limits, not with uses."""

from __future__ import annotations

import hashlib
import random
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import accumulate

from django.db import connection
from django.db.models import Max
from django.utils import timezone

from businesses.members.models import Branch, Device
from businesses.offers.models import Offer
from businesses.redemptions.domain.decide import YOUNG_NEVER
from businesses.redemptions.domain.periods import LONDON, period_key
from businesses.redemptions.models import Redemption, Scan
from passports.cards.models import Card, CardStatusChange, PassportStatusChange

from .. import year
from .bulk import a_load, is_postgres, next_id, refresh_statistics, stamp, write

BATCH = 25_000
TRIES = 25
DAYS = 365
CHECKS = 0.08
"""Looks without a use, against uses. One in four of them is refused because the text was no card."""
SCAN = (
    "id", "created_at", "device_id", "branch_id", "card_id", "offer_id", "purpose", "way", "accepted", "reason", "live",
    "scanned_at", "idempotency_key", "body_hash", "offline", "staff",
)  # fmt: skip
USE = (
    "id", "created_at", "scan_id", "offer_id", "branch_id", "passport_id", "kind", "area_id", "day", "redeemed_at", "period_key",
    "slot", "total_slot", "holder_key",
)  # fmt: skip
BODY = hashlib.sha256(b"seed_scale").hexdigest()


@dataclass
class Holders:
    """Cards that are good for a while, ordered by their first day, in compact arrays."""

    passport: array = field(default_factory=lambda: array("q"))
    card: array = field(default_factory=lambda: array("q"))
    first: array = field(default_factory=lambda: array("l"))
    last: array = field(default_factory=lambda: array("l"))
    kind: list[str] = field(default_factory=list)

    def pick(self, ordinal: int, rng: random.Random) -> int | None:
        """Somebody whose card is good on that day, or None after a few misses."""
        many = bisect_right(self.first, ordinal)
        for _ in range(12):
            if many:
                number = int(rng.random() * many)
                if self.last[number] >= ordinal:
                    return number
        return None


@dataclass(slots=True)
class Gift:
    """One offer with the places where it is given, as texts for the lines."""

    offer: int
    who: str
    adults: bool
    limit_kind: str
    limit_count: int
    first: int
    last: int
    places: list[tuple[str, str, str]]
    total: int = 0
    new: bool = False


def add_uses(
    count: int, today: date, step: Callable[[int], None], *, passports_from: int, offers_from: int
) -> None:
    """So many more. Limited offers go to pairs of a new passport or a new offer only, so that earlier uses never clash."""
    rng = random.Random(f"uses {next_id(Redemption)}")
    writer = _Uses(today, rng, passports_from, offers_from)
    shares = _split(count, [max(0.001, weight) for weight in _weights(today)])
    owed = 0
    with nullcontext() if _in_parts() else a_load(Scan, Redemption, rows=count):
        for ago, share in zip(range(DAYS - 1, -1, -1), shares, strict=True):
            wanted = share + owed
            owed = wanted - writer.day(today - timedelta(days=ago), wanted, step)
        writer.flush(step)
    refresh_statistics(Scan, Redemption)


def _in_parts() -> bool:
    """Whether PostgreSQL would keep a note for every row until the end: then each batch is a transaction of its own."""
    if not is_postgres():
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('is_superuser')")
        return cursor.fetchone()[0] != "on"


def _weights(today: date) -> Iterator[float]:
    """How busy each day of the year is, growing to three times from its first day to today."""
    for ago in range(DAYS - 1, -1, -1):
        day = today - timedelta(days=ago)
        grown = 1 + 2 * (DAYS - ago) / DAYS
        yield sum(
            year.busy(category, day) * grown * year.POPULAR.get(category, 1.0) for category in year.MONTHS
        )


def _split(count: int, weights: list[float]) -> list[int]:
    """`count` in whole numbers by weight; they add up."""
    sums = list(accumulate(weights))
    edges = [round(count * value / sums[-1]) for value in sums]
    return [edge - before for edge, before in zip(edges, [0, *edges], strict=False)]


class _Uses:
    def __init__(self, today: date, rng: random.Random, passports_from: int, offers_from: int):
        self.rng, self.now = rng, timezone.now()
        self.passports_from = passports_from
        self.holders = load_holders(today)
        self.gifts = load_gifts(offers_from)
        if not self.gifts or not self.holders.passport:
            raise LookupError(
                "There is nobody with a card or no offer with a till: add carers and businesses first."
            )
        self.popular = list(accumulate(0.3 + 6 * rng.random() ** 3 for _gift in self.gifts))
        self.for_all = [
            gift for gift in self.gifts if gift.limit_kind == "none" and gift.who == "all" and not gift.adults
        ]
        self.for_all = [
            gift
            for gift in self.for_all
            if gift.first <= today.toordinal() - DAYS and gift.last >= today.toordinal()
        ]
        self.scan_id, self.use_id = next_id(Scan), next_id(Redemption)
        self.taken: dict[str, dict[int, int]] = defaultdict(dict)
        self.scans: list[tuple] = []
        self.uses: list[tuple] = []

    def day(self, day: date, count: int, step: Callable[[int], None]) -> int:
        """All uses of a day, in order of time. Answers how many could be made."""
        self._forget_periods_before(day)
        ordinal, made = day.toordinal(), 0
        midnight = datetime(day.year, day.month, day.day, tzinfo=LONDON)
        latest = min(21 * 3600, int((self.now - midnight).total_seconds()))
        opens = min(8 * 3600, max(0, latest - 600))
        for second in sorted(self.rng.choices(range(opens, max(opens + 1, latest)), k=count)):
            found = self._pair(ordinal, day)
            if found is None:
                break
            self._write(midnight + timedelta(seconds=second), day.isoformat(), *found)
            made += 1
            if len(self.uses) >= BATCH:
                self.flush(step)
        return made

    def _pair(self, ordinal: int, day: date) -> tuple[int, Gift, str, int | None] | None:
        """A carer and an offer that the rules allow, with its period and slot; None when nobody has a card that day."""
        rng, holders = self.rng, self.holders
        for _ in range(TRIES):
            number = holders.pick(ordinal, rng)
            if number is None:
                return None
            gift = self.gifts[bisect_right(self.popular, rng.random() * self.popular[-1])]
            young = holders.kind[number] == "young"
            if (
                not gift.first <= ordinal <= gift.last
                or (young and gift.adults)
                or (not young and gift.who == "young")
            ):
                continue
            if gift.limit_kind == "none":
                return number, gift, "", None
            slot = self._slot(holders.passport[number], gift, day)
            if slot is not None:
                return number, gift, *slot
        number = holders.pick(ordinal, rng)
        return (number, rng.choice(self.for_all), "", None) if number is not None and self.for_all else None

    def _slot(self, passport: int, gift: Gift, day: date) -> tuple[str, int] | None:
        """The period and the number that this use takes in it; None when the limit is reached."""
        if not gift.new and passport < self.passports_from:
            return None
        if gift.limit_kind == "total":
            if gift.total >= gift.limit_count:
                return None
            gift.total += 1
            return "", gift.total
        period = period_key(gift.limit_kind, day)
        counts, key = self.taken[period], passport << 32 | gift.offer
        used = counts.get(key, 0)
        if used >= gift.limit_count:
            return None
        counts[key] = used + 1
        return period, used + 1

    def _write(
        self, when: datetime, day: str, number: int, gift: Gift, period: str, slot: int | None
    ) -> None:
        rng, holders = self.rng, self.holders
        device, branch, area = rng.choice(gift.places)
        moment, scan, card = stamp(when), str(self.scan_id), str(holders.card[number])
        live = "1" if rng.random() < 0.7 else "0"
        offer, way = str(gift.offer), "camera" if rng.random() < 0.9 else "typed"
        key = f"scale-{scan}"
        self.scans.append(
            (
                scan,
                moment,
                device,
                branch,
                card,
                offer,
                "redeem",
                way,
                "1",
                "",
                live if way == "camera" else "0",
                moment,
                key,
                BODY,
                "0",
                "",
            )
        )
        in_period = str(slot) if period else None
        in_total = str(slot) if slot is not None and not period else None
        self.uses.append(
            (str(self.use_id), moment, scan, offer, branch, str(holders.passport[number]), holders.kind[number], area, day, moment,
             period, in_period, in_total, "")
        )  # fmt: skip
        self.scan_id += 1
        self.use_id += 1
        if rng.random() < CHECKS:
            good = rng.random() < 0.75
            self.scans.append((str(self.scan_id), moment, device, branch, card if good else None, None, "check", way, "1" if good else "0",
                               "" if good else "mistyped" if way == "typed" else "foreign", "0", moment, "", "", "0", ""))  # fmt: skip
            self.scan_id += 1

    def flush(self, step: Callable[[int], None]) -> None:
        """Sends what has been collected."""
        load: AbstractContextManager = a_load(Scan, Redemption, rows=0) if _in_parts() else nullcontext()
        with load:
            write(Scan, list(SCAN), self.scans)
            write(Redemption, list(USE), self.uses)
        step(len(self.uses))
        self.scans.clear()
        self.uses.clear()

    def _forget_periods_before(self, day: date) -> None:
        wanted = {period_key(kind, day) for kind in ("day", "week", "month", "ever")}
        for period in self.taken.keys() - wanted:
            del self.taken[period]


def load_holders(today: date) -> Holders:
    """Every card with the days on which it was good. The day on which it was stopped does not count."""
    stops = CardStatusChange.objects.filter(verb__in=["report_lost", "replace", "revoke"]).order_by(
        "-created_at"
    )
    stopped = dict(stops.values_list("card_id", "created_at").iterator())  # of several the first one stays
    paused = dict(
        PassportStatusChange.objects.filter(verb__in=["suspend", "end"]).values_list(
            "passport_id", "created_at"
        )
    )
    day, holders, order = timedelta(days=1), Holders(), []
    fields = ("pk", "passport_id", "passport__kind", "issued_at", "passport__valid_from", "expires_on")
    for card, passport, kind, issued, starts, until in Card.objects.values_list(*fields).iterator(
        chunk_size=5000
    ):
        ends = [
            until,
            today,
            *(timezone.localdate(when) - day for when in (stopped.get(card), paused.get(passport)) if when),
        ]
        first = max(timezone.localdate(issued) + day, starts).toordinal()
        if first <= min(ends).toordinal():
            order.append((first, min(ends).toordinal(), passport, card, kind))
    for first, last, passport, card, kind in sorted(order):
        holders.first.append(first)
        holders.last.append(last)
        holders.passport.append(passport)
        holders.card.append(card)
        holders.kind.append(kind)
    return holders


def load_gifts(offers_from: int) -> list[Gift]:
    """Every live offer whose business has a till."""
    places: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    tills = dict(Device.objects.filter(revoked_at=None).values_list("branch_id", "pk"))
    for pk, business, area in Branch.objects.values_list("pk", "business_id", "area_id").iterator():
        if pk in tills:
            places[business].append((str(tills[pk]), str(pk), str(area)))
    totals = dict(
        Redemption.objects.exclude(total_slot=None).values_list("offer_id").annotate(top=Max("total_slot"))
    )
    offers = Offer.objects.filter(status="live").order_by("pk")
    fields = ("pk", "business_id", "who", "tag", "limit_kind", "limit_count", "starts_on", "ends_on")
    return [
        Gift(
            pk, who, who == "adult" or tag in YOUNG_NEVER, kind, count, first.toordinal(), last.toordinal() if last else date.max.toordinal(),
            places[business], totals.get(pk, 0), pk >= offers_from,
        )
        for pk, business, who, tag, kind, count, first, last in offers.values_list(*fields).iterator()
        if places[business]
    ]  # fmt: skip
