"""Which period."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from businesses.redemptions.public import first_of, last_closed

from .periods import Period, last_month, last_quarter, last_twelve_months, whole_months

EARLIEST = 2000
AHEAD = 366
"""Days. Beyond the year 9999 there is no first day of the next month."""


class PeriodForm(forms.Form):
    """A named period, or months of one's own. Anything senseless falls back to the last twelve months, with a
    sentence.

    All periods are whole closed months (periods.py): the named ones end with the newest, own ones are cut there.
    """

    period = forms.ChoiceField(
        label=_("Period"),
        choices=[
            ("year", _("Last twelve months")),
            ("last_quarter", _("Last quarter")),
            ("last_month", _("Last month")),
            ("own", _("From and to, below")),
        ],
        required=False,
    )
    first = forms.DateField(
        label=_("From"),
        required=False,
        help_text=_("Figures are for whole months: from the first day of this month."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    last = forms.DateField(
        label=_("To"),
        required=False,
        help_text=_("To the last day of this month, or to the last closed month."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def clean(self):
        data = super().clean()
        first, last = data.get("first"), data.get("last")
        today = timezone.localdate()
        if data.get("period") == "own":
            if not first or not last:
                self.add_error("period", _("Enter both days"))
            elif first > last:
                self.add_error("last", _("The second day must not be before the first"))
            elif first.year < EARLIEST:
                self.add_error("first", _("Choose a day after 1999"))
            elif last > today + timedelta(days=AHEAD):
                self.add_error("last", _("Choose a day less than a year ahead"))
            elif first_of(first) > last_closed(today):
                self.add_error("first", _("Choose an earlier month. This one is not closed yet"))
            elif (last - first).days > 366 * 6:
                self.add_error("first", _("Choose at most six years"))
        return data

    def chosen(self, today: date | None = None) -> Period:
        """The period asked for; the last twelve months when the form is not good."""
        today = today or timezone.localdate()
        data = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if data.get("period") == "own":
            return whole_months(data["first"], data["last"], today)
        named = {"last_quarter": last_quarter, "last_month": last_month}
        return named.get(data.get("period", ""), last_twelve_months)(today)
