"""The trust list for tills without a network: which keys to believe and which cards have been stopped.

How it is written and sealed: `domain.trust_list`. Nothing in it is about a person: a bit for each card, at a random place.

It names the schemes whose cards we take too. Their own lists are beside it (`foreign_lists`), each as that scheme
sealed it: inside ours they would hold ours, which would hold theirs.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q

from . import foreign, keys
from .domain import status_list, trust_list
from .domain.trust import public_text
from .domain.verdict import LONDON
from .foreign import ForeignScheme
from .models import Card, CardStatusChange, IssuingKey, PassportStatusChange

SECONDS_KEPT = 60


@dataclass(frozen=True, slots=True)
class TrustDocument:
    """The bytes to send, and a tag that changes with what they say."""

    body: bytes
    etag: str


_kept: tuple[float, TrustDocument] | None = None
_kept_lists: tuple[float, TrustDocument] | None = None


def trust_document(now: datetime) -> TrustDocument:
    """The list as of `now`, kept for a minute in each process. Raises KeyProblem when no key can sign."""
    global _kept
    clock = time.monotonic()
    if _kept is None or _kept[0] < clock:
        _kept = (clock + SECONDS_KEPT, _make(now))
    return _kept[1]


def forget() -> None:
    """Makes a new list at the next call. For tests."""
    global _kept, _kept_lists
    _kept = _kept_lists = None


def _make(now: datetime) -> TrustDocument:
    key_id, private_key = keys.active_signer()
    known = foreign.schemes()  # once: what the list names and its number must be of the same moment
    schemes = _taken(known, now)
    issued = _issued(known, now)
    document = trust_list.list_document(
        issuer_host=keys.issuer_host(),
        issued=issued,
        keys=keys.key_list(),
        stopped=_status_list(now),
        schemes=[_named(scheme) for scheme in schemes],
    )
    text = trust_list.seal_list(document, key_id=key_id, private_key=private_key)
    names = [(key.key_id, public_text(key.public_key)) for key in keys.published_keys()]
    said = (document["sequence"], key_id, names, document["status_list"], document["schemes"])
    return TrustDocument(body=text.encode(), etag=_tag(said))


def foreign_lists(now: datetime) -> TrustDocument:
    """The trust lists of the schemes that ours names, by host, each the text that its scheme sealed."""
    global _kept_lists
    clock, kept = time.monotonic(), _kept_lists
    if kept is None or kept[0] < clock:
        taken = _taken(foreign.schemes(), now)
        lists = {scheme.host: scheme.document for scheme in taken if scheme.trust_list is not None}
        made = TrustDocument(body=trust_list.spelled(lists).encode(), etag=_tag(sorted(lists.items())))
        _kept_lists = kept = (clock + SECONDS_KEPT, made)
    return kept[1]


def _taken(known: tuple[ForeignScheme, ...], now: datetime) -> list[ForeignScheme]:
    """Schemes whose cards we take, or will: tills without a network look at the first day themselves."""
    today = now.astimezone(LONDON).date()
    return [scheme for scheme in known if scheme.suspended_at is None and scheme.last >= today]


def _named(scheme: ForeignScheme) -> dict[str, Any]:
    return {
        "host": scheme.host,
        "name_en": scheme.name_en,
        "name_cy": scheme.name_cy,
        "root_key": scheme.root_key,
        "from": scheme.first.isoformat(),
        "until": scheme.last.isoformat(),
        "areas": sorted(scheme.area_slugs),
    }


def _tag(said: object) -> str:
    return f'W/"{hashlib.sha256(repr(said).encode()).hexdigest()[:32]}"'


def _issued(known: tuple[ForeignScheme, ...], now: datetime) -> datetime:
    """The start of this quarter of an hour, or the last change since, if later.

    So every process and every server says the same, the number never goes back, and a till that asks again
    before anything changed is told so (304).
    """
    seconds = int(trust_list.PULL_EVERY.total_seconds())
    moments = [datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, tz=now.tzinfo)]
    for model in (CardStatusChange, PassportStatusChange):
        moments.append(model.objects.aggregate(last=Max("created_at"))["last"])
    moments += [scheme.changed_at for scheme in known]  # a suspended one left the list
    changed = IssuingKey.objects.aggregate(
        a=Max("created_at"), b=Max("activated_at"), c=Max("retired_at"), d=Max("compromised_at")
    )
    return min(now, max(moment for moment in [*moments, *changed.values()] if moment is not None))


def _status_list(now: datetime) -> bytes:
    """One bit a card: set for each that is stopped and would otherwise still be in date.

    The published test cards count as stopped: a till without a network cannot know better.
    """
    size = Card.objects.aggregate(cards=Count("pk"), top=Max("status_index"))
    space = status_list.space_for(size["cards"])
    while (
        size["top"] is not None and size["top"] >= space
    ):  # cards were erased since: the list never gets shorter
        space *= 2
    stopped = Card.objects.filter(
        ~Q(status="active") | ~Q(passport__status="active") | Q(passport__sandbox=True),
        expires_on__gte=now.date(),
    )
    return status_list.encode(stopped.values_list("status_index", flat=True).iterator(), space)
