"""Who asks the till API: an enrolled device, or a key of a business that acts for a branch."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.security import HttpBearer

from businesses.members.models import Device
from businesses.members.services import device_for_token
from passport_site.core.rates import ProcessCounter
from passport_site.core.throttle import Limit

from . import api_problems

TILL = ProcessCounter(Limit("till", 1200, 60))
"""Twenty a second for one till: no shop has such a queue, a loop that ran wild has."""


class Token(HttpBearer):
    """The token of an enrolled till device."""

    def __init__(self, scope: str):
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Device | None:
        device = device_for_token(token)
        if device is None:
            return None
        return counted(request, device)


def counted(request: HttpRequest, device: Device) -> Device:
    """Notes for the headers how much this till has left. Raises 429 when it is nothing."""
    request.rate = TILL.take(f"device:{device.pk}")
    if not request.rate:
        raise api_problems.too_many(request.rate.seconds)
    return device


def device_if_any(request: HttpRequest, scope: str) -> Device | None:
    """The device of the token; None without one. A token that is not good is refused, not ignored."""
    if "Authorization" not in request.headers:
        return None
    device = Token(scope)(request)
    if device is None:
        raise api_problems.Problem(401, "Unauthorized")
    return device
