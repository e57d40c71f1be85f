"""`/developers/`: the guide for people who build till systems, with the test shop that everybody may use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from passport_site.accounts.access import public

from .. import api_auth
from ..services.sandbox import Sandbox, find_sandbox

CLIENTS = {
    "carer_passport.py": "examples/python/carer_passport.py",
    "carer-passport.mjs": "examples/javascript/carer-passport.mjs",
}


@public
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """Public: all that it shows is invented, and works in the test shop only."""
    sandbox = find_sandbox()
    context = {
        "clients": list(CLIENTS),
        "sandbox": sandbox,
        "curl": _curl(sandbox) if sandbox else {},
        "test_cards": _test_cards(sandbox) if sandbox else [],
        "problems": _problems(),
        "limit": api_auth.TILL.limit,
        "sandbox_limit": api_auth.SANDBOX.limit,
        "most_items": api_auth.MOST_SANDBOX_ITEMS,
    }
    return render(request, "redemptions/developers.html", context)


@public
@require_safe
def client(request: HttpRequest, name: str) -> HttpResponse:
    """Public: the example client as a file, the same that our tests run."""
    if name not in CLIENTS:
        raise Http404
    text = (Path(settings.BASE_DIR) / CLIENTS[name]).read_bytes()
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _curl(sandbox: Sandbox) -> dict[str, str]:
    """Lines to paste into a terminal; a test pastes them."""
    valid, used_up = sandbox.cards["valid"].shown, sandbox.cards["limit_reached"].shown
    gift, always = sandbox.offers["once"].pk, sandbox.offers["always"].pk
    new_key = "'$(cat /proc/sys/kernel/random/uuid || uuidgen)'"
    bodies = {
        "check": ("check", f'{{"code": "{valid}"}}'),
        "redeem": ("redeem", f'{{"code": "{valid}", "offer": {always}, "idempotency_key": "{new_key}"}}'),
        "refused": ("redeem", f'{{"code": "{used_up}", "offer": {gift}, "idempotency_key": "{new_key}"}}'),
        "void": ("void", '{"redemption": 4711}'),
        "upload": ("uploads", _upload(sandbox, new_key)),
    }
    site = settings.BASE_URL.rstrip("/")
    return {
        name: " \\\n  ".join(
            (
                f"curl -s {site}/api/v1/{path}",
                f"-H 'Authorization: Bearer {sandbox.secret}'",
                "-H 'Content-Type: application/json'",
                f"-d '{body}'",
            )
        )
        for name, (path, body) in bodies.items()
    }


def _upload(sandbox: Sandbox, new_key: str) -> str:
    """A use of an hour ago, sent now: the till's clock is only compared with itself."""
    item = (
        f'{{"sequence": 1, "key": "{new_key}", "purpose": "redeem", "code": "{sandbox.cards["valid"].code}", '
        f'"offer": {sandbox.offers["always"].pk}, "scanned_at": "2026-11-25T10:00:00Z", "accepted": true}}'
    )
    return f'{{"device_time": "2026-11-25T11:00:00Z", "waiting": 1, "items": [{item}]}}'


def _test_cards(sandbox: Sandbox) -> list[dict[str, Any]]:
    """Each test card with what a till is told about it."""
    words = {
        "valid": _("Good. An adult carer."),
        "limit_reached": _("Good, but the offer “once ever” is used up."),
        "expired": _("Run out."),
        "revoked": _("Stopped."),
        "not_yet_valid": _("Not good yet."),
        "young": _("Good. A young carer: no adults-only offers."),
    }
    return [
        {"card": sandbox.cards[kind], "words": text} for kind, text in words.items() if kind in sandbox.cards
    ]


def _problems() -> list[dict[str, Any]]:
    """What to do for each status; the names are in the `type` of each problem."""
    return [
        {"name": "not-enrolled", "status": 401, "do": _("The key or token is wrong, or was stopped.")},
        {"name": "not-allowed", "status": 403, "do": _("This key may not do that. Ask its owner.")},
        {"name": "no-such-address", "status": 404, "do": _("There is no such address.")},
        {"name": "wrong-method", "status": 405, "do": _("Wrong method, mostly GET for POST.")},
        {
            "name": "key-used",
            "status": 409,
            "do": _("The idempotency key was used with another body: a mistake in the till."),
        },
        {
            "name": "malformed",
            "status": 422,
            "do": _("A field is wrong. “errors” is a list of “field” and “message”."),
        },
        {"name": "too-many", "status": 429, "do": _("Wait as many seconds as “Retry-After” says.")},
        {
            "name": "cannot-check",
            "status": 503,
            "do": _(
                "We cannot check just now. Show “Cannot check”, never yes or no. Try again with the same key."
            ),
        },
    ]
