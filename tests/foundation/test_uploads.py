"""Photos and evidence from strangers: what is taken comes out new and bare, what is refused is refused in
plain words.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from types import SimpleNamespace

import pillow_heif
import pypdfium2
import pytest
from PIL import Image, ImageFile
from PIL.PngImagePlugin import PngInfo

from passport_site.core import uploads
from passport_site.core.errors import RuleBroken
from tests.factories_applications import picture, upload


def opened(content) -> Image.Image:
    content.seek(0)
    image = Image.open(io.BytesIO(content.read()))
    image.load()
    return image


def heic(size=(800, 600)) -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", size, "#227755")).save(out, quality=60)
    return out.getvalue()


def pdf(pages: int = 2, size=(595, 842)) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _number in range(pages):
        document.new_page(*size)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def png_of(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG whose header claims that size, whatever is in it."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(data))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "raw",
    [picture("JPEG"), picture("PNG"), picture("WEBP"), heic(), picture("JPEG", (3000, 4000))],
    ids=["jpeg", "png", "webp", "heic", "12-megapixels"],
)
def test_each_kind_of_photo_becomes_a_square_jpeg(raw):
    result = opened(uploads.clean_photo(upload(raw)))
    assert result.format == "JPEG"
    assert result.size[0] == result.size[1] <= 640


def test_nothing_of_the_original_file_is_left_in_the_photo():
    # given a photo with a place, a comment and a colour profile
    exif = Image.Exif()
    exif[0x010E] = "planted-description"
    exif.get_ifd(0x8825)[1] = "N"
    raw = picture("JPEG", exif=exif, comment=b"planted-comment", icc_profile=b"planted-profile" * 40)
    assert raw.count(b"planted") > 2
    # when it is cleaned
    stored = uploads.clean_photo(upload(raw)).read()
    # then none of it is there
    assert b"planted" not in stored
    assert b"Exif" not in stored
    assert not opened(io.BytesIO(stored)).getexif()


def test_text_in_a_png_does_not_reach_the_stored_evidence():
    text = PngInfo()
    text.add_text("Comment", "planted")
    content, kind = uploads.clean_evidence(upload(picture("PNG", pnginfo=text)))
    assert kind == "image/jpeg"
    assert b"planted" not in content.read()


@pytest.mark.parametrize(("orientation", "turned_by"), [(1, 0), (3, 180), (6, 90), (8, -90)])
def test_a_photo_is_turned_the_way_the_phone_was_held(orientation, turned_by):
    # given a photo with red above, stored lying as the phone was held, with a note about it
    image = Image.new("RGB", (400, 400), "blue")
    image.paste("red", (0, 0, 400, 200))
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    image.rotate(turned_by).save(out, "JPEG", exif=exif, quality=95)
    # then red is above again
    result = opened(uploads.clean_photo(upload(out.getvalue())))
    assert [result.getpixel((x, 20))[0] > 200 for x in (20, 380)] == [True, True]
    assert [result.getpixel((x, 380))[2] > 200 for x in (20, 380)] == [True, True]


def test_the_photo_is_cut_from_the_upper_middle_where_faces_are():
    image = Image.new("RGB", (400, 1000), "blue")
    image.paste("red", (0, 150, 400, 550))
    out = io.BytesIO()
    image.save(out, "PNG")
    result = opened(uploads.clean_photo(upload(out.getvalue())))
    assert result.getpixel((200, 200))[0] > 200


def test_see_through_parts_become_white():
    out = io.BytesIO()
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(out, "PNG")
    assert min(opened(uploads.clean_photo(upload(out.getvalue()))).getpixel((5, 5))) > 245


@pytest.mark.parametrize("mode", ["L", "P", "LA", "CMYK", "I;16", "1"])
def test_unusual_colours_are_taken(mode):
    out = io.BytesIO()
    Image.new(mode, (300, 300)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    assert opened(uploads.clean_photo(upload(out.getvalue()))).mode == "RGB"


REFUSED = {
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "wrong_kind"),
    "html": (b"<!doctype html><script>alert(1)</script>", "wrong_kind"),
    "html named .jpg": (b"<html><img src=x onerror=alert(1)>", "wrong_kind"),
    "gif": (picture("GIF"), "wrong_kind"),
    "tiff": (picture("TIFF"), "wrong_kind"),
    "zip": (b"PK\x03\x04" + b"0" * 100, "wrong_kind"),
    "program": (b"MZ" + b"\x00" * 200, "wrong_kind"),
    "gif that says it is a script": (b"GIF89a/*" + b"*/=alert(1)//", "wrong_kind"),
    "nothing": (b"", "empty"),
    "zeros": (b"\x00" * 5000, "wrong_kind"),
    "half a jpeg": (picture()[:400], "broken"),
    "half a png": (picture("PNG")[:-100], "broken"),
    "half a heic": (heic()[:300], "broken"),
    "a jpeg's first bytes only": (b"\xff\xd8\xff\xe0" + b"A" * 500, "broken"),
    "an avif in a heif's clothes": (b"\x00\x00\x00\x18ftypmif1" + b"\x00" * 400, "broken"),
    "30 megapixels": (picture("PNG", (6000, 5000)), "too_many_pixels"),
    "a bomb": (png_of(60_000, 60_000, b"\x00" * 1000), "too_many_pixels"),
    "a line": (png_of(24_000, 1, b"\x00" * 100), "too_many_pixels"),
    "a lying header": (png_of(1000, 1000, b"\x00" * 100), "broken"),
    "a stamp": (picture(size=(60, 60)), "too_small"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_photo_is_refused_in_plain_words(name):
    raw, code = REFUSED[name]
    with pytest.raises(RuleBroken) as refusal:
        uploads.clean_photo(upload(raw, name="me.jpg"))
    assert refusal.value.code == code
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("name", [name for name in REFUSED if REFUSED[name][1] != "too_small"])
def test_the_same_files_are_no_evidence_either(name):
    raw, code = REFUSED[name]
    with pytest.raises(RuleBroken) as refusal:
        uploads.clean_evidence(upload(raw, name="letter.pdf", content_type="application/pdf"))
    assert refusal.value.code == code


def test_pixels_are_counted_before_anything_is_decoded(monkeypatch):
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("decoded"))
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda self: pytest.fail("decoded"))
    with pytest.raises(RuleBroken) as refusal:
        uploads.clean_photo(upload(png_of(60_000, 60_000)))
    assert refusal.value.code == "too_many_pixels"


def test_the_size_is_what_is_read_not_what_the_browser_says():
    class Lying(io.BytesIO):
        size = 10

    with pytest.raises(RuleBroken) as refusal:
        uploads.clean_photo(Lying(picture() + b"\x00" * uploads.MAX_BYTES))
    assert refusal.value.code == "too_big"


def test_what_hides_behind_a_picture_is_gone():
    # given a photo with an archive and a page behind it
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as inside:
        inside.writestr("evil.js", "planted")
    raw = picture() + archive.getvalue() + b"<script>planted</script>"
    # when it is cleaned
    stored = uploads.clean_photo(upload(raw)).read()
    # then it is a photo only
    assert b"planted" not in stored
    assert not zipfile.is_zipfile(io.BytesIO(stored))


def test_a_pdf_becomes_pictures_of_its_pages():
    # given a PDF with a script that runs when it is opened
    raw = pdf(2).replace(b"/Type/Catalog", b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Type/Catalog")
    # when it is cleaned
    content, kind = uploads.clean_evidence(upload(raw, name="a.pdf", content_type="application/pdf"))
    stored = content.read()
    # then it has two pages, each one picture, and no script or text
    assert kind == "application/pdf"
    assert b"JavaScript" not in stored
    document = pypdfium2.PdfDocument(stored)
    assert len(document) == 2
    assert document[0].get_textpage().count_chars() == 0
    assert max(document[0].render(scale=1).to_pil().size) < 2000


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (pdf(11), "too_many_pages"),
        (pdf(1)[:200], "broken"),
        (b"%PDF-1.7\n" + b"A" * 2000, "broken"),
        (b"%PDF-1.7\n", "broken"),
    ],
    ids=["11-pages", "cut", "rubbish", "first-line-only"],
)
def test_a_pdf_that_we_cannot_use_is_refused_in_plain_words(raw, code):
    with pytest.raises(RuleBroken) as refusal:
        uploads.clean_evidence(upload(raw, name="a.pdf"))
    assert refusal.value.code == code


def test_a_locked_pdf_says_what_to_do(monkeypatch):
    monkeypatch.setattr(uploads.subprocess, "run", lambda *a, **k: SimpleNamespace(returncode=3, stdout=b""))
    with pytest.raises(RuleBroken, match="without one"):
        uploads.clean_evidence(upload(pdf(1), name="a.pdf"))


def test_a_pdf_that_takes_for_ever_is_stopped(monkeypatch):
    monkeypatch.setattr(uploads, "PDF_SECONDS", 0.001)
    with pytest.raises(RuleBroken) as refusal:
        uploads.clean_evidence(upload(pdf(1), name="a.pdf"))
    assert refusal.value.code == "broken"


@pytest.mark.parametrize("size", [(14_400, 14_400), (1, 14_400), (3, 3)])
def test_a_page_of_any_size_is_drawn_small(size):
    content, _kind = uploads.clean_evidence(upload(pdf(1, size), name="a.pdf"))
    assert content.size < 2_000_000


def test_a_large_letter_stays_readable_and_is_made_smaller():
    content, _kind = uploads.clean_evidence(upload(picture("JPEG", (4000, 3000))))
    assert opened(content).size == (2400, 1800)


def test_a_photo_can_be_turned_by_a_quarter():
    image = Image.new("RGB", (300, 300), "blue")
    image.paste("red", (0, 0, 300, 150))
    out = io.BytesIO()
    image.save(out, "JPEG")
    turned = opened(uploads.turned(io.BytesIO(out.getvalue())))
    assert turned.getpixel((250, 20))[0] > 200
    assert turned.getpixel((20, 20))[2] > 200


def test_a_huge_file_is_not_written_to_disk_and_the_rest_of_the_form_arrives(rf):
    # given a form with a file of 40 MB and a field behind it
    request = rf.post(
        "/apply/photo/", {"upload": upload(b"\xff\xd8\xff" + b"\x00" * 40_000_000), "after": "yes"}
    )
    # then a little more than the limit was kept, enough to know that it is too large
    kept = request.FILES["upload"]
    assert uploads.MAX_BYTES < kept.size <= uploads.MAX_BYTES + 2 * 64 * 1024
    assert request.POST["after"] == "yes"


def test_the_cms_keeps_its_own_limits(rf):
    request = rf.post("/cms/documents/add/", {"file": upload(b"\x00" * 17_000_000)})
    assert request.FILES["file"].size == 17_000_000


@pytest.mark.parametrize(("position", "colour"), [(0.0, "red"), (1.0, "blue"), (None, "red")])
def test_the_square_lies_where_the_carer_moved_it(position, colour):
    image = Image.new("RGB", (300, 900), "blue")
    image.paste("red", (0, 0, 300, 500))
    out = io.BytesIO()
    image.save(out, "PNG")
    red, _green, blue = opened(uploads.clean_photo(upload(out.getvalue()), position=position)).getpixel(
        (150, 150)
    )
    assert ("red" if red > blue else "blue") == colour


def test_a_library_that_accepts_half_pictures_changes_nothing():
    ImageFile.LOAD_TRUNCATED_IMAGES = True  # what importing WeasyPrint does
    buffer = io.BytesIO()
    Image.effect_noise((400, 400), 80).save(buffer, "PNG")
    with pytest.raises(RuleBroken):
        uploads.clean_photo(io.BytesIO(buffer.getvalue()[:-4000]))
