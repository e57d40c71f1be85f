"""The JSON under /api/v1/. Each address carries its access mark; one without fails here at start."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, include, path, reverse

from .api import api

ACCESS = {
    "openapi-json": "public",
    "api-root": "public",
    "check": "public",
    "trust": "public",
    "redeem": "till",
    "void": "till",
}
"""Public: `check` tells strangers only whether a card is good; `trust` holds keys and bits, no person."""


def root(request: HttpRequest) -> HttpResponse:
    """The library wants this address to have a name; it leads to the description of the API."""
    return HttpResponseRedirect(reverse("till_api:openapi-json"))


_patterns: list[URLPattern] = [
    path("", root, name="api-root") if pattern.name == "api-root" else pattern for pattern in api.urls[0]
]
for _pattern in _patterns:
    _pattern.callback.access = ACCESS[_pattern.name]

urlpatterns: list[URLPattern | URLResolver] = [path("", include((_patterns, "till_api")))]
