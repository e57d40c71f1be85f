"""How alike two people are, as hints for an assessor. Never a reason to refuse by itself (quality bar 22)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

SAME_NAME = 0.82
"""Like enough for one person: catches Ann/Anne, O'Neil/ONeill, swapped first and last names, a typing
slip.
"""
ORDER = (
    "name_and_birth",
    "name_and_near_birth",
    "birth_and_postcode",
    "name_and_postcode",
    "email",
    "phone",
    "address",
)
"""Reasons, the strongest hint first."""
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)


@dataclass(frozen=True)
class Person:
    """What is compared. Anything may be empty."""

    first_name: str = ""
    last_name: str = ""
    date_of_birth: date | None = None
    postcode: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""


def fold(text: str) -> str:
    """Small letters without accents and signs, words apart by one space: `O’Brien-Łukasz` → `obrien
    lukasz`.
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = re.sub(r"['’‘`´ʼ]", "", plain)
    return " ".join(re.findall(r"\w+", plain))


def name_likeness(one: Person, other: Person) -> float:
    """0 to 1. The order of the words does not matter, so a swapped first and last name is the same name."""
    words = [sorted(fold(f"{person.first_name} {person.last_name}").split()) for person in (one, other)]
    if not words[0] or not words[1]:
        return 0.0
    whole = SequenceMatcher(None, " ".join(words[0]), " ".join(words[1])).ratio()
    fewer, more = sorted((set(words[0]), set(words[1])), key=len)
    inside = 0.9 if len(fewer) >= 2 and fewer <= more else 0.0  # a middle name more or less
    return max(whole, inside)


def nearly_same_day(one: date | None, other: date | None) -> bool:
    """One slip apart: day and month swapped, or one of the three numbers different."""
    if not one or not other or one == other:
        return False
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return True
    return [one.year == other.year, one.month == other.month, one.day == other.day].count(True) == 2


def reasons(one: Person, other: Person) -> list[str]:
    """Why the two may be one person, strongest first, as codes (`DUPLICATE_WORDS` in choices). Empty:
    they are not.
    """
    likeness = name_likeness(one, other)
    same_day = one.date_of_birth is not None and one.date_of_birth == other.date_of_birth
    same_home = bool(one.postcode) and fold(one.postcode) == fold(other.postcode)
    same_address = same_home and bool(fold(one.address)) and fold(one.address) == fold(other.address)
    found = []
    if likeness >= SAME_NAME and same_day:
        found.append("name_and_birth")
    elif likeness >= SAME_NAME and nearly_same_day(one.date_of_birth, other.date_of_birth):
        found.append("name_and_near_birth")
    elif likeness >= SAME_NAME and same_home:
        found.append("name_and_postcode")
    if same_day and same_home and not found:
        found.append("birth_and_postcode")
    if one.email and one.email.casefold() == other.email.casefold():
        found.append("email")
    if len(_digits(one.phone)) >= 10 and _digits(one.phone) == _digits(other.phone):
        found.append("phone")
    if same_address:
        found.append("address")
    return found


def _digits(phone: str) -> str:
    """The last ten digits, so that 07700… and +44 7700… are the same."""
    return re.sub(r"\D", "", phone)[-10:]
