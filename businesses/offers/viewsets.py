"""Offers in the CMS."""

from __future__ import annotations

import django_filters
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from businesses.members.models import Category

from .cms_codes import CodesView
from .models import How, Offer, OfferStatus


class OfferFilterSet(WagtailFilterSet):
    category = django_filters.ModelChoiceFilter(
        field_name="business__category", queryset=Category.objects.all(), label=_("Category")
    )

    class Meta:
        model = Offer
        fields = ["status", "kind", "who", "visitors", "limit_kind", "how", "category"]


class OfferIndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("business")


class OfferEditView(generic.EditView):
    @property
    def header_buttons(self):
        if self.object.how != How.CODE:
            return []
        return [
            HeaderButton(
                _("Codes"), url=reverse("offers:codes", args=[self.object.pk]), icon_name="key", priority=10
            )
        ]


class OfferViewSet(ModelViewSet):
    """Only commissioners have these permissions (accounts/roles.py). Nobody deletes: an offer ends instead."""

    model = Offer
    name = "offers"
    url_prefix = "offers"
    icon = "tag"
    menu_label = _("Offers")
    menu_order = 220
    add_to_admin_menu = True
    index_view_class = OfferIndexView
    edit_view_class = OfferEditView
    filterset_class = OfferFilterSet
    search_fields = ["title_en", "title_cy", "business__name"]
    list_display = [
        "title_en",
        Column("business", label=_("Business"), sort_key="business__name"),
        Column("get_kind_display", label=_("Kind")),
        Column("get_who_display", label=_("For whom")),
        DateColumn("ends_on", label=_("Last day"), sort_key="ends_on"),
        StatusTagColumn(
            "get_status_display", label=_("Status"), primary=lambda row: row.status == OfferStatus.LIVE
        ),
    ]
    list_per_page = 50
    panels = [
        FieldPanel("business"),
        MultiFieldPanel(
            [
                FieldPanel("title_en", help_text=_("What the carer gets, like “10% off food and drink”.")),
                FieldPanel("title_cy"),
                FieldPanel("terms_en"),
                FieldPanel("terms_cy"),
            ],
            heading=_("In words"),
        ),
        MultiFieldPanel([FieldRowPanel([FieldPanel("kind"), FieldPanel("value")])], heading=_("What it is")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("who"), FieldPanel("companion")]),
                FieldPanel("visitors"),
                FieldPanel("tag"),
            ],
            heading=_("For whom"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("limit_kind"), FieldPanel("limit_count")]), FieldPanel("offline")],
            heading=_("How often"),
        ),
        MultiFieldPanel(
            [FieldPanel("how"), FieldRowPanel([FieldPanel("barcode_kind"), FieldPanel("barcode")])],
            heading=_("At a till that cannot scan the card, or online"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]), FieldPanel("status")],
            heading=_("When"),
        ),
    ]

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("codes/<int:pk>/", CodesView.as_view(), name="codes")]
