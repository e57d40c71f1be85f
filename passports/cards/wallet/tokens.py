"""The secret inside an Apple pass, with which a phone asks for its own pass. Derived, so none is stored.

HMAC of the pass's serial under FIELD_ENCRYPTION_KEYS: a new pass carries the token of the newest key, and a token of any
key that is still kept is believed, so changing keys loses nobody.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

from django.conf import settings

PURPOSE = b"carer-passport apple wallet token 1"


def token_for(serial: str) -> str:
    """The token to put into a pass: 43 letters and digits, 256 bits."""
    return _token(settings.FIELD_ENCRYPTION_KEYS[0][1], serial)


def is_token_of(serial: str, given: str) -> bool:
    """Whether a phone that says this may have that pass. All keys are compared, each in constant time."""
    said = given.encode("utf-8", "replace")
    known = [
        hmac.compare_digest(_token(key, serial).encode(), said)
        for _name, key in settings.FIELD_ENCRYPTION_KEYS
    ]
    return any(known)


def device_mark(device_library_id: str) -> str:
    """How we keep the name of a device: only its hash."""
    return hashlib.sha256(device_library_id.encode()).hexdigest()


def _token(key: bytes, serial: str) -> str:
    own = hmac.new(key, PURPOSE, hashlib.sha256).digest()
    return (
        base64.urlsafe_b64encode(hmac.new(own, serial.encode(), hashlib.sha256).digest()).decode().rstrip("=")
    )
