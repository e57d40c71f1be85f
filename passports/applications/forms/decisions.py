"""What an assessor types. Shown in the CMS with Wagtail's own fields."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ..choices import RefusalReason


class AskForMoreForm(forms.Form):
    words = forms.CharField(
        label=_("What do you need from them?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("They read this in the mail, word for word."),
        error_messages={"required": _("Write what you need from the carer")},
    )


class RefuseForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", _("Choose a reason")), *RefusalReason.choices],
        error_messages={"required": _("Choose a reason")},
    )
    words = forms.CharField(
        label=_("A few words to them"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kind and exact. The mail adds how to ask for a second look."),
        error_messages={
            "required": _("Write a few words to the carer, so that the reason makes sense to them")
        },
    )


class AddPhotoForm(forms.Form):
    photo = forms.FileField(label=_("Photo"), error_messages={"required": _("Choose a photo")})
