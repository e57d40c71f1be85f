"""The fine drawn pattern behind a card, seeded from its serial, so that a forgery looks wrong.

Pure and deterministic: the same seed gives the same bytes on a phone and in print.
"""

from __future__ import annotations

import hashlib
import math

Point = tuple[float, float]


def pattern_svg(seed: bytes, *, kind: str = "adult", width: int = 856, height: int = 540) -> str:
    """An SVG of at most 3 kB, in the colour of the text around it. Sizes are in tenths of a millimetre.

    Adult cards carry a rosette over waves, young cards two open flowers, so that they differ at a glance.
    Of the seed only its hash is drawn; a serial cannot be read back from the picture.
    """
    dice = hashlib.sha256(b"CPC1-pattern" + seed).digest()
    name = dice[:2].hex()
    if kind == "young":
        ring = _ring(dice, lobes=5 + dice[4] % 3, radius=150, swing=70)
        middles = [(width * 0.87, height * 0.2, 1.0), (width * 0.3, height * 1.02, 1.35)]
    else:
        ring = _ring(dice, lobes=8 + dice[4] % 5, radius=205, swing=38 + dice[6] % 18)
        middles = [(width * 0.79, height * 0.36, 1.15)]
    inner = "".join(
        f'<use href="#a{name}" transform="rotate({turn})scale({size:.3g})"/>'
        for turn, size in _copies(dice, 13 if kind == "young" else 16)
    )
    drawn = f'<defs><path id="a{name}" d="{_curve(ring, closed=True)}"/><g id="b{name}">{inner}</g></defs>'
    for x, y, size in middles:
        drawn += f'<use href="#b{name}" transform="translate({x:.0f} {y:.0f})scale({size})"/>'
    if kind != "young":
        drawn += f'<path id="c{name}" d="{_curve(_wave(dice, width))}"/>'
        step = 7 + dice[12] % 4
        drawn += "".join(f'<use href="#c{name}" x="{-4 * line}" y="{line * step}"/>' for line in range(1, 12))
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


def _curve(points: list[Point], *, closed: bool = False) -> str:
    """A smooth line through the points: Catmull–Rom as relative Bézier steps, in whole numbers."""
    count = len(points)

    def at(index: int) -> Point:
        return points[index % count] if closed else points[max(0, min(index, count - 1))]

    def tangent(index: int) -> Point:
        (ax, ay), (bx, by) = at(index - 1), at(index + 1)
        return (bx - ax) / 6, (by - ay) / 6

    x, y = (round(value) for value in points[0])
    parts = [f"M{x} {y}"]
    for index in range(1, count + (1 if closed else 0)):
        (px, py), (tx, ty) = at(index), tangent(index)
        cx, cy, nx, ny = round(px - tx) - x, round(py - ty) - y, round(px) - x, round(py) - y
        if index == 1:
            sx, sy = tangent(0)
            parts.append(f"c{_join(round(sx), round(sy), cx, cy, nx, ny)}")
        else:
            parts.append(("s" if index == 2 else " ") + _join(cx, cy, nx, ny))
        x, y = x + nx, y + ny
    return "".join(parts) + ("z" if closed else "")


def _join(*numbers: int) -> str:
    """Numbers with a space only where a minus sign does not separate them already."""
    return "".join(
        str(number) if number < 0 or not place else f" {number}" for place, number in enumerate(numbers)
    )
