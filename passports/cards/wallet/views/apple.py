"""Apple’s web service for passes, word for word as Apple describes it: phones register, ask what changed, fetch, leave, log.

A phone proves itself by the token inside its pass (“ApplePass …”), never by a session. Whoever has no token learns nothing:
an unknown pass, a pass of another type and a wrong token get the same 401.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from passport_site.accounts.access import public
from passport_site.core.throttle import Limit, allows, network_of

from ...key_files import KeyProblem
from ...models import WalletKind, WalletPass
from .. import services, setup
from ..bundle import TYPE, pkpass
from ..tokens import is_token_of

log = logging.getLogger("passports.cards.wallet.phones")
REFUSED = Limit("wallet-refused", 60, 600)
"""Wrong tokens and unknown devices from one network. Right ones are never counted nor held up, whoever else guesses."""
FETCHED = Limit("wallet-fetched", 60, 600)
LOGGED = Limit("wallet-logged", 20, 3600)
MOST_BYTES, MOST_LINES, LONGEST_LINE = 8_192, 20, 300
DEVICE = re.compile(r"[\w.:-]{8,120}", re.ASCII)
PUSH_TOKEN = re.compile(r"[0-9A-Za-z]{16,400}", re.ASCII)
LONG_SECRET = re.compile(r"[\w+/=-]{16,}", re.ASCII)

View = Callable[..., HttpResponse]


def _of_phones(view: View) -> View:
    """Only where Apple Wallet is set up, and for its pass type."""

    @wraps(view)
    def wrapper(request: HttpRequest, **parts: str) -> HttpResponse:
        wallet = setup.apple()
        if wallet is None:
            raise Http404
        if parts.pop("pass_type", wallet.pass_type) != wallet.pass_type:
            return _refuse(request)
        return view(request, **parts)

    return csrf_exempt(public(wrapper))


@_of_phones
@require_http_methods(["POST", "DELETE"])
def registration(request: HttpRequest, device: str, serial: str) -> HttpResponse:
    """POST: the phone has the pass and says how to reach it (201 new, 200 known). DELETE: it has it no more."""
    wallet_pass = _proved(request, serial)
    if wallet_pass is None:
        return _refuse(request)
    if not DEVICE.fullmatch(device):
        return HttpResponse(status=400)
    if request.method == "DELETE":
        services.unregister_device(wallet_pass=wallet_pass, device=device)
        return HttpResponse(status=200)
    token = _body(request).get("pushToken")
    if not isinstance(token, str) or not PUSH_TOKEN.fullmatch(token):
        return HttpResponse(status=400)
    new = services.register_device(wallet_pass=wallet_pass, device=device, push_token=token)
    return HttpResponse(status=201 if new else 200)


@_of_phones
@require_safe
def updatable(request: HttpRequest, device: str) -> HttpResponse:
    """Which of the phone’s passes changed since it last asked; 204 when none. The device’s name is the secret here."""
    asked_at = int(timezone.now().timestamp())
    passes = services.changed_for(device=device, since=_moment(request.GET.get("passesUpdatedSince", "")))
    if not passes:
        return HttpResponse(status=204) if services.is_known(device=device) else _refuse(request, status=204)
    return JsonResponse({"serialNumbers": [one.serial for one in passes], "lastUpdated": str(asked_at)})


@_of_phones
@require_safe
def latest(request: HttpRequest, serial: str) -> HttpResponse:
    """The pass as it is now, signed; 304 when the phone has it already."""
    wallet_pass, wallet = _proved(request, serial), setup.apple()
    if wallet_pass is None or wallet is None:
        return _refuse(request)
    changed = int(wallet_pass.changed_at.timestamp())
    known = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    if known is not None and known >= changed:
        return HttpResponse(status=304)
    if not allows(FETCHED, serial):
        return HttpResponse(status=429)
    try:
        content = pkpass(wallet_pass, wallet)
    except KeyProblem:  # no key signs codes at the moment: the phone keeps what it has and asks again
        return HttpResponse(status=503)
    response = HttpResponse(content, content_type=TYPE)
    response["Last-Modified"] = http_date(changed)
    return response


@_of_phones
@require_POST
def note(request: HttpRequest) -> HttpResponse:
    """What phones complain of, such as a signature they do not like: a few short lines without names or secrets."""
    if not allows(LOGGED, network_of(request)):
        return HttpResponse(status=429)
    lines = _body(request).get("logs")
    for line in lines[:MOST_LINES] if isinstance(lines, list) else []:
        words = LONG_SECRET.sub("…", str(line)[: LONGEST_LINE * 3])
        log.warning("A phone says: %s", "".join(sign for sign in words if sign.isprintable())[:LONGEST_LINE])
    return HttpResponse(status=200)


def _proved(request: HttpRequest, serial: str) -> WalletPass | None:
    """The pass whose token the phone shows; None otherwise."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    # Compared before the database is asked, so that an unknown serial takes no other time than a wrong token.
    right = is_token_of(serial, token.strip()) and kind == "ApplePass"
    passes = WalletPass.objects.select_related("card__passport__user")
    return passes.filter(kind=WalletKind.APPLE, serial=serial).first() if right else None


def _refuse(request: HttpRequest, status: int = 401) -> HttpResponse:
    return HttpResponse(status=status if allows(REFUSED, network_of(request)) else 429)


def _body(request: HttpRequest) -> dict[str, Any]:
    """The JSON of a phone, when it is a small object; empty otherwise."""
    try:
        length = int(request.headers.get("Content-Length") or 0)
        found = json.loads(request.read(MOST_BYTES + 1)) if 0 < length <= MOST_BYTES else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _moment(tag: str) -> datetime | None:
    """The moment that we gave as a tag; None for anything else, which lists everything."""
    if not (tag.isascii() and tag.isdigit() and len(tag) <= 11):
        return None
    return datetime.fromtimestamp(int(tag), UTC)
