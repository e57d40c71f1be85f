"""What the pages of the till share: who asks, and an answer for every trouble."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from businesses.members import till_cookie
from passport_site.accounts.access import till
from passport_site.scheme.models import Scheme

from .. import serving
from . import offline_places, wording

log = logging.getLogger(__name__)

View = Callable[..., HttpResponse]


def page(request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    """A till page; it knows the device, if there is one, and what that needs without a network."""
    device = till_cookie.device_of(request)
    known = {
        "device": device,
        "offline": offline_places.offline() if device else None,
        "serving": serving.who(request, device),
    }
    response = render(request, template, known | context, status=status)
    return serving.put(response, request, device) if device else response


def or_cannot_check(view: View) -> View:
    """Whatever goes wrong inside, the page says “Cannot check”: never yes, and no bare error (bar 27)."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (Http404, PermissionDenied, SuspiciousOperation):
            raise
        except Exception:
            log.exception("The till could not answer %s", request.path)
            return cannot_check(request)

    return wrapper


def of_tills(view: Callable[..., HttpResponse]) -> View:
    """A page of an enrolled till: the view gets its device. Without one the page says how to become a till; whatever goes
    wrong inside, it says “Cannot check”."""

    @till
    @require_http_methods(["GET", "HEAD", "POST"])
    @or_cannot_check
    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        device = till_cookie.device_of(request)
        if device is None:
            was = till_cookie.name() in request.COOKIES
            return page(request, "redemptions/not_enrolled.html", 403, was=was)
        return view(request, device, *args, **kwargs)

    return wrapper


def cannot_check(request: HttpRequest) -> HttpResponse:
    """Shown from what is in memory: the database may be what is missing."""
    context = {
        "result": wording.cannot_check(),
        "device": None,
        "scheme": Scheme(),
        "user": None,
        "messages": None,
    }
    return render(request, "redemptions/cannot_check.html", context, status=503)


def slow_down(request: HttpRequest, seconds: int) -> HttpResponse:
    """Too many guesses."""
    response = page(request, "redemptions/cannot_check.html", 429, result=wording.slow_down())
    response["Retry-After"] = str(seconds)
    return response
