"""What an officer types about a card. Shown in the CMS with Wagtail's own fields."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from passport_site.core.fields import PhoneField, Words
from passport_site.core.forms import Form
from passport_site.scheme.fields import PostcodeField


class WhyForm(forms.Form):
    """A reason for the history. The carer does not read it."""

    why = forms.CharField(
        label=_("Why?"),
        max_length=200,
        help_text=_("It stays in the history. The carer does not see it."),
        error_messages={"required": _("Write why. It stays in the history.")},
    )


class NoteForm(forms.Form):
    """A note that may stay empty."""

    why = forms.CharField(label=_("Note"), max_length=200, required=False)


class PhotoForm(forms.Form):
    photo = forms.FileField(label=_("Photo"), error_messages={"required": _("Choose a photo")})


class ContactForm(Form):
    """Where the carer lives and is called."""

    address = Words(
        label=_("Postal address"),
        lines=True,
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 4, "autocomplete": "street-address"}),
        help_text=_("House and street, town. Without the postcode."),
    )
    postcode = PostcodeField(label=_("Postcode"), max_length=10)
    phone = PhoneField(label=_("Telephone"), required=False)
