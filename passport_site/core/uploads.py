"""Files from strangers: photos and evidence. Checked before decoding, re-encoded, nothing of the original
is kept.

Quality bar 10, ASVS 5.2 and 5.4. Size, first bytes, format and pixels are checked from the header alone;
only then the one decoder that fits is asked to open it. What comes out is a new picture (JPEG) or an
image-only PDF, so EXIF, GPS, comments, scripts, hidden archives and second formats in the same file are
gone.
"""

from __future__ import annotations

import io
import subprocess
import sys
import warnings
from pathlib import Path
from typing import IO, Any

import pillow_heif
from django.core.files.base import ContentFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from .errors import RuleBroken

pillow_heif.register_heif_opener(thumbnails=False)

MAX_BYTES = 15 * 1024 * 1024
MAX_PIXELS = 25_000_000
MAX_SIDE = 20_000
PHOTO_SIDE = 640
PHOTO_LEAST = 150
EVIDENCE_SIDE = 2400
MAX_PAGES = 10
PDF_SECONDS = 40
PDF_PAGES = Path(__file__).with_name("pdf_pages.py")
JPEG, PDF = "image/jpeg", "application/pdf"
HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}

TOO_BIG = _("This file is larger than 15 MB. Choose a smaller one, or take a new photo.")
EMPTY = _("This file is empty. Choose another one.")
NOT_PICTURE = _("We cannot use this kind of file. Choose a photo: JPEG, PNG, WebP or HEIC.")
NOT_EVIDENCE = _("We cannot use this kind of file. Choose a photo (JPEG, PNG, WebP or HEIC) or a PDF.")
TOO_MANY_PIXELS = _("This picture is too large for us. Choose one with at most 25 million pixels.")
BROKEN = _("We cannot open this file. It may be damaged. Choose another one, or take a new photo.")
TOO_SMALL = _("This photo is too small to see your face. Choose a larger one.")
LOCKED = _("This PDF is locked with a password. Save it without one, or take photos of the pages.")
TOO_MANY_PAGES = _(
    "This PDF has more than 10 pages. Send only the pages that matter, or take photos of them."
)


def clean_photo(uploaded: Any, *, position: float | None = None) -> ContentFile:
    """A new square JPEG of at most 640 px, straightened and cropped.

    `position` says where along the longer side the square lies, 0 for the left or upper end to 1. Without
    it the square is cut from the middle and a little up, where faces are.
    """
    picture = _open(_bytes_of(uploaded), NOT_PICTURE, allow_pdf=False)
    width, height = picture.size
    side = min(width, height)
    if side < PHOTO_LEAST:
        raise RuleBroken(TOO_SMALL, code="too_small")
    left = int((width - side) * (0.5 if position is None else position))
    top = int((height - side) * (0.3 if position is None else position))
    picture = picture.crop((left, top, left + side, top + side))
    if side > PHOTO_SIDE:
        picture = picture.resize((PHOTO_SIDE, PHOTO_SIDE), Image.Resampling.LANCZOS)
    return ContentFile(_jpeg(picture, quality=88), name="photo.jpg")


def clean_evidence(uploaded: Any) -> tuple[ContentFile, str]:
    """A new JPEG of at most 2400 px a side, or a PDF of pictures of at most 10 pages; and its content
    type.
    """
    raw = _bytes_of(uploaded)
    if _kind_of(raw) == "PDF":
        return ContentFile(_flat_pdf(raw), name="evidence.pdf"), PDF
    picture = _open(raw, NOT_EVIDENCE, allow_pdf=True)
    picture.thumbnail((EVIDENCE_SIDE, EVIDENCE_SIDE), Image.Resampling.LANCZOS)
    return ContentFile(_jpeg(picture, quality=85), name="evidence.jpg"), JPEG


def turned(stored: IO[bytes], quarters: int = 1) -> ContentFile:
    """A photo of ours turned clockwise by quarters of a circle."""
    with Image.open(stored, formats=["JPEG"]) as picture:
        picture.load()
        return ContentFile(_jpeg(picture.rotate(-90 * quarters, expand=True), quality=88), name="photo.jpg")


def _bytes_of(uploaded: Any) -> bytes:
    """All of it, never more than the limit, whatever the browser said about the size."""
    uploaded.seek(0)
    raw = uploaded.read(MAX_BYTES + 1)
    if not raw:
        raise RuleBroken(EMPTY, code="empty")
    if len(raw) > MAX_BYTES:
        raise RuleBroken(TOO_BIG, code="too_big")
    return raw


def _kind_of(raw: bytes) -> str | None:
    """The format by its first bytes; the name and the declared type count for nothing."""
    if raw.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "WEBP"
    if raw[4:8] == b"ftyp" and raw[8:12] in HEIF_BRANDS:
        return "HEIF"
    return "PDF" if raw.startswith(b"%PDF-") else None


def _open(raw: bytes, refusal: Promise, *, allow_pdf: bool) -> Image.Image:
    """The picture upright, in RGB on white, as new pixels. RuleBroken with a plain sentence when it
    cannot be.
    """
    kind = _kind_of(raw)
    if kind is None or (kind == "PDF" and not allow_pdf):
        raise RuleBroken(refusal, code="wrong_kind")
    ImageFile.LOAD_TRUNCATED_IMAGES = (
        False  # WeasyPrint turns it on for the whole process when it is imported
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit below is lower
            picture = Image.open(io.BytesIO(raw), formats=[kind])
            width, height = picture.size
            if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
                raise RuleBroken(TOO_MANY_PIXELS, code="too_many_pixels")
            if kind == "JPEG":
                picture.draft(
                    "RGB", (EVIDENCE_SIDE, EVIDENCE_SIDE)
                )  # decodes large ones at half or quarter size
            picture.load()
            upright = ImageOps.exif_transpose(picture)
    except RuleBroken:
        raise
    except Image.DecompressionBombError:
        raise RuleBroken(TOO_MANY_PIXELS, code="too_many_pixels") from None
    except UnidentifiedImageError:
        raise RuleBroken(BROKEN, code="broken") from None
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        IndexError,
        KeyError,
        TypeError,
        RuntimeError,
        MemoryError,
        OverflowError,
    ):
        # what Pillow's and libheif's decoders raise for damaged files
        raise RuleBroken(BROKEN, code="broken") from None
    return _on_white(upright)


def _on_white(picture: Image.Image) -> Image.Image:
    """New pixels that carry no metadata of the file they come from."""
    clean = Image.new("RGB", picture.size, "white")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        clean.paste(picture, mask=picture.getchannel("A"))
    else:
        clean.paste(picture.convert("RGB"))
    return clean


def _jpeg(picture: Image.Image, *, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _flat_pdf(raw: bytes) -> bytes:
    """The pages as pictures in a new PDF, drawn by another process: a crash, a bomb or an endless page
    stops there.
    """
    try:
        done = subprocess.run(  # noqa: S603 – our own module, fixed arguments
            [sys.executable, "-I", str(PDF_PAGES), str(MAX_PAGES)],
            input=raw, capture_output=True, timeout=PDF_SECONDS, check=False, env={"PATH": "/usr/bin:/bin"},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise RuleBroken(BROKEN, code="broken") from None
    if done.returncode == 0 and done.stdout.startswith(b"%PDF-"):
        return done.stdout
    reasons = {3: (LOCKED, "locked"), 4: (TOO_MANY_PAGES, "too_many_pages")}
    sentence, code = reasons.get(done.returncode, (BROKEN, "broken"))
    raise RuleBroken(sentence, code=code)
