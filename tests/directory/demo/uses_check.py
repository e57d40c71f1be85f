"""The rules of limits and audiences, worked out from the rows alone, to compare seeds with."""

from __future__ import annotations

from collections import defaultdict

from businesses.redemptions.domain.periods import day_of, period_key
from businesses.redemptions.models import Redemption, RedemptionVoid

ADULTS_ONLY = {"alcohol", "gambling", "vaping", "adult_venue"}


def broken_rules() -> list[str]:
    """A line for each use that no till would have accepted. Empty: all of them are within the rules."""
    found: list[str] = []
    slots: dict[tuple, list[int]] = defaultdict(list)
    voided = set(RedemptionVoid.objects.values_list("redemption_id", flat=True))
    voids: dict[tuple, int] = defaultdict(int)
    limits: dict[int, int] = {}
    rows = Redemption.objects.select_related("offer", "scan__card__passport", "branch").order_by("pk")
    for use in rows.iterator(chunk_size=2000):
        found += _wrong(use)
        kind = use.offer.limit_kind
        limits[use.offer_id] = use.offer.limit_count
        if kind == "none":
            continue
        key = (
            (use.offer_id,)
            if kind == "total"
            else (use.offer_id, use.passport_id or use.holder_key, use.period_key)
        )
        slots[key].append(use.total_slot if kind == "total" else use.slot)
        voids[key] += use.pk in voided
    for key, numbers in slots.items():
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            found.append(f"{key}: slots {sorted(numbers)} have gaps")
        if len(numbers) - voids[key] > limits[key[0]]:
            found.append(f"{key}: {len(numbers)} uses, {voids[key]} given back, limit {limits[key[0]]}")
    return found


def _of_card(use: Redemption, card, day) -> dict[str, bool]:
    return {
        "card": card.passport_id == use.passport_id and card.issued_at <= use.redeemed_at,
        "card’s end": card.passport.valid_from <= day <= card.expires_on,
        "kind": use.kind == card.passport.kind,
    }


def _of_visitor(use: Redemption) -> dict[str, bool]:
    return {
        "nobody": use.passport_id is None and use.scan.card_id is None,
        "welcome": use.offer.visitors,
        "hash": bool(use.holder_key) == bool(use.period_key),
    }


def _wrong(use: Redemption) -> list[str]:
    offer, scan, card = use.offer, use.scan, use.scan.card
    day, young = day_of(use.redeemed_at), use.kind == "young"
    checks = {
        "day": use.day == day,
        "period": use.period_key == period_key(offer.limit_kind, day),
        "total slot": (use.total_slot is not None) == (offer.limit_kind == "total"),
        "branch": use.branch.business_id == offer.business_id
        and use.branch_id == scan.branch_id
        and use.area_id == use.branch.area_id,
        "offer": scan.offer_id == use.offer_id and scan.accepted and scan.purpose == "redeem",
        **(_of_visitor(use) if use.visiting_id else _of_card(use, card, day)),
        "who": not (young and (offer.who == "adult" or offer.tag in ADULTS_ONLY))
        and not (not young and offer.who == "young"),
        "begun": offer.starts_on <= day,
        "not over": offer.ends_on is None or day <= offer.ends_on,
    }
    return [f"use {use.pk}: {name}" for name, good in checks.items() if not good]
