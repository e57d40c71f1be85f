"""Reading the Welsh catalogue, and finding English where Welsh should stand."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

import allauth
import django
import polib
from bs4 import BeautifulSoup

from passport_site.scheme.models import Scheme
from tests.factories import AreaFactory

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "locale" / "cy" / "LC_MESSAGES" / "django.po"
HOLES = re.compile(r"%\(\w+\)[sd]|%%|%[sd]|\{\w*\}|<[^>]*>")
"""What a sentence has in its middle that is filled in later, or is markup."""

OTHERS = (
    Path(allauth.__file__).parent / "locale/de/LC_MESSAGES/django.mo",
    Path(django.__file__).parent / "conf/locale/de/LC_MESSAGES/django.mo",
)
"""Any translation of a library names all its English sentences; its German is as good as another."""

DATES = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    *(
        "January",
        "February",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
)


@cache
def catalogue() -> polib.POFile:
    """Our Welsh, as committed."""
    return polib.pofile(str(CATALOGUE))


def pieces(sentence: str) -> set[str]:
    """The parts of a sentence between its holes that are long enough to be recognised."""
    parts = (" ".join(html.unescape(part).split()).strip(" .,:;") for part in HOLES.split(sentence))
    return {part for part in parts if len(part) > 12 and " " in part}


@cache
def english() -> frozenset[str]:
    """Pieces of English sentences that have a different Welsh, of ours and of the libraries'."""
    sentences: set[str] = set()
    welsh: list[str] = []
    for entry in catalogue():
        texts = [entry.msgstr, *entry.msgstr_plural.values()]
        welsh += texts
        if entry.msgid not in texts:
            sentences |= {entry.msgid, entry.msgid_plural}
    for path in OTHERS:
        for entry in polib.mofile(str(path)):
            sentences |= {entry.msgid, entry.msgid_plural}
    all_welsh = "\n".join(" ".join(text.split()) for text in welsh)
    return frozenset(piece for text in sentences for piece in pieces(text) if piece not in all_welsh)


def shown(page: str) -> str:
    """What a person sees or hears of a page: text and attributes, without scripts and without what is marked
    as English."""
    soup = BeautifulSoup(page, "html.parser")
    for tag in soup.find_all(["script", "style"]):
        tag.decompose()
    for tag in soup.select('[lang^="en"]:not(html)'):
        tag.decompose()
    words = [soup.get_text(" ")]
    for tag in soup.find_all(True):
        words += [value for value in tag.attrs.values() if isinstance(value, str)]
    return " ".join(" ".join(words).split())


def english_in(text: str) -> list[str]:
    """The English sentences, and days and months, that stand in a text."""
    text = " ".join(text.split())
    days = [word for word in DATES if re.search(rf"\b{word}\b", text)]
    found = [piece for piece in english() if piece in text]
    whole = [piece for piece in found if not any(piece in other and piece != other for other in found)]
    return sorted(whole) + days


def welsh_scheme() -> Scheme:
    """A scheme with every field that a page may print."""
    AreaFactory(sectors=["AJ1 2", "AJ1 3"])
    scheme = Scheme.load()
    scheme.name_en, scheme.name_cy = "Arlenshire Carer Passport", "Pasbort Gofalwyr Swydd Arlen"
    scheme.council_en, scheme.council_cy = "Arlenshire Council", "Cyngor Swydd Arlen"
    scheme.phone, scheme.emergency_phone, scheme.email = (
        "01632 960 001",
        "01632 960 999",
        "post@arlen.example",
    )
    scheme.post_address_cy = "Neuadd y Sir\nArlenford\nAJ1 1AA"
    scheme.elsewhere_en, scheme.elsewhere_cy = "Ask where you live.", "Gofynnwch lle rydych chi’n byw."
    scheme.save()
    return scheme
