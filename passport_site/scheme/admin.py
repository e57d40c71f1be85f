"""How the scheme's settings are laid out in the CMS. Imported by the model; knows nothing of it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface


class SchemeForm(WagtailAdminModelForm):
    """Evidence as tick boxes instead of JSON, colours with the browser's picker."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        from .models import EvidenceKind

        if "evidence_kinds" in self.fields:
            self.fields["evidence_kinds"] = forms.MultipleChoiceField(
                label=_("Evidence we take"),
                choices=EvidenceKind.choices,
                widget=forms.CheckboxSelectMultiple,
                required=False,
                help_text=_("Carers choose one of these. Without a tick all are offered."),
            )
        for name in ("main_colour", "accent_colour"):
            if name in self.fields:
                self.fields[name].widget = forms.TextInput(attrs={"type": "color"})


edit_handler = TabbedInterface(
    [
        ObjectList(
            [
                FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_cy")]),
                FieldRowPanel([FieldPanel("council_en"), FieldPanel("council_cy")]),
                FieldPanel("logo"),
                FieldRowPanel([FieldPanel("main_colour"), FieldPanel("accent_colour")]),
            ],
            heading=_("Names and look"),
        ),
        ObjectList(
            [
                FieldPanel("territory"),
                MultiFieldPanel(
                    [FieldPanel("elsewhere_en"), FieldPanel("elsewhere_cy")], heading=_("Outside our area")
                ),
                FieldRowPanel([FieldPanel("validity_months"), FieldPanel("decision_days")]),
                FieldPanel("evidence_kinds"),
                FieldRowPanel([FieldPanel("youngest_age"), FieldPanel("alone_age"), FieldPanel("adult_age")]),
            ],
            heading=_("Rules"),
        ),
        ObjectList(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("emergency_phone")]),
                FieldPanel("email"),
                FieldPanel("post_address_en"),
                FieldPanel("post_address_cy"),
            ],
            heading=_("How to reach us"),
        ),
        ObjectList([FieldPanel("till_shows_photo")], heading=_("At the till")),
    ],
    base_form_class=SchemeForm,
)
