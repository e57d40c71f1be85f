"""The rows that the items of an upload become: each is judged as of the moment it was scanned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from businesses.members.models import Device
from passports.cards import public as cards

from ..domain import decide, periods
from ..domain.offline import Offline
from ..domain.pseudonym import visitor_of
from ..models import Redemption, Scan, ScanPurpose
from ..querysets import OfferUse
from ..tallies import Tallies, offers_of, tallies_of
from .redeeming import SERVING
from .sandbox import is_everybodys
from .use_rows import new_use

LIMITS = frozenset(
    {
        decide.Refusal.USED_TODAY, decide.Refusal.USED_THIS_WEEK, decide.Refusal.USED_THIS_MONTH,
        decide.Refusal.USED_UP, decide.Refusal.ALL_GONE,
    }
)  # fmt: skip
NOTHING_READ = cards.ReadCode(way=cards.CAMERA, failure="malformed")


@dataclass(frozen=True, slots=True)
class Item:
    """One scan as a till sent it. `accepted` and `reason` are what it told the cashier; `scanned_at` is aware.

    `malformed`: only number and key could be read, the rest is made up.
    """

    sequence: int
    key: str
    body_hash: str
    scanned_at: datetime
    purpose: str = ScanPurpose.CHECK.value
    read: cards.ReadCode = NOTHING_READ
    offer: int | None = None
    accepted: bool = False
    reason: str = ""
    staff: str = ""
    malformed: bool = False


@dataclass(slots=True)
class Row:
    """An item, its scan, and either its use, or the use that came first, or neither."""

    item: Item
    scan: Scan
    use: Redemption | None = None
    winner: Redemption | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that deciding an upload needs to know."""

    cards: cards.Lookback
    tallies: Tallies
    taken_numbers: frozenset[int]


def read_facts(device: Device, items: list[Item], now: datetime) -> Facts:
    """A few queries, however many items. A typed number is not looked up: an upload must not be a way to guess."""
    since = min((item.scanned_at for item in items), default=now)
    scanned = (item.read.serial for item in items if item.read.serial)
    found = cards.look_back_at(scanned, since, sandbox=device.branch.business.sandbox)
    offers = offers_of(device.branch.business_id)
    wanted = []
    for item in items:
        known = found.cards.get(item.read.serial)
        holder = visitor_of(item.read, device.branch.business_id) or (known and known["passport"])
        if holder and item.purpose == ScanPurpose.REDEEM and item.offer in offers:
            wanted.append((item.offer, holder, periods.day_of(item.scanned_at)))
    return Facts(cards=found, tallies=tallies_of(offers, wanted), taken_numbers=_taken_numbers(device, items))


def _taken_numbers(device: Device, items: list[Item]) -> frozenset[int]:
    """Those of these numbers that are kept already. None can be kept of a key that everybody has."""
    numbers = frozenset(item.sequence for item in items)
    if is_everybodys(device):
        return numbers
    kept = Scan.objects.filter(device=device, sequence__in=numbers)
    return frozenset(kept.values_list("sequence", flat=True))


def decide_all(device: Device, items: Iterable[Item], facts: Facts, now: datetime) -> list[Row]:
    """One row for each item, in this order: the earlier use takes the slot. Writes nothing."""
    rows, numbers = [], set(facts.taken_numbers)
    for item in items:
        check = _check(item, facts)
        holder = visitor_of(item.read, device.branch.business_id) or check.passport_id
        use = facts.tallies.use_of(item.offer, holder, periods.day_of(item.scanned_at))
        reason = _reason(item, check, use)
        # A number that another scan has: a browser that lost its memory counts anew. The scan is kept without.
        number = None if item.sequence in numbers else item.sequence
        numbers.add(item.sequence)
        row = Row(item, _scan(device, item, check, use, reason, number, now))
        if item.purpose == ScanPurpose.REDEEM and use is not None and not reason:
            row.use = new_use(
                read=item.read, check=check, use=use, branch=device.branch, at=item.scanned_at, created_at=now
            )
            facts.tallies.add(use, row.use)
        elif use is not None and reason == Offline.DUPLICATE:
            row.winner = facts.tallies.tally(use.id, holder, use.period).last
        rows.append(row)
    return rows


def _check(item: Item, facts: Facts) -> cards.CardCheck:
    """The card as of the scan. A live code that ran out while the cashier served is still good for a use."""
    known = facts.cards.facts(item.read.serial, item.scanned_at) if item.read.serial else None
    check = cards.judge(item.read, known, item.scanned_at)
    if check.ran_out and item.purpose == ScanPurpose.REDEEM:
        check = cards.judge(item.read, known, item.scanned_at, item.scanned_at - SERVING)
    return check


def _reason(item: Item, check: cards.CardCheck, use: OfferUse | None) -> str:
    """Why it does not count; empty when it does."""
    if item.malformed:
        return Offline.MALFORMED.value
    if not item.accepted:
        return item.reason or Offline.REFUSED.value
    if item.read.number:
        return Offline.UNPROVEN.value
    if not check.valid:
        return Offline.STOPPED.value if check.status is cards.Status.REVOKED else check.reason
    if item.purpose == ScanPurpose.CHECK:
        return ""
    used = use.used if use else 0
    decision = decide.decide(check, use, used=used, today=periods.day_of(item.scanned_at))
    return Offline.DUPLICATE.value if decision.log in LIMITS else decision.log


def _scan(
    device: Device,
    item: Item,
    check: cards.CardCheck,
    use: OfferUse | None,
    reason: str,
    number: int | None,
    now: datetime,
) -> Scan:
    return Scan(
        created_at=now,
        device=device,
        branch_id=device.branch_id,
        card_id=check.card_id,
        offer_id=use.id if use else None,
        purpose=item.purpose,
        way=check.way,
        accepted=not reason,
        reason=reason,
        live=check.live,
        visiting_id=check.visiting.id if check.visiting else None,
        scanned_at=item.scanned_at,
        idempotency_key=item.key,
        body_hash=item.body_hash,
        offline=True,
        sequence=number,
        device_accepted=item.accepted,
        staff=item.staff,
    )
