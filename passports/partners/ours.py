"""What another council needs to trust us."""

from __future__ import annotations

from dataclasses import dataclass

from passports.cards import keys
from passports.cards.domain import trust


@dataclass(frozen=True, slots=True)
class Ours:
    """Our address and root key, to be sent, and its fingerprint, to be read over the phone."""

    host: str
    root_key: str
    fingerprint: str


def ours() -> Ours | None:
    """None before there is a root key."""
    key = keys.root_public_text()
    return Ours(keys.issuer_host(), key, trust.fingerprint(key)) if key else None
