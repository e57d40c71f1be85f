"""The directory's search form. GET only; what it does not know it ignores, so that an old link never
shows an error."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.pages.domain.search import LONGEST_QUERY
from passport_site.core.forms import Form

AUDIENCES = [
    ("", _("Everybody")),
    ("adult", _("Adult carers")),
    ("young", _("Young carers")),
    ("visitor", _("Visitors from other counties")),
]


class SearchForm(Form):
    """What, where, which kind, for whom."""

    mark_optional = False

    q = forms.CharField(
        label=_("What are you looking for?"),
        required=False,
        widget=forms.TextInput({"type": "search", "autocomplete": "off", "maxlength": LONGEST_QUERY}),
    )
    area = forms.ChoiceField(label=_("Where?"), required=False)
    category = forms.ChoiceField(label=_("Which kind?"), required=False)

    def __init__(self, data, *, areas: list, categories: list):
        super().__init__(data)
        self.fields["area"].choices = [("", _("Everywhere")), *((area.slug, area.name) for area in areas)]
        self.fields["category"].choices = [
            ("", _("Every kind")),
            *((row.slug, row.name) for row in categories),
        ]
        self.fields["for"] = forms.ChoiceField(label=_("For whom?"), required=False, choices=AUDIENCES)
