"""Who asks and what about, in one query: the till of the token, the card, and the offers with their use.

A look at a card then costs two statements, one that reads and one that writes, and a use the same (ADR 0021). The till is
looked up at every request, so that one that was taken off is a stranger from the next request on. What is answered
here only saves a query: whoever gets None asks the usual way, with the same answer.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.utils import timezone

from businesses.members.domain import tokens
from businesses.members.models import Device
from businesses.members.services import note_seen
from passport_site.core.model_json import ModelAsJson
from passport_site.core.prepared import Prepared
from passports.cards import public as cards

from .domain import periods
from .querysets import AT_THE_TILL, Found, found_in, placeholders, with_use

_TILL = ModelAsJson(
    Device,
    {
        "": ("id", "created_at", "branch_id", "api_key_id", "name", "language", "last_seen_at"),
        "branch": ("id", "business_id", "area_id"),
        "branch__business": ("id", "sandbox"),
    },
)
"""What a check and a use need to know of the till; other columns are read when somebody asks for them."""


def ask_at_once(request: HttpRequest, token: str, path: str) -> tuple[Device, cards.ReadCode, Found] | None:
    """The enrolled device of this token, the code of the body, and what the database knows of it.

    None for the key of a till system, for a token that is none, and for a body that is not a plain `check` or `redeem`:
    nothing is judged here.
    """
    if path not in ("check", "redeem") or tokens.is_api_secret(token) or not token or len(token) > 200:
        return None
    body = _body(request)
    text, offer = body.get("code"), body.get("offer") if path == "redeem" else None
    if not isinstance(text, str) or not 1 <= len(text) <= 1000 or body.get("scanned_at") is not None:
        return None
    if path == "redeem" and (type(offer) is not int or not 1 <= offer < 2**63):
        return None
    now, read = timezone.now(), cards.read_code(text)
    if read.visitor:
        return None  # whether it is taken depends on where the till stands
    day = periods.day_of(now)
    values = {"token": tokens.hash_of(token), "today": day, **periods.keys_on(day)}
    values |= {"offer": offer} if offer else {}
    values |= {} if read.failure else {"card": read.serial or read.number}
    row = _prepared(read.by, offer is not None).row(values)
    if row is None:
        return None
    device = _TILL.made(row[2])
    note_seen(device, now)
    return device, read, found_in(row, day=day, offer_id=offer)


def json_of(request: HttpRequest) -> Any:
    """The body, parsed once. Raises ValueError."""
    if not hasattr(request, "_json"):
        request._json = json.loads(request.body)
    return request._json


def _body(request: HttpRequest) -> dict[str, Any]:
    try:
        body = json_of(request) if int(request.META.get("CONTENT_LENGTH") or 0) <= 8192 else {}
    except (ValueError, RecursionError, RequestDataTooBig):
        return {}  # the parser will say what is wrong
    return body if isinstance(body, dict) else {}


@cache
def _prepared(by: str, one_offer: bool) -> Prepared:
    read, values = placeholders(by, one_offer)
    values = {name: value for name, value in values.items() if name != "business"} | {"token": "<token>"}
    of = Device.objects.enrolled().filter(token_hash=values["token"])
    query = with_use(of, read, values, AT_THE_TILL, "branch__business__", _TILL.expression())
    return Prepared(query, values)
