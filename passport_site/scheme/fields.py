"""A postcode as people write it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from passport_site.core.fields import Words

from .domain import normalise_postcode

POSTCODE = _("Enter a postcode, like LS1 4AP")


class PostcodeField(Words):
    """A UK postcode in any writing; stored as `AJ1 2XY`."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"class": "w-8", "autocapitalize": "characters", "spellcheck": "false"}
        attrs["autocomplete"] = kwargs.pop("autocomplete", "postal-code")
        kwargs.setdefault("error_messages", {"required": POSTCODE})
        super().__init__(widget=forms.TextInput(attrs), **kwargs)

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if not typed:
            return ""
        normal = normalise_postcode(typed)
        if normal is None:
            raise ValidationError(POSTCODE, code="invalid")
        return normal
