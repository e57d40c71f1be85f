"""Other schemes as a till’s check needs them: from memory, read anew at most every 30 seconds in each process.

So a scheme that is suspended is refused everywhere within 30 seconds, like a leaked key (passports/cards/keys.py).
"""

from __future__ import annotations

import hashlib
import logging
import time

from django.conf import settings
from django.utils import timezone

from passports.cards.domain.trust import public_key
from passports.cards.domain.trust_list import NotATrustList, TrustList, open_list
from passports.cards.foreign import ForeignScheme

from .models import PartnerScheme

logger = logging.getLogger(__name__)

_kept: tuple[float, tuple[ForeignScheme, ...]] | None = None
_opened: dict[tuple[object, ...], TrustList] = {}
"""Lists that were checked before, by all that they say and the day: checking costs two signatures."""


def schemes() -> tuple[ForeignScheme, ...]:
    """All of them, suspended and past ones too."""
    global _kept
    now, kept = time.monotonic(), _kept
    if kept is None or kept[0] < now:
        _kept = kept = (now + settings.PARTNERS_SECONDS, _read())
    return kept[1]


def forget() -> None:
    """Reads everything anew at the next use. For services that change one, and for tests."""
    global _kept
    _kept = None
    _opened.clear()


def _read() -> tuple[ForeignScheme, ...]:
    rows = PartnerScheme.objects.prefetch_related("areas").order_by("pk")
    found = tuple(_scheme(row) for row in rows)
    used = {_name(row) for row in rows}
    for name in set(_opened) - used:
        _opened.pop(name, None)  # 96 new lists a day would fill the memory
    return found


def _scheme(row: PartnerScheme) -> ForeignScheme:
    areas = list(row.areas.all())
    return ForeignScheme(
        id=row.pk,
        host=row.host,
        name_en=row.name_en,
        name_cy=row.name_cy,
        root_key=row.root_key,
        first=row.trusted_from,
        last=row.trusted_until,
        suspended_at=row.suspended_at,
        areas=frozenset(area.pk for area in areas),
        area_slugs=tuple(area.slug for area in areas),
        trust_list=_list_of(row),
        document=row.document,
        changed_at=row.changed_at,
    )


def _list_of(row: PartnerScheme) -> TrustList | None:
    if not row.document:
        return None
    name = _name(row)
    if name not in _opened:
        try:
            _opened[name] = open_list(
                row.document,
                root_key=public_key(row.root_key),
                issuer_host=row.host,
                today=timezone.localdate(),
            )
        except (
            NotATrustList,
            ValueError,
        ) as problem:  # it was good when it was stored: a key has run out since
            logger.error("The stored list of %s cannot be used: %s", row.host, problem)
            return None
    return _opened[name]


def _name(row: PartnerScheme) -> tuple[object, ...]:
    return row.host, row.root_key, hashlib.sha256(row.document.encode()).digest(), timezone.localdate()
