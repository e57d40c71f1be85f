"""The till without a network: its service worker, and the page that stands in for the others. No data in either."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from passport_site.accounts.access import public
from passports.cards import public as cards

from ..forms import CodeForm
from . import offline_places, pages


@public
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. Holds nothing personal; only enrolled browsers register it."""
    known = {"files": offline_places.files(), "shells": offline_places.shells()}
    known = {name: mark_safe(json.dumps(value)) for name, value in known.items()}  # noqa: S308 – addresses of ours
    known["version"] = offline_places.version()
    response = render(request, "redemptions/worker.js", known, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    response["Service-Worker-Allowed"] = "/"
    return response


@public
@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """What a till shows without a network, whatever address was opened. The same for everybody."""
    response = pages.page(
        request,
        "redemptions/offline.html",
        device=None,
        user=None,
        offline=offline_places.offline(),
        form=CodeForm(),
        card_hosts=" ".join(cards.hosts()),
    )
    response["Cache-Control"] = "no-cache"
    return response
