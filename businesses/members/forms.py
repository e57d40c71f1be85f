"""Forms of this room."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Branch, Business


class InviteTillForm(forms.Form):
    """A till's name and where it stands. Offers the business's own branches only."""

    branch = forms.ModelChoiceField(Branch.objects.none(), label=_("Branch"), empty_label=None)
    name = forms.CharField(
        label=_("Name of the till"),
        max_length=60,
        error_messages={"required": _("Give the till a name, like “Counter 1”")},
        help_text=_("So that everybody knows which one it is, like “Counter 1”."),
    )

    def __init__(self, *args, business: Business, **kwargs):
        super().__init__(*args, **kwargs)
        self.business = business
        self.fields["branch"].queryset = business.branches.all()
