"""Forms of the till."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from passport_site.core.forms import Form


class CodeForm(Form):
    """A typed card number, or whatever a scanner types into the field."""

    code = forms.CharField(
        label=_("Card number"),
        help_text=_(
            "The 9 letters and digits under the code, like 7K3M-9QXA-T. A barcode scanner can type here too."
        ),
        max_length=1000,
        error_messages={
            "required": _("Type the number on the card, like 7K3M-9QXA-T"),
            "max_length": _("This is too long for a card number. Scan or type it again."),
        },
        widget=forms.TextInput(
            {
                "class": "code-input",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )


class UseForm(forms.Form):
    """What the button under an offer sends. All hidden, so a mistake in it is never the cashier’s."""

    code = forms.CharField(max_length=1000)
    offer = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    key = forms.RegexField(r"^[\x21-\x7e]{1,80}$")
    seen = forms.CharField(max_length=400, required=False)


class EnrolForm(Form):
    """The one-time code of an invitation."""

    code = forms.CharField(
        label=_("Set-up code"),
        help_text=_("From the invitation: 26 letters and digits. Spaces and dashes do not matter."),
        max_length=120,
        error_messages={"required": _("Type the set-up code from the invitation")},
        widget=forms.TextInput({"class": "code-input", "autocomplete": "off", "spellcheck": "false"}),
    )
