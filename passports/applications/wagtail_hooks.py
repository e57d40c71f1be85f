"""Registers this room's screens in the CMS."""

from wagtail import hooks

from .code_viewset import EvidenceCodeViewSet
from .panels import ApplicationsPanel
from .viewsets import ApplicationViewSet


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [ApplicationViewSet(), EvidenceCodeViewSet()]


@hooks.register("construct_homepage_panels")
def add_panel(request, panels):
    if request.user.has_perm("applications.view_application"):
        panels.append(ApplicationsPanel())
