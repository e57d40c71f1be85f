"""Registers the figures in the CMS: two addresses and a menu item that hides itself (pattern 16)."""

from __future__ import annotations

from django.urls import include, path, re_path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .views import ExportView, FiguresView
from .visits_views import TakeView, VisitsFileView


class FiguresMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return request.user.has_perm("reports.view_reports")


@hooks.register("register_admin_urls")
def register_urls():
    urls = [
        path("", FiguresView.as_view(), name="figures"),
        path("visits/take/", TakeView.as_view(), name="take_visits"),
        path(
            "visits/<int:partner>/<int:year>-<int:month>.json", VisitsFileView.as_view(), name="visits_file"
        ),
        re_path(r"^(?P<name>[a-z-]+)\.(?P<kind>csv|xlsx)$", ExportView.as_view(), name="export"),
    ]
    return [path("figures/", include((urls, "reports"), namespace="reports"))]


@hooks.register("register_reports_menu_item")
def register_menu_item():
    return FiguresMenuItem(_("Figures"), reverse("reports:figures"), icon_name="table", order=10)
