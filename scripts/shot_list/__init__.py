"""What `make shots` photographs, by wing. A later page joins by one line in its wing; tests/foundation/test_shots.py
fails for a page that is in none of them."""

from __future__ import annotations

from . import accounts, applying, cards, mails, officers, public, shops, without_network
from .kinds import Shot

SHOTS: list[Shot] = [
    *public.SHOTS,
    *applying.SHOTS,
    *cards.SHOTS,
    *accounts.SHOTS,
    *shops.SHOTS,
    *without_network.SHOTS,
    *officers.SHOTS,
    *mails.SHOTS,
]

__all__ = ["SHOTS", "Shot"]
