"""Every code that we draw is read back by a reader that we did not write, also from a bad picture of it."""

from __future__ import annotations

import io
import random
import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageEnhance, ImageFilter

from passports.cards import qr
from passports.cards.domain.code import CardCode, Kind, decode, encode
from passports.cards.domain.scanned import address, parse_scanned

from .test_code_format import HOST, KEY, KEYS

DAY = date(2026, 11, 25)
DOTS_AT_300_DPI = 6


def card_address(seed: int) -> tuple[CardCode, str]:
    """A random card, every second one live, and what its QR holds."""
    rng = random.Random(seed)
    code = CardCode(
        key_id=1,
        kind=rng.choice(list(Kind)),
        has_photo=rng.random() < 0.5,
        printed=rng.random() < 0.5,
        serial=rng.randbytes(8),
        expires_on=DAY + timedelta(days=rng.randrange(1100)),
        status_index=rng.randrange(1 << 24),
        issued_at=1_795_000_000 + rng.randrange(10**6) if seed % 2 else None,
    )
    return code, address(encode(code, KEY, HOST), f"https://{HOST}")


CARDS = [card_address(seed) for seed in range(30)]


def read(picture: Image.Image) -> str | None:
    found = zxingcpp.read_barcodes(picture.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return found[0].text if len(found) == 1 else None


def drawn(text: str) -> Image.Image:
    return qr.qr_image(text, dots_per_module=DOTS_AT_300_DPI).convert("L")


def on_a_table(picture: Image.Image, margin: int = 60, grey: int = 150) -> Image.Image:
    table = Image.new("L", (picture.width + 2 * margin, picture.height + 2 * margin), grey)
    table.paste(picture, (margin, margin))
    return table


def blurred(picture: Image.Image, seed: int) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(DOTS_AT_300_DPI * 0.45))


def tilted(picture: Image.Image, seed: int) -> Image.Image:
    """Turned by up to 40° and leaning away from the camera."""
    rng = random.Random(seed)
    turned = on_a_table(picture).rotate(
        rng.uniform(-40, 40), Image.Resampling.BICUBIC, expand=True, fillcolor=150
    )
    w, h = turned.size
    lean = rng.uniform(0.04, 0.12)
    corners = (-lean * w, -lean * h, 0, h, w, h, (1 + lean) * w, -lean * h)
    return turned.transform(
        turned.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=150
    )


def washed_out(picture: Image.Image, seed: int) -> Image.Image:
    """A dim screen in sunlight: a fifth of the contrast."""
    return ImageEnhance.Contrast(picture).enhance(0.2).point(lambda value: min(255, value + 60))


def with_noise(picture: Image.Image, seed: int, strength: int) -> Image.Image:
    """Adds noise between minus and plus `strength` to every pixel, the same for the same seed."""
    noise = Image.frombytes("L", picture.size, random.Random(seed).randbytes(picture.width * picture.height))
    noise = noise.point(lambda value: value * 2 * strength / 255)
    return ImageChops.add(picture.convert("L"), noise, 1, -strength)


def noisy(picture: Image.Image, seed: int) -> Image.Image:
    return with_noise(picture.point(lambda value: value * 0.5 + 60), seed, 40)


def shadowed(picture: Image.Image, seed: int) -> Image.Image:
    """A hand’s shadow over half of the card."""
    slope = Image.linear_gradient("L").resize(picture.size).rotate(90).point(lambda v: 90 + v * 0.6)
    return ImageChops.multiply(picture, slope)


def scratched(picture: Image.Image, seed: int) -> Image.Image:
    """A crease of five modules’ width through the data, away from the three corners."""
    worn = picture.copy()
    at, width = int(picture.width * 0.62), DOTS_AT_300_DPI * 3
    worn.paste(255, (at, int(picture.height * 0.40), at + width, int(picture.height * 0.72)))
    return worn


def camera_of_185_pixels(picture: Image.Image, seed: int) -> Image.Image:
    """The whole block on 185 camera pixels, 3.5 a module, a little turned, blurred and noisy, as JPEG."""
    rng = random.Random(seed)
    small = picture.resize((185, 185), Image.Resampling.BOX, box=(0, 0, picture.width, picture.height))
    frame = on_a_table(small, margin=rng.randrange(30, 70))
    frame = frame.rotate(rng.uniform(-6, 6), Image.Resampling.BICUBIC, fillcolor=150)
    frame = frame.filter(ImageFilter.GaussianBlur(0.6))
    frame = with_noise(frame, seed, 20)
    stored = io.BytesIO()
    frame.save(stored, "JPEG", quality=80)
    return Image.open(stored)


@pytest.mark.parametrize("seed", range(len(CARDS)))
def test_the_drawn_code_says_what_the_card_says(seed):
    code, text = CARDS[seed]
    png = qr.qr_png(text, dots_per_module=DOTS_AT_300_DPI)
    seen = read(Image.open(io.BytesIO(png)))
    assert seen == text
    assert decode(parse_scanned(seen, HOST).digits, KEYS, HOST) == code


@pytest.mark.parametrize("damage", [blurred, tilted, washed_out, noisy, shadowed, scratched])
def test_a_bad_picture_of_every_code_is_still_read(damage):
    unread = [seed for seed, (_, text) in enumerate(CARDS) if read(damage(drawn(text), seed)) != text]
    assert unread == []


def test_a_small_camera_picture_is_read_at_the_first_try_nine_times_in_ten():
    """A camera gets 20 tries a second, so one frame lost in ten goes unnoticed (card-format.md: 95 %)."""
    good = sum(read(camera_of_185_pixels(drawn(text), seed)) == text for seed, (_, text) in enumerate(CARDS))
    assert good >= 27


def test_the_test_pictures_are_bad_enough_to_matter():
    """The control: what is worse than this is lost, so the pictures above are near the edge."""
    _, text = CARDS[0]
    assert read(drawn(text).filter(ImageFilter.GaussianBlur(DOTS_AT_300_DPI * 1.5))) is None
    assert read(with_noise(drawn(text), 0, 160)) is None
    assert (
        read(drawn(text).resize((53, 53), Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(0.7))) is None
    )


def test_a_cards_code_is_version_7_with_a_white_border_of_four():
    _, text = CARDS[1]
    assert len(qr.matrix(text)) == 45
    picture = drawn(text)
    assert picture.size == (53 * DOTS_AT_300_DPI,) * 2
    inner = (4 * DOTS_AT_300_DPI,) * 2 + (49 * DOTS_AT_300_DPI,) * 2
    assert ImageChops.invert(picture).getbbox() == inner


@pytest.mark.parametrize("dots", [1, 6, 7, 12])
def test_the_png_has_exact_dots_and_only_black_and_white(dots):
    _, text = CARDS[0]
    picture = Image.open(io.BytesIO(qr.qr_png(text, dots_per_module=dots)))
    assert picture.mode == "1"
    assert picture.size == (53 * dots,) * 2
    once = qr.qr_image(text, dots_per_module=1)
    assert picture.resize((53, 53), Image.Resampling.NEAREST).tobytes() == once.tobytes()


def test_a_module_without_a_dot_cannot_be_drawn():
    with pytest.raises(ValueError):
        qr.qr_png("x", dots_per_module=0)


def modules_of(svg: str) -> set[tuple[int, int]]:
    """The dark modules that the path paints, read by a small path reader of our own."""
    dark, x, y = set(), 0, 0
    path = ElementTree.fromstring(svg).findall("{http://www.w3.org/2000/svg}path")[1].get("d")
    for dx, dy, run in re.findall(r"[mM](-?\d+) (-?\d+)h(\d+)v1h-\3z", path):
        x, y = x + int(dx), y + int(dy)
        dark |= {(x + i, y) for i in range(int(run))}
    assert re.fullmatch(r"(?:[mM]-?\d+ -?\d+h\d+v1h-\d+z)+", path)
    return dark


@pytest.mark.parametrize("seed", range(4))
def test_the_svg_paints_the_same_modules_as_the_matrix(seed):
    _, text = CARDS[seed]
    rows = qr.matrix(text)
    wanted = {(x + 4, y + 4) for y, row in enumerate(rows) for x, module in enumerate(row) if module}
    assert modules_of(qr.qr_svg(text)) == wanted


@pytest.mark.parametrize("seed", range(2))
def test_the_svg_is_small_and_says_its_colours_itself(seed):
    svg = qr.qr_svg(CARDS[seed][1])
    assert len(svg.encode()) <= 8 * 1024
    assert 'fill="#fff"' in svg
    assert 'fill="#000"' in svg
    assert "style" not in svg
    assert "currentColor" not in svg


def test_the_svg_has_a_name_for_screen_readers_when_it_gets_one():
    named = ElementTree.fromstring(qr.qr_svg("x", label='“A & B” <"c">'))
    assert named.get("role") == "img"
    assert named.get("aria-label") == '“A & B” <"c">'
    assert ElementTree.fromstring(qr.qr_svg("x")).get("aria-hidden") == "true"


@pytest.mark.parametrize("seed", range(4))
def test_the_svg_on_a_pdf_page_is_read(seed):
    """Printed by WeasyPrint at the size it has on the card, looked at by PDFium at 200 dpi."""
    weasyprint = pytest.importorskip("weasyprint")
    _, text = CARDS[seed]
    page = (
        f"<style>@page{{size:85.6mm 54mm;margin:0}}svg{{width:26.9mm;margin:10mm}}</style>{qr.qr_svg(text)}"
    )
    pdf = pypdfium2.PdfDocument(weasyprint.HTML(string=page).write_pdf())
    assert read(pdf[0].render(scale=200 / 72).to_pil()) == text


@pytest.mark.browser
def test_the_svg_in_a_browser_is_read_at_every_size_it_is_shown_at(page):
    """At 45 mm on a phone (170 css pixels), larger, on a high-density screen or not, in dark mode."""
    page.emulate_media(color_scheme="dark", forced_colors="none")
    for seed, width in enumerate((170, 203, 260, 330)):
        _, text = CARDS[seed]
        page.set_content(
            f'<body style="background:#000"><div style="width:{width}px">{qr.qr_svg(text)}</div>'
        )
        shot = page.locator("svg").screenshot()
        assert read(Image.open(io.BytesIO(shot))) == text
