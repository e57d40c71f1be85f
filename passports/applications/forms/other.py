"""Small forms around the application: save and come back, the adult's answer, optional equality questions."""

from __future__ import annotations

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core.fields import EmailWords, Words
from passport_site.core.forms import DateBoxesField, Form

from .. import choices
from .base import one_of


class SaveForm(Form):
    heading = ""
    email = EmailWords(
        label=_("E-mail address"),
        help_text=_("We send a link. Open it on any device, sign in with a code, and go on where you were."),
        error_messages={
            "required": _("Enter your e-mail address"),
            "invalid": _("Enter an e-mail address, like name@mail.example"),
        },
    )


class ResumeForm(Form):
    code = Words(
        label=_("Your code"),
        max_length=40,
        help_text=_("16 letters and digits, like 7K2M-9QXA-3HC8-VD40"),
        widget=forms.TextInput(
            {"class": "w-12", "autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
        error_messages={"required": _("Enter your code")},
    )
    date_of_birth = DateBoxesField(
        label=_("Date of birth"), required=False, latest=timezone.localdate,
        help_text=_("The one in the application. Leave it empty if you had not come that far."),
    )  # fmt: skip
    mark_optional = False


class TokenForm(Form):
    token = forms.CharField(
        label=_("The code from our e-mail"),
        max_length=80,
        help_text=_("It stands below the link."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}),
        error_messages={"required": _("Enter the code from our e-mail")},
    )


class EqualityForm(Form):
    """All optional; nothing chosen beforehand. “I would rather not say” is the same as leaving it."""

    sex = one_of(choices.Sex.choices, label=_("What is your sex?"), required=False)
    age_band = one_of(choices.EqualityAge.choices, label=_("How old are you?"), required=False)
    ethnic_group = one_of(
        choices.EthnicGroup.choices, label=_("Which ethnic group do you feel you belong to?"), required=False
    )
    disability = one_of(
        choices.Disability.choices,
        label=_(
            "Do you have an illness or disability yourself that has lasted, or will last, a year or more?"
        ),
        required=False,
    )
    mark_optional = False
