"""Registers this room's screens in the CMS."""

from wagtail import hooks

from .viewsets import PassportViewSet


@hooks.register("register_admin_viewset")
def register_viewsets():
    return PassportViewSet()
