"""Where our own links lead: a view of another room when it exists, otherwise a page under the
language's home."""

from __future__ import annotations

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

PLACES: dict[str, tuple[str, str]] = {
    "apply": ("applications:start", ""),
    "card": ("cards:card", ""),
    "join": ("members:join", "businesses/"),
    "offers": ("", "offers/"),
    "guidance": ("", "guidance/"),
    "businesses": ("", "businesses/"),
    "professionals": ("", "professionals/"),
    "contact": ("", "contact/"),
}
"""Name → (a view, the path under home when that view does not exist)."""

ADDRESS_CHOICES = [
    ("apply", _("Apply for a card")),
    ("offers", _("Find offers")),
    ("guidance", _("Guidance")),
    ("businesses", _("For shops and businesses")),
    ("professionals", _("For professionals")),
    ("contact", _("Contact us")),
]


def home_path(language: str | None = None) -> str:
    """`/` in English, `/cy/` in Welsh; the reader's language when none is named."""
    language = (language or get_language() or settings.LANGUAGE_CODE)[:2]
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"


def address_of(place: str) -> str:
    """The address of a place in the reader's language. KeyError for a place that is not in the list."""
    name, path = PLACES[place]
    if name:
        try:
            return reverse(name)
        except NoReverseMatch:
            pass
    return f"{home_path()}{path}"
