"""Standard pages: privacy, accessibility, contact and the like."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from directory.pages.blocks import reading_blocks
from directory.pages.blocks.pictures import DRAWINGS
from passport_site.core.privacy import Keep

from .base import PublicPage
from .guidance import contents_of


class StandardPage(PublicPage):
    """A page that every site has. The footer finds these by their short names (privacy, accessibility,
    contact, …)."""

    summary = models.CharField(
        _("in one sentence"), max_length=160, blank=True, help_text=_("Shown below the title.")
    )
    picture = models.CharField(_("drawing"), max_length=20, choices=DRAWINGS, blank=True)
    body = StreamField(reading_blocks(), verbose_name=_("text"))

    template = "pages/standard.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    page_description = _("Privacy, accessibility, contact and the like")

    content_panels = [FieldPanel("title"), FieldPanel("summary"), FieldPanel("picture"), FieldPanel("body")]
    search_fields = [*PublicPage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("summary", "picture", "body")
        keep = Keep("as long as the scheme runs")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.summary

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["contents"] = contents_of(self.body)
        return context
