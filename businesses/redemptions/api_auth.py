"""Who asks the till API: an enrolled device, or a key of a business that acts for a branch."""

from __future__ import annotations

from functools import cache

from django.http import HttpRequest
from ninja.security import HttpBearer

from businesses.members.models import Device
from businesses.members.services import NoBranch, device_for_bearer
from passport_site.core.rates import ProcessCounter
from passport_site.core.throttle import Limit, network_of

from . import api_problems
from .asking import ask_at_once

SANDBOX = ProcessCounter(Limit("sandbox", 120, 60))
"""By network: everybody has the published key."""
TILL = ProcessCounter(Limit("till", 1200, 60))
"""Twenty a second for one till: no shop has such a queue, a loop that ran wild has."""


class Token(HttpBearer):
    """The token of an enrolled till device, or the key of a till system. A device may do everything."""

    def __init__(self, scope: str):
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> Device | None:
        """As the library does it, without making its list of all headers."""
        kind, _space, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        return self.authenticate(request, token) if kind.lower() == self.openapi_scheme else None

    def authenticate(self, request: HttpRequest, token: str) -> Device | None:
        branch = branch_of(request)
        request.asked = ask_at_once(request, token, request.resolver_match.url_name)
        try:
            device = request.asked[0] if request.asked else device_for_bearer(token, branch)
        except NoBranch as problem:
            raise api_problems.Problem(403, str(problem)) from None
        if device is None:
            return None
        if branch and device.branch_id != int(branch):
            raise api_problems.Problem(403, "This till stands at another branch.")
        if device.api_key_id is not None and not device.api_key.may(self.scope):
            raise api_problems.Problem(403, f"This key has no scope {self.scope}.")
        return counted(request, device)


@cache
def _token(scope: str) -> Token:
    """One for each scope: the library looks through all its members when it is made."""
    return Token(scope)


def branch_of(request: HttpRequest) -> str:
    """The number in the header `Branch`, empty without one. Raises 422 for anything that is no number."""
    if "HTTP_BRANCH" not in request.META:
        return ""
    branch = request.META["HTTP_BRANCH"]
    if not (branch.isascii() and branch.isdigit() and 1 <= int(branch[:20]) < 2**63):
        raise api_problems.bad_field("Branch", "Send the number of a branch")
    return branch


def counted(request: HttpRequest, device: Device) -> Device:
    """Notes for the headers how much this till has left. Raises 429 when it is nothing."""
    if device.branch.business.sandbox:
        request.rate = SANDBOX.take(network_of(request))
    else:
        request.rate = TILL.take(f"device:{device.pk}")
    if not request.rate:
        raise api_problems.too_many(request.rate.seconds)
    return device


MOST_SANDBOX_ITEMS = 50
"""In one upload to the test shop, where each is a row that anybody may make: it counts as a request of its own."""


def count_scans(request: HttpRequest, device: Device, number: int) -> None:
    """Counts the scans of an upload to the test shop. Raises 422 for too many at once, 429 when nothing is left."""
    if not device.branch.business.sandbox:
        return
    if number > MOST_SANDBOX_ITEMS:
        raise api_problems.bad_field("items", f"In the test shop, send at most {MOST_SANDBOX_ITEMS} at once")
    request.rate = SANDBOX.take(network_of(request), max(0, number - 1))
    if not request.rate:
        raise api_problems.too_many(request.rate.seconds)


def device_if_any(request: HttpRequest, scope: str) -> Device | None:
    """The device of the token; None without one. A token that is not good is refused, not ignored."""
    branch_of(request)
    if "HTTP_AUTHORIZATION" not in request.META:
        return None
    device = _token(scope)(request)
    if device is None:
        raise api_problems.Problem(401, "Unauthorized")
    return device
