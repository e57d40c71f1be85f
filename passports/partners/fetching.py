"""Asking another scheme’s server for its trust list: public, without cookies or names, and nothing is sent."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings

from .models import PartnerScheme, Trouble

SECONDS, IN_ALL = 10, 30
"""To wait for each part of the answer, and for all of it: one that trickles must not hold up the others."""
MOST_BYTES = 3_500_000
"""A list of all 16 million possible cards is 2 MB, and base64 makes that 2.8."""
PATH = "/api/v1/trust"


class NotFetched(Exception):
    """No list came. `trouble` is for officers."""

    def __init__(self, trouble: Trouble):
        super().__init__(trouble.value)
        self.trouble = trouble


def fetch(partner: PartnerScheme) -> tuple[str, str] | None:
    """Text and tag; None when nothing is new. Follows no redirect: the address is what the officer named.

    Raises NotFetched.
    """
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
                raise NotFetched(Trouble.UNREACHABLE if answer.status_code >= 500 else Trouble.NO_LIST)
            body = _read(answer.raw)
            tag = answer.headers.get("ETag", "")
    except (requests.RequestException, HTTPError, OSError):
        raise NotFetched(Trouble.UNREACHABLE) from None
    try:
        if len(body) > MOST_BYTES:
            raise ValueError("too long")
        return body.decode("utf-8"), tag[:120]
    except ValueError:
        raise NotFetched(Trouble.NO_LIST) from None


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
            raise NotFetched(Trouble.UNREACHABLE)
    return b"".join(parts)
