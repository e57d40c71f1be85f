"""Fields for what people type about themselves: any script, cleaned kindly, and a mistake said in our words."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

ODD_SIGNS = _("There is a sign in here that we cannot read. Type it again without copying.")
TOO_LONG = _("Use %(most)s characters or fewer")


def tidy(text: str, *, lines: bool = False) -> str:
    """One form of each letter (NFC), no line breaks unless `lines`, single spaces. Raises for NUL and
    control signs.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    if any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t" for sign in text):
        raise ValidationError(ODD_SIGNS, code="odd_signs")
    if lines:
        return "\n".join(re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n")).strip()
    return " ".join(text.split())


class Words(forms.CharField):
    """Text as people write it, in any script. Checked before Django's own NUL check, so that the words
    are ours.
    """

    def __init__(self, *, lines: bool = False, **kwargs: Any) -> None:
        self.lines = lines
        if lines:
            kwargs.setdefault("widget", forms.Textarea({"rows": 4}))
        super().__init__(**kwargs)
        self.widget.attrs.pop("maxlength", None)  # a cut-off name is worse than a sentence about it

    def to_python(self, value: Any) -> str:
        return tidy(super().to_python(value) or "", lines=self.lines)

    def run_validators(self, value: str) -> None:
        try:
            super().run_validators(value)
        except ValidationError as problem:
            if any(error.code == "max_length" for error in problem.error_list):
                raise ValidationError(TOO_LONG, code="max_length", params={"most": self.max_length}) from None
            raise


class EmailWords(forms.EmailField):
    """An e-mail address, small letters, with the right keyboard."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 254)
        attrs = {
            "autocomplete": kwargs.pop("autocomplete", "email"),
            "spellcheck": "false",
            "autocapitalize": "none",
        }
        kwargs.setdefault("widget", forms.EmailInput(attrs))
        kwargs.setdefault("error_messages", {"invalid": _("Enter an e-mail address, like name@mail.example")})
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return tidy(super().to_python(value) or "").lower()


class PhoneField(Words):
    """A telephone number as people write it: 7 to 15 digits, spaces, brackets, a plus in front."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {
            "class": "w-12",
            "autocomplete": kwargs.pop("autocomplete", "tel"),
            "inputmode": "tel",
            "type": "tel",
        }
        kwargs.setdefault("max_length", 24)
        super().__init__(widget=forms.TextInput(attrs), **kwargs)

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if typed and not (
            re.fullmatch(r"\+?[\d\s().–-]+", typed) and 7 <= len(re.sub(r"\D", "", typed)) <= 15
        ):
            raise ValidationError(_("Enter a telephone number, like 01632 960 001"), code="invalid")
        return typed
