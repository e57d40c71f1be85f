"""Turns what the rooms hold (dictionaries for JSON) into sections that a person can read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def title_of(label: str) -> str:
    """The heading of a room's section."""
    words = {
        "accounts": _("Your account"),
        "applications": _("Your application"),
        "cards": _("Your passport and cards"),
        "redemptions": _("Where your card was used"),
        "members": _("Your business"),
    }
    return words.get(label) or str(apps.get_app_config(label).verbose_name)


def sections(held: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """One section per room: title and rows of (name, text). Lists and dictionaries inside are laid out flat."""
    return [{"title": title_of(label), "rows": list(_rows(data))} for label, data in held.items()]


def _rows(data: Any, before: str = "") -> Iterator[dict[str, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _rows(value, f"{before} – {key}" if before else str(key))
    elif isinstance(data, (list, tuple)):
        for number, value in enumerate(data, start=1):
            yield from _rows(value, f"{before} {number}" if len(data) > 1 else before)
    else:
        yield {"key": before, "value": text_of(data)}


def text_of(value: Any) -> str:
    """One value in words and in the reader's language."""
    if value is None or value == "":
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return str(value)
