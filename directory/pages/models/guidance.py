"""Guidance: an index by topic, and pages made of blocks."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.search import index

from directory.pages.addresses import address_of
from directory.pages.blocks import reading_blocks
from directory.pages.blocks.pictures import DRAWINGS
from passport_site.core.privacy import Keep

from .base import PublicPage


class Topic(models.TextChoices):
    """The groups of the guidance index, in this order."""

    START = "start", _("Starting out")
    MONEY = "money", _("Money and a break")
    DAILY = "daily", _("Day to day")
    CHANGES = "changes", _("When things change")
    SHOPS = "shops", _("For shops and services")
    OTHER = "other", _("More")


class GuidanceIndexPage(PublicPage):
    """All guidance, grouped by topic."""

    intro = models.TextField(_("introduction"), max_length=300, blank=True)

    template = "pages/guidance_index.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.GuidancePage"]
    max_count = 1
    page_description = _("The list of guidance pages")

    content_panels = [FieldPanel("title"), FieldPanel("intro")]

    class Meta:
        verbose_name = _("guidance index")
        verbose_name_plural = _("guidance indexes")

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("intro",)
        keep = Keep("as long as the scheme runs")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.intro

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        pages = list(
            GuidancePage.objects.child_of(self).live().public().select_related("locale").order_by("path")
        )
        groups = [(topic, [page for page in pages if page.topic == topic.value]) for topic in Topic]
        context["groups"] = [(topic, found) for topic, found in groups if found]
        return context


class GuidancePage(PublicPage):
    """One subject, in plain words."""

    summary = models.CharField(
        _("in one sentence"), max_length=160, help_text=_("Shown below the title and in the list.")
    )
    topic = models.CharField(_("topic"), max_length=10, choices=Topic.choices, default=Topic.OTHER)
    picture = models.CharField(_("drawing"), max_length=20, choices=DRAWINGS, blank=True)
    body = StreamField(reading_blocks(), verbose_name=_("text"))
    checked_on = models.DateField(
        _("last checked on"),
        null=True,
        blank=True,
        help_text=_("The day somebody who knows read it last. Shown at its end."),
    )

    template = "pages/guidance.html"
    parent_page_types = ["pages.GuidanceIndexPage"]
    subpage_types: list[str] = []
    page_description = _("One subject, made of headings, text, lists and boxes")

    content_panels = [
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("topic"), FieldPanel("picture")]),
        FieldPanel("body"),
        FieldPanel("checked_on"),
    ]
    search_fields = [*PublicPage.search_fields, index.SearchField("summary"), index.SearchField("body")]

    class Meta:
        verbose_name = _("guidance page")
        verbose_name_plural = _("guidance pages")

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("summary", "topic", "picture", "body", "checked_on")
        keep = Keep("as long as the scheme runs")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.summary

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["contents"] = contents_of(self.body)
        context["index_address"] = address_of("guidance")
        siblings = (
            GuidancePage.objects.sibling_of(self, inclusive=False).live().public().filter(topic=self.topic)
        )
        context["beside"] = list(siblings.select_related("locale").order_by("path")[:4])
        return context


def contents_of(body: Any) -> list[tuple[str, str]]:
    """(anchor, words) of each heading of a text, for “On this page”."""
    return [(slugify(str(block.value)), str(block.value)) for block in body if block.block_type == "heading"]
