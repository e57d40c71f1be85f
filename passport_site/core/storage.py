"""Private files: photos and evidence. Never under MEDIA_URL; served only by a view that checks and logs."""

from __future__ import annotations

import secrets

from django.core.files.storage import Storage, storages


def private_storage() -> Storage:
    """The storage for private files. A callable, so that migrations hold no path."""
    return storages["private"]


def unguessable(folder: str, extension: str) -> str:
    """A file name with 160 random bits; nothing of the person or the original name is in it."""
    token = secrets.token_urlsafe(20)
    return f"{folder}/{token[:2]}/{token}.{extension}"
