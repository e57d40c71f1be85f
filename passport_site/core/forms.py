"""How forms look and behave: the renderer, a base form, error lists and the date in three boxes.

The renderer only decides what ``{{ form }}`` and ``{{ form.field.as_field_group }}`` print
(templates/components/field.html); widgets keep Django's own markup, because the CMS uses the same renderer
and must stay Wagtail.
"""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorList as DjangoErrorList
from django.utils import translation
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from .errors import RuleBroken


class Renderer(TemplatesSetting):
    """Label, hint and error linked to the field; choices in a fieldset. See docs/components.md."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"


class ErrorList(DjangoErrorList):
    """Errors as paragraphs with a hidden “Error:” before each, so that they are heard as well as seen."""

    template_name = "components/errors.html"


PLAIN_WORDS: list[tuple[type[forms.Field], dict[str, Any]]] = [
    (forms.BooleanField, {"required": _("Tick the box to go on")}),
    (
        forms.FileField,
        {"required": _("Choose a file"), "empty": _("This file is empty. Choose another one.")},
    ),
    (
        forms.MultipleChoiceField,
        {"required": _("Choose at least one answer"), "invalid_choice": _("Choose from the list")},
    ),
    (forms.ChoiceField, {"required": _("Choose an answer"), "invalid_choice": _("Choose from the list")}),
    (
        forms.ModelChoiceField,
        {"required": _("Choose an answer"), "invalid_choice": _("Choose from the list")},
    ),
    (
        forms.EmailField,
        {
            "required": _("Enter an e-mail address"),
            "invalid": _("Enter an e-mail address, like name@post.example"),
        },
    ),
    (forms.IntegerField, {"required": _("Enter a number"), "invalid": _("Enter a whole number, like 12")}),
    (forms.CharField, {"required": _("Write an answer")}),
]
"""What a field says when its form gave no words of its own: what to do. The first match counts."""


def _plain_words(field: forms.Field) -> None:
    """Replaces Django's own sentences by ours and leaves those that the form wrote."""
    for kind, words in PLAIN_WORDS:
        if isinstance(field, kind):
            for code, sentence in words.items():
                if code not in field.error_messages or id(field.error_messages[code]) in DJANGO_WORDS:
                    field.error_messages[code] = sentence
            return


DJANGO_WORDS = {
    id(message)  # by identity: lazy sentences change with the language
    for kind in (forms.Field, *(kind for kind, _words in PLAIN_WORDS))
    for base in kind.__mro__
    for message in getattr(base, "default_error_messages", {}).values()
}


class FormMixin:
    """What our forms share. Mixed into `Form` and `ModelForm` below.

    ``heading`` names the field whose label is the page's h1 (one thing per page).
    ``mark_optional`` writes “(optional)” after the label of each field that may stay empty.
    Browser validation is off, so that every mistake arrives in the error summary in our words.
    """

    heading: str = ""
    mark_optional: bool = True
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        kwargs.setdefault("error_class", ErrorList)
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _plain_words(field)

    def add_broken_rule(self, broken: RuleBroken) -> None:
        """Shows a service's refusal beside the field it names, or at the top of the page."""
        self.add_error(broken.field if broken.field in self.fields else None, str(broken))


class Form(FormMixin, forms.Form):
    """The form that our pages start from."""


class ModelForm(FormMixin, forms.ModelForm):
    """The same for a model. Name each field in Meta: never ``"__all__"``."""


def focus_id(field: forms.BoundField) -> str:
    """The id of the input that an error link jumps to: the first choice or box where a field has several."""
    widget = field.field.widget
    several = isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.MultiWidget))
    return f"{field.auto_id}_0" if several else field.auto_id


class DateBoxes(forms.MultiWidget):
    """Day, month and year in three boxes; posts ``<name>_day``, ``<name>_month`` and ``<name>_year``."""

    template_name = "components/widgets/date_boxes.html"
    use_fieldset = True

    def __init__(self, *, birthday: bool = False) -> None:
        def box(part: str) -> forms.TextInput:
            attrs = {"inputmode": "numeric", "maxlength": "12"}
            if birthday:
                attrs["autocomplete"] = f"bday-{part}"
            return forms.TextInput(attrs)

        super().__init__({part: box(part) for part in ("day", "month", "year")})

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        for part, label in zip(
            context["widget"]["subwidgets"], (_("Day"), _("Month"), _("Year")), strict=True
        ):
            part["label"] = label
        return context

    def decompress(self, value: datetime.date | None) -> list:
        return [value.day, value.month, value.year] if value else [None, None, None]


class DateBoxesField(forms.Field):
    """A date typed into three boxes. The month may be a number or a name. Says which part is missing.

    ``earliest`` and ``latest`` are callables returning a date, because “today” moves.
    """

    default_error_messages = {
        "required": _("Enter a date, like 27 3 1980"),
        "missing": _("The date must include a %(part)s"),
        "unreal": _("This must be a real date, like 27 3 1980"),
        "early": _("This date is too long ago. Check the year."),
        "late": _("This date is in the future. Check the year."),
    }

    def __init__(
        self, *, birthday: bool = False, earliest: Any = None, latest: Any = None, **kwargs: Any
    ) -> None:
        kwargs.setdefault("widget", DateBoxes(birthday=birthday))
        self.earliest, self.latest = earliest, latest
        super().__init__(**kwargs)

    def has_changed(self, initial: datetime.date | None, data: list | None) -> bool:
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True

    def to_python(self, value: Any) -> datetime.date | None:
        if value is None or isinstance(value, datetime.date):
            return value
        day, month, year = (str(part or "").strip() for part in value)
        if not (day or month or year):
            return None
        for text, part in ((day, _("day")), (month, _("month")), (year, _("year"))):
            if not text:
                raise ValidationError(self.error_messages["missing"], code="missing", params={"part": part})
        try:
            return datetime.date(_number(year), _month(month), _number(day))
        except (ValueError, OverflowError):
            raise ValidationError(self.error_messages["unreal"], code="unreal") from None

    def validate(self, value: datetime.date | None) -> None:
        super().validate(value)
        if value is None:
            return
        if value.year < 1900 or (self.earliest and value < self.earliest()):
            raise ValidationError(self.error_messages["early"], code="early")
        if self.latest and value > self.latest():
            raise ValidationError(self.error_messages["late"], code="late")


def _number(text: str) -> int:
    """Digits only, and few of them: ``int`` would take “+1”, “1_0” and a million digits."""
    if not (text.isdecimal() and len(text) <= 4):
        raise ValueError(text)
    return int(text)


def _month(text: str) -> int:
    """A month as a number, or by the start of its name in the reader's language or in English."""
    if text.isdecimal():
        return _number(text)
    start = text.casefold()
    for language in (translation.get_language() or "en", "en"):
        with translation.override(language):
            found = [number for number, name in MONTHS.items() if str(name).casefold().startswith(start)]
        if len(start) >= 3 and len(found) == 1:
            return found[0]
    raise ValueError(text)
