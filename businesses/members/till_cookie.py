"""The enrolled browser’s cookie: its device token, out of reach of scripts and bound to our host."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .models import Device
from .services import device_for_token

MAX_AGE = 400 * 24 * 60 * 60  # the longest that browsers keep a cookie


def name() -> str:
    """`__Host-till` where cookies are secure: such a cookie can only come from this very host."""
    return "__Host-till" if settings.SESSION_COOKIE_SECURE else "till"


def put(response: HttpResponse, token: str) -> HttpResponse:
    """Gives the browser its token, or gives it another 400 days."""
    response.set_cookie(
        name(),
        token,
        max_age=MAX_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return response


def device_of(request: HttpRequest) -> Device | None:
    """The enrolled device that this browser is, or None for a stranger’s. Looked up once a request."""
    if not hasattr(request, "_till_device"):
        token = request.COOKIES.get(name(), "")
        request._till_device = device_for_token(token) if token else None
    return request._till_device
