"""Registers this room's screens in the CMS."""

from wagtail import hooks

from .viewsets import BusinessViewSet, CategoryViewSet


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [BusinessViewSet(), CategoryViewSet()]
