"""What every public page has in common: it may be cached, it knows its language, it can be shown in the
CMS's frame."""

from __future__ import annotations

from typing import Any

from csp.constants import SELF
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

from directory.pages.cache import mark_public


class PublicPage(Page):
    """A page for everybody. Subclasses give `summary_text`, one sentence for search engines and shared
    links."""

    class Meta:
        abstract = True

    @property
    def summary_text(self) -> str:
        """One sentence about the page."""
        return self.search_description

    @property
    def borrowed(self) -> bool:
        """Whether this address shows another language's page, because nobody has translated it yet (an
        alias)."""
        return self.alias_of_id is not None

    @property
    def words_language(self) -> str:
        """The language that the page's own words are in, which differs from the address's for a
        borrowed page."""
        source = self.alias_of if self.borrowed else self
        return source.locale.language_code

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["public_page"] = settings.SESSION_COOKIE_NAME not in request.COOKIES
        context["borrowed"] = self.borrowed
        context["words_language"] = self.words_language
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return mark_public(super().serve(request, *args, **kwargs))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Our own pages forbid framing; the CMS shows its preview in a frame of the same site."""
        response = super().serve_preview(request, mode_name)
        response["X-Frame-Options"] = "SAMEORIGIN"
        response._csp_update = {"frame-ancestors": [SELF]}
        response._csp_replace = {"frame-ancestors": [SELF]}
        return response

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Borrowed pages are left out: they say nothing that the page they show does not say."""
        return [] if self.borrowed else super().get_sitemap_urls(request)
