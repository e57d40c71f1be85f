"""The card on paper: exact size, a code that reads back, tagged, in the carer’s language."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from django.contrib.staticfiles import finders
from django.utils import translation
from PIL import ImageChops

from passport_site.core.pattern import pattern_svg
from passport_site.scheme.models import Scheme
from passports.cards import drawings, keys, paper, press, services
from passports.cards.domain import numbers
from passports.cards.domain.scanned import parse_scanned
from tests.factories_cards import SYSTEM, issued
from tests.passports.cards.pictures import pages, read_picture, sizes, texts, unpacked

pytestmark = pytest.mark.django_db

CARD, A4 = (85.6, 54.0), (210.0, 297.0)


@pytest.fixture
def scheme():
    scheme = Scheme.load()
    scheme.name_en, scheme.name_cy = "Arlenshire Carer Passport", "Pasbort Gofalwyr Arlen"
    scheme.phone, scheme.emergency_phone = "01632 960 100", "01632 960 999"
    scheme.post_address_en = "Carers Team\nCounty Hall\nArlenford\nAJ1 1AA"
    scheme.save()
    return scheme


@pytest.fixture
def card(scheme):
    return issued(photo=True, first_name="Priya", last_name="Menon-Hughes", kind="parent")


def code_in(picture, settings):
    (address,) = read_picture(picture)
    return keys.read(parse_scanned(address, settings.CARD_ISSUER_HOST).digits)[0]


def test_the_card_is_two_pages_of_exactly_bank_card_size(card):
    for width, height in sizes(paper.card_pdf(card)):
        assert width == pytest.approx(CARD[0], abs=0.01)
        assert height == pytest.approx(CARD[1], abs=0.01)
    assert len(sizes(paper.card_pdf(card))) == 2


def test_the_letter_is_one_page_of_a4(card):
    ((width, height),) = sizes(paper.letters_pdf([card]))
    assert (width, height) == (pytest.approx(A4[0], abs=0.05), pytest.approx(A4[1], abs=0.05))


@pytest.mark.parametrize(
    "facts", [{}, {"discreet": True}, {"kind": "young"}, {"kind": "young", "discreet": True}]
)
def test_the_code_reads_back_from_the_printed_card_in_every_design(scheme, settings, facts):
    from django.utils import timezone

    if facts.get("kind") == "young":
        facts = facts | {
            "date_of_birth": timezone.localdate().replace(year=timezone.localdate().year - 13, day=1)
        }
    card = issued(**facts)
    for document in (paper.card_pdf(card), paper.letters_pdf([card])):
        code = code_in(pages(document)[0], settings)
        assert code.serial.hex() == card.serial
        assert code.printed
        assert not code.live


@pytest.fixture
def usual_host(settings):
    """A host as councils have them: the code is version 7, 53 modules with its quiet zone."""
    settings.CARD_ISSUER_HOST = "card.arlenshire.gov.uk"


@pytest.mark.parametrize(
    ("host", "modules"),
    [
        ("a.uk", 49),
        ("card.arlenshire.gov.uk", 53),
        ("passport-for-carers.north-arlenshire-council.gov.uk", 57),
    ],
)
def test_long_and_short_hosts_print_with_whole_dots_too(card, settings, host, modules):
    settings.CARD_ISSUER_HOST = host
    page = paper.letters_copy([card]).html
    assert re.search(rf"\.code-{modules} {{[^}}]*width: {modules * 6 / 300:.6f}in", page)
    assert f'class="qr-code code-{modules}"' in page
    assert code_in(pages(paper.card_pdf(card))[0], settings).serial.hex() == card.serial


def test_modules_are_six_dots_of_a_300_dpi_printer(card, usual_host):
    """The finder’s top edge: 7 modules of 6 dots, then one light module, on the front’s first page."""
    front = pages(paper.card_pdf(card))[0].convert("L")
    left, top = 819 - 318 // 2 + 4 * 6, 134 + 4 * 6  # past the four quiet modules
    across = [front.getpixel((x, top + 3)) for x in range(left - 6, left + 48)]
    dark = [left - 6 + place for place, grey in enumerate(across) if grey < 128]
    assert len(dark) == 7 * 6
    assert abs(dark[0] - left) <= 1  # pdfium stretches the page of 1011.02 dots to 1012
    down = [front.getpixel((left + 3, y)) for y in range(top - 6, top + 48)]
    dark = [top - 6 + place for place, grey in enumerate(down) if grey < 128]
    assert len(dark) == 7 * 6
    assert abs(dark[0] - top) <= 1  # the page is 637.8 dots high, and pixels count from its top


def test_the_code_has_its_quiet_zone_in_pure_white(card, usual_host):
    front = pages(paper.card_pdf(card))[0].convert("L")
    left, top, right, bottom = 661, 135, 660 + 317, 134 + 317
    for box in (
        (left, top, right, top + 22),
        (left, bottom - 22, right, bottom),
        (left, top, left + 22, bottom),
        (right - 22, top, right, bottom),
    ):
        assert front.crop(box).getextrema() == (255, 255)


def test_the_code_is_drawn_and_not_a_picture(card):
    document = pypdfium2.PdfDocument(paper.card_pdf(card))
    pictures = [
        found for found in document[0].get_objects() if found.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    ]
    assert len(pictures) == 1  # the photo


@pytest.mark.parametrize(("language", "title"), [("en", "Your card"), ("cy", None)])
def test_the_pdf_is_tagged_and_has_language_and_title(scheme, language, title):
    card = issued(language=language, photo=True)
    for made in (paper.card_pdf(card), paper.letters_pdf([card])):
        document = pypdfium2.PdfDocument(made)
        assert document.is_tagged()
        assert document.get_metadata_value("Title")
        inside = unpacked(made)
        assert f"/Lang ({language})".encode() in inside
        assert b"/Marked true" in inside
        assert b"pdfuaid:part" in inside
    if title:
        assert pypdfium2.PdfDocument(paper.card_pdf(card)).get_metadata_value("Title") == title


def test_pictures_in_the_pdf_have_words(card, caplog):
    with caplog.at_level("ERROR", logger="weasyprint"):
        paper.card_pdf(card)
        paper.letters_pdf([card])
    assert [record.getMessage()[:80] for record in caplog.records] == []


def test_the_front_says_what_the_screen_says(card):
    front = texts(paper.card_pdf(card))[0]
    assert numbers.check_code(bytes.fromhex(card.serial)) in front.replace(" ", "")
    shown = ("Priya", numbers.display(card.number), "Parent carer")
    for words in shown:
        assert words in front
    assert f"{card.expires_on:%-d %b %Y}" in front


def test_the_back_carries_a_phone_number_and_nothing_of_the_person(card):
    passport, back = card.passport, texts(paper.card_pdf(card))[1]
    assert "01632 960 999" in back
    assert "AJ1 1AA" in back
    for personal in (
        "Priya",
        "Menon",
        passport.email,
        passport.phone,
        passport.postcode,
        "Tanner",
        card.number,
    ):
        assert personal not in back
    assert numbers.display(card.number) not in back


def test_the_plain_design_does_not_say_carer(scheme):
    front = texts(paper.card_pdf(issued(discreet=True)))[0]
    assert "carer" not in front.lower()
    assert "Passport" in front


def test_the_address_stands_in_the_window(card):
    """DL windows: 20–110 mm from the left, 45–85 mm from the top once folded in three."""
    page = pypdfium2.PdfDocument(paper.letters_pdf([card]))[0]
    text = page.get_textpage()
    window = text.get_text_bounded(
        left=20 / 25.4 * 72, right=110 / 25.4 * 72, top=page.get_height() - 47 / 25.4 * 72,
        bottom=page.get_height() - 83 / 25.4 * 72,
    )  # fmt: skip
    assert [line.strip() for line in window.splitlines() if line.strip()] == [
        "Priya Menon-Hughes",
        "12 Tanner’s Row",
        "Arlenford",
        "AJ1 1PM",
    ]


def test_letters_of_one_batch_are_each_in_the_carers_language(scheme, settings):
    batch = [issued(language="en"), issued(language="cy", first_name="Gwenllïan", last_name="Ŵyn")]
    made = paper.letters_pdf(batch)
    english, welsh = texts(made)
    assert "Arlenshire Carer Passport" in english
    assert "Pasbort Gofalwyr Arlen" in welsh
    assert "Gwenllïan Ŵyn" in welsh
    codes = [code_in(page, settings).serial.hex() for page in pages(made)]
    assert codes == [card.serial for card in batch]
    with translation.override("en"):
        assert translation.get_language() == "en"


def test_an_accented_name_uses_our_typeface(scheme):
    made = paper.card_pdf(issued(first_name="Ŵyn", last_name="Llŷr"))
    names = set(re.findall(rb"/FontName /[A-Z]{6}\+([\w-]+)", unpacked(made)))
    assert names == {b"Display-Bold", b"Display-Ext-Bold", b"Text", b"Text-Bold", b"DejaVu-Sans-Mono-Bold"}
    assert "Ŵyn Llŷr" in texts(made)[0]


def test_more_letters_than_fit_in_memory_are_refused(card):
    with pytest.raises(ValueError, match="50"):
        paper.letters_pdf([card] * 51)


@pytest.mark.parametrize(
    "address", ["<img src='file:///etc/passwd'>", "http://169.254.169.254/", "url(file:///etc/hosts)"]
)
def test_nothing_typed_can_make_the_printer_fetch_something(scheme, monkeypatch, address):
    from weasyprint import urls

    fetched = []
    original = urls.URLFetcher.fetch
    monkeypatch.setattr(
        urls.URLFetcher,
        "fetch",
        lambda self, url, headers=None: fetched.append(url) or original(self, url, headers),
    )
    press.press.cache_clear()
    text = texts(paper.letters_pdf([issued(address=address, first_name="<link rel=stylesheet href=//x>")]))[0]
    assert "http" in text or "<img" in text or "url(" in text
    assert all(url.startswith("data:") or "/static/fonts/" in url for url in fetched)


def test_the_fetcher_refuses_everything_but_data_and_our_fonts():
    _page, _css, _fonts, fetcher = press.press(finders.find("css/print-card.css"))
    for url in ("http://example.com/x.png", "file:///etc/passwd", "https://example.com/", "ftp://x/"):
        with pytest.raises(ValueError, match="may not load"):
            fetcher.fetch(url)


def test_a_replaced_card_prints_the_new_code(card, settings):
    new = services.replace_card(card=card, by=SYSTEM)
    assert code_in(pages(paper.card_pdf(new))[0], settings).serial.hex() == new.serial != card.serial


def test_the_pattern_is_drawn_as_its_svg_would_be():
    """Our own drawing commands stand in for WeasyPrint’s slow reading of the SVG: the same lines, to the dot."""
    stylesheet = finders.find("css/print-card.css")
    for kind in ("adult", "young"):
        svg = pattern_svg(b"12345678", kind=kind).replace("currentColor", "#0e4b50")
        ways = {"svg": paper._svg(svg), "own": "pattern:0"}
        drawn = {"pattern:0": drawings.Guilloche(b"12345678", kind, "#0e4b50")}
        shown = []
        for address in ways.values():
            html = (
                '<html lang="en"><title>x</title><div class="card-page"><div class="draw" '
                f'style="width: 85.6mm; height: 54mm; background: url({address}); background-size: 100% 100%"></div></div>'
            )
            shown.append(pages(press.typeset(press.Copy(html, stylesheet, drawn)))[0].convert("L"))
        assert shown[0].getextrema()[0] < 128
        difference = ImageChops.difference(*shown).histogram()
        assert sum(difference[64:]) == 0
