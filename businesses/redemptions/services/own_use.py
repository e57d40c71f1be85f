"""A use that carers record on their own phone: at a till that cannot scan our code, or for an online shop.

The same facts, the same decision and the same keys as at a till (`redeeming`), so the limits hold across both. The
sign-in stands for the card's signature. The carer says that they are at the till; nobody else vouches for it, which
is why such a use has its own way in the scan log, shows for ten minutes only, and can be taken back seldom (ADR 0017).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from businesses.members.models import Branch
from businesses.offers.models import How, Offer, OfferCode
from passport_site.core.errors import RuleBroken
from passport_site.core.hashing import keyed_hash
from passports.cards import public as cards

from ..domain import decide, periods
from ..models import Redemption, Scan, ScanPurpose, ScanWay
from ..querysets import BY_CARER, OfferUse, look_up, taken_long_ago
from .giving_codes import NoCodeLeft, give_code
from .queueing import stand_in_line
from .redeeming import OPTIMISTIC_TRIES, TRIES, RedeemAnswer, TooBusy
from .use_rows import new_use

SHOWN_FOR = timedelta(minutes=10)
"""How long a till barcode stays on the screen: as long as a use can be taken back."""


def use_own(*, user: Any, offer: Offer, branch: Branch | None = None, after: int = 0) -> RedeemAnswer:
    """Records the use, or a refusal with its reason. While a use of this offer is running, that one is the answer.

    `after` is the number of the person's last use of the offer when the page was made: the same page sent twice counts
    once. Raises RuleBroken without a branch where there are several, TooBusy when it may be tried again.
    """
    now = timezone.now()
    attempt = _Attempt(
        read=cards.read_own(user), offer=offer, branch=branch or only_branch(offer), now=now, after=after
    )
    for number in range(TRIES):
        try:
            return attempt.run() if number < OPTIMISTIC_TRIES else attempt.run_in_a_queue()
        except (
            IntegrityError
        ):  # somebody was faster: a till, another window, another carer with the last piece
            continue
        except NoCodeLeft:
            return attempt.nothing_left()
    raise TooBusy


def may_use_own(*, user: Any, offer: Offer) -> decide.Decision:
    """Whether it would be accepted now, for the page with the button. Writes nothing."""
    now = timezone.now()
    check, use = _look(cards.read_own(user), offer, now)
    use = _with_long_ago(check, use)
    decision = decide.decide(check, use, used=use.used if use else 0, today=periods.day_of(now))
    if (
        decision.accepted
        and offer.how == How.CODE
        and not OfferCode.objects.free().filter(offer=offer).exists()
    ):
        return decide.refused(decide.Refusal.ALL_GONE)
    return decision


def _look(read: cards.ReadCode, offer: Offer, now: datetime) -> tuple[cards.CardCheck, OfferUse | None]:
    day = periods.day_of(now)
    facts, uses = look_up(read, business_id=offer.business_id, day=day, offer_id=offer.pk, how=BY_CARER)
    return cards.judge(read, facts, now), uses[0] if uses else None


def _with_long_ago(check: cards.CardCheck, use: OfferUse | None) -> OfferUse | None:
    """With uses of a once-ever offer that name nobody any more, as `redeeming` counts them."""
    if use is None or not check.valid or use.limit_kind != "ever" or use.used >= use.limit_count:
        return use
    taken, voids = taken_long_ago(check.passport_id, use.id)
    return use.with_old(taken, voids)


def only_branch(offer: Offer) -> Branch:
    """The place a use counts for: an online shop's first branch, or the only one. RuleBroken when it must be chosen."""
    branches = list(offer.business.branches.order_by("pk")[:2])
    if not branches or (len(branches) > 1 and offer.how != How.CODE):
        raise RuleBroken(_("Choose the shop that you are in"), field="branch", code="which_branch")
    return branches[0]


def own_uses(passport_ids: Any, offer_id: int):
    """Uses of that offer that these passports recorded themselves and did not take back, newest first."""
    uses = Redemption.objects.filter(passport__in=passport_ids, offer_id=offer_id, scan__way=ScanWay.SELF)
    return uses.filter(void__isnull=True).order_by("-pk")


@dataclass(frozen=True, slots=True)
class _Attempt:
    read: cards.ReadCode
    offer: Offer
    branch: Branch
    now: datetime
    after: int

    def run_in_a_queue(self) -> RedeemAnswer:
        """One after the other, as in `redeeming`."""
        with transaction.atomic():
            stand_in_line([self.offer.pk])
            return self.run()

    def run(self) -> RedeemAnswer:
        day = periods.day_of(self.now)
        check, use = _look(self.read, self.offer, self.now)
        if check.valid:
            running = self._running(check)
            if running is not None:
                return RedeemAnswer(accepted=True, redemption=running, replayed=True)
        use = _with_long_ago(check, use)
        decision = decide.decide(check, use, used=use.used if use else 0, today=day)
        if not decision.accepted:
            with transaction.atomic():
                self._scan(check, decision.log)
            return RedeemAnswer(False, reason=decision.reason, message=decision.message)
        with transaction.atomic():
            redemption = self._write(check, use)
        return RedeemAnswer(accepted=True, redemption=redemption.pk)

    def nothing_left(self) -> RedeemAnswer:
        """The pool of codes is empty. Nothing of the try was kept but this."""
        check, _use = _look(self.read, self.offer, self.now)
        gone = decide.Refusal.ALL_GONE
        with transaction.atomic():
            self._scan(check, gone.value)
        return RedeemAnswer(False, reason=gone.value, message=gone.label)

    def _running(self, check: cards.CardCheck) -> int | None:
        """A use of the last ten minutes, or the one that this very page has recorded before."""
        own = Redemption.objects.filter(scan__card_id=check.card_id, scan__idempotency_key=self._key(check))
        fresh = own_uses([check.passport_id], self.offer.pk).filter(created_at__gt=self.now - SHOWN_FOR)
        return own.values_list("pk", flat=True).first() or fresh.values_list("pk", flat=True).first()

    def _key(self, check: cards.CardCheck) -> str:
        """Keyed, so that a row whose card has been taken off does not lead to the use before."""
        said = f"{check.passport_id}:{self.offer.pk}:{self.after}"
        return keyed_hash("redemptions.own_use", said)[:40]

    def _scan(self, check: cards.CardCheck, reason: str) -> Scan:
        return Scan.objects.create(
            branch=self.branch,
            card_id=check.card_id,
            offer=self.offer,
            purpose=ScanPurpose.REDEEM,
            way=ScanWay.SELF,
            accepted=not reason,
            reason=reason,
            scanned_at=self.now,
            idempotency_key="" if reason else self._key(check),
        )

    def _write(self, check: cards.CardCheck, use: OfferUse) -> Redemption:
        scan = self._scan(check, "")
        redemption = new_use(read=self.read, check=check, use=use, branch=self.branch, at=self.now, scan=scan)
        redemption.save()
        if self.offer.how == How.CODE:
            give_code(redemption=redemption)
        return redemption
