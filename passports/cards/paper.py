"""Cards and letters as tagged PDFs (PDF/UA-1): the card at exactly 85.6 × 54 mm, the letter on A4.

Here stands what is on them; `press` lays it out. What many letters share – colours, the mark, where the code stands
– is in rules of the page and never in a `style` attribute: WeasyPrint works a rule out once for all of them.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
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

from . import press, qr
from .domain import numbers
from .drawings import Code, Dashes, Guilloche
from .models import Card
from .photos import print_photo
from .services.codes import address_for

MOST_IN_ONE_PDF = 50
"""What one request may lay out: about 0.06 s of processor time a letter. More are printed in the background."""

DOTS_PER_MODULE = 6  # 0.508 mm at 300 dpi (card-format.md, “Printing”)
PANEL_DOTS, PANEL_MIDDLE, TOP_DOTS = (
    346,
    819,
    134,
)  # the white panel on the front, in dots from the card’s edge
INK, WHITE = "#1d1a16", "#ffffff"


def card_pdf(card: Card) -> bytes:
    """Front and back of one card, two pages of 85.6 × 54 mm. Reads `card.passport`."""
    sheet = _Sheet(current())
    with translation.override(card.passport.reads):
        context = {"cards": [sheet.art(card)], "title": _("Your card")}
        return press.typeset(sheet.copy("cards/paper_cards.html", card.passport.reads, context))


def letters_pdf(cards: Sequence[Card]) -> bytes:
    """A letter with the card to cut out for each, in each carer’s language. Reads `card.passport`.

    Raises ValueError for more than MOST_IN_ONE_PDF.
    """
    if len(cards) > MOST_IN_ONE_PDF:
        raise ValueError(f"At most {MOST_IN_ONE_PDF} letters go into one PDF.")
    return press.typeset(letters_copy(cards))


def letters_copy(cards: Sequence[Card]) -> press.Copy:
    """The same letters, ready for a press in this process or another."""
    scheme, today = current(), timezone.localdate()
    languages = {card.passport.reads for card in cards}
    language = languages.pop() if len(languages) == 1 else settings.LANGUAGE_CODE
    sheet = _Sheet(scheme)
    letters = []
    for card in cards:
        with translation.override(card.passport.reads):
            context = {"art": sheet.art(card), "passport": card.passport, "scheme": scheme, "today": today}
            letters.append(render_to_string("cards/paper_letter.html", context))
    with translation.override(language):
        title = _("Letter with your card") if len(cards) == 1 else _("Letters with cards")
        return sheet.copy("cards/paper_letters.html", language, {"letters": letters, "title": title})


@dataclass(frozen=True, slots=True)
class Art:
    """What the paper templates show of a card. `classes` choose the look; `qr` and `pattern` name drawings."""

    name: str
    number: str
    check_code: str
    expires_on: date
    young: bool
    discreet: bool
    scheme_name: str
    language: str
    classes: str
    kind: str
    photo: str
    qr: str
    qr_class: str
    pattern: str
    name_size: str
    check_at: str
    found_address: str
    website: str


class _Sheet:
    """Collects what the cards of one PDF need: drawings by their address, and rules for the looks among them."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.drawings: dict[str, Any] = {"cut:line": Dashes()}
        self.rules = {code: f'.in-{code} {{ -weasy-lang: "{code}" }}' for code, _name in settings.LANGUAGES}

    def art(self, card: Card) -> Art:
        """Adds the card. In the language that is active."""
        passport, scheme, serial = card.passport, self.scheme, bytes.fromhex(card.serial)
        code = Code(qr.matrix(address_for(card, live=False, printed=True)))
        pattern = Guilloche(serial, passport.kind, _colours(passport, scheme)[-1])
        lines = (line.strip() for line in scheme.post_address.splitlines())
        return Art(
            name=passport.name,
            number=numbers.display(card.number),
            check_code=numbers.check_code(serial),
            expires_on=card.expires_on,
            young=passport.kind == "young",
            discreet=passport.discreet,
            scheme_name=scheme.name,
            language=passport.reads,
            classes=f"in-{passport.reads} {self._look(passport)} {passport.kind}"
            f"{' plain' if passport.discreet else ''}",
            kind=passport.get_kind_display() if passport.kind != "adult" else _("Carer"),
            photo=_photo(card),
            qr=self._drawing("code", code),
            qr_class=self._code_class(code.modules),
            pattern=self._drawing("pattern", pattern),
            name_size=_name_size(passport.name),
            check_at=f"{settings.CARD_ISSUER_HOST}/v",
            found_address=", ".join(line for line in lines if line),
            website=urlsplit(settings.BASE_URL).netloc,
        )

    def copy(self, template: str, language: str, context: dict[str, Any]) -> press.Copy:
        """The page of that template, with everything that was added. In the language that is active."""
        style = "\n".join(self.rules.values())
        context = {"scheme": self.scheme, "language": language, "style": style, **context}
        stylesheet = finders.find("css/print-card.css")
        html = render_to_string(template, context)[
            :
        ]  # a plain text: a SafeString would make a press load Django
        return press.Copy(html, stylesheet, self.drawings)

    def _drawing(self, kind: str, drawing: Any) -> str:
        address = f"{kind}:{len(self.drawings)}"
        self.drawings[address] = drawing
        return address

    def _look(self, passport: Any) -> str:
        """A class with the colours and the mark of cards like this one."""
        name = f"look-{'plain' if passport.discreet else 'young' if passport.kind == 'young' else 'adult'}"
        if name not in self.rules:
            ground, band, on_band, ink, _line = _colours(passport, self.scheme)
            main = self.scheme.main_colour
            self.rules[name] = (
                f".{name} {{ --ground: {ground}; --band: {band}; --on-band: {on_band}; --ink: {ink}; --main: {main} }}"
                f".{name} .band .mark {{ background-image: url({_svg(_mark(on_band))}) }}"
                f".{name} .from .mark {{ background-image: url({_svg(_mark(main))}) }}"
            )
        return name

    def _code_class(self, modules: int) -> str:
        """A class that says where a code with so many modules stands."""
        name = f"code-{modules}"
        self.rules.setdefault(name, f".{name} {{ {_place(modules)} }}")
        return name


def _colours(passport: Any, scheme: Scheme) -> tuple[str, str, str, str, str]:
    """Ground, band, ink on the band, ink on the ground, the pattern’s line: as on the phone (card.css)."""
    if passport.discreet:
        return "#f4f2ee", "#f4f2ee", INK, INK, "#8a8478"
    if passport.kind == "young":
        return scheme.main_colour, scheme.accent_colour, INK, WHITE, scheme.accent_colour
    on_main = WHITE if contrast_ratio(scheme.main_colour, WHITE) >= 4.5 else INK
    return _mix(scheme.accent_colour, "#fffdf6", 0.3), scheme.main_colour, on_main, INK, scheme.main_colour


def _place(modules: int) -> str:
    """Where the code stands on the front, as CSS: modules of 6 dots at 300 dpi, on whole dots.

    A short host makes version 6 (49 modules with the quiet zone), most make 7 (53) and long ones 8 (57): all
    fit the panel. Beyond that the modules shrink to 5 dots, which a good printer and phone still manage.
    """
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
        picture = print_photo(card.passport.photo)
    except OSError:
        return ""
    return "data:image/jpeg;base64," + base64.b64encode(picture).decode()


def _svg(drawing: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode()
