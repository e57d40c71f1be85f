"""Businesses in the CMS: the list, the form with its branches, and the tills of each."""

from __future__ import annotations

import django_filters
from django.db.models import Count, Q
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from passport_site.scheme.models import Area

from .cms_keys import KeysView
from .cms_staff import StaffView
from .cms_views import TillsView
from .models import Business, BusinessStatus, Category


class BusinessFilterSet(WagtailFilterSet):
    area = django_filters.ModelChoiceFilter(
        field_name="branches__area", queryset=Area.objects.all(), label=_("Area"), distinct=True
    )

    class Meta:
        model = Business
        fields = ["status", "category", "area"]


class BusinessIndexView(generic.IndexView):
    """One query for the rows: category and counts come with them."""

    def get_base_queryset(self):
        live = Q(
            branches__devices__revoked_at__isnull=True,
            branches__devices__isnull=False,
            branches__devices__api_key__isnull=True,
        )
        return (
            super()
            .get_base_queryset()
            .select_related("category")
            .annotate(
                branch_count=Count("branches", distinct=True),
                till_count=Count("branches__devices", filter=live, distinct=True),
            )
        )


class BusinessEditView(generic.EditView):
    @property
    def header_buttons(self):
        return [
            HeaderButton(
                _("Tills"),
                url=reverse("businesses:tills", args=[self.object.pk]),
                icon_name="mobile-alt",
                priority=10,
            ),
            HeaderButton(
                _("Keys of till systems"),
                url=reverse("businesses:keys", args=[self.object.pk]),
                icon_name="key",
                priority=20,
            ),
            HeaderButton(
                _("Staff at the till"),
                url=reverse("businesses:staff", args=[self.object.pk]),
                icon_name="group",
                priority=30,
            ),
        ]


class BusinessViewSet(ModelViewSet):
    """Only commissioners have these permissions (accounts/roles.py). Nobody deletes: a business leaves instead."""

    model = Business
    name = "businesses"
    url_prefix = "businesses"
    icon = "site"
    menu_label = _("Businesses")
    menu_order = 210
    add_to_admin_menu = True
    index_view_class = BusinessIndexView
    edit_view_class = BusinessEditView
    copy_view_enabled = False
    filterset_class = BusinessFilterSet
    search_fields = ["name", "email", "branches__town", "branches__postcode"]
    list_display = [
        "name",
        "category",
        Column("branch_count", label=_("Branches"), sort_key="branch_count"),
        Column("till_count", label=_("Tills"), sort_key="till_count"),
        StatusTagColumn(
            "get_status_display", label=_("Status"), primary=lambda row: row.status == BusinessStatus.ACTIVE
        ),
    ]
    list_per_page = 50
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("slug", help_text=_("Part of the web address. Small letters and hyphens.")),
                FieldRowPanel([FieldPanel("category"), FieldPanel("status")]),
            ],
            heading=_("The business"),
        ),
        MultiFieldPanel(
            [FieldPanel("website"), FieldRowPanel([FieldPanel("email"), FieldPanel("phone")])],
            heading=_("How to reach it"),
        ),
        FieldPanel("shop_word", heading=_("Chosen word for its tills")),
        InlinePanel(
            "branches",
            heading=_("Branches"),
            label=_("Branch"),
            min_num=1,
            panels=[
                FieldRowPanel([FieldPanel("name"), FieldPanel("area")]),
                FieldRowPanel([FieldPanel("address"), FieldPanel("town")]),
                FieldRowPanel([FieldPanel("postcode"), FieldPanel("phone")]),
            ],
        ),
    ]

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("tills/<int:pk>/", TillsView.as_view(), name="tills"),
            path("keys/<int:pk>/", KeysView.as_view(), name="keys"),
            path("staff/<int:pk>/", StaffView.as_view(), name="staff"),
        ]


class CategoryViewSet(ModelViewSet):
    model = Category
    name = "categories"
    url_prefix = "categories"
    icon = "tag"
    menu_label = _("Categories")
    menu_order = 230
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = ["name_en", "name_cy", "slug", "position"]
    form_fields = ["name_en", "name_cy", "slug", "icon", "position"]
