"""What an officer types about another scheme."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core.forms import Form
from passport_site.scheme.models import Area


def _day(**kwargs: Any) -> forms.DateField:
    return forms.DateField(
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("This must be a real date"), "required": _("Choose a day")},
        **kwargs,
    )


def in_two_years() -> date:
    """What is offered as the last day: long enough to forget, so an end is set."""
    today = timezone.localdate()
    return today.replace(year=today.year + 2, day=min(today.day, 28))


class TermsForm(Form):
    """What it is called, and when and where its cards are taken."""

    name_en = forms.CharField(
        label=_("Name in English"),
        max_length=80,
        help_text=_("As cashiers will read it, like “Northshire Carer Passport”."),
        error_messages={"required": _("Write what the scheme is called")},
    )
    name_cy = forms.CharField(label=_("Name in Welsh"), max_length=80, required=False)
    trusted_from = _day(label=_("First day"), initial=timezone.localdate)
    trusted_until = _day(
        label=_("Last day"), initial=in_two_years, help_text=_("You can choose a later day at any time.")
    )
    areas = forms.ModelMultipleChoiceField(
        Area.objects.all(),
        label=_("Areas"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Where their cards are taken. Choose none for all areas."),
    )


class KeyForm(Form):
    """A key and its fingerprint, which come two different ways."""

    root_key = forms.CharField(
        label=_("Their root key"),
        max_length=80,
        help_text=_("They can copy it from this screen in their own system, and e-mail it to you."),
        error_messages={"required": _("Paste their root key")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    fingerprint = forms.CharField(
        label=_("Fingerprint, as they read it to you over the phone"),
        max_length=60,
        help_text=_(
            "Call them on a number that you know. Type what you hear: 8 groups of 4. Never copy it from the e-mail."
        ),
        error_messages={"required": _("Call them, and type the fingerprint that they read to you")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class TrustForm(KeyForm, TermsForm):
    """Another scheme, for the first time."""

    host = forms.CharField(
        label=_("Address of their card server"),
        max_length=200,
        help_text=_("It stands in the code on their cards, like card.example.gov.uk."),
        error_messages={"required": _("Enter the address of their card server")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "url"}),
    )

    field_order = (
        "name_en", "name_cy", "host", "root_key", "fingerprint", "trusted_from", "trusted_until", "areas",
    )  # fmt: skip


class SuspendForm(forms.Form):
    """Why, for colleagues."""

    why = forms.CharField(
        label=_("Why?"),
        max_length=200,
        help_text=_("For your colleagues. Name no person."),
        error_messages={"required": _("Write why. It stays in the record.")},
    )
