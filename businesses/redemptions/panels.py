"""The privacy officer's panel on the CMS's first page: whether somebody may be guessing card numbers."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from wagtail.admin.ui.components import Component

from .alarms import GuessAlarm
from .services.alarming import where_of

SHOWN, DAYS = 5, 30


class GuessingPanel(Component):
    """The newest alarms of the last 30 days and how many there were. At most three queries."""

    name = "guessing"
    template_name = "redemptions/cms/guessing_panel.html"
    order = 60

    def get_context_data(self, parent_context):
        recent = GuessAlarm.objects.filter(day__gt=timezone.localdate() - timedelta(days=DAYS))
        alarms = list(recent[:SHOWN])
        where = where_of(alarms)
        return {
            "alarms": [{"alarm": alarm, "where": where[alarm.source]} for alarm in alarms],
            "more": max(0, recent.count() - SHOWN) if len(alarms) == SHOWN else 0,
        }
