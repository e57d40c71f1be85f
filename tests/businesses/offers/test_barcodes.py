"""Till barcodes: what may be entered, and that each one we draw is read back by an independent reader."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from businesses.offers.barcode_svg import barcode_svg, is_turned
from businesses.offers.domain.barcodes import CODE128, EAN13, check_digit, modules, problem, tidy
from tests.factories import OfferFactory

FORMAT = {EAN13: zxingcpp.BarcodeFormat.EAN13, CODE128: zxingcpp.BarcodeFormat.Code128}
TWELVE = st.text("0123456789", min_size=12, max_size=12)
PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=40)


def read(svg: str, scale: int = 3) -> zxingcpp.Barcode | None:
    """Draws our paths by hand, which understands nothing but what we write, and lets the reader look at it."""
    width, height = map(int, re.search(r'viewBox="0 0 (\d+) (\d+)"', svg).groups())
    image = Image.new("L", (width * scale, height * scale), 255)
    pen = ImageDraw.Draw(image)
    for x, y, across, down in re.findall(r"M(\d+) (\d+)h(\d+)v(\d+)h-\d+z", svg.partition('fill="#000"')[2]):
        left, top = int(x) * scale, int(y) * scale
        pen.rectangle((left, top, left + int(across) * scale - 1, top + int(down) * scale - 1), fill=0)
    found = zxingcpp.read_barcodes(image)
    return found[0] if len(found) == 1 else None


def reads_back(kind: str, text: str) -> None:
    found = read(barcode_svg(kind, text, label="x"))
    assert found is not None, text
    # an EAN that begins with 0 is a UPC-A: the same bars, and readers may call them so
    as_upc = kind == EAN13 and text.startswith("0") and found.format == zxingcpp.BarcodeFormat.UPCA
    assert found.format == FORMAT[kind] or as_upc
    assert text in (found.text, f"0{found.text}" if as_upc else None)


@given(TWELVE)
def test_every_ean_is_read_back(twelve):
    reads_back(EAN13, twelve + check_digit(twelve))


@given(PRINTABLE.filter(lambda text: text.strip() == text))
@example("99")
@example("990")
@example("9912345678")
@example("99A")
def test_every_code_128_is_read_back(text):
    assert problem(CODE128, text) is None
    reads_back(CODE128, text)


@given(TWELVE, st.integers(0, 12), st.integers(1, 9))
def test_an_ean_with_one_wrong_digit_is_refused(twelve, place, more):
    good = twelve + check_digit(twelve)
    wrong = good[:place] + str((int(good[place]) + more) % 10) + good[place + 1 :]
    assert problem(EAN13, good) is None
    assert problem(EAN13, wrong) is not None


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (EAN13, "501234567890"),
        (EAN13, "50123456789012"),
        (EAN13, "501234567890X"),
        (EAN13, "٥٠١٢٣٤٥٦٧٨٩٠٠"),
        (CODE128, ""),
        (CODE128, "a" * 41),
        (CODE128, "caffè"),
        (CODE128, "a\nb"),
    ],
)
def test_what_no_till_could_read_is_refused(kind, text):
    assert problem(kind, text) is not None


def test_a_known_check_digit_and_what_people_write_between_digits():
    assert check_digit("501234567890") == "0"  # GS1 UK's own example, 5012345678900
    assert tidy(EAN13, " 5 012345-678900 ") == "5012345678900"
    assert tidy(CODE128, " CARER 10 ") == "CARER 10"


def test_a_long_code_is_drawn_along_the_phone_and_the_quiet_zones_are_there():
    assert not is_turned(EAN13, "5012345678900")
    assert is_turned(CODE128, "CARER-PASSPORT-OFFER-000000042")
    bars = modules(EAN13, "5012345678900")
    assert bars.startswith("0" * 11 + "1")
    assert bars.endswith("1" + "0" * 7)
    assert len(bars) == 95 + 18


def test_the_label_cannot_break_out_of_the_picture():
    assert '"><script>' not in barcode_svg(CODE128, "A", label='"><script>')


@pytest.mark.django_db
def test_the_form_tidies_an_ean_and_says_what_is_wrong():
    offer = OfferFactory.build(how="barcode", barcode="5012345 678900", barcode_kind="ean13")
    offer.clean()
    assert offer.barcode == "5012345678900"
    for fields, field in (
        ({"barcode": "5012345678901", "barcode_kind": "ean13"}, "barcode"),
        ({"barcode": "", "barcode_kind": "ean13"}, "barcode"),
        ({"barcode": "ABC", "barcode_kind": ""}, "barcode_kind"),
    ):
        with pytest.raises(ValidationError) as wrong:
            OfferFactory.build(how="barcode", **fields).clean()
        assert list(wrong.value.message_dict) == [field]
    with pytest.raises(ValidationError) as wrong:
        OfferFactory.build(how="code", limit_kind="none").clean()
    assert "limit_kind" in wrong.value.message_dict


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"how": "barcode"},
        {"how": "barcode", "barcode": "ABC"},
        {"how": "barcode", "barcode_kind": "ean13"},
        {"how": "code", "limit_kind": "none"},
        {"how": "fax"},
    ],
)
def test_the_database_refuses_an_offer_that_could_not_be_shown(fields):
    with pytest.raises(IntegrityError):
        OfferFactory(**fields)
