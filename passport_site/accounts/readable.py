"""Turns what the rooms hold (dictionaries for JSON) into sections that a person can read."""

from __future__ import annotations

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
    """One section per room: its title, rows of (key, value), and below them groups of such rows.

    A list of dictionaries becomes one group with an entry for each; dictionaries deeper inside are laid
    out flat.
    """
    return [{"title": title_of(label), **_laid_out(data)} for label, data in held.items()]


def _laid_out(data: dict[str, Any]) -> dict[str, Any]:
    rows, groups = [], []
    for key, value in data.items():
        if isinstance(value, dict):
            groups.append({"title": str(key), "entries": [_flat(value)]})
        elif isinstance(value, (list, tuple)) and any(isinstance(one, dict) for one in value):
            groups.append({"title": str(key), "entries": [_flat(one) for one in value]})
        else:
            rows.append(_row(str(key), value))
    return {"rows": rows, "groups": groups}


def _flat(data: Any, before: str = "") -> list[dict[str, str]]:
    """The rows of one entry; what is nested deeper gets the outer name in front."""
    if not isinstance(data, dict):
        return [_row(before, data)]
    rows = []
    for key, value in data.items():
        name = f"{before}, {key}" if before else str(key)
        if isinstance(value, dict):
            rows += _flat(value, name)
        elif isinstance(value, (list, tuple)) and any(isinstance(one, dict) for one in value):
            for number, one in enumerate(value, start=1):
                rows += _flat(one, f"{name} {number}" if len(value) > 1 else name)
        else:
            rows.append(_row(name, value))
    return rows


def _row(key: str, value: Any) -> dict[str, str]:
    return {"key": key, "value": text_of(value)}


def text_of(value: Any) -> str:
    """One value in words and in the reader's language."""
    if value is None or value == "" or value == [] or value == ():
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, (list, tuple)):
        return ", ".join(text_of(one) for one in value)
    return str(value)
