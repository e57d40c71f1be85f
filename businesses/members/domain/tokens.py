"""Secrets of tills: the one-time code that enrols a device, and the token that the device then carries.

Only SHA-256 of either is stored. Both come from the system’s random source and are long enough that a plain
hash is safe (ASVS 11.4: no slow hash is needed from 112 bits on).
"""

from __future__ import annotations

import hashlib
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ENROLMENT_LENGTH = 26  # 130 bits, and short enough to be typed once
API_MARK = "cpk_"
_READ_AS = str.maketrans("OIL", "011", " -–—\u00a0\t\r\n")


def new_enrolment_code() -> str:
    """26 characters of Crockford’s base 32."""
    return "".join(secrets.choice(ALPHABET) for _ in range(ENROLMENT_LENGTH))


def new_device_token() -> str:
    """256 random bits."""
    return secrets.token_urlsafe(32)


def new_api_secret() -> str:
    """256 random bits, marked so that a search through a company’s files finds it."""
    return API_MARK + secrets.token_urlsafe(32)


def is_api_secret(token: str) -> bool:
    """Whether it is meant as a till system’s key, and not as the token of a device."""
    return token.startswith(API_MARK) and len(token) > len(API_MARK) + 40


def shown_prefix(secret: str) -> str:
    """What its owner may see of it later."""
    return secret[: len(API_MARK) + 6]


def as_typed(code: str) -> str:
    """What somebody typed, without spaces and dashes, in capitals, O as 0 and I and L as 1."""
    return code.strip().upper().translate(_READ_AS)


def grouped(code: str) -> str:
    """In groups that can be read out: “7K3M-9QXA-…”."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def hash_of(token: str) -> str:
    """What the database keeps."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
