"""The directory: every business with a published page and something to give, searchable."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from directory.pages.addresses import address_of
from directory.pages.listing import listing
from passport_site.core.privacy import Keep

from .base import PublicPage
from .business import BusinessPage


class DirectoryPage(PublicPage):
    """Where carers look for offers. Businesses' pages are its children."""

    intro = models.TextField(
        _("introduction"), max_length=300, blank=True, help_text=_("Above the search. Keep it short.")
    )

    template = "pages/directory.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.BusinessPage"]
    max_count = 1
    page_description = _("The list of businesses with its search")

    content_panels = [FieldPanel("title"), FieldPanel("intro")]

    class Meta:
        verbose_name = _("directory")
        verbose_name_plural = _("directories")

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
        pages = BusinessPage.objects.child_of(self).public_now()
        context["listing"] = listing(pages, request.GET, timezone.localdate())
        context["businesses_address"] = address_of("businesses")
        return context
