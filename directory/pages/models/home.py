"""The home page: an opening and sections that an officer can edit, order and leave out."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from directory.pages.addresses import address_of
from directory.pages.blocks import home_blocks
from directory.pages.blocks.pictures import DRAWINGS
from passport_site.core.privacy import Keep

from .base import PublicPage


class HomePage(PublicPage):
    """The first page of a scheme, one in each language."""

    hero_title = models.CharField(
        _("big words"), max_length=60, help_text=_("The first thing anybody reads.")
    )
    hero_text = models.TextField(
        _("words below them"), max_length=300, help_text=_("What it is, for whom, and that it is free.")
    )
    hero_button = models.CharField(
        _("words on the first button"), max_length=40, help_text=_("It leads to the application.")
    )
    hero_picture = models.CharField(_("drawing"), max_length=20, choices=DRAWINGS, default="tea")
    sections = StreamField(home_blocks(), blank=True, verbose_name=_("sections"))

    template = "pages/home.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["pages.DirectoryPage", "pages.GuidanceIndexPage", "pages.StandardPage"]
    max_count = 1  # made by ensure_site_tree; the other language's home is its translation
    page_description = _("The first page of the site")

    content_panels = [
        FieldPanel("title", help_text=_("For the browser’s tab and search engines.")),
        MultiFieldPanel(
            [
                FieldPanel("hero_title"),
                FieldPanel("hero_text"),
                FieldPanel("hero_button"),
                FieldPanel("hero_picture"),
            ],
            heading=_("Opening"),
        ),
        FieldPanel("sections", help_text=_("Move, change or remove them. Open the preview to see the page.")),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("hero_title", "hero_text", "hero_button", "hero_picture", "sections")
        keep = Keep("as long as the scheme runs")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"apply_address": address_of("apply"), "offers_address": address_of("offers")}

    @property
    def summary_text(self) -> str:
        return self.search_description or self.hero_text
