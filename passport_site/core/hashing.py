"""Hashes that mean nothing without our secret key. No ORM: rules use them too."""

from __future__ import annotations

import hashlib
import hmac
from functools import lru_cache

from django.conf import settings


def keyed_hash(salt: str, text: str) -> str:
    """64 hexadecimal digits, as Django’s `salted_hmac` gives them with SHA-256; its own key is made once for each salt."""
    return hmac.digest(_key(salt, settings.SECRET_KEY), text.encode(), "sha256").hex()


@lru_cache(maxsize=50)
def _key(salt: str, secret: str) -> bytes:
    return hashlib.sha256((salt + secret).encode()).digest()
