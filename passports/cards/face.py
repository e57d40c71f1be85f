"""The card as it is drawn: what the component, the PDF and the live code need, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from passport_site.core.pattern import pattern_svg
from passport_site.scheme.models import Scheme

from . import qr
from .domain import numbers
from .models import Card
from .services.codes import address_for


@dataclass(frozen=True, slots=True)
class Face:
    """What `{% card_face %}` shows (docs/components.md). A test lists its fields."""

    name: str
    kind: str
    photo_url: str
    number: str
    check_code: str
    expires_on: date
    scheme_name: str
    discreet: bool
    qr_svg: SafeString
    pattern_svg: SafeString
    kind_label: str = ""
    clock: bool = True


def face_of(card: Card, scheme: Scheme, *, photo_url: str = "") -> Face:
    """The face with the static code. Reads `card.passport`; raises KeyProblem when no key can sign."""
    passport, serial = card.passport, bytes.fromhex(card.serial)
    return Face(
        name=passport.name,
        kind=passport.kind,
        photo_url=photo_url,
        number=numbers.display(card.number),
        check_code=numbers.check_code(serial),
        expires_on=card.expires_on,
        scheme_name=scheme.name,
        discreet=passport.discreet,
        qr_svg=code_drawing(address_for(card, live=False)),
        pattern_svg=mark_safe(pattern_svg(serial, kind=passport.kind)),  # noqa: S308 – numbers drawn by us
    )


def code_drawing(address: str) -> SafeString:
    """The QR of an address as a picture with a name."""
    drawing = qr.qr_svg(address, label=_("QR code of your card"))
    return mark_safe(drawing)  # noqa: S308 – drawn by us, the label is escaped
