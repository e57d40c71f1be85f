"""Which period."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .figures import Period
from .periods import last_quarter, last_twelve_months, quarter_of


class PeriodForm(forms.Form):
    """A named period, or two days. Anything senseless falls back to the last twelve months, with a sentence."""

    period = forms.ChoiceField(
        label=_("Period"),
        choices=[
            ("year", _("Last twelve months")),
            ("quarter", _("This quarter")),
            ("last_quarter", _("Last quarter")),
            ("own", _("From and to, below")),
        ],
        required=False,
    )
    first = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=_("To"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def clean(self):
        data = super().clean()
        first, last = data.get("first"), data.get("last")
        if data.get("period") == "own":
            if not first or not last:
                self.add_error("period", _("Enter both days"))
            elif first > last:
                self.add_error("last", _("The second day must not be before the first"))
            elif (last - first).days > 366 * 6:
                self.add_error("first", _("Choose at most six years"))
        return data

    def chosen(self, today: date | None = None) -> Period:
        """The period asked for; the last twelve months when the form is not good."""
        today = today or timezone.localdate()
        data = self.cleaned_data if self.is_bound and self.is_valid() else {}
        named = {"quarter": quarter_of, "last_quarter": last_quarter}.get(data.get("period", ""))
        if named:
            return Period(*named(today))
        if data.get("period") == "own":
            return Period(data["first"], data["last"])
        return Period(*last_twelve_months(today))
