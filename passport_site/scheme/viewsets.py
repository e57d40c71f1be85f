"""Areas in the CMS. The scheme's own settings are registered on the model (Settings → Scheme)."""

from __future__ import annotations

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from .models import Area


class AreaIndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().annotate(sector_count=Count("sectors"))


class AreaViewSet(ModelViewSet):
    """The parts of the territory, each with the postcode sectors that belong to it."""

    model = Area
    name = "areas"
    url_prefix = "areas"
    icon = "globe"
    menu_label = _("Areas")
    menu_order = 205
    add_to_settings_menu = True
    index_view_class = AreaIndexView
    copy_view_enabled = False
    list_display = [
        "name_en",
        "name_cy",
        Column("sector_count", label=_("Postcode sectors"), sort_key="sector_count"),
    ]
    panels = [
        FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_cy")]),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("position")]),
        InlinePanel(
            "sectors",
            heading=_("Postcode sectors"),
            label=_("Sector"),
            help_text=_(
                "A postcode without its last two letters. An address in one of these is inside the territory."
            ),
        ),
    ]
