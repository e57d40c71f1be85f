"""What other rooms show on the screen of an other scheme: the counts of uses, which live to the left of this room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from .models import PartnerScheme

Panel = Callable[[HttpRequest, PartnerScheme], str]
_panels: list[Panel] = []


def register(panel: Panel) -> None:
    """`panel(request, partner)` gives HTML that is safe to show, or nothing."""
    _panels.append(panel)


def panels_for(request: HttpRequest, partner: PartnerScheme) -> list[Any]:
    """All that is to be shown."""
    return [html for panel in _panels if (html := panel(request, partner))]
