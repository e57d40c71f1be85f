"""A business's page. Without a published one, a business is not public anywhere."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from businesses.members.public import ACTIVE
from directory.pages.addresses import address_of
from directory.pages.blocks import business_blocks
from directory.pages.listing import business_details
from directory.pages.querysets import BusinessPageQuerySet
from passport_site.core.privacy import Keep

from .base import PublicPage


class BusinessPageForm(WagtailAdminPageForm):
    """Refuses a second page for the same business in the same language."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        business = data.get("business")
        if business:
            parent_locale = self.parent_page.locale_id if self.parent_page else self.instance.locale_id
            others = BusinessPage.objects.filter(business=business, locale_id=parent_locale).exclude(
                pk=self.instance.pk
            )
            if others.exists():
                self.add_error(
                    "business", ValidationError(_("This business has a page already. Edit that one."))
                )
        return data


class BusinessPage(PublicPage):
    """What the public reads about one business: its words, its branches and its live offers."""

    business = models.ForeignKey(
        "members.Business",
        null=True,  # a page goes through the tree, never by cascade; signals.business_goes takes it away
        on_delete=models.SET_NULL,
        related_name="pages",
        verbose_name=_("business"),
        help_text=_("Offers, branches, telephone and website come from here, not from this page."),
    )
    intro = models.CharField(
        _("in one sentence"),
        max_length=200,
        blank=True,
        help_text=_("What it is. Shown below the name and in the list."),
    )
    welcome = models.TextField(
        _("a word to carers"),
        max_length=500,
        blank=True,
        help_text=_("In the business’s own words: what makes it easy to come."),
    )
    body = StreamField(business_blocks(), blank=True, verbose_name=_("more about it"))
    logo = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
    )
    picture = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )
    picture_alt = models.CharField(
        _("what the picture shows"), max_length=160, blank=True, help_text=_("For people who cannot see it.")
    )
    # Written by services.index only: everything that the business can be found by, folded; and its name
    # for the order.
    search_text = models.TextField(editable=False, default="", blank=True)
    sort_name = models.CharField(max_length=255, editable=False, default="", blank=True, db_index=True)

    objects = PageManager.from_queryset(BusinessPageQuerySet)()

    template = "pages/business.html"
    parent_page_types = ["pages.DirectoryPage"]
    subpage_types: list[str] = []
    base_form_class = BusinessPageForm
    page_description = _("Puts a business into the directory")

    content_panels = [
        FieldPanel("title", heading=_("Name of the business")),
        FieldPanel("business"),
        FieldPanel("intro"),
        FieldPanel("welcome"),
        MultiFieldPanel(
            [FieldPanel("logo"), FieldPanel("picture"), FieldPanel("picture_alt")],
            heading=_("Pictures (if there are any)"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [*PublicPage.search_fields, index.SearchField("intro"), index.FilterField("business_id")]

    class Meta:
        verbose_name = _("business page")
        verbose_name_plural = _("business pages")

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("intro", "welcome", "body", "picture_alt", "search_text", "sort_name")
        keep = Keep("as long as the business takes part", job="members.businesses")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.intro

    def clean(self) -> None:
        super().clean()
        if self.picture_id and not self.picture_alt.strip():
            raise ValidationError({"picture_alt": _("Say in a few words what the picture shows")})

    @property
    def of_active_business(self) -> bool:
        """Whether the business takes part."""
        return self.business is not None and self.business.status == ACTIVE

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """404 when the business has left or paused, whatever the page says."""
        if not self.of_active_business:
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        audience = request.GET.get("for", "")
        details = business_details(self.business_id, timezone.localdate(), audience)
        context["details"] = details
        context["one_phone"] = self.business.phone in {branch.phone for branch in details.branches}
        context["directory_address"] = address_of("offers")
        context["card_address"] = address_of("card")
        return context

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        return super().get_sitemap_urls(request) if self.of_active_business else []
