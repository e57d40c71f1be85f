"""The code that a card shows, and the address around it that the QR holds."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from .. import keys
from ..domain import scanned
from ..domain.code import Kind
from ..models import Card


def code_for(card: Card, *, live: bool, now: datetime | None = None, printed: bool = False) -> str:
    """The digits of the card’s code. Reads `card.passport`.

    The static one is always the same (for paper, and for a phone without signal). A live one says that the
    server made it at `now`, for a phone that is in somebody’s hand. `printed` marks the code on paper. Raises
    KeyProblem when no key can sign.
    """
    passport = card.passport
    return keys.sign(
        kind=Kind.of(passport.kind),
        has_photo=bool(passport.photo),
        printed=printed,
        serial=bytes.fromhex(card.serial),
        expires_on=card.expires_on,
        status_index=card.status_index,
        live_at=(now or timezone.now()) if live else None,
    )


def address_for(card: Card, *, live: bool, now: datetime | None = None, printed: bool = False) -> str:
    """The whole address in the QR. The code is in the fragment, which reaches no server’s log."""
    return scanned.address(code_for(card, live=live, now=now, printed=printed), issuer_address())


def issuer_address() -> str:
    """Where any phone’s camera checks a card. Unencrypted only where the whole site is (development)."""
    scheme = "http" if settings.BASE_URL.startswith("http://") else "https"
    return f"{scheme}://{settings.CARD_ISSUER_HOST}"
