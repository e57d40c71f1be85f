"""What the pages' forms share: answers from and to the draft, lines for the check page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core.forms import Form
from passport_site.scheme.models import Scheme

from ..domain.answers import ANSWER_FIELDS
from ..models import Application


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
