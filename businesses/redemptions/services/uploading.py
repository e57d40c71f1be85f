"""What a till did without a network, stored item by item: history is never turned away (card-format.md, “Offline”).

One device's uploads wait for each other (a lock on its row; SQLite has one writer anyway), so that an upload that
comes twice, or twice at once, finds its keys the second time. Another device may take a slot between our reading
and our writing: then the unique key of the limit says so, and the upload is read and decided again, in the end
item by item. Whatever was answered is what the rows say, also when a worker dies half-way: a till sends again
what it got no answer for, and the same key finds the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from businesses.members.models import Device

from .. import gaps
from ..domain import offline
from ..models import Redemption, Scan
from .queueing import stand_in_line
from .redeeming import TooBusy, explain
from .sandbox import is_everybodys
from .upload_rows import Item, Row, decide_all, read_facts

TRIES_TOGETHER = 2
TRIES_ALONE = 8

STORED, REFUSED, KEY_USED = "stored", "refused", "key_used"


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """What became of one item. `redemption` is the use that counts: this one, or the one that came first."""

    sequence: int
    key: str
    result: str
    reason: str = ""
    redemption: int | None = None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class UploadAnswer:
    """One answer for each item, in the order given; what number comes next, and which never came."""

    items: list[ItemAnswer]
    next_sequence: int
    missing: list[int]


def store_upload(
    *, device: Device, device_time: datetime, waiting: int, sent: int, items: Sequence[Item]
) -> UploadAnswer:
    """Stores every item once and answers each. `sent` of the `waiting` scans on the device came with this call.

    Raises TooBusy when other tills fought for the same slots all the while: what was stored by then stays, and
    trying again is safe.
    """
    now = timezone.now()
    earliest = _earliest(device, now)
    timed = [
        replace(
            item,
            scanned_at=offline.happened_at(
                item.scanned_at, device_time=device_time, now=now, earliest=earliest
            ),
        )
        for item in items
    ]
    answers = _store_all(device, sorted(timed, key=lambda item: (item.scanned_at, item.sequence)), now)
    _note_contact(device, now=now, left=max(0, waiting - sent))
    everybodys = is_everybodys(device)  # of whose numbers only those of this call can be told
    sent_now = [item.sequence for item in items]
    return UploadAnswer(
        items=[answers[id(item)] for item in timed],
        next_sequence=max(sent_now, default=0) + 1 if everybodys else gaps.next_sequence(device.pk),
        missing=gaps.between(sent_now) if everybodys else gaps.missing_of(device.pk),
    )


def _earliest(device: Device, now: datetime) -> datetime:
    """A key counts from when it was made: its device is made at the first call. And several lanes of a shop may share
    it, of which one knows nothing of what waits on the others."""
    if device.api_key_id is not None:
        return offline.earliest_of(now=now, enrolled=device.api_key.created_at, all_sent=None)
    return offline.earliest_of(now=now, enrolled=device.created_at, all_sent=device.all_sent_at)


def _note_contact(device: Device, *, now: datetime, left: int) -> None:
    """When it sent something, how much is still there, and, with nothing left, from when on the next may be."""
    facts = {"uploaded_at": now, "last_seen_at": now, "waiting": min(left, 2**31 - 1)}
    Device.objects.filter(pk=device.pk).update(**facts | ({} if left else {"all_sent_at": now}))


def _store_all(device: Device, items: list[Item], now: datetime) -> dict[int, ItemAnswer]:
    """The answers by `id(item)`. All together, and item by item when others are in the way."""
    for _try in range(TRIES_TOGETHER):
        try:
            return _store(device, items, now)
        except IntegrityError:  # outside the transaction, which has been rolled back by now
            continue
    answers: dict[int, ItemAnswer] = {}
    for item in items:
        answers |= _store_alone(device, item, now)
    return answers


def _store_alone(device: Device, item: Item, now: datetime) -> dict[int, ItemAnswer]:
    for _try in range(TRIES_ALONE):
        try:
            return _store(device, [item], now, queue=True)
        except IntegrityError:
            continue
    raise TooBusy


@transaction.atomic
def _store(device: Device, items: list[Item], now: datetime, *, queue: bool = False) -> dict[int, ItemAnswer]:
    """Answers the items that came before, decides the others, and writes them: three inserts at most.

    With `queue` the tills that want the same offer stand in line (as in `redeeming`).
    """
    _lock(device, {item.offer for item in items if item.offer} if queue else set())
    answers, new = _earlier(device, items)
    first: dict[str, Item] = {}
    again: list[Item] = []
    for item in new:
        if first.setdefault(item.key, item) is not item:
            again.append(item)
    rows = decide_all(device, list(first.values()), read_facts(device, list(first.values()), now), now)
    _write(rows)
    by_key = {}
    for row in rows:
        answers[id(row.item)] = by_key[row.item.key] = _answer(row)
    for item in again:  # the same key twice in one call
        same = item.body_hash == first[item.key].body_hash
        answers[id(item)] = replace(by_key[item.key], repeated=True) if same else _key_used(item)
    return answers


def _lock(device: Device, offers: set[int]) -> None:
    if connection.features.has_select_for_update:  # no_key as in `queueing`
        list(Device.objects.select_for_update(no_key=True).filter(pk=device.pk).values_list("pk"))
    stand_in_line(offers)


def _earlier(device: Device, items: list[Item]) -> tuple[dict[int, ItemAnswer], list[Item]]:
    """The answers that these keys got before, and the items whose key is new."""
    known = {
        scan.idempotency_key: scan
        for scan in Scan.objects.filter(device=device, idempotency_key__in={item.key for item in items})
        .select_related("redemption")
        .only(
            "idempotency_key",
            "body_hash",
            "accepted",
            "device_accepted",
            "reason",
            "winner",
            "redemption__id",
        )
    }
    answers, new = {}, []
    for item in items:
        scan = known.get(item.key)
        if scan is None:
            new.append(item)
        elif scan.body_hash in (item.body_hash, ""):  # empty: the carer was forgotten since
            use = scan.redemption.pk if hasattr(scan, "redemption") else scan.winner_id
            answers[id(item)] = _told(item, scan, use, repeated=True)
        else:
            answers[id(item)] = _key_used(item)
    return answers, new


def _write(rows: list[Row]) -> None:
    """Scans, uses, and then the scans that came second: their winner may be in the same upload."""
    later = [row for row in rows if row.winner is not None and row.winner.pk is None]
    at_once = [row for row in rows if row.winner is None or row.winner.pk is not None]
    _insert_scans(at_once)
    with_use = [row for row in at_once if row.use is not None]
    # always in the same order: two uploads that want the same slots then wait, and never block each other
    with_use.sort(key=lambda row: _order(row.use))
    for row in with_use:
        row.use.scan = row.scan
    Redemption.objects.bulk_create([row.use for row in with_use])
    _insert_scans(later)


def _insert_scans(rows: list[Row]) -> None:
    for row in rows:
        row.scan.winner = row.winner
    Scan.objects.bulk_create([row.scan for row in rows])


def _order(use: Redemption) -> tuple[int, int, str, str, int]:
    """By the unique key that the use will hold: of a limit for all together the carer is no part."""
    if use.total_slot is not None:
        return (use.offer_id, 0, "", "", use.total_slot)
    return (use.offer_id, use.passport_id or 0, use.holder_key, use.period_key, use.slot or 0)


def _answer(row: Row) -> ItemAnswer:
    use = row.use or row.winner
    return _told(row.item, row.scan, use.pk if use else None, repeated=False)


def _told(item: Item, scan: Scan, redemption: int | None, *, repeated: bool) -> ItemAnswer:
    return ItemAnswer(
        sequence=item.sequence,
        key=item.key,
        result=_result(scan),
        reason=_public(scan.reason) if scan.device_accepted is not False else scan.reason,
        redemption=redemption,
        repeated=repeated,
    )


def _result(scan: Scan) -> str:
    """`stored` as the till saw it; the others when the till said yes and we cannot count it."""
    if scan.reason == offline.Offline.MALFORMED:
        return "malformed"
    if scan.accepted or scan.device_accepted is False:
        return STORED
    return scan.reason if scan.reason == offline.DUPLICATE else REFUSED


def _public(reason: str) -> str:
    """The reason as an API tells it: whatever is no card of ours is `not_valid`, always alike."""
    return reason if not reason or reason in offline.Offline.values else explain(reason)[0]


def _key_used(item: Item) -> ItemAnswer:
    return ItemAnswer(sequence=item.sequence, key=item.key, result=REFUSED, reason=KEY_USED)
