"""Numbers for eyes and voices: the card number that a cashier types, and the check code on the face.

Both are written in Crockford’s base 32: digits and letters without I, L, O and U.

**The check character.** A card number is 8 random characters and one check character. We ask four things of
it: it catches every single wrong character and every swap of two neighbours, it is one of the same 32
characters, and a few lines of JavaScript can work it out. Crockford’s own mod 37 check brings in `*`, `~`,
`$` and `=`, which nobody can read out over the phone. ISO 7064 MOD 37,36 answers with any of 36 characters,
I, L and O among them, which we read as 1, 1 and 0. So we take a weighted sum over the field with 32 elements,
GF(2⁵) with x⁵ + x² + 1:

    d₁·α⁸ + d₂·α⁷ + … + d₈·α + check = 0        (α = x, a generator; + is XOR)

No weight is zero, so one wrong character always changes the sum. All nine weights differ, so swapping any two
different characters, neighbours or not, always changes it, and so does the “twin” slip (33 for 44).
"""

from __future__ import annotations

import hashlib
import random
import re

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NUMBER_LENGTH = 9

_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_FIELD = 0b100101  # x⁵ + x² + 1

_DASHES_AND_SPACES = dict.fromkeys(map(ord, " -\u00a0\u2009\u202f\u2010\u2011\u2012\u2013\u2014\t\r\n"))
_READ_AS = {ord(c.lower()): c for c in ALPHABET} | str.maketrans("oOiIlL", "001111")
_TYPED = _READ_AS | _DASHES_AND_SPACES

_NUMBER = re.compile(f"[{ALPHABET}]{{{NUMBER_LENGTH}}}")
_NEARLY = re.compile(f"[{ALPHABET}]{{{NUMBER_LENGTH - 2},{NUMBER_LENGTH + 2}}}")
# Three letters in a row with A or E among them can spell an unkind word on somebody’s card. We draw again.
_COULD_BE_A_WORD = re.compile(r"(?=[A-Z]{3})(?=[A-Z]{0,2}[AE])")


def new_number(rng: random.Random) -> str:
    """A random card number, check character included; it may be taken. `rng`: `secrets.SystemRandom()`."""
    while True:
        stem = "".join(rng.choices(ALPHABET, k=NUMBER_LENGTH - 1))
        number = stem + check_character(stem)
        if not _COULD_BE_A_WORD.search(number):
            return number


def check_character(stem: str) -> str:
    """The check character for the first eight characters. Raises KeyError for a character we never use."""
    total = 0
    for character in stem:
        total = _times_alpha(total ^ _VALUE[character])
    return ALPHABET[total]


def normalise(typed: str) -> str:
    """What somebody typed or read out, as we store it: no spaces or dashes, capitals, O as 0, I and L as 1.

    Characters that we never use stay as they are, so that `is_valid` refuses them.
    """
    return typed.translate(_TYPED)


def looks_like_number(typed: str) -> bool:
    """Whether `typed` has the shape of a card number, its check character right or not."""
    return _NUMBER.fullmatch(normalise(typed)) is not None


def is_nearly_a_number(typed: str) -> bool:
    """Whether `typed` could be a card number with up to two characters left out or typed twice.

    Digits only is no such thing: that is a barcode on something from the shelf.
    """
    number = normalise(typed)
    return _NEARLY.fullmatch(number) is not None and not number.isdigit()


def is_valid(typed: str) -> bool:
    """Whether `typed` is a card number whose check character fits. It may still belong to nobody."""
    number = normalise(typed)
    return looks_like_number(number) and check_character(number[:-1]) == number[-1]


def display(number: str) -> str:
    """A card number in groups that can be read out: “7K3M-9QXA-T”."""
    return f"{number[:4]}-{number[4:8]}-{number[8:]}"


def check_code(serial: bytes) -> str:
    """The four characters on the card’s face: the first 20 bits of SHA-256(“CPC1-check”, serial).

    Anybody who has read the QR can work it out, also offline. It catches a copied QR stuck on another card.
    """
    bits = int.from_bytes(hashlib.sha256(b"CPC1-check" + serial).digest()[:3], "big") >> 4
    return "".join(ALPHABET[(bits >> shift) & 31] for shift in (15, 10, 5, 0))


def _times_alpha(value: int) -> int:
    value <<= 1
    return value ^ _FIELD if value & 32 else value
