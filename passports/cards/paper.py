"""Cards and letters as tagged PDFs (PDF/UA-1): the card at exactly 85.6 × 54 mm, the letter on A4.

WeasyPrint lays out our own templates with our own fonts. It may read our fonts and nothing else: no
network, no other file, whatever a name or an address contains.
"""

from __future__ import annotations

import atexit
import base64
import functools
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from passport_site.core.templatetags.ui import mark
from passport_site.scheme.domain import contrast_ratio
from passport_site.scheme.models import Scheme
from passport_site.scheme.querysets import current

from .face import Face, face_of
from .models import Card
from .photos import PRINT_SIZE, small_photo

MOST_IN_ONE_PDF = 50
"""What one request may lay out: about 0.1 s of processor time a letter. For more, officers ask again."""

DOTS_PER_MODULE = 6  # 0.508 mm at 300 dpi (card-format.md, “Printing”)
PANEL_DOTS, PANEL_MIDDLE, TOP_DOTS = (
    346,
    819,
    134,
)  # the white panel on the front, in dots from the card’s edge
INK, WHITE = "#1d1a16", "#ffffff"


def card_pdf(card: Card) -> bytes:
    """Front and back of one card, two pages of 85.6 × 54 mm. Reads `card.passport`."""
    scheme = current()
    with translation.override(card.passport.reads):
        html = render_to_string(
            "cards/paper_cards.html",
            {
                "cards": [_drawn(card, scheme)],
                "scheme": scheme,
                "language": card.passport.reads,
                "title": _("Your card"),
            },
        )
    return _write(html)


def letters_pdf(cards: Sequence[Card]) -> bytes:
    """A letter with the card to cut out for each, in each carer’s language. Reads `card.passport`.

    Raises ValueError for more than MOST_IN_ONE_PDF.
    """
    if len(cards) > MOST_IN_ONE_PDF:
        raise ValueError(f"At most {MOST_IN_ONE_PDF} letters go into one PDF.")
    scheme, today = current(), timezone.localdate()
    languages = {card.passport.reads for card in cards}
    language = languages.pop() if len(languages) == 1 else settings.LANGUAGE_CODE
    letters = []
    for card in cards:
        with translation.override(card.passport.reads):
            face, art = _drawn(card, scheme)
            letters.append(
                render_to_string(
                    "cards/paper_letter.html",
                    {"face": face, "art": art, "passport": card.passport, "scheme": scheme, "today": today},
                )
            )
    with translation.override(language):
        title = _("Letter with your card") if len(cards) == 1 else _("Letters with cards")
        html = render_to_string(
            "cards/paper_letters.html",
            {"letters": letters, "scheme": scheme, "language": language, "title": title},
        )
    return _write(html)


@dataclass(frozen=True, slots=True)
class Art:
    """What the paper templates need beside the face. Pictures are data addresses."""

    language: str
    classes: str
    colours: str
    kind: str
    photo: str
    qr: str
    qr_place: str
    pattern: str
    mark: str
    mark_dark: str
    name_size: str
    check_at: str
    found_address: str
    website: str


def _drawn(card: Card, scheme: Scheme) -> tuple[Face, Art]:
    face = face_of(card, scheme, printed=True)
    ground, band, on_band, ink, line = _colours(face, scheme)
    host = urlsplit(settings.BASE_URL).netloc
    art = Art(
        language=card.passport.reads,
        classes=f"{face.kind}{' plain' if face.discreet else ''}",
        colours=f"--ground: {ground}; --band: {band}; --on-band: {on_band}; --ink: {ink}; "
        f"--main: {scheme.main_colour}",
        kind=card.passport.get_kind_display() if face.kind != "adult" else _("Carer"),
        photo=_photo(card),
        qr=_svg(face.qr_svg),
        qr_place=_place(face.qr_svg),
        pattern=_svg(face.pattern_svg.replace("currentColor", line)),
        mark=_svg(_mark(on_band)),
        mark_dark=_svg(_mark(scheme.main_colour)),
        name_size=_name_size(face.name),
        check_at=f"{settings.CARD_ISSUER_HOST}/v",
        found_address=", ".join(line.strip() for line in scheme.post_address.splitlines() if line.strip()),
        website=host,
    )
    return face, art


def _colours(face: Face, scheme: Scheme) -> tuple[str, str, str, str, str]:
    """Ground, band, ink on the band, ink on the ground, the pattern’s line: as on the phone (card.css)."""
    if face.discreet:
        return "#f4f2ee", "#f4f2ee", INK, INK, "#8a8478"
    if face.kind == "young":
        return scheme.main_colour, scheme.accent_colour, INK, WHITE, scheme.accent_colour
    on_main = WHITE if contrast_ratio(scheme.main_colour, WHITE) >= 4.5 else INK
    return _mix(scheme.accent_colour, "#fffdf6", 0.3), scheme.main_colour, on_main, INK, scheme.main_colour


def _place(drawing: str) -> str:
    """Where the code stands on the front, as CSS: modules of 6 dots at 300 dpi, on whole dots.

    A short host makes version 6 (49 modules with the quiet zone), most make 7 (53) and long ones 8 (57): all
    fit the panel. Beyond that the modules shrink to 5 dots, which a good printer and phone still manage.
    """
    modules = int(drawing.split('viewBox="0 0 ')[1].split()[0])
    dots = modules * min(DOTS_PER_MODULE, PANEL_DOTS // modules)
    left = PANEL_MIDDLE - dots // 2
    inches = {"left": left, "top": TOP_DOTS, "width": dots, "height": dots}
    return "; ".join(f"{name}: {value / 300:.6f}in" for name, value in inches.items())


def _name_size(name: str) -> str:
    """A class for long names and long words: 29 mm hold about 13 letters at full size."""
    longest = max(len(word) for word in name.replace("-", "- ").split())
    if longest > 16 or len(name) > 40:
        return "longest"
    return "long" if longest > 11 or len(name) > 22 else ""


def _mix(one: str, other: str, part: float) -> str:
    """`part` of the first colour in the second."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(a * part + b * (1 - part)):02x}" for a, b in pairs)


def _mark(colour: str) -> str:
    drawing = str(mark()).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return drawing.replace("currentColor", colour).replace(
        "<svg ", f'<svg color="{colour}" fill="{colour}" ', 1
    )


def _photo(card: Card) -> str:
    if not card.passport.photo:
        return ""
    try:
        picture = small_photo(card.passport.photo, PRINT_SIZE, quality=85)
    except OSError:
        return ""
    return "data:image/jpeg;base64," + base64.b64encode(picture.read()).decode()


def _svg(drawing: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode()


def _write(html: str) -> bytes:
    from weasyprint import HTML  # here, because it loads Pango: 40 MB that only workers who print need

    stylesheet, fonts, fetcher = _press()
    out = BytesIO()
    HTML(string=html, url_fetcher=fetcher).write_pdf(
        out, stylesheets=[stylesheet], font_config=fonts, pdf_variant="pdf/ua-1"
    )
    return out.getvalue()


@functools.cache
def _press() -> tuple[Any, Any, Any]:
    """The stylesheet, its fonts, and a fetcher that reads data addresses and our fonts only; made once."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    path = Path(finders.find("css/print-card.css"))
    ours = (path.parent.parent / "fonts").as_uri() + "/"

    class OnlyOurs(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith(("data:", ours)) or ".." in url:
                raise ValueError("A printed page may not load this.")
            return super().fetch(url, headers)

    atexit.register(
        _press.cache_clear
    )  # WeasyPrint’s fonts must go before the interpreter takes itself apart
    fonts, fetcher = FontConfiguration(), OnlyOurs(allowed_protocols={"data", "file"}, allow_redirects=False)
    return CSS(filename=str(path), font_config=fonts, url_fetcher=fetcher), fonts, fetcher
