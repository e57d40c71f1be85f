"""Other schemes in the CMS: the list. Nobody deletes one: its uses are counted by it."""

from __future__ import annotations

from typing import Any

from django.urls import path, re_path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from passport_site.core.cms_tables import DayColumn

from .cms_views import ActionView, AddView, PartnerView, state
from .domain.states import State
from .models import PartnerScheme
from .ours import ours

VERBS = "refresh|forget|resume|suspend|terms|key"


class PartnerListView(generic.IndexView):
    """All of them, and our own key for those who want to trust us."""

    any_permission_required = ["view"]
    template_name = "partners/cms/index.html"

    def get_base_queryset(self):
        return super().get_base_queryset().defer("document")

    def get_list_more_buttons(self, instance):
        return []

    def get_add_url(self) -> None:
        """Wagtail’s own add screen is not mounted."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(*args, **kwargs), "ours": ours()}

    @cached_property
    def header_buttons(self) -> list[Any]:
        if not self.request.user.has_perm("partners.trust_partner"):
            return []
        return [HeaderButton(label=_("Trust another scheme"), url=reverse("partners:add"), icon_name="plus")]


class PartnerViewSet(ModelViewSet):
    """The list and our own screens: Wagtail's edit, copy and delete are not mounted."""

    model = PartnerScheme
    name = "partners"
    url_prefix = "partners"
    icon = "globe"
    menu_label = _("Other schemes")
    menu_order = 240
    add_to_admin_menu = True
    add_to_reference_index = False
    index_view_class = PartnerListView
    copy_view_enabled = False
    exclude_form_fields = ["document"]
    list_display = [
        TitleColumn(
            "name",
            label=_("Scheme"),
            sort_key="name_en",
            get_url=lambda row: reverse("partners:inspect", args=[row.pk]),
        ),
        Column("host", label=_("Address"), sort_key="host"),
        StatusTagColumn(
            "state",
            label=_("Status"),
            accessor=lambda row: state(row).label,
            primary=lambda row: state(row) == State.TAKEN,
        ),
        DayColumn("trusted_from", label=_("From"), sort_key="trusted_from"),
        DayColumn("trusted_until", label=_("Until"), sort_key="trusted_until"),
    ]

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("add/", AddView.as_view(), name="add"),
            path("<int:pk>/", PartnerView.as_view(), name="inspect"),
            re_path(rf"^(?P<pk>\d+)/(?P<verb>{VERBS})/$", ActionView.as_view(), name="action"),
        ]
