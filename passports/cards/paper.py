"""Cards on paper (thin for now)."""

from __future__ import annotations

from collections.abc import Sequence

from .models import Card


def card_pdf(card: Card) -> bytes:
    raise NotImplementedError


def letters_pdf(cards: Sequence[Card]) -> bytes:
    raise NotImplementedError
