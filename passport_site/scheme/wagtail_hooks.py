"""Registers this room's screens in the CMS, and our few words on how its lists look."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from .viewsets import AreaViewSet


@hooks.register("register_admin_viewset")
def register_viewsets():
    return AreaViewSet()


@hooks.register("insert_global_admin_css")
def style_lists():
    return format_html('<link rel="stylesheet" href="{}">', static("css/cms-lists.css"))
