"""Pictures that go into a PDF as its own drawing commands: the code, and the pattern behind the card.

WeasyPrint can draw our SVGs, but reading one code and one pattern took it longer than the rest of the letter
(bench/README.md). It asks a picture for its shape and to draw itself; these do. No Django here: the presses that
lay out large batches are processes without it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from passport_site.core.pattern import HEIGHT, WIDTH, Curve, pattern

from . import qr

LINE_WIDTH = 1.2
CUT_WIDTH, CUT_COLOUR = 1, "0.1137 0.1020 0.0863"  # a CSS pixel; #1d1a16


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: black rectangles on white, as wide as it is high, the quiet zone included."""

    rows: qr.Matrix

    @property
    def modules(self) -> int:
        """How many it is wide."""
        return len(self.rows) + 2 * qr.BORDER

    def get_intrinsic_size(self, _resolution: Any, _font_size: Any) -> tuple[None, None, float]:
        return None, None, 1

    def draw(self, stream: Any, width: float, height: float, _style: Any) -> None:
        size = self.modules
        dark = "\n".join(f"{x} {y} {run} 1 re" for x, y, run in qr.runs(self.rows))
        scale = f"{width / size:.6f} 0 0 {height / size:.6f} 0 0 cm"
        _add(stream, f"{scale} 1 g 0 0 {size} {size} re f 0 g {dark} f")


@dataclass(frozen=True, slots=True)
class Guilloche:
    """The pattern of a serial (core.pattern) in one colour, `#rrggbb`."""

    serial: bytes
    kind: str
    colour: str

    def get_intrinsic_size(self, _resolution: Any, _font_size: Any) -> tuple[None, None, float]:
        return None, None, WIDTH / HEIGHT

    def draw(self, stream: Any, width: float, height: float, _style: Any) -> None:
        found = pattern(self.serial, kind=self.kind)
        red, green, blue = (value / 255 for value in bytes.fromhex(self.colour[1:]))
        ring = _path(found.ring)
        rings = "\n".join(f"q {_turned(turn, size)} cm {ring} Q" for turn, size in found.copies)
        parts = [
            f"{width / WIDTH:.6f} 0 0 {height / HEIGHT:.6f} 0 0 cm",
            f"{LINE_WIDTH} w {red:.4f} {green:.4f} {blue:.4f} RG",
            *(f"q {size} 0 0 {size} {x} {y} cm\n{rings}\nQ" for x, y, size in found.middles),
        ]
        if found.wave:
            wave = _path(found.wave)
            parts += [f"q 1 0 0 1 {x} {y} cm {wave} Q" for x, y in found.lines]
        _add(stream, "\n".join(parts))


@dataclass(frozen=True, slots=True)
class Dashes:
    """A dashed line along the edge: where to cut. One command; as a CSS border it was four hundred."""

    def get_intrinsic_size(self, _resolution: Any, _font_size: Any) -> tuple[None, None, None]:
        return None, None, None

    def draw(self, stream: Any, width: float, height: float, _style: Any) -> None:
        inset = CUT_WIDTH / 2
        edge = f"{inset} {inset} {width - CUT_WIDTH:.3f} {height - CUT_WIDTH:.3f} re S"
        _add(stream, f"{CUT_WIDTH} w [{3 * CUT_WIDTH} {2 * CUT_WIDTH}] 0 d {CUT_COLOUR} RG {edge}")


def _add(stream: Any, commands: str) -> None:
    """Puts the commands on the page between “save” and “restore”, so that nothing after them changes."""
    stream.stream.append(f"q {commands}\nQ".encode("ascii"))


def _turned(degrees: float, size: float) -> str:
    along, across = size * math.cos(math.radians(degrees)), size * math.sin(math.radians(degrees))
    return f"{along:.4f} {across:.4f} {-across:.4f} {along:.4f} 0 0"


def _path(curve: Curve) -> str:
    x, y = curve.start
    steps = "\n".join(" ".join(map(str, step)) + " c" for step in curve.steps)
    return f"{x} {y} m\n{steps} {'s' if curve.closed else 'S'}"
