"""A year of visits to tills, decided by the rules before any row is written: who, when, where, which offer."""

from __future__ import annotations

import random
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from django.utils import timezone

from businesses.redemptions.domain.decide import not_for
from businesses.redemptions.domain.periods import period_key

from . import year
from .clock import moment, not_later

DAYS = 365
USES_A_WEEK = 0.85
"""Of a carer of usual keenness, before limits and closed days."""
VOIDED = 0.012
RARELY = 0.15
ALIVE = 9
FAVOURITES = (3, 9)


@dataclass(frozen=True, slots=True)
class Place:
    """One branch with its tills."""

    branch: int
    business: int
    area: int
    town: str
    devices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gift:
    """One offer as the rules need it. `last` is the last day on which it was given, None when it still is."""

    offer: int
    category: str
    who: str
    tag: str
    limit_kind: str
    limit_count: int
    first: date
    last: date | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """One carer with a passport. `spans` are (card, from, until) in order; uses fall into them."""

    passport: int
    kind: str
    area: int | None
    town: str
    keen: float
    on_phone: bool
    spans: tuple[tuple[int, datetime, datetime], ...]
    always_at: int | None = None
    """An offer that this carer uses most of all (the cast’s regulars)."""

    @property
    def young(self) -> bool:
        return self.kind == "young"


@dataclass(slots=True)
class Visit:
    """One use of an offer, with the key it is counted under."""

    when: datetime
    holder: Holder
    card: int
    gift: Gift
    place: Place
    device: int
    period: str = ""
    slot: int | None = None
    total_slot: int | None = None
    void_after: timedelta | None = None


@dataclass
class Ledger:
    """What is taken and given back, as the database will count it (Redemption)."""

    taken: dict[tuple, int] = field(default_factory=lambda: defaultdict(int))
    voids: dict[tuple, int] = field(default_factory=lambda: defaultdict(int))

    def key(self, passport: int, gift: Gift, day: date) -> tuple | None:
        if gift.limit_kind == "total":
            return (gift.offer,)
        period = period_key(gift.limit_kind, day)
        return (passport, gift.offer, period) if period else None

    def full(self, passport: int, gift: Gift, day: date) -> bool:
        key = self.key(passport, gift, day)
        return key is not None and self.taken[key] - self.voids[key] >= gift.limit_count

    def take(self, visit: Visit, day: date) -> None:
        """Numbers the visit. The caller has asked `full`."""
        key = self.key(visit.holder.passport, visit.gift, day)
        if key is None:
            return
        self.taken[key] += 1
        if visit.gift.limit_kind == "total":
            visit.total_slot = self.taken[key]
        else:
            visit.period, visit.slot = key[2], self.taken[key]
        if visit.void_after is not None:
            self.voids[key] += 1


def a_year(
    holders: list[Holder], gifts: list[Gift], today: date, rng: random.Random, *, alive: Gift | None = None
) -> list[Visit]:
    """All visits of the last year in order of time, within every limit. `alive`: an offer that a few use today for sure."""
    wishes = [wish for holder in holders for wish in _wishes(holder, gifts, today, rng)]
    if alive is not None:
        fit = [holder for holder in holders if holder.spans and allowed(holder, alive)]
        wishes += [
            (moment(today, rng, *year.hours(alive.category)), holder, alive)
            for holder in rng.sample(fit, ALIVE)
        ]
    wishes.sort(key=lambda wish: wish[0])
    ledger, seen_total, visits = Ledger(), set(), []
    for when, holder, gift in wishes:
        day = timezone.localdate(when)
        card = card_at(holder, when)
        once = (holder.passport, gift.offer)
        if (
            card is None
            or ledger.full(holder.passport, gift, day)
            or (gift.limit_kind == "total" and once in seen_total)
        ):
            continue
        seen_total.add(once)
        place = _place(holder, gift, rng)
        visit = Visit(when, holder, card, gift, place, rng.choice(place.devices))
        if rng.random() < VOIDED:
            visit.void_after = timedelta(seconds=rng.randrange(20, 500))
        ledger.take(visit, day)
        visits.append(visit)
    return visits


def card_at(holder: Holder, when: datetime) -> int | None:
    """The card that was good then."""
    return next((card for card, start, end in holder.spans if start <= when < end), None)


def allowed(holder: Holder, gift: Gift) -> bool:
    """By age and group, as the till decides it."""
    return not_for(gift, young=holder.young, visiting=False) is None  # type: ignore[arg-type]


def _wishes(
    holder: Holder, gifts: list[Gift], today: date, rng: random.Random
) -> Iterator[tuple[datetime, Holder, Gift]]:
    """When this carer would like to use what, before limits."""
    if not holder.spans or holder.keen == 0:
        return
    first = max(today - timedelta(days=DAYS - 1), timezone.localdate(holder.spans[0][1]))
    days = (today - first).days + 1
    favourites = _favourites(holder, gifts, rng)
    if days < 1 or not favourites:
        return
    total = USES_A_WEEK * holder.keen * days / 7
    shares = [weight for _gift, weight in favourites]
    for gift, weight in favourites:
        start = max(first, gift.first)
        end = min(today, gift.last or today)
        open_days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
        # whatever the day, somebody has been out today
        weights = list(
            accumulate(max(year.busy(gift.category, day), 0.4 * (day == today)) for day in open_days)
        )
        if not weights or weights[-1] == 0:
            continue
        opens, closes = year.hours(gift.category)
        for _ in range(year.how_many(total * weight / sum(shares) * len(open_days) / days, rng)):
            day = open_days[min(bisect(weights, rng.random() * weights[-1]), len(open_days) - 1)]
            seconds = rng.randrange(opens * 3600, closes * 3600)
            when = timezone.make_aware(datetime.combine(day, time()) + timedelta(seconds=seconds))
            yield (not_later(when, rng) if day == today else when), holder, gift


def _favourites(holder: Holder, gifts: list[Gift], rng: random.Random) -> list[tuple[Gift, float]]:
    """A few offers, mostly near by, each with how much it is liked."""
    fitting = [gift for gift in gifts if allowed(holder, gift)]
    weights = [_pull(holder, gift) for gift in fitting]
    chosen = {gift.offer: gift for gift in rng.choices(fitting, weights, k=rng.randrange(*FAVOURITES))}
    favourites = [(gift, rng.uniform(0.4, 2.0)) for gift in chosen.values()]
    favourites += [(gift, RARELY) for gift in rng.sample(fitting, 4)]
    regular = next((gift for gift in fitting if gift.offer == holder.always_at), None)
    if regular is not None:
        favourites.append((regular, 2.0 * len(favourites)))
    return favourites


def _pull(holder: Holder, gift: Gift) -> float:
    near = max(
        8.0 if place.town == holder.town else 4.0 if place.area == holder.area else 0.5
        for place in gift.places
    )
    if gift.category == "online-and-phone":
        near = 2.5
    young = 5.0 if gift.who == "young" and holder.young else 1.0
    first_come = 40.0 if gift.limit_kind == "total" else 1.0  # everybody hears of it while it lasts
    return near * year.POPULAR.get(gift.category, 1.0) * young * first_come


def _place(holder: Holder, gift: Gift, rng: random.Random) -> Place:
    weights = [
        6.0 if place.town == holder.town else 3.0 if place.area == holder.area else 1.0
        for place in gift.places
    ]
    return rng.choices(gift.places, weights)[0]
