"""The JSON under /api/v1/. Each address carries its access mark; one without fails here at start."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, include, path, re_path, reverse
from django.views.decorators.csrf import csrf_exempt

from passport_site.accounts.access import public
from passport_site.core.rates import put_headers

from . import api_problems
from .api import api

ACCESS = {
    "openapi-json": "public",
    "api-root": "public",
    "check": "public",
    "trust": "public",
    "trust_schemes": "public",
    "redeem": "till",
    "void": "till",
    "uploads": "till",
}
"""Public: `check` tells strangers only whether a card is good; `trust` holds keys and bits, no person."""


def root(request: HttpRequest) -> HttpResponse:
    """The library wants this address to have a name; it leads to the description of the API."""
    return HttpResponseRedirect(reverse("till_api:openapi-json"))


@public
@csrf_exempt
def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """A machine that mistyped gets a problem, not a page for people."""
    return api_problems.answer(404, "There is no such address. See /api/v1/openapi.json.")


def finished(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view’s answer with the headers about rates; a wrong method as a problem like the others."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == 405:
            allowed = response.headers.get("Allow", "")
            response = api_problems.answer(405, f"Allowed here: {allowed}")
            response["Allow"] = allowed
        rate = getattr(request, "rate", None)
        return put_headers(response, rate) if rate is not None else response

    return wrapper


_patterns: list[URLPattern] = [
    path("", root, name="api-root") if pattern.name == "api-root" else pattern for pattern in api.urls[0]
]
for _pattern in _patterns:
    _pattern.callback = finished(_pattern.callback)
    _pattern.callback.access = ACCESS[_pattern.name]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((_patterns, "till_api"))),
    re_path(r"^(?P<rest>.*)$", nothing_here, name="till_api_nothing"),
]
