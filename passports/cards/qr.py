"""Draws the QR code. The matrix comes from `qrcode`, the picture from us (card-format.md).

Error correction M: at the same printed size more captures decode than with Q. Mask 2 is fixed, because
trying all eight costs 14 ms instead of 3 and no reader cares. Always dark on white, never inverted, with
the four quiet modules that the standard asks for.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import Image

BORDER = 4
_MASK = 2

Matrix = tuple[tuple[bool, ...], ...]


def matrix(text: str) -> Matrix:
    """The modules of the smallest code that holds `text`, True where dark, without the border.

    The library splits off the digits into numeric mode by itself: a card’s address is version 7, 45 modules
    wide.
    """
    import qrcode  # here, because presses draw codes and never make one
    from qrcode.constants import ERROR_CORRECT_M

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, mask_pattern=_MASK, border=0)
    code.add_data(text)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.modules)


def qr_svg(text: str, *, label: str = "") -> str:
    """The code as an SVG of at most 8 kB for a card’s address: one white square and one path of runs.

    It has no size of its own (the stylesheet gives it one) and no colours to inherit, so that dark mode
    cannot invert it. With a `label` it is a picture with that name for screen readers, without one it is
    decoration.
    """
    rows = matrix(text)
    size = len(rows) + 2 * BORDER
    name = f'role="img" aria-label="{_escape(label)}"' if label else 'aria-hidden="true"'
    start = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"'
    )
    panel = f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
    return f'{start} {name}>{panel}<path fill="#000" d="{_path(rows)}"/></svg>'


def qr_png(text: str, *, dots_per_module: int) -> bytes:
    """The code as a black and white PNG with exactly so many dots a module, border included.

    For print at 300 dpi use 6: the modules are 0.508 mm. Never scale the picture; make it with other dots
    instead. Raises ValueError below one dot.
    """
    out = BytesIO()
    qr_image(text, dots_per_module=dots_per_module).save(out, "PNG")
    return out.getvalue()


def qr_image(text: str, *, dots_per_module: int) -> Image.Image:
    """The same as a Pillow picture in mode “1”."""
    if dots_per_module < 1:
        raise ValueError("A module has at least one dot.")
    rows = matrix(text)
    size = len(rows) + 2 * BORDER
    image = Image.frombytes("L", (size, size), _dots(rows, size))
    image = image.resize((size * dots_per_module,) * 2, Image.Resampling.NEAREST)
    return image.convert("1", dither=Image.Dither.NONE)


def _dots(rows: Matrix, size: int) -> bytes:
    """One byte a module, border included: 0 where dark, 255 where white."""
    blank, side = b"\xff" * size * BORDER, b"\xff" * BORDER
    return (
        blank + b"".join(side + bytes(0 if module else 255 for module in row) + side for row in rows) + blank
    )


def runs(rows: Matrix) -> Iterator[tuple[int, int, int]]:
    """Each run of dark modules: x, y and length, the border counted in."""
    for y, row in enumerate(rows, BORDER):
        x = 0
        while x < len(row):
            if not row[x]:
                x += 1
                continue
            start = x
            while x < len(row) and row[x]:
                x += 1
            yield start + BORDER, y, x - start


def _path(rows: Matrix) -> str:
    """Each run of dark modules as a relative rectangle; relative moves keep the numbers short."""
    parts, at_x, at_y = [], 0, 0
    for x, y, run in runs(rows):
        parts.append(f"m{x - at_x} {y - at_y}h{run}v1h-{run}z")
        at_x, at_y = x, y
    return "".join(parts).replace("m", "M", 1)


def _escape(text: str) -> str:
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    return text
