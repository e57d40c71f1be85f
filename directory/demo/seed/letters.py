"""Draws the letters that invented carers send as evidence. No real office, person or benefit decision."""

from __future__ import annotations

import io
import unicodedata
from datetime import date

from PIL import Image, ImageDraw, ImageFont

from passport_site.core.uploads import JPEG, PDF

WIDTH, HEIGHT = 992, 1403  # A4 at 120 dots an inch
INK, SOFT = "#22252b", "#6b7078"


def letter(kind: str, name: str, address: str, day: date, *, as_pdf: bool = False) -> tuple[bytes, str]:
    """A page and its content type: a benefit letter, or a professional’s note when `kind` is not `benefit`."""
    name, address = plain(name), plain(address)
    sheet = Image.new("RGB", (WIDTH, HEIGHT), "#fdfcf8")
    draw = ImageDraw.Draw(sheet)
    if kind == "benefit":
        _benefit(draw, name, address, day)
    else:
        _note(draw, name, day)
    out = io.BytesIO()
    if as_pdf:
        sheet.save(out, "PDF", resolution=120.0, quality=60)
        return out.getvalue(), PDF
    sheet.save(out, "JPEG", quality=70)
    return out.getvalue(), JPEG


def plain(text: str) -> str:
    """Without accents, like letters from old systems: the font that comes with Pillow has none."""
    folded = unicodedata.normalize("NFKD", text.translate(str.maketrans("ŁłØø’", "LlOo'")))
    return "".join(sign for sign in folded if not unicodedata.combining(sign))


def _benefit(draw: ImageDraw.ImageDraw, name: str, address: str, day: date) -> None:
    draw.rectangle((0, 0, WIDTH, 14), fill="#3a5f8f")
    _write(draw, 70, 80, "Office for Carers’ Benefits", 40, bold=True)
    _write(draw, 70, 136, "Invented for the demo of Carer Passport", 22, SOFT)
    _write(draw, 70, 240, "\n".join([name, *address.split(", ")]), 26)
    _write(draw, 640, 240, f"{day:%-d %B %Y}\nOur reference: DEMO 000 000 D", 22, SOFT)
    _write(draw, 70, 430, "About your Carer’s Allowance", 32, bold=True)
    _write(draw, 70, 500, (
        "We are writing to tell you that you are entitled to Carer’s\nAllowance, because you look after somebody for 35 hours\n"
        "or more each week.\n\nThe amount is covered on this copy:"
    ), 26)  # fmt: skip
    draw.rectangle((70, 720, 470, 764), fill=INK)
    _write(draw, 70, 820, "If anything changes, tell us straight away.\n\nYours sincerely\n\nThe Office", 26)
    for line in range(5):
        draw.line((70, 1180 + line * 26, 920 - 60 * (line % 3), 1180 + line * 26), fill="#d8d6cf", width=8)


def _note(draw: ImageDraw.ImageDraw, name: str, day: date) -> None:
    draw.rectangle((70, 70, 84, 190), fill="#4f7a3a")
    _write(draw, 110, 80, "Arlenford Health Centre", 40, bold=True)
    _write(draw, 110, 136, "Invented for the demo of Carer Passport", 22, SOFT)
    _write(draw, 70, 280, f"{day:%-d %B %Y}", 24, SOFT)
    _write(draw, 70, 350, "To whom it may concern", 28, bold=True)
    _write(draw, 70, 420, (
        f"I know {name}\nand confirm that they look after a member of their family\nwho could not manage without that help.\n\n"
        "Please give them the Carer Passport.\n\nYours faithfully"
    ), 26)  # fmt: skip
    draw.arc((70, 720, 330, 830), 200, 350, fill="#2b3f8c", width=5)
    draw.line((110, 800, 190, 730, 210, 815, 300, 740), fill="#2b3f8c", width=5)
    _write(draw, 70, 860, "Community nurse", 26)


def _write(
    draw: ImageDraw.ImageDraw, x: int, y: int, text: str, size: int, colour: str = INK, bold: bool = False
) -> None:
    draw.multiline_text(
        (x, y),
        text,
        fill=colour,
        font=ImageFont.load_default(size),
        spacing=10,
        stroke_width=1 if bold else 0,
    )
