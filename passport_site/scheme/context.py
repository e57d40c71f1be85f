"""What every page knows: the scheme."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .querysets import current


def scheme(request: HttpRequest) -> dict[str, object]:
    """`scheme` (read when a template first uses it) and whether the demo links are shown."""
    return {"scheme": SimpleLazyObject(current), "demo": settings.DEMO}


def for_mails() -> dict[str, object]:
    """The scheme, for the frame of a mail."""
    return {"scheme": current()}
