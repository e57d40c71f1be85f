"""References and resume codes: characters that nobody mixes up on the phone (Crockford's base 32)."""

from __future__ import annotations

import random

from passports.cards.domain.numbers import ALPHABET, normalise

SHORTEST_CODE = 6
"""Letters and digits of a GP or school code: short enough for a leaflet, and the count at the question
(views/typed_code.py) makes guessing one hopeless.
"""
RESUME_LENGTH = 16
"""80 random bits, asked for together with the date of birth and counted per network: short enough to
write down.
"""


def _groups(text: str) -> str:
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


def new_reference(rng: random.Random) -> str:
    """Like `7K2M-9QXA`. It names an application and opens nothing. `rng`: `secrets.SystemRandom()`."""
    return _groups("".join(rng.choices(ALPHABET, k=8)))


def new_resume_code(rng: random.Random) -> str:
    """Like `7K2M-9QXA-3HC8-VD40`: with the date of birth it opens a draft on another device."""
    return _groups("".join(rng.choices(ALPHABET, k=RESUME_LENGTH)))


def new_evidence_code(rng: random.Random) -> str:
    """Like `7K2M-9QXA`: what we suggest for a surgery or a school that has no code of its own."""
    return _groups("".join(rng.choices(ALPHABET, k=8)))


def plain(typed: str) -> str:
    """A code as it is hashed: without hyphens and spaces, capitals, O as 0, I and L as 1."""
    return normalise(typed)
