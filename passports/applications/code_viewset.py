"""GP and school codes in the CMS: who may hand them out, from when until when, and how often each was used."""

from __future__ import annotations

import secrets

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from passport_site.core.cms_tables import DayColumn

from .domain import references
from .evidence_code import EvidenceCode


def _edit_address(row: EvidenceCode) -> str:
    return reverse("evidence_codes:edit", args=[row.pk])


class AddCodeView(generic.CreateView):
    """With a code that nobody guesses already in the field; a place that has one printed types its own."""

    def get_initial(self):
        return {**super().get_initial(), "code": references.new_evidence_code(secrets.SystemRandom())}


class EvidenceCodeViewSet(ModelViewSet):
    """Officers add, change and end codes; nobody deletes one, or what was sent with it would look unknown."""

    model = EvidenceCode
    name = "evidence_codes"
    url_prefix = "evidence-codes"
    icon = "key"
    menu_label = _("Codes")
    menu_order = 115
    add_to_admin_menu = True
    copy_view_enabled = False
    add_view_class = AddCodeView
    list_filter = ["kind"]
    search_fields = ["issuer_en", "issuer_cy", "code", "plain"]
    list_display = [
        TitleColumn("issuer", label=_("Place"), sort_key="issuer_en", get_url=_edit_address),
        Column("get_kind_display", label=_("Kind of place"), sort_key="kind"),
        "code",
        DayColumn("active_from", label=_("Good from"), sort_key="active_from"),
        DayColumn("active_until", label=_("Good until"), sort_key="active_until"),
        Column("uses", label=_("Applications"), sort_key="uses"),
    ]
    panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("issuer_en"), FieldPanel("issuer_cy")]), FieldPanel("kind")],
            heading=_("The place"),
        ),
        FieldPanel("code"),
        FieldRowPanel([FieldPanel("active_from"), FieldPanel("active_until")], heading=_("When it is good")),
    ]
