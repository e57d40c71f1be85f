"""What an officer answers beside the carer's questions: how it began, paper at the desk, what was read out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from passport_site.core.fields import Words
from passport_site.core.forms import Form

from ..choices import AssistedHow, Route
from ..models import Application


class BeginForm(Form):
    how = forms.ChoiceField(
        label=_("Where are they?"),
        choices=AssistedHow.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one answer")},
    )
    route = forms.ChoiceField(
        label=_("Who do you talk with?"),
        choices=[
            (Route.ASSISTED.value, _("The carer")),
            (Route.GUARDIAN.value, Route.GUARDIAN.label),
            (Route.PROFESSIONAL.value, Route.PROFESSIONAL.label),
        ],
        widget=forms.RadioSelect,
        initial=Route.ASSISTED.value,
    )
    language = forms.ChoiceField(
        label=_("In which language do we write to them?"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one answer")},
    )


class PaperForm(Form):
    """At a desk: a letter that was shown counts without a copy."""

    paper_seen = Words(
        label=_("Paper that you have seen"),
        required=False,
        max_length=400,
        help_text=_(
            "For example: Carer’s Allowance letter of 3 November, the name is right. Then no copy is needed."
        ),
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class HeardForm(Form):
    """What only the officer can say. Both are ticked for each application anew."""

    read_back = forms.BooleanField(
        label=_("I read each e-mail address back, letter by letter"),
        error_messages={"required": _("Read the address back to them, then tick this")},
    )
    heard = forms.BooleanField(
        label=_("I read out what they agree to, and they gave each answer themselves"),
        error_messages={"required": _("Read it out to them, then tick this")},
    )

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not (application.email or application.guardian_email):
            del self.fields["read_back"]
