"""Who asks the till API: an enrolled device, or a key of a business that acts for a branch."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.security import HttpBearer

from businesses.members.models import Device
from businesses.members.services import NoBranch, device_for_bearer
from passport_site.core.rates import ProcessCounter
from passport_site.core.throttle import Limit, network_of

from . import api_problems

SANDBOX = ProcessCounter(Limit("sandbox", 120, 60))
"""By network: everybody has the published key."""
TILL = ProcessCounter(Limit("till", 1200, 60))
"""Twenty a second for one till: no shop has such a queue, a loop that ran wild has."""


class Token(HttpBearer):
    """The token of an enrolled till device, or the key of a till system. A device may do everything."""

    def __init__(self, scope: str):
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Device | None:
        try:
            device = device_for_bearer(token, request.headers.get("Branch", ""))
        except NoBranch as problem:
            raise api_problems.bad_field("Branch", str(problem)) from None
        if device is None:
            return None
        if device.api_key_id is not None and not device.api_key.may(self.scope):
            raise api_problems.Problem(403, f"This key has no scope {self.scope}.")
        return counted(request, device)


def counted(request: HttpRequest, device: Device) -> Device:
    """Notes for the headers how much this till has left. Raises 429 when it is nothing."""
    if device.branch.business.sandbox:
        request.rate = SANDBOX.take(network_of(request))
    else:
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
