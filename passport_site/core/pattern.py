"""The fine drawn pattern behind a card, seeded from its serial: each is a little different, so a forgery looks wrong.

Pure and deterministic: the same seed gives the same bytes on a phone and in print.
"""

from __future__ import annotations

import hashlib
import math

Point = tuple[float, float]


def pattern_svg(seed: bytes, *, kind: str = "adult", width: int = 856, height: int = 540) -> str:
    """An SVG of at most 3 kB, in the colour of the text around it. Width and height are in tenths of a millimetre.

    Adult cards carry a rosette and waves, young cards two open flowers, so that they differ at a glance.
    Of the seed only its hash is drawn; a serial cannot be read back from the picture.
    """
    dice = hashlib.sha256(b"CPC1-pattern" + seed).digest()
    name = dice[:4].hex()
    if kind == "young":
        ring, copies = _flower(dice), 7
        middle = [(width * 0.86, height * 0.16), (width * 0.1, height * 0.92)]
    else:
        ring, copies = _rosette(dice), 9
        middle = [(width * 0.8, height * 0.34)]
    drawn = [f'<path id="r{name}" d="{_curve(ring, closed=True)}"/>']
    for index, (x, y) in enumerate(middle):
        for copy in range(copies):
            turn = round(360 / copies / 3 * copy + index * 31)
            size = round(1 - copy * (0.62 + dice[9] / 1400) / copies, 3)
            drawn.append(f'<use href="#r{name}" transform="translate({x:.0f} {y:.0f})rotate({turn})scale({size})"/>')
    drawn.insert(0, "<defs>" + drawn.pop(0) + "</defs>")
    if kind != "young":
        wave = _wave(dice, width)
        drawn.append(f'<path id="w{name}" d="{_curve(wave)}"/>')
        step = 9 + dice[12] % 5
        drawn += [f'<use href="#w{name}" x="{-3 * line}" y="{line * step}"/>' for line in range(1, 13)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice" '
        f'fill="none" stroke="currentColor" stroke-width="1.3">{"".join(drawn)}</svg>'
    )


def _rosette(dice: bytes) -> list[Point]:
    """A guilloche ring: a circle whose radius swings at two speeds, as an engraver's lathe would draw it."""
    lobes, second = 9 + dice[4] % 7, 3 + dice[5] % 4
    swing, phase = 40 + dice[6] % 28, dice[7] / 40
    steps = max(lobes * 6, 72)
    points = []
    for step in range(steps):
        angle = 2 * math.pi * step / steps
        radius = 235 + swing * math.cos(lobes * angle) + 22 * math.cos(second * angle + phase)
        points.append((radius * math.cos(angle), radius * math.sin(angle)))
    return points


def _flower(dice: bytes) -> list[Point]:
    """Petals: a rose curve that never closes to a point, with one slower breath that differs by card."""
    petals, breath, phase = 5 + dice[4] % 4, 2 + dice[5] % 3, dice[7] / 40
    steps = petals * 12
    points = []
    for step in range(steps):
        angle = 2 * math.pi * step / steps
        radius = 190 + 92 * math.cos(petals * angle) + 16 * math.cos(breath * angle + phase)
        points.append((radius * math.cos(angle), radius * math.sin(angle)))
    return points


def _wave(dice: bytes, width: int) -> list[Point]:
    """A line of water along the foot of the card."""
    first, second, phase = 2 + dice[8] % 3, 5 + dice[10] % 4, dice[11] / 40
    points = []
    for step in range(37):
        part = step / 36
        height = 24 * math.sin(2 * math.pi * first * part + phase) + 11 * math.sin(2 * math.pi * second * part)
        points.append((width * (part * 1.1 - 0.02), 400 + height))
    return points


def _curve(points: list[Point], *, closed: bool = False) -> str:
    """A smooth line through the points (Catmull–Rom as relative Bézier steps, whole numbers to stay small)."""
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
    return "".join(str(number) if number < 0 or not place else f" {number}" for place, number in enumerate(numbers))
