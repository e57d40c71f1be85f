"""Forms of the till."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from businesses.members.models import Branch
from businesses.offers.models import How, Offer
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


class PinForm(Form):
    """The PIN of whoever was tapped."""

    pin = forms.CharField(
        label=_("PIN"),
        error_messages={"required": _("Type the PIN")},
        max_length=6,
        widget=forms.PasswordInput(
            {
                "class": "code-input",
                "inputmode": "numeric",
                "autocomplete": "off",
                "autofocus": True,
                "data-focus": True,
            }
        ),
    )

    def __init__(self, *args, initials: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pin"].label = now("PIN of %(initials)s") % {"initials": initials}


class OwnUseForm(Form):
    """“I am at the till now”: at which branch, where there are several, and what the page knew of earlier uses."""

    branch = forms.ModelChoiceField(
        Branch.objects.none(),
        label=_("Which shop are you in?"),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the shop that you are in")},
    )
    after = forms.IntegerField(min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)

    def __init__(self, *args, offer: Offer, **kwargs):
        super().__init__(*args, **kwargs)
        branches = offer.business.branches.order_by("pk")
        if offer.how == How.CODE or branches.count() < 2:
            del self.fields["branch"]
        else:
            self.fields["branch"].queryset = branches


class EnrolForm(Form):
    """The one-time code of an invitation."""

    code = forms.CharField(
        label=_("Set-up code"),
        help_text=_("From the invitation: 26 letters and digits. Spaces and dashes do not matter."),
        max_length=120,
        error_messages={"required": _("Type the set-up code from the invitation")},
        widget=forms.TextInput({"class": "code-input", "autocomplete": "off", "spellcheck": "false"}),
    )
