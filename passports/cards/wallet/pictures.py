"""The small pictures in a pass: our mark in the scheme's colours, drawn at each size. No photo (ADR 0019)."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from .facts import PassFacts

FINE = 8
"""Drawn so much larger and made smaller, for smooth edges."""
BOX = 32
"""The mark's own units (templates/components/mark.svg)."""


def pictures(facts: PassFacts) -> dict[str, bytes]:
    """icon and logo for screens of one, two and three dots a point."""
    found = {}
    for times in (1, 2, 3):
        name = f"@{times}x" if times > 1 else ""
        found[f"icon{name}.png"] = icon(29 * times, facts.ground, facts.ink)
        found[f"logo{name}.png"] = logo(50 * times, facts.ink)
    return found


@lru_cache(maxsize=32)
def icon(size: int, ground: str, ink: str) -> bytes:
    """The mark on a square of the scheme's colour: what a locked screen shows beside a message."""
    picture = Image.new("RGB", (size, size), ground)
    inner = round(size * 0.72)
    edge = (size - inner) // 2
    picture.paste(ink, (edge, edge), _mark(inner))
    return _png(picture)


@lru_cache(maxsize=16)
def logo(size: int, ink: str) -> bytes:
    """The mark alone, for the top of the pass."""
    picture = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    inner = round(size * 0.8)
    edge = (size - inner) // 2
    picture.paste(ink, (edge, edge), _mark(inner))
    return _png(picture)


def _mark(size: int) -> Image.Image:
    """Where the mark is: a bowl that holds a ball."""
    wide = size * FINE
    unit = wide / BOX
    mask = Image.new("L", (wide, wide), 0)
    draw = ImageDraw.Draw(mask)

    def disc(x: float, y: float, radius: float, fill: int) -> None:
        draw.ellipse(
            [(x - radius) * unit, (y - radius) * unit, (x + radius) * unit, (y + radius) * unit], fill=fill
        )

    disc(16, 14.8, 14.5, 255)
    draw.rectangle([0, 0, wide, 14.8 * unit], fill=0)
    draw.rectangle([1.5 * unit, 13.6 * unit, 30.5 * unit, 14.8 * unit], fill=255)
    disc(16, 13.6, 8.1, 0)
    disc(16, 9, 6.7, 255)
    return mask.resize((size, size), Image.Resampling.LANCZOS)


def _png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
