"""A use of an offer: decided from facts, and proven by the database.

The facts are read before the transaction and may be stale by the time of the insert. That is harmless: the
slot is a unique key, so of two tills that read the same facts one gets IntegrityError, reads again, and is
refused or takes the next slot. The idempotency key is a unique key as well: whoever comes second with it
reads the first one’s answer. So whatever a till was told is what the rows say, also when a worker dies
half-way: scan and use are one transaction, and the same key finds either both or neither.
"""

from __future__ import annotations

import json
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from businesses.members.models import Device
from passport_site.core.errors import RuleBroken
from passport_site.core.hashing import keyed_hash
from passports.cards import public as cards

from ..domain import decide, periods
from ..models import Scan, ScanPurpose
from ..querysets import Found, OfferUse, look_back, look_up
from .queueing import stand_in_line
from .reading import read_at
from .recording import clamp, write_scan, write_use
from .use_rows import new_use

SERVING = timedelta(minutes=10)
OPTIMISTIC_TRIES = 2
TRIES = 8


class KeyUsedElsewhere(RuleBroken):
    """The idempotency key belongs to another request of this till."""


class TooBusy(Exception):
    """Too many tills wanted the same slot at once. Nothing was written; trying again is safe."""


@dataclass(frozen=True, slots=True)
class RedeemAnswer:
    """What a till is told. `redemption` is the number of the use, `reason` the code of a refusal.

    `check` and `use` are for our own pages; they are missing when the answer was given before (`replayed`).
    """

    accepted: bool
    redemption: int | None = None
    reason: str = ""
    message: Any = ""
    check: cards.CardCheck | None = None
    use: OfferUse | None = None
    replayed: bool = False


def redeem_offer(
    *,
    text: str,
    offer_id: int,
    device: Device,
    idempotency_key: str,
    scanned_at: datetime | None = None,
    seen_at: datetime | None = None,
    staff: str = "",
    read: cards.ReadCode | None = None,
    found: Found | None = None,
) -> RedeemAnswer:
    """Records a use, or a refusal with its reason. The same key gives the same answer and adds nothing.

    `seen_at` is when our own page showed the check of this code: a live code that was fresh then still is.
    `staff` is no part of what makes two requests the same: whoever tries again may be somebody else.
    `read` is the text when it has been read already, `found` what was looked up already.
    Raises KeyUsedElsewhere for a key that came with another body, TooBusy when it may be tried again.
    """
    now = timezone.now()
    attempt = _Attempt(
        read=read or read_at(device, text),
        offer_id=offer_id,
        device=device,
        now=now,
        seen_at=seen_at,
        scanned_at=clamp(scanned_at, device=device, now=now),
        idempotency_key=idempotency_key,
        body_hash=_fingerprint(device.pk, idempotency_key, text, offer_id, scanned_at),
        staff=staff,
    )
    for number in range(TRIES):
        try:
            # The first tries lock nothing. When many tills want the last slots, the later ones queue.
            if number < OPTIMISTIC_TRIES:
                return attempt.run(None if number else found)
            return attempt.run_in_a_queue()
        except IntegrityError:  # caught outside the transaction, which has been rolled back by now
            earlier = answer_given(
                device=device, idempotency_key=idempotency_key, body_hash=attempt.body_hash
            )
            if earlier is not None:
                return earlier
    raise TooBusy


def answer_given(*, device: Device, idempotency_key: str, body_hash: str) -> RedeemAnswer | None:
    """The answer that this key got before, rebuilt from the rows; None when it is new."""
    scan = (
        Scan.objects.filter(device=device, idempotency_key=idempotency_key)
        .select_related("redemption")
        .only("accepted", "reason", "body_hash", "redemption__id")
        .first()
    )
    if scan is None:
        return None
    if scan.body_hash != body_hash:
        raise KeyUsedElsewhere("This idempotency key was used with another body.", code="key_used")
    if scan.accepted:
        return RedeemAnswer(accepted=True, redemption=scan.redemption.pk, replayed=True)
    reason, message = explain(scan.reason)
    return RedeemAnswer(accepted=False, reason=reason, message=message, replayed=True)


def explain(logged: str) -> tuple[str, Any]:
    """The API’s code and the cashier’s sentence for the reason in a scan row."""
    if logged in decide.Refusal.values:
        return logged, decide.Refusal(logged).label
    return str(cards.status_of(logged)), cards.sentence_of(logged)


@dataclass(frozen=True, slots=True)
class _Attempt:
    read: cards.ReadCode
    offer_id: int
    device: Device
    now: datetime
    seen_at: datetime | None
    scanned_at: datetime
    idempotency_key: str
    body_hash: str
    staff: str

    def run_in_a_queue(self) -> RedeemAnswer:
        """One after the other."""
        with transaction.atomic():
            stand_in_line([self.offer_id])
            return self.run()

    def run(self, found: Found | None = None) -> RedeemAnswer:
        day = periods.day_of(self.scanned_at)
        if found is not None and (found.day, found.offer_id) == (day, self.offer_id):
            facts, uses = found.facts, found.uses
        else:
            business_id = self.device.branch.business_id
            facts, uses = look_up(self.read, business_id=business_id, day=day, offer_id=self.offer_id)
        use = uses[0] if uses else None
        check = cards.judge(self.read, facts, self.now, self.seen_at)
        once_ever = use is not None and use.limit_kind == "ever" and use.used < use.limit_count
        ran_out = check.ran_out and self.seen_at is None
        # of a visitor no row says which card it was: nothing to look back at, and the hash of old uses stays
        if check.visiting is None and (ran_out or (check.valid and once_ever)):
            check, use = self._look_back(check, use, facts)
        decision = decide.decide(check, use, used=use.used if use else 0, today=day)
        row = {
            "check": check, "device": self.device, "purpose": ScanPurpose.REDEEM, "scanned_at": self.scanned_at,
            "offer_id": use.id if use else None, "idempotency_key": self.idempotency_key,
            "body_hash": self.body_hash, "staff": self.staff,
        }  # fmt: skip
        with _undone_alone():
            if not decision.accepted:
                write_scan(reason=decision.log, **row)
                return RedeemAnswer(
                    False, reason=decision.reason, message=decision.message, check=check, use=use
                )
            made = new_use(
                read=self.read, check=check, use=use, branch=self.device.branch, at=self.scanned_at
            )
            redemption = write_use(made, **row)
        return RedeemAnswer(accepted=True, redemption=redemption.pk, check=check, use=use)

    def _look_back(
        self, check: cards.CardCheck, use: OfferUse | None, facts: dict[str, Any] | None
    ) -> tuple[cards.CardCheck, OfferUse | None]:
        """The same two with what lies behind: the check of this till, and uses that name nobody any more."""
        offer_id = use.id if use and use.limit_kind == "ever" else None
        seen_at, taken, voids = look_back(
            device=self.device, check=check, offer_id=offer_id, since=self.now - SERVING
        )
        if check.ran_out and self.seen_at is None:
            check = cards.judge(self.read, facts, self.now, seen_at)
        if use is not None:
            use = use.with_old(taken, voids)
        return check, use


def _undone_alone() -> AbstractContextManager[Any]:
    """What is written inside is one statement, or its own transaction. When the caller is in one, it gets a savepoint: the
    key may be taken, and the caller goes on.
    """
    return transaction.atomic() if transaction.get_connection().in_atomic_block else nullcontext()


def _fingerprint(device_id: int, key: str, text: str, offer_id: int, scanned_at: datetime | None) -> str:
    """Whether two requests with this key are the same one. Keyed, so that the row does not give the card’s code away; with
    till and idempotency key in it, so that two uses of one card do not look alike.
    """
    body = json.dumps([device_id, key, text, offer_id, scanned_at.isoformat() if scanned_at else None])
    return keyed_hash("redemptions.body", body)
