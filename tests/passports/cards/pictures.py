"""Reads QR codes back from what we draw: from our SVG, from a page of a PDF, from a picture."""

from __future__ import annotations

import re
import zlib
from io import BytesIO

import pypdfium2
import zxingcpp
from PIL import Image, ImageDraw

DOTS = 300


def read_picture(picture: Image.Image) -> list[str]:
    """The texts of the QR codes in a picture."""
    return [
        found.text
        for found in zxingcpp.read_barcodes(picture.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    ]


def drawn(svg: str, dots: int = 6) -> Image.Image:
    """The picture of our own SVG: paths of runs, no renderer needed."""
    size = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    path = re.findall(r'd="([^"]+)"', svg)[-1]
    picture = Image.new("L", (size * dots, size * dots), 255)
    draw, x, y = ImageDraw.Draw(picture), 0, 0
    for step, dx, dy, run in re.findall(r"([Mm])(-?\d+) ?(-?\d+)h(\d+)v1h-\d+z", path):
        x, y = (int(dx), int(dy)) if step == "M" else (x + int(dx), y + int(dy))
        draw.rectangle((x * dots, y * dots, (x + int(run)) * dots - 1, (y + 1) * dots - 1), fill=0)
    return picture


def read_svg(svg: str, dots: int = 6) -> str:
    """The text of our own SVG."""
    (text,) = read_picture(drawn(svg, dots))
    return text


def pages(pdf: bytes) -> list[Image.Image]:
    """The pages as a 300 dpi printer puts them on paper."""
    document = pypdfium2.PdfDocument(pdf)
    return [document[number].render(scale=DOTS / 72).to_pil() for number in range(len(document))]


def unpacked(pdf: bytes) -> bytes:
    """The PDF with its object streams opened, to look for entries in."""
    opened = []
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            # the sum at its end may be cut off: one in 256 ends with the byte of a line’s end
            opened.append(zlib.decompressobj().decompress(packed))
        except zlib.error:
            continue  # a photo, or a stream that is not packed
    return pdf + b"\n".join(opened)


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of the pages in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    found = [document[number].get_mediabox() for number in range(len(document))]
    return [((box[2] - box[0]) / 72 * 25.4, (box[3] - box[1]) / 72 * 25.4) for box in found]


def texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def jpeg(colour: str = "#c88e66", size: tuple[int, int] = (800, 600)) -> bytes:
    """A photo to upload."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()
