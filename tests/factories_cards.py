"""Passports and cards for tests: made through the services, so that they look as they do in life."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from passport_site.core.storage import private_storage, unguessable
from passports.cards import services
from passports.cards.models import Card, Passport
from tests.factories import AreaFactory, UserFactory

SYSTEM = "system:test"


def photo_name(colour: str = "#c88e66") -> str:
    """The name of a small photo in the private storage."""
    out = BytesIO()
    Image.new("RGB", (640, 640), colour).save(out, "JPEG")
    return private_storage().save(unguessable("photos", "jpg"), ContentFile(out.getvalue()))


def issued(*, user: Any = None, photo: bool = False, by: Any = SYSTEM, **facts: Any) -> Card:
    """A passport’s first card, as `issue_passport` makes it."""
    user = UserFactory(language=facts.get("language", "en")) if user is None else user
    given = {
        "first_name": "Rhian",
        "last_name": "Ashdown",
        "date_of_birth": date(1968, 5, 4),
        "kind": "adult",
        "language": "en",
        "email": user.email if user else "",
        "phone": "07700 900 123",
        "address": "12 Tanner’s Row\nArlenford",
        "postcode": "AJ1 1PM",
    } | facts
    given.setdefault("area", AreaFactory())
    passport = services.issue_passport(
        user=user or None, photo_name=photo_name() if photo else "", by=by, **given
    )
    return passport.cards.get()


def run_out(card: Card, days_ago: int = 1) -> None:
    """Makes the card’s last day that many days ago, as if time had passed."""
    last = timezone.localdate() - timedelta(days=days_ago)
    Passport.objects.filter(pk=card.passport_id).update(
        valid_from=last - timedelta(days=700), valid_until=last
    )
    Card.objects.filter(pk=card.pk).update(expires_on=last)
    card.refresh_from_db()
    card.passport.refresh_from_db()
