"""What the pages' forms share: words that are cleaned kindly, answers from and to the draft, lines for
the check page.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core.forms import Form
from passport_site.scheme.domain import normalise_postcode
from passport_site.scheme.models import Scheme

from ..domain.answers import ANSWER_FIELDS
from ..models import Application

ODD_SIGNS = _("There is a sign in here that we cannot read. Type it again without copying.")
TOO_LONG = _("Use %(most)s characters or fewer")
POSTCODE = _("Enter a postcode, like LS1 4AP")


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


class StepForm(Form):
    """One page of the application. Fields named like the application's are filled from it and saved to it."""

    title: Any = ""
    """The page's heading when no single field is it."""
    intro: Any = ""

    def __init__(self, *args: Any, application: Application, scheme: Scheme, **kwargs: Any) -> None:
        self.application, self.scheme = application, scheme
        self.young = (
            application.is_young_on(timezone.localdate(), scheme.adult_age) or application.for_someone_else
        )
        self.theirs = application.for_someone_else
        fields = [name for name in self.base_fields if hasattr(application, name)]
        kwargs.setdefault("initial", {name: getattr(application, name) for name in fields})
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Adapts words and fields to who fills it in and for whom."""

    def answers(self) -> dict[str, Any]:
        """What is saved: the cleaned fields that the application has."""
        return {name: value for name, value in self.cleaned_data.items() if hasattr(self.application, name)}

    @property
    def is_complete(self) -> bool:
        """Nothing became needed since it was answered (an address after somebody said that they have no
        e-mail).
        """
        needed = [name for name, field in self.fields.items() if field.required and name in ANSWER_FIELDS]
        return all(getattr(self.application, name) not in ("", None) for name in needed)

    def lines(self) -> list[tuple[Any, Any]]:
        """What the check page shows of this page: (question, answer) pairs. Empty answers show as a dash."""
        return [(field.label, self.shown(name)) for name, field in self.fields.items()]

    def shown(self, name: str) -> Any:
        """One stored answer in words, as the page offered it to whoever fills it in."""
        value = getattr(self.application, name, "")
        offered = dict(getattr(self.fields.get(name), "choices", ()))
        if value in offered:
            return offered[value]
        display = getattr(self.application, f"get_{name}_display", None)
        return display() if display else value

    def drop(self, *names: str) -> None:
        for name in names:
            self.fields.pop(name, None)

    def label(self, name: str, label: Any, help_text: Any = None) -> None:
        self.fields[name].label = label
        if help_text is not None:
            self.fields[name].help_text = help_text


def one_of(choices: Any, **kwargs: Any) -> forms.ChoiceField:
    """Radio buttons, nothing chosen for the person."""
    kwargs.setdefault("error_messages", {"required": _("Choose one answer")})
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **kwargs)
