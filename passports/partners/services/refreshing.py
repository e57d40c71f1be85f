"""Fetching another scheme’s trust list: the only thing that ever passes between two schemes by itself.

It is public, it is asked for without cookies or names, and it says nothing about a person. Nothing is sent.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from passports.cards.domain.trust import public_key
from passports.cards.domain.trust_list import NotATrustList, TrustList, open_list

from .. import ring
from ..models import PartnerScheme, Trouble

logger = logging.getLogger(__name__)

SECONDS, IN_ALL = 10, 30
"""To wait for each part of the answer, and for all of it: one that trickles must not hold up the others."""
MOST_BYTES = 3_500_000
"""A list of all 16 million possible cards is 2 MB, and base64 makes that 2.8."""
PATH = "/api/v1/trust"
_FETCHED = (
    "document", "etag", "sequence", "issued_at", "keys_issued_at", "asked_at", "answered_at", "trouble",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What came of one try. `news` is whether there is a newer list than before."""

    partner: PartnerScheme
    news: bool
    trouble: str = ""


class _Failed(Exception):
    def __init__(self, trouble: Trouble):
        super().__init__(trouble.value)
        self.trouble = trouble


def refresh_all(*, now: datetime | None = None) -> Iterator[Refreshed]:
    """Asks every scheme that is not past, one after the other. One that fails never stops the others."""
    for partner in PartnerScheme.objects.to_refresh(timezone.localdate(now)).order_by("pk"):
        try:
            yield refresh_partner(partner=partner)
        except Exception:  # whatever one of them sends, the others’ lists must not grow old with it
            logger.exception("The list of %s could not be fetched.", partner.host)
            yield Refreshed(partner, False, Trouble.NO_LIST.value)


def refresh_partner(*, partner: PartnerScheme) -> Refreshed:
    """Fetches the list, and keeps it when it is theirs and not older than ours. Never raises for what they send."""
    began = timezone.now()
    try:
        fetched = _fetch(partner)
        opened = _open(fetched[0], partner) if fetched else None
    except _Failed as failure:
        logger.warning("The list of %s was not taken: %s", partner.host, failure.trouble.value)
        return _note(partner, began, trouble=failure.trouble)
    return _note(partner, began, fetched=fetched, opened=opened)


def _fetch(partner: PartnerScheme) -> tuple[str, str] | None:
    """Text and tag; None when nothing is new. Follows no redirect: the address is what the officer named."""
    import requests  # here, because only the clock and an officer’s button ask: workers do without its 10 MB
    from urllib3.exceptions import HTTPError

    local = settings.PARTNERS_LOCAL and ":" in partner.host
    address = f"{'http' if local else 'https'}://{partner.host}{PATH}"
    headers = {"Accept": "application/json", "User-Agent": "Carer Passport"}
    if partner.etag and partner.document:
        headers["If-None-Match"] = partner.etag
    try:
        with requests.get(
            address, headers=headers, timeout=SECONDS, allow_redirects=False, stream=True
        ) as answer:
            if answer.status_code == 304:
                return None
            if answer.status_code != 200:
                raise _Failed(Trouble.UNREACHABLE if answer.status_code >= 500 else Trouble.NO_LIST)
            body = _read(answer.raw)
            tag = answer.headers.get("ETag", "")
    except (requests.RequestException, HTTPError, OSError):
        raise _Failed(Trouble.UNREACHABLE) from None
    try:
        if len(body) > MOST_BYTES:
            raise ValueError("too long")
        return body.decode("utf-8"), tag[:120]
    except ValueError:
        raise _Failed(Trouble.NO_LIST) from None


def _read(raw: Any) -> bytes:
    """The whole body, unpacked; a little more than MOST_BYTES of one that is longer."""
    until, parts, size = time.monotonic() + IN_ALL, [], 0
    while size <= MOST_BYTES:
        part = raw.read1(65_536, decode_content=True)
        if not part:
            break
        parts.append(part)
        size += len(part)
        if time.monotonic() > until:
            raise _Failed(Trouble.UNREACHABLE)
    return b"".join(parts)


def _open(text: str, partner: PartnerScheme) -> TrustList:
    if not text.lstrip().startswith("{"):
        raise _Failed(Trouble.NO_LIST)
    try:
        opened = open_list(
            text, root_key=public_key(partner.root_key), issuer_host=partner.host, today=timezone.localdate()
        )
    except NotATrustList:
        raise _Failed(Trouble.NOT_THEIRS) from None
    if opened.from_the_future(timezone.now()):
        raise _Failed(Trouble.FUTURE)
    return opened


@transaction.atomic
def _note(
    partner: PartnerScheme,
    began: datetime,
    *,
    trouble: str = "",
    fetched: tuple[str, str] | None = None,
    opened: TrustList | None = None,
) -> Refreshed:
    """Written to the row as it is by now: an officer may have replaced the key while we asked."""
    row = PartnerScheme.objects.select_for_update().get(pk=partner.pk)
    row.asked_at, news = began, False
    if not trouble and row.root_key == partner.root_key:
        row.answered_at = began
        if opened is not None and fetched is not None:
            if row.sequence is not None and _order(opened) < (row.keys_issued_at, row.sequence):
                trouble = Trouble.OLDER
            else:
                news = opened.sequence != row.sequence
                row.document, row.etag = fetched
                row.sequence, row.issued_at, row.keys_issued_at = (
                    opened.sequence,
                    opened.issued,
                    opened.keys_issued,
                )
    row.trouble = trouble
    row.save(update_fields=_FETCHED)  # `changed_at` is for what officers decide
    ring.forget()
    transaction.on_commit(ring.forget)
    return Refreshed(row, news, str(trouble))


def _order(listed: TrustList) -> tuple[datetime, int]:
    """A newer key list wins whatever the number: only the root key makes one, so that whoever stole an issuing key
    cannot lock their own scheme out with a number that nobody ever reaches."""
    return listed.keys_issued, listed.sequence
