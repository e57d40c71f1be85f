"""Keeping another scheme’s newest trust list: the only thing that ever passes between two schemes by itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from passports.cards.domain.trust import public_key
from passports.cards.domain.trust_list import NotATrustList, TrustList, open_list

from .. import fetching, ring
from ..models import PartnerScheme, Trouble

logger = logging.getLogger(__name__)

_FETCHED = (
    "document", "etag", "sequence", "issued_at", "keys_issued_at", "asked_at", "answered_at", "trouble",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What came of one try. `news` is whether there is a newer list than before."""

    partner: PartnerScheme
    news: bool
    trouble: str = ""


def refresh_all(*, now: datetime | None = None) -> Iterator[Refreshed]:
    """Asks every scheme that is not past, one after the other. One that fails never stops the others."""
    for partner in PartnerScheme.objects.to_refresh(timezone.localdate(now)).order_by("pk"):
        try:
            came = refresh_partner(partner=partner)
        except Exception:  # whatever one of them sends, the others’ lists must not grow old with it
            logger.exception("The list of %s could not be fetched.", partner.host)
            came = Refreshed(partner, False, Trouble.NO_LIST.value)
        yield came


def refresh_partner(*, partner: PartnerScheme) -> Refreshed:
    """Fetches the list, and keeps it when it is theirs and not older than ours. Never raises for what they send."""
    began = timezone.now()
    try:
        fetched = fetching.fetch(partner)
    except fetching.NotFetched as failure:
        return _note(partner, began, trouble=failure.trouble)
    if fetched is None:
        return _note(partner, began)
    text, etag = fetched
    return take_list(partner=partner, text=text, etag=etag, asked_at=began)


def take_list(*, partner: PartnerScheme, text: str, asked_at: datetime, etag: str = "") -> Refreshed:
    """Keeps a list that came from them at `asked_at`, when it is theirs and not older than ours."""
    if not text.lstrip().startswith("{"):
        return _note(partner, asked_at, trouble=Trouble.NO_LIST)
    try:
        opened = open_list(
            text, root_key=public_key(partner.root_key), issuer_host=partner.host, today=timezone.localdate()
        )
    except NotATrustList:
        return _note(partner, asked_at, trouble=Trouble.NOT_THEIRS)
    if opened.from_the_future(timezone.now()):
        return _note(partner, asked_at, trouble=Trouble.FUTURE)
    return _note(partner, asked_at, listed=(text, etag, opened))


@transaction.atomic
def _note(
    partner: PartnerScheme,
    asked_at: datetime,
    *,
    trouble: str = "",
    listed: tuple[str, str, TrustList] | None = None,
) -> Refreshed:
    """Written to the row as it is by now: an officer may have replaced the key while we asked."""
    row = PartnerScheme.objects.select_for_update().get(pk=partner.pk)
    row.asked_at, news = asked_at, False
    if not trouble and row.root_key == partner.root_key:
        row.answered_at = asked_at
        if listed is not None and _is_older(listed[2], row):
            trouble = Trouble.OLDER
        elif listed is not None:
            row.document, row.etag, opened = listed
            news, row.sequence = opened.sequence != row.sequence, opened.sequence
            row.issued_at, row.keys_issued_at = opened.issued, opened.keys_issued
    if trouble:
        logger.warning("The list of %s was not taken: %s", row.host, trouble)
    row.trouble = trouble
    row.save(update_fields=_FETCHED)  # `changed_at` is for what officers decide
    ring.forget()
    transaction.on_commit(ring.forget)
    return Refreshed(row, news, str(trouble))


def _is_older(opened: TrustList, row: PartnerScheme) -> bool:
    """A newer key list wins whatever the number: only the root key makes one, so that whoever stole an issuing key
    cannot lock their own scheme out with a number that nobody ever reaches."""
    if row.sequence is None:
        return False
    return (opened.keys_issued, opened.sequence) < (row.keys_issued_at, row.sequence)
