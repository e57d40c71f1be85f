"""Browsers that a person has signed in with before, known by a signed cookie (OWASP, device cookies).

Limits on sending codes count strangers and known browsers apart: whoever floods an address with requests
slows down strangers, never the person on their own phone. The cookie signs nobody in, and “sign out
everywhere” ends it.
"""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from .models import User

SALT = "accounts.known_devices"
SECONDS = 365 * 24 * 3600


def cookie_name() -> str:
    """With the `__Host-` prefix wherever cookies are secure (ASVS 3.3.3)."""
    return "__Host-known-device" if settings.SESSION_COOKIE_SECURE else "known_device"


def remember(response: HttpResponse, user: User) -> None:
    """Marks this browser as one that the person has signed in with."""
    value = signing.dumps({"user": user.pk, "mark": _mark(user)}, salt=SALT)
    response.set_cookie(
        cookie_name(),
        value,
        max_age=SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def is_known(request: HttpRequest, user: User | None) -> bool:
    """Whether the person has signed in with this browser before, and has not signed out everywhere since."""
    try:
        held = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return False
    return user is not None and held == {"user": user.pk, "mark": _mark(user)}


def _mark(user: User) -> str:
    """Changes with the marker in the password column, as sessions do."""
    return user.get_session_auth_hash()[:16]
