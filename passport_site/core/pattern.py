"""The fine drawn pattern behind a card, seeded from its serial, so that a forgery looks wrong.

Pure and deterministic: the same seed gives the same bytes on a phone and in print.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass

Point = tuple[float, float]
Step = tuple[int, int, int, int, int, int]
"""A Bézier curve from where the pen is: two control points and the end."""
WIDTH, HEIGHT = 856, 540


@dataclass(frozen=True, slots=True)
class Curve:
    """A smooth line in whole tenths of a millimetre."""

    start: tuple[int, int]
    steps: tuple[Step, ...]
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is drawn: the ring in each copy (turned by degrees, made smaller) at each middle, and the wave in each line."""

    name: str
    ring: Curve
    copies: tuple[tuple[int, float], ...]
    middles: tuple[tuple[int, int, float], ...]
    wave: Curve | None
    lines: tuple[tuple[int, int], ...]


def pattern(seed: bytes, *, kind: str = "adult", width: int = WIDTH, height: int = HEIGHT) -> Pattern:
    """The lines for a serial. Adult cards carry a rosette over waves, young cards two open flowers, so that they
    differ at a glance. Of the seed only its hash is drawn; a serial cannot be read back from the picture.
    """
    dice = hashlib.sha256(b"CPC1-pattern" + seed).digest()
    if kind == "young":
        ring = _ring(dice, lobes=5 + dice[4] % 3, radius=150, swing=70)
        middles = [(width * 0.87, height * 0.2, 1.0), (width * 0.3, height * 1.02, 1.35)]
        wave, lines = None, ()
    else:
        ring = _ring(dice, lobes=8 + dice[4] % 5, radius=205, swing=38 + dice[6] % 18)
        middles = [(width * 0.79, height * 0.36, 1.15)]
        wave, step = _curve(_wave(dice, width)), 7 + dice[12] % 4
        lines = tuple((-4 * line, line * step) for line in range(12))
    return Pattern(
        name=dice[:2].hex(),
        ring=_curve(ring, closed=True),
        copies=tuple(_copies(dice, 13 if kind == "young" else 16)),
        middles=tuple((round(x), round(y), size) for x, y, size in middles),
        wave=wave,
        lines=lines,
    )


def pattern_svg(seed: bytes, *, kind: str = "adult", width: int = WIDTH, height: int = HEIGHT) -> str:
    """An SVG of at most 3 kB, in the colour of the text around it. Sizes are in tenths of a millimetre."""
    found = pattern(seed, kind=kind, width=width, height=height)
    name = found.name
    inner = "".join(
        f'<use href="#a{name}" transform="rotate({turn})scale({size:.3g})"/>' for turn, size in found.copies
    )
    drawn = f'<defs><path id="a{name}" d="{_path(found.ring)}"/><g id="b{name}">{inner}</g></defs>'
    for x, y, size in found.middles:
        drawn += f'<use href="#b{name}" transform="translate({x} {y})scale({size})"/>'
    if found.wave:
        drawn += f'<path id="c{name}" d="{_path(found.wave)}"/>'
        drawn += "".join(f'<use href="#c{name}" x="{x}" y="{y}"/>' for x, y in found.lines[1:])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'preserveAspectRatio="xMidYMid slice" fill="none" stroke="currentColor">'
        f'<g stroke-width="1.2">{drawn}</g></svg>'
    )


def _copies(dice: bytes, count: int) -> list[tuple[int, float]]:
    """The same ring again and again, each a little smaller and turned: lines that beat against each other."""
    turn, shrink = 2 + dice[9] % 5, 0.955 - dice[13] / 12000
    return [(turn * copy, shrink**copy) for copy in range(count)]


def _ring(dice: bytes, *, lobes: int, radius: int, swing: int) -> list[Point]:
    """A guilloche ring: a circle whose radius swings at two speeds, as an engraver's lathe draws it."""
    breath, phase = 2 + dice[5] % 3, dice[7] / 40
    steps = lobes * 7
    points = []
    for step in range(steps):
        angle = 2 * math.pi * step / steps
        reach = radius + swing * math.cos(lobes * angle) + 0.16 * swing * math.cos(breath * angle + phase)
        points.append((reach * math.cos(angle), reach * math.sin(angle)))
    return points


def _wave(dice: bytes, width: int) -> list[Point]:
    """A line of water along the foot of the card."""
    first, second, phase = 2 + dice[8] % 3, 5 + dice[10] % 4, dice[11] / 40
    points = []
    for step in range(31):
        part = step / 30
        turn = 2 * math.pi * part
        height = 24 * math.sin(first * turn + phase) + 11 * math.sin(second * turn)
        points.append((width * (part * 1.1 - 0.02), 400 + height))
    return points


def _curve(points: list[Point], *, closed: bool = False) -> Curve:
    """A smooth line through the points: Catmull–Rom as Bézier steps, in whole numbers."""
    count = len(points)

    def at(index: int) -> Point:
        return points[index % count] if closed else points[max(0, min(index, count - 1))]

    def tangent(index: int) -> Point:
        (ax, ay), (bx, by) = at(index - 1), at(index + 1)
        return (bx - ax) / 6, (by - ay) / 6

    start = x, y = round(points[0][0]), round(points[0][1])
    dx, dy = (round(value) for value in tangent(0))
    steps = []
    for index in range(1, count + (1 if closed else 0)):
        (px, py), (tx, ty) = at(index), tangent(index)
        cx, cy, nx, ny = round(px - tx), round(py - ty), round(px), round(py)
        steps.append((x + dx, y + dy, cx, cy, nx, ny))
        x, y, dx, dy = nx, ny, nx - cx, ny - cy  # the next control point mirrors this one
    return Curve(start, tuple(steps), closed)


def _path(curve: Curve) -> str:
    """The curve as an SVG path: relative, and after the first step only what the mirror does not give."""
    x, y = curve.start
    parts = [f"M{x} {y}"]
    for index, (ax, ay, cx, cy, nx, ny) in enumerate(curve.steps):
        rest = (cx - x, cy - y, nx - x, ny - y)
        if index == 0:
            parts.append(f"c{_join(ax - x, ay - y, *rest)}")
        else:
            parts.append(("s" if index == 1 else " ") + _join(*rest))
        x, y = nx, ny
    return "".join(parts) + ("z" if curve.closed else "")


def _join(*numbers: int) -> str:
    """Numbers with a space only where a minus sign does not separate them already."""
    return "".join(
        str(number) if number < 0 or not place else f" {number}" for place, number in enumerate(numbers)
    )
