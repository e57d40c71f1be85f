"""Answers public pages from the page cache before any session, user or database is touched."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from . import cache


class PublicPages:
    """Outside the session middleware. Keeps only what a view marked with `mark_public`, and only what
    sets no cookie.

    A public page never varies: its language is in the address (ADR 0003) and its header is the same for
    everybody who has no session. People with a session get a page made for them, for their own browser only.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not cache.may_be_kept(request):
            return self._not_kept(self.get_response(request))
        key, kept = cache.look_up(request)
        if kept is None:
            response = self.get_response(request)
            if not self._is_public(response):
                return self._not_kept(response)
            kept = cache.to_keep(response)
            if request.method == "GET":
                cache.keep(key, kept)
        return self._answer(request, kept)

    @staticmethod
    def _is_public(response: HttpResponse) -> bool:
        return (
            getattr(response, "public_page", False) and response.status_code == 200 and not response.cookies
        )

    def _not_kept(self, response: HttpResponse) -> HttpResponse:
        if getattr(response, "public_page", False) and not response.has_header("Cache-Control"):
            response["Cache-Control"] = cache.OWN_CACHE_CONTROL
        return response

    @staticmethod
    def _answer(request: HttpRequest, kept: cache.Kept) -> HttpResponse:
        response = HttpResponse(kept.content, headers=dict(kept.headers))
        response["Cache-Control"] = cache.CACHE_CONTROL
        response["ETag"] = kept.etag
        return get_conditional_response(request, etag=kept.etag, response=response)
