"""Folding of text, so that Café, cafe and CAFÉ find each other, and no sign that was typed means
anything to SQL."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST_QUERY = 80
MOST_WORDS = 8
_APOSTROPHES = re.compile(r"['’‘`´]")
_NOT_A_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Small letters without accents; `&` read as “and”, apostrophes dropped, any other sign a space."""
    plain = unicodedata.normalize("NFKD", str(text or "")).replace("&", " and ")
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = _APOSTROPHES.sub("", plain.casefold())
    return _NOT_A_WORD.sub(" ", plain).strip()


def query_words(typed: str) -> list[str]:
    """The words to look for, at most 8 of the first 80 signs, each once. Empty when nothing was typed
    but signs."""
    return list(dict.fromkeys(fold(typed[:LONGEST_QUERY]).split()))[:MOST_WORDS]


def search_text(parts: Iterable[str]) -> str:
    """One folded line of everything that a business can be found by, each word once, in order of first
    use."""
    return " ".join(dict.fromkeys(fold(" ".join(parts)).split()))
