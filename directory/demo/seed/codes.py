"""Codes of surgeries, schools and the carers' centre: one of them has ended, and some carers type an unknown one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F

from passports.applications.models import EvidenceCode


@dataclass(frozen=True)
class Place:
    en: str
    cy: str
    kind: str
    code: str
    ended: bool = False


PLACES = (
    Place("Merrow Surgery", "Meddygfa Merrow", "gp", "ARL-2861"),
    Place("Tollminster Surgery", "Meddygfa Tollminster", "gp", "ARL-7304"),
    Place("Weir Street Practice", "Meddygfa Stryd y Gored", "gp", "ARL-1955", ended=True),
    Place("Castle Towns Carers’ Centre", "Canolfan Gofalwyr Trefi’r Castell", "centre", "CEN-5508"),
    Place("Gullsea High School", "Ysgol Uwchradd Gullsea", "school", "SCH-4417"),
    Place("Merrow School", "Ysgol Merrow", "school", "SCH-7302"),
)
UNKNOWN_ONE_IN = 7


def typed_code(number: int, *, young: bool) -> str:
    """What a carer typed: the code of a place that hands out codes to people like them, or one nobody knows."""
    places = [place for place in PLACES if (place.kind == "school") == young]
    if number % UNKNOWN_ONE_IN == 0:
        return f"{'SCH' if young else 'ARL'}-{number}"
    return places[number % len(places)].code


def seed_codes(today: date) -> None:
    """The places and their codes, good since before the scheme's first application."""
    for place in PLACES:
        EvidenceCode.objects.get_or_create(
            code=place.code,
            defaults={
                "issuer_en": place.en,
                "issuer_cy": place.cy,
                "kind": place.kind,
                "active_from": today - timedelta(days=3 * 365),
                "active_until": today - timedelta(days=120) if place.ended else None,
            },
        )


def count_uses(codes: Iterable[str]) -> None:
    """Adds the applications of the crowd, which were written without the services."""
    for code, uses in Counter(codes).items():
        EvidenceCode.objects.filter(code=code).update(uses=F("uses") + uses)
