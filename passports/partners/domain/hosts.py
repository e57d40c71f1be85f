"""What may be the address of another scheme’s card server."""

from __future__ import annotations

import ipaddress
import re

from passports.cards.domain.code import canonical_host

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_TOP = r"(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})"
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.{_TOP}")
"""The last part has letters only, so that no spelling of a machine’s number (127.1, 0x7f.1) is a name."""
_LOCAL = re.compile(r"(?:localhost|127\.0\.0\.1):\d{2,5}")


def host_of(typed: str, *, local: bool = False) -> str | None:
    """The canonical host in what somebody typed or pasted (an address will do), or None.

    Only full names: no number of a machine, no port, nothing inside our own network, because our server asks there.
    With `local` (development and tests) also another port of this machine.
    """
    text = typed.strip().lower()
    text = re.sub(r"^[a-z]+://", "", text).split("/")[0].split("#")[0]
    if local and _LOCAL.fullmatch(text):
        return text
    host = canonical_host(text)
    if not _NAME.fullmatch(host) or len(host) > 120 or host.endswith((".local", ".localhost", ".internal")):
        return None
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host
    return None
