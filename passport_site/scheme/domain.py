"""Pure rules of the scheme: colours that can be read, postcodes and their sectors."""

from __future__ import annotations

import re

POSTCODE = re.compile(r"^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9])([A-Z]{2})$")
SECTOR = re.compile(r"^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9])$")


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_ratio(one: str, other: str) -> float:
    """WCAG 2.2 contrast of two colours given as #rrggbb, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def normalise_postcode(typed: str) -> str | None:
    """`aj12xy` as `AJ1 2XY`; None when it is not shaped like a UK postcode. Spaces and case do not matter."""
    match = POSTCODE.match(re.sub(r"[\s.-]", "", typed or "").upper())
    return f"{match[1]} {match[2]}{match[3]}" if match else None


def normalise_sector(typed: str) -> str | None:
    """`aj1 2` as `AJ1 2`; None when it is not shaped like a postcode sector."""
    match = SECTOR.match(re.sub(r"\s", "", typed or "").upper())
    return f"{match[1]} {match[2]}" if match else None


def sector_of(postcode: str) -> str | None:
    """The sector of a postcode: `AJ1 2XY` → `AJ1 2`. None for something that is not a postcode."""
    normal = normalise_postcode(postcode)
    return normal[:-2] if normal else None
