"""Draws a portrait from a `Face`: flat shapes, friendly, no real person. 640 px square JPEG of at most 40 kB."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from .faces import SKINS, Face

SIDE = 640
FINER = 2
"""Drawn twice as large and made smaller, so that edges are smooth."""


class Sheet:
    """A canvas in units of the finished picture, the middle of the head at (320, 290)."""

    def __init__(self, background: str):
        self.image = Image.new("RGB", (SIDE * FINER, SIDE * FINER), background)
        self.draw = ImageDraw.Draw(self.image)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        self.draw.ellipse(_scaled((x - rx, y - ry, x + rx, y + ry)), fill=fill)

    def ring(self, x: float, y: float, rx: float, ry: float, colour: str, width: float) -> None:
        self.draw.ellipse(
            _scaled((x - rx, y - ry, x + rx, y + ry)), outline=colour, width=round(width * FINER)
        )

    def arc(
        self, x: float, y: float, rx: float, ry: float, start: int, end: int, colour: str, width: float
    ) -> None:
        """Angles clockwise from three o’clock; round ends."""
        box = _scaled((x - rx, y - ry, x + rx, y + ry))
        self.draw.arc(box, start, end, fill=colour, width=round(width * FINER))

    def pie(self, x: float, y: float, rx: float, ry: float, start: int, end: int, fill: str) -> None:
        self.draw.chord(_scaled((x - rx, y - ry, x + rx, y + ry)), start, end, fill=fill)

    def box(self, x: float, y: float, rx: float, ry: float, fill: str, radius: float = 0) -> None:
        self.draw.rounded_rectangle(_scaled((x - rx, y - ry, x + rx, y + ry)), radius * FINER, fill=fill)

    def frame(
        self, x: float, y: float, rx: float, ry: float, colour: str, width: float, radius: float
    ) -> None:
        box = _scaled((x - rx, y - ry, x + rx, y + ry))
        self.draw.rounded_rectangle(box, radius * FINER, outline=colour, width=round(width * FINER))

    def line(self, points: tuple[tuple[float, float], ...], colour: str, width: float) -> None:
        self.draw.line(
            [(x * FINER, y * FINER) for x, y in points],
            fill=colour,
            width=round(width * FINER),
            joint="curve",
        )

    def shape(self, points: tuple[tuple[float, float], ...], fill: str) -> None:
        self.draw.polygon([(x * FINER, y * FINER) for x, y in points], fill=fill)


def portrait(face: Face) -> bytes:
    """The JPEG of that face."""
    sheet = Sheet(face.background)
    sheet.oval(320, 330, 268, 268, mixed(face.background, "#ffffff", 0.45))
    width, height = 118 * face.head, 148 if not face.child else 134
    _behind(sheet, face, width)
    _body(sheet, face)
    _head(sheet, face, width, height)
    _features(sheet, face, width)
    if face.beard:
        _beard(sheet, face, width)
    _mouth(sheet, face)
    if face.cover:
        _cover(sheet, face, width)
    else:
        _hair(sheet, face, width)
    if face.glasses:
        _glasses(sheet, face)
    out = io.BytesIO()
    sheet.image.reduce(FINER).save(out, "JPEG", quality=82)
    return out.getvalue()


def mixed(one: str, other: str, share: float) -> str:
    """`share` of the other colour in the one."""
    a, b = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (one, other))
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(a, b, strict=True))


def _scaled(box: tuple[float, float, float, float]) -> list[float]:
    return [side * FINER for side in box]


def _behind(sheet: Sheet, face: Face, width: float) -> None:
    """Hair that falls behind neck and shoulders, and the back of a scarf."""
    if face.cover == "scarf":
        sheet.oval(320, 300, width + 44, 190, mixed(face.cover_colour, "#000000", 0.18))
        return
    if face.cover:
        return
    dark = mixed(face.hair, "#000000", 0.16)
    if face.hair_style in ("long", "wavy", "braids"):
        sheet.box(320, 372, width + 34, 172, dark, radius=84)
    elif face.hair_style == "bob":
        sheet.box(320, 322, width + 34, 140, dark, radius=84)
    elif face.hair_style == "afro":
        sheet.oval(320, 246, width + 84, 176, dark)
    elif face.hair_style == "ponytail":
        sheet.oval(446, 330, 42, 112, dark)
    elif face.hair_style == "short_curly":
        for x in range(-4, 5):
            sheet.oval(320 + x * 34, 262 + abs(x) * 14, 44, 52, dark)


def _body(sheet: Sheet, face: Face) -> None:
    shade = mixed(face.skin, "#5a2e1a", 0.22)
    broad = 196 if not face.child else 160
    sheet.box(320, 600, broad, 122, face.clothes, radius=96)
    sheet.box(320, 446, 52, 78, shade, radius=40)
    sheet.oval(320, 498, 62, 34, face.skin)
    dark = mixed(face.clothes, "#000000", 0.22)
    if face.collar == "shirt":
        light = mixed(face.clothes, "#ffffff", 0.5)
        sheet.shape(((258, 478), (320, 560), (286, 588), (232, 506)), light)
        sheet.shape(((382, 478), (320, 560), (354, 588), (408, 506)), light)
    elif face.collar == "vee":
        sheet.shape(((258, 484), (382, 484), (320, 572)), face.skin)
        sheet.line(((256, 484), (320, 574), (384, 484)), dark, 7)
    elif face.collar == "roll":
        sheet.box(320, 494, 68, 32, dark, radius=26)
    else:
        sheet.arc(320, 492, 68, 42, 0, 180, dark, 8)


def _head(sheet: Sheet, face: Face, width: float, height: float) -> None:
    inner = mixed(face.skin, "#8a3b2a", 0.2)
    if face.cover != "scarf":
        for side in (-1, 1):
            sheet.oval(320 + side * (width + 2), 306, 22, 32, face.skin)
            sheet.oval(320 + side * (width + 3), 308, 10, 18, inner)
            if face.earrings:
                sheet.oval(320 + side * (width + 6), 346, 7, 7, "#e7b93c")
    sheet.oval(320, 296, width, height, face.skin)
    sheet.oval(320, 352, width * 0.83, height * 0.62, face.skin)


def _features(sheet: Sheet, face: Face, width: float) -> None:
    deep = face.skin in SKINS["dark"]
    blush = mixed(face.skin, "#d9534f", 0.13 if deep else 0.2)
    brow = mixed(face.hair, "#2a1d18", 0.45) if not deep else mixed(face.hair, "#120c0a", 0.6)
    line = mixed(face.skin, "#2a120a", 0.5) if deep else mixed(face.skin, "#5a2e1a", 0.36)
    for side in (-1, 1):
        sheet.oval(320 + side * 68, 352, 27, 18, blush)
        x = 320 + side * 48
        sheet.oval(x, 302, 21, 15, "#ffffff")
        sheet.oval(x, 303, 11.5, 12.5, "#2b211e")
        sheet.oval(x + 4, 298, 4, 4, "#ffffff")
        sheet.arc(x, 303, 23, 18, 195, 345, mixed(line, "#2a1d18", 0.55), 4.5)
        sheet.arc(x, 288, 32, 24, 212, 328, brow, 8 if not face.child else 6)
        if face.wrinkles:
            for step in range(face.wrinkles):
                sheet.arc(
                    320 + side * (80 + 7 * step),
                    306,
                    12,
                    15,
                    *((315, 40) if side > 0 else (140, 225)),
                    line,
                    2.5,
                )
            sheet.arc(x, 316, 20, 13, 35, 145, line, 2.5)
    if face.wrinkles == 2:
        for y in (222, 236):
            sheet.arc(320, y + 30, 68, 34, 235, 305, line, 2.5)
        for side in (-1, 1):
            sheet.arc(320 + side * 34, 368, 30, 34, *((318, 22) if side > 0 else (158, 222)), line, 2.5)
    sheet.arc(318, 326, 17, 28, 30, 150, line, 5)
    if face.freckles:
        spots = mixed(face.skin, "#a5561f", 0.5)
        for dx, dy in (
            (-78, 336),
            (-62, 344),
            (-50, 334),
            (52, 335),
            (64, 345),
            (79, 337),
            (-20, 330),
            (22, 331),
        ):
            sheet.oval(320 + dx, dy, 3, 3, spots)


def _mouth(sheet: Sheet, face: Face) -> None:
    lip = mixed(face.skin, "#b3474f" if face.skin in SKINS["dark"] else "#8f2f36", 0.62)
    rx, ry = 42 * min(1.0, face.smile), 30 * face.smile
    if face.smile > 0.9:
        sheet.pie(320, 378, rx, ry, 8, 172, lip)
        sheet.pie(320, 379, rx - 8, ry - 12, 8, 172, "#fffaf5")
    else:
        sheet.arc(320, 376, rx, ry, 18, 162, lip, 7)


def _beard(sheet: Sheet, face: Face, width: float) -> None:
    if face.beard == "stubble":
        sheet.pie(320, 352, width * 0.84, 94, 6, 174, mixed(face.skin, face.hair, 0.22))
        sheet.oval(320, 358, 74, 30, face.skin)
    elif face.beard == "full":
        sheet.pie(320, 350, width * 0.93, 122, 2, 178, face.hair)
        sheet.oval(320, 350, 66, 26, face.skin)
        sheet.arc(320, 384, 54, 32, 195, 345, face.hair, 15)
        sheet.oval(320, 392, 44, 26, mixed(face.hair, face.skin, 0.12))
    else:
        sheet.arc(320, 384, 46, 26, 190, 350, face.hair, 15)


def _cover(sheet: Sheet, face: Face, width: float) -> None:
    dark = mixed(face.cover_colour, "#000000", 0.16)
    light = mixed(face.cover_colour, "#ffffff", 0.12)
    if face.cover == "turban":
        sheet.pie(320, 250, width + 24, 142, 178, 362, face.cover_colour)
        sheet.shape(((320 - width - 22, 250), (320, 208), (320 + width + 22, 250), (320, 132)), light)
        for lift in (0, 26, 52):
            sheet.line(((320 - width - 12, 236 - lift), (322, 196 - lift)), dark, 5)
            sheet.line(((320 + width + 12, 236 - lift), (322, 196 - lift)), dark, 5)
        sheet.pie(320, 262, width + 8, 66, 196, 344, face.cover_colour)
        return
    ring = width + 22
    sheet.arc(320, 308, ring, 178, 0, 360, face.cover_colour, 40)
    sheet.pie(320, 262, ring, 132, 192, 348, face.cover_colour)
    sheet.pie(320, 268, width * 0.9, 74, 196, 344, dark)
    sheet.shape(((210, 430), (430, 430), (476, 560), (320, 600), (164, 560)), face.cover_colour)
    sheet.arc(320, 420, 128, 90, 20, 160, dark, 6)
    sheet.line(((236, 466), (330, 520), (420, 586)), dark, 6)


def _hair(sheet: Sheet, face: Face, width: float) -> None:
    style, hair = face.hair_style, face.hair
    shine = mixed(hair, "#ffffff", 0.14)
    if style == "bald":
        sheet.arc(300, 208, 60, 40, 205, 265, mixed(face.skin, "#ffffff", 0.5), 9)
        return
    if style == "fringe_of_hair":
        for side in (-1, 1):
            sheet.oval(320 + side * (width - 2), 270, 24, 56, hair)
        return
    top = 262 if style != "crop" else 240
    sheet.pie(320, top, width + 10, 122 if style != "crop" else 100, 184, 356, hair)
    if style in ("long", "wavy", "bob", "braids", "mop"):
        for side in (-1, 1):
            sheet.oval(320 + side * (width - 2), 268, 26, 74 if style != "mop" else 44, hair)
        sheet.pie(320 - 26, 236, width * 0.86, 72, 150, 330, hair)
    elif style in ("side", "ponytail", "bun"):
        sheet.pie(296, 232, width, 66, 140, 330, hair)
        for side in (-1, 1):
            sheet.oval(320 + side * (width - 1), 258, 18, 44, hair)
    elif style in ("curly", "afro", "short_curly"):
        for step in range(-3, 4):
            sheet.oval(320 + step * 33, 192 + step * step * 6, 33, 31, hair)
    else:
        for side in (-1, 1):
            sheet.oval(320 + side * (width - 1), 252, 16, 42, hair)
    if style == "bun":
        sheet.oval(320, 128, 48, 42, hair)
        sheet.arc(320, 132, 34, 28, 200, 300, shine, 5)
    if style == "braids":
        for side in (-1, 1):
            for y in range(340, 520, 34):
                sheet.oval(320 + side * (width + 12), y, 19, 22, hair)
    if style in ("long", "bob", "side", "short", "mop", "wavy"):
        sheet.arc(300, 236, 84, 72, 215, 285, shine, 8)


def _glasses(sheet: Sheet, face: Face) -> None:
    colour = "#2d2a32" if face.glasses != "half" else "#7a5a2f"
    for side in (-1, 1):
        x = 320 + side * 50
        if face.glasses == "square":
            sheet.frame(x, 305, 38, 28, colour, 6, 12)
        elif face.glasses == "round":
            sheet.ring(x, 305, 36, 34, colour, 5)
        else:
            sheet.arc(x, 303, 36, 30, 0, 180, colour, 5)
            sheet.line(((x - 35, 303), (x + 35, 303)), colour, 5)
        sheet.line(((x + side * 36, 300), (320 + side * 116, 292)), colour, 5)
    sheet.arc(320, 304, 15, 10, 195, 345, colour, 5)
