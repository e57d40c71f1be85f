"""Forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from passport_site.core.forms import Form

BIGGEST = 2 * 1024 * 1024
"""Bytes of a list: some 100,000 codes."""


class CodesForm(Form):
    """A list of codes, pasted or as a file. Gives its text as `cleaned_data["text"]`."""

    mark_optional = False
    pasted = forms.CharField(
        label=_("Codes, one on each line"),
        required=False,
        max_length=BIGGEST,
        widget=forms.Textarea({"rows": 8, "spellcheck": "false", "autocapitalize": "off"}),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("A CSV or text file with the codes in the first column."),
        widget=forms.FileInput({"accept": ".csv,.txt,text/csv,text/plain"}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        file = data.get("file")
        if file is not None:
            data["text"] = self._text_of(file)
        elif data.get("pasted", "").strip():
            data["text"] = data["pasted"]
        elif not self.errors:
            self.add_error("pasted", _("Paste the codes or choose a file"))
        return data

    def _text_of(self, file: Any) -> str:
        if file.size > BIGGEST:
            self.add_error("file", _("This file is too big. Split it: 2 MB at most."))
            return ""
        try:
            return file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            self.add_error("file", _("This is no text file. Save your list as CSV and choose that."))
            return ""
