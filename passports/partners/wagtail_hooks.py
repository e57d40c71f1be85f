"""Registers this room's screens in the CMS."""

from wagtail import hooks

from .viewsets import PartnerViewSet


@hooks.register("register_admin_viewset")
def register_viewsets():
    return PartnerViewSet()
