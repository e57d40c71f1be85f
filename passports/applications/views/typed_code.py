"""A typed GP or school code is looked up at the question. An unknown one stops nobody: it asks once to look again."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import Limit, allows, network_of

from ..domain import references
from ..models import Application
from ..services.codes import is_good

OF_DRAFT = Limit("evidence-code", times=8, seconds=3600)
"""Codes that one application may try. Beyond it any code is taken as typed, and the page gives no sign."""
OF_NETWORK = Limit("evidence-code-network", times=60, seconds=3600)
"""A school's or a library's computers share an address."""
UNKNOWN = _(
    "We do not know this code. Look at it once more. If it is right, go on with it and we will ask them. "
    "You can also show us something else."
)


def look_up(request: HttpRequest, application: Application, *, before: str) -> None:
    """RuleBroken the first time an unknown code is typed. Who sends the same one again goes on with it.

    `before`: the code that was stored until now.
    """
    typed = application.evidence_code
    again = references.plain(typed) == references.plain(before)
    if (
        not typed
        or again
        or not allows(OF_DRAFT, str(application.pk))
        or not allows(OF_NETWORK, network_of(request))
    ):
        return
    if not is_good(typed):
        raise RuleBroken(UNKNOWN, field="evidence_code", code="unknown_code")
