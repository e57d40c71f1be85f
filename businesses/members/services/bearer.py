"""Who sends a request with a bearer token: an enrolled device, or a till system with its key."""

from __future__ import annotations

from ..domain import tokens
from ..models import Device
from .devices import device_for_token
from .keys import device_for_key


def device_for_bearer(token: str, branch: str = "") -> Device | None:
    """The device of this token or key; None for one that is not good. One query. Raises NoBranch as `device_for_key`."""
    if tokens.is_api_secret(token) and len(token) <= 200:
        return device_for_key(token, branch)
    return device_for_token(token)
