"""Scans that were refused, one kind for each reason code, each true to the card and the offer it names."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from businesses.redemptions.domain.decide import Refusal
from passports.cards.domain.verdict import Reason

from .clock import moment
from .visits import Gift, Holder, Ledger, Place, Visit, allowed

NO_CARD: dict[str, int] = {
    "malformed": 9,
    "mistyped": 31,
    "unknown_version": 2,
    "unknown_key": 3,
    "bad_signature": 5,
    "wrong_purpose": 4,
    "foreign": 14,
    Reason.UNKNOWN_CARD: 6,
}
"""Reasons of texts that are no card of ours, and how often in the year."""
TYPED = {"mistyped", Reason.UNKNOWN_CARD}
USED = {
    "day": Refusal.USED_TODAY,
    "week": Refusal.USED_THIS_WEEK,
    "month": Refusal.USED_THIS_MONTH,
    "ever": Refusal.USED_UP,
    "total": Refusal.ALL_GONE,
}


@dataclass(frozen=True, slots=True)
class Refused:
    """One refused scan. Without an offer it was a check."""

    when: datetime
    reason: str
    place: Place | None
    device: int | None
    card: int | None = None
    offer: int | None = None
    way: str = "camera"
    redeem: bool = False


@dataclass(frozen=True, slots=True)
class StoppedCard:
    """A card that was no good in a span of time, and why."""

    card: int
    reason: str
    start: datetime
    end: datetime


def refused_scans(
    *,
    stopped: list[StoppedCard],
    holders: list[Holder],
    gifts: list[Gift],
    visits: list[Visit],
    today: date,
    rng: random.Random,
) -> list[Refused]:
    """All of them, in order of time."""
    places = [place for gift in gifts for place in gift.places]
    found = [*_no_cards(places, today, rng), *_stopped(stopped, places, rng)]
    found += [*_offers(holders, gifts, today, rng), *_used(visits, rng), *_live(visits, rng)]
    return sorted(found, key=lambda scan: scan.when)


def _no_cards(places: list[Place], today: date, rng: random.Random) -> Iterator[Refused]:
    for reason, count in NO_CARD.items():
        for _ in range(count):
            place = rng.choice(places)
            when = moment(today - timedelta(days=rng.randrange(0, 364)), rng, 9, 18)
            way = "typed" if reason in TYPED else "camera"
            yield Refused(when, str(reason), place, rng.choice(place.devices), way=way)


def _stopped(stopped: list[StoppedCard], places: list[Place], rng: random.Random) -> Iterator[Refused]:
    """Every card that ran out or was stopped is tried now and then; some by a stranger’s phone."""
    for n, card in enumerate(stopped):
        for _ in range(1 if n % 3 else 2):
            length = card.end - card.start
            if length <= timedelta(0):
                continue
            some_time = card.start + length * rng.random() ** 2
            opening = moment(timezone.localdate(some_time), rng, 9, 18)
            when = opening if card.start < opening < card.end else some_time
            place = rng.choice(places) if rng.random() < 0.9 else None
            yield Refused(
                when, card.reason, place, rng.choice(place.devices) if place else None, card=card.card
            )


def _offers(holders: list[Holder], gifts: list[Gift], today: date, rng: random.Random) -> Iterator[Refused]:
    """Offers that were not on, or not for this carer. A good card each time."""

    def one(gift: Gift, holder: Holder, reason: str, day: date, *, named: bool = True) -> Refused | None:
        when = moment(day, rng, 10, 17)
        card = next((card for card, start, end in holder.spans if start <= when < end), None)
        place = rng.choice(gift.places)
        if card is None:
            return None
        return Refused(
            when,
            str(reason),
            place,
            rng.choice(place.devices),
            card,
            gift.offer if named else None,
            redeem=True,
        )

    adults = [holder for holder in holders if not holder.young and holder.spans]
    young = [holder for holder in holders if holder.young and holder.spans]
    for number, gift in enumerate(gifts):
        wanted: list[tuple[str, list[Holder], date]] = []
        recent = today - timedelta(days=rng.randrange(0, 20))
        if gift.first > today:
            wanted.append((Refusal.NOT_STARTED, adults, recent))
        if gift.last is not None and gift.last < today:
            paused = gift.last == today - timedelta(days=PAUSED_AGO)
            day = gift.last + timedelta(days=rng.randrange(1, (today - gift.last).days + 1))
            wanted.append((Refusal.PAUSED if paused else Refusal.ENDED, adults, day))
        elif gift.first <= today:
            if gift.who == "young":
                wanted.append((Refusal.YOUNG_ONLY, adults, recent))
            elif young and not allowed(young[0], gift):
                wanted.append((Refusal.NOT_FOR_YOUNG, young, recent))
            elif number % 18 == 1:
                wanted.append((Refusal.NO_SUCH_OFFER, adults, recent))
        for reason, people, day in wanted:
            for holder in rng.sample(people, min(30, len(people))):
                scan = one(gift, holder, reason, day, named=reason != Refusal.NO_SUCH_OFFER)
                if scan is not None:
                    yield scan
                    break


def _used(visits: list[Visit], rng: random.Random) -> Iterator[Refused]:
    """A second try soon after the last use that the limit allowed."""
    ledger, today = Ledger(), timezone.localdate()
    for visit in visits:
        day = timezone.localdate(visit.when)
        ledger.take(visit, day)
        if visit.void_after is not None or not ledger.full(visit.holder.passport, visit.gift, day):
            continue
        often = 1.0 if visit.gift.limit_kind == "total" else 0.03 if visit.gift.limit_kind != "ever" else 0.12
        if rng.random() > often:
            continue
        when = visit.when + timedelta(minutes=rng.randrange(5, 45))
        if timezone.localdate(when) == day and (day < today or when < timezone.now()):
            reason = str(USED[visit.gift.limit_kind])
            yield Refused(when, reason, visit.place, visit.device, visit.card, visit.gift.offer, redeem=True)


def _live(visits: list[Visit], rng: random.Random) -> Iterator[Refused]:
    """Codes that had been on the screen for too long, and two from a phone whose clock runs ahead."""
    on_phones = [visit for visit in visits if visit.holder.on_phone]
    sample = rng.sample(on_phones, min(44, len(on_phones)))
    for n, visit in enumerate(sample):
        reason = Reason.LIVE_CODE_FROM_THE_FUTURE if n < 2 else Reason.LIVE_CODE_TOO_OLD
        yield Refused(
            visit.when - timedelta(seconds=rng.randrange(70, 160)),
            str(reason),
            visit.place,
            visit.device,
            visit.card,
        )


PAUSED_AGO = 35
"""Days since the paused offers were paused."""
