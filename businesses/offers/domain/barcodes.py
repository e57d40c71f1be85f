"""Till barcodes: what may be in one, and its bars. A business enters its own; all carers show the same one.

EAN-13: GS1 General Specifications, section 7.9 (check digit) and 5.2 (symbol). Code 128: ISO/IEC 15417.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EAN13, CODE128 = "ean13", "code128"
LONGEST = 40
"""More would be too fine for a phone’s screen: each character takes 11 modules."""
QUIET = {EAN13: (11, 7), CODE128: (10, 10)}
"""White modules left and right that the standards ask for."""


def tidy(kind: str, text: str) -> str:
    """Without what people write between the digits of an EAN, and without space around it."""
    text = text.strip()
    return text.replace(" ", "").replace("-", "") if kind == EAN13 else text


def problem(kind: str, text: str) -> Promise | None:
    """What is wrong with it as a barcode of that kind, in words for who typed it; None when it is good."""
    if kind == EAN13:
        if len(text) != 13 or not (text.isascii() and text.isdigit()):
            return _("An EAN-13 has 13 digits, like 5012345678900")
        return (
            None
            if check_digit(text[:12]) == text[12]
            else _("One digit is wrong. Compare it with your till.")
        )
    if not 1 <= len(text) <= LONGEST:
        return _("A Code 128 has up to 40 characters here")
    if any(not " " <= character <= "~" for character in text):
        return _("A Code 128 has English letters, digits and signs only")
    return None


def check_digit(twelve: str) -> str:
    """The 13th digit: every second one counts three times, and the sum is filled up to the next ten."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return str(-total % 10)


def modules(kind: str, text: str) -> str:
    """The bars from left to right: `1` for black, `0` for white, quiet zones included."""
    from barcode.codex import Code128  # here, because few requests draw one
    from barcode.ean import EuropeanArticleNumber13

    class Mended(Code128):
        def _try_to_optimize(self, encoded: list[int]) -> list[int]:
            """python-barcode 0.16 takes the digits 99 at the start for the sign that changes to code set C, and drops
            them. It always starts in set C, so that sign never stands there.
            """
            return encoded if encoded[1] == 99 else super()._try_to_optimize(encoded)

    bars = (EuropeanArticleNumber13(text) if kind == EAN13 else Mended(text)).build()[0]
    left, right = QUIET[kind]
    return "0" * left + bars + "0" * right
