"""Encrypted text fields: AES-256-GCM with the key ring of the environment (ASVS 11.3, 11.6; dependencies.md).

The model, the field and the row's own random `nonce_key` are bound in as associated data, so a value copied to
another column or table does not open. The first key of FIELD_ENCRYPTION_KEYS encrypts; all of them decrypt.
"""

from __future__ import annotations

import base64
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models


class CannotDecrypt(ValueError):
    """No key of the ring opens this value: it was altered, or its key was taken away too early."""


def encrypt(text: str, context: str) -> str:
    """`v1:<key name>:<base64 of nonce and sealed text>`; empty text stays empty."""
    if not text:
        return ""
    name, key = settings.FIELD_ENCRYPTION_KEYS[0]
    nonce = os.urandom(12)
    sealed = _cipher(key).encrypt(nonce, text.encode(), f"{name}|{context}".encode())
    return f"v1:{name}:{base64.b64encode(nonce + sealed).decode()}"


@lru_cache(maxsize=10)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def decrypt(stored: str, context: str) -> str:
    """The text again. Raises CannotDecrypt when it was altered, moved to another field, or its key is missing."""
    if not stored:
        return ""
    try:
        version, name, encoded = stored.split(":", 2)
        raw = base64.b64decode(encoded, validate=True)
        key = dict(settings.FIELD_ENCRYPTION_KEYS)[name]
        if version != "v1":
            raise CannotDecrypt(f"unknown version {version!r}")
        return _cipher(key).decrypt(raw[:12], raw[12:], f"{name}|{context}".encode()).decode()
    except (ValueError, KeyError, InvalidTag) as problem:
        raise CannotDecrypt(f"a value of {context} cannot be opened") from problem


class EncryptedTextField(models.TextField):
    """A text field that is sealed in the database and plain in Python. It cannot be searched or ordered by."""

    def _context(self) -> str:
        return f"{self.model._meta.label_lower}.{self.attname}"

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return value if value is None else encrypt(value, self._context())

    def from_db_value(self, value, expression, connection):
        return value if value is None else decrypt(value, self._context())

    def get_lookup(self, lookup_name):
        if lookup_name not in {"isnull"}:
            return None
        return super().get_lookup(lookup_name)
