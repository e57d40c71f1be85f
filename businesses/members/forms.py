"""Forms of this room."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .api_key import SCOPES
from .domain.staff import StaffMode
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


class NewKeyForm(forms.Form):
    """A key for a till system: what it is for, where, what it may do, how long."""

    name = forms.CharField(
        label=_("Name of the key"),
        max_length=60,
        error_messages={"required": _("Give the key a name, like “Till system”")},
        help_text=_("So that you know later which system has it, like “Till system”."),
    )
    branch = forms.ModelChoiceField(
        Branch.objects.none(), label=_("Branch"), empty_label=_("All branches"), required=False
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        choices=list(SCOPES.items()),
        initial=["check", "redeem", "void"],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing that the key may do")},
    )
    days = forms.ChoiceField(
        label=_("Works for"),
        choices=[("365", _("1 year")), ("730", _("2 years")), ("0", _("Until it is stopped"))],
        initial="365",
    )

    def __init__(self, *args, business: Business, **kwargs):
        super().__init__(*args, **kwargs)
        self.business = business
        self.fields["branch"].queryset = business.branches.all()


class RotateKeyForm(forms.Form):
    """How long the secret before goes on working beside the new one."""

    old_days = forms.ChoiceField(
        label=_("The old key still works for"),
        choices=[("7", _("7 days")), ("1", _("1 day")), ("30", _("30 days")), ("0", _("Not at all"))],
        initial="7",
    )


class StaffModeForm(forms.Form):
    """Whether the tills ask who serves."""

    mode = forms.ChoiceField(
        label=_("When a use is recorded, does the till ask who is serving?"),
        choices=StaffMode.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of these")},
    )


class NewStaffForm(forms.Form):
    """Initials, and a PIN if they have chosen one themselves."""

    initials = forms.CharField(
        label=_("Initials"),
        max_length=12,
        error_messages={"required": _("Type 1 to 4 letters, like RH")},
        help_text=_("1 to 4 letters, like RH. We need no name."),
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    pin = forms.CharField(
        label=_("PIN"),
        max_length=12,
        required=False,
        help_text=_("4 to 6 digits. Leave it empty and we make one."),
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, *args, business: Business, **kwargs):
        super().__init__(*args, **kwargs)
        self.business = business
        if business.staff_mode != StaffMode.PIN:
            del self.fields["pin"]
