"""Columns for lists in the CMS that several rooms have."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column


class DayColumn(Column):
    """A day as it is said, “3 May 2027”; Wagtail’s own column says “2 years ago”. A dash without one."""

    def get_value(self, instance: Any) -> str:
        day = super().get_value(instance)
        return date_format(day, "j M Y") if day else "–"
