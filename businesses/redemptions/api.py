"""The till API: JSON under /api/v1/, described at /api/v1/openapi.json. HTTP to services and back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from ninja.parser import Parser

from businesses.members.domain.staff import as_scanned
from businesses.members.models import Device
from businesses.offers.domain.limits import limit_of
from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import network_of
from passport_site.scheme.models import in_language
from passports.cards import public as cards

from . import api_problems, api_uploads, guessing, photo_token
from . import api_shapes as shapes
from .api_auth import Token, device_if_any
from .api_schema import TRUST, TillApi
from .asking import json_of
from .models import Redemption
from .querysets import Found
from .services import CheckAnswer, check_card, read_at, redeem_offer, void_redemption
from .upload_shapes import MOST_BYTES as MOST_UPLOADED

MOST_BYTES = {"uploads": MOST_UPLOADED}
"""By address; all others take little."""


class ShortBodies(Parser):
    """Reads nothing that is far longer than any of our bodies."""

    def parse_body(self, request: HttpRequest) -> Any:
        request.most_bytes = MOST_BYTES.get(request.resolver_match.url_name, api_problems.MOST_BYTES)
        if len(request.body) > request.most_bytes:
            raise ValueError("too long")  # the library turns whatever is raised here into HttpError 400
        return json_of(request)


api = TillApi(
    title="Carer Passport till API",
    version="1",
    description="Check a carer’s card and record the use of an offer. A guide with examples: /developers/",
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="till_api",
    parser=ShortBodies(),
)
api_problems.install(api)
api.add_router("", api_uploads.router, auth=Token("upload"))
NO_SUCH_USE = translation.gettext_lazy("There is no such use at this branch.")


@api.post(
    "check",
    response={200: shapes.TillCheckOut | shapes.StrangerCheckOut} | shapes.problems(401, 403),
    openapi_extra={"security": [{}, {"Token": []}]},
    summary="Is this card good, and what may it use here?",
)
def check(request: HttpRequest, body: shapes.CheckIn):
    """Anybody may ask whether a card is good. Only an enrolled device learns whose it is and what it may use.

    A code that is unknown, altered or for another purpose is `not_valid`, always alike; so is one of another scheme, unless
    that scheme is trusted here.
    """
    device = device_if_any(request, "check")
    network, (read, found) = _network(request, device), _looked_up(request, device, body.code)
    _look_or_wait(request, read, device, network)
    answer = check_card(
        text=body.code, device=device, read=read, found=found, staff=as_scanned(body.staff) if device else ""
    )
    guessing.note(answer.check.status, read, device=device, network=network)
    if device is None:
        return _said({"status": answer.check.status.value, "valid_until": _day(answer.check.valid_until)})
    return _said(_for_till(answer, device))


@api.post(
    "redeem",
    auth=Token("redeem"),
    response={200: shapes.AcceptedOut | shapes.RefusedOut} | shapes.problems(401, 403, 409),
    summary="Record one use of an offer",
)
def redeem(request: HttpRequest, body: shapes.RedeemIn):
    """Try again with the same idempotency key after a broken connection: the answer is the same and nothing
    is counted twice. A key that was used with another body is refused with 409."""
    device = request.auth
    read, found = _looked_up(request, device, body.code)
    _look_or_wait(request, read, device)
    answer = redeem_offer(
        text=body.code,
        offer_id=body.offer,
        device=device,
        idempotency_key=body.idempotency_key,
        scanned_at=body.scanned_at,
        staff=as_scanned(body.staff),
        read=read,
        found=found,
    )
    if answer.accepted:
        return _said({"accepted": True, "redemption": answer.redemption})
    guessing.note(answer.reason, read, device=device)
    with translation.override(device.language):
        return _said({"accepted": False, "reason": answer.reason, "message": str(answer.message)})


@api.post(
    "void",
    auth=Token("void"),
    response={200: shapes.VoidedOut | shapes.NotVoidedOut} | shapes.problems(401, 403),
    summary="Take a use back within ten minutes",
)
def void(request: HttpRequest, body: shapes.VoidIn):
    """The use no longer counts and may be made again. Only at the branch where it was recorded."""
    device = request.auth
    with translation.override(device.language):
        redemption = Redemption.objects.filter(pk=body.redemption, branch=device.branch_id).first()
        try:
            if redemption is None:
                raise RuleBroken(NO_SUCH_USE, code="no_such_redemption")
            void_redemption(redemption=redemption, device=device)
        except RuleBroken as broken:
            return shapes.NotVoidedOut(voided=False, reason=broken.code, message=str(broken))
    return shapes.VoidedOut(voided=True, redemption=redemption.pk)


@api.get("trust", openapi_extra=TRUST, summary="What a till needs to check cards without a network")
def trust(request: HttpRequest):
    """Issuing keys (sealed by the root key) and the list of stopped cards, signed. See docs/till-api.md."""
    return _published(request, cards.trust_document(timezone.now()))


@api.get(
    "trust/schemes", openapi_extra=TRUST, summary="The trust lists of other schemes whose cards are taken"
)
def trust_schemes(request: HttpRequest):
    """By host, each the text that its scheme sealed. Check it with the `root_key` that our own list names for it."""
    return _published(request, cards.foreign_lists(timezone.now()))


def _published(request: HttpRequest, document: cards.TrustDocument) -> HttpResponse:
    response = HttpResponse(document.body, content_type="application/json")
    response["ETag"] = document.etag
    response["Cache-Control"] = "public, max-age=60"
    return get_conditional_response(request, etag=document.etag, response=response)


def _network(request: HttpRequest, device: Device | None) -> str:
    """Where a stranger asks from; of a till nobody wants to know."""
    return "" if device else network_of(request)


def _looked_up(request: HttpRequest, device: Device | None, text: str) -> tuple[cards.ReadCode, Found | None]:
    """The code, read, and what was looked up together with the device; None when that was done by itself."""
    asked = getattr(request, "asked", None)
    return (asked[1], asked[2]) if asked else (read_at(device, text), None)


def _look_or_wait(
    request: HttpRequest, read: cards.ReadCode, device: Device | None, network: str = ""
) -> None:
    """Raises 429 when too many numbers were none; tells strangers how often they may still ask."""
    may = guessing.may_look(read, device=device, network=network)
    if device is None:
        request.rate = may.taken
    if not may:
        raise api_problems.too_many(guessing.RETRY_AFTER[device is not None])


def _said(body: dict[str, Any]) -> HttpResponse:
    """The answer to a check or a use. Not built as a shape and checked again on its way out, which takes as long as the
    database; tests hold each answer against the shape that is described (ADR 0021).
    """
    return HttpResponse(json.dumps(body), content_type="application/json; charset=utf-8")


def _for_till(answer: CheckAnswer, device: Device) -> dict[str, Any]:
    """A `TillCheckOut`."""
    check = answer.check
    return {
        "status": check.status.value,
        "live": check.live,
        "first_name": check.first_name or None,
        "photo": photo_token.address(device, check.passport_id) if check.has_photo else None,
        "check_code": check.check_code or None,
        "valid_until": _day(check.valid_until),
        "offers": [
            {
                "id": line.offer.id,
                "title": in_language(line.offer.title_en, line.offer.title_cy, device.language),
                "limit": limit_of(line.offer.limit_kind, line.offer.limit_count),
                "remaining": line.remaining,
            }
            for line in answer.offers
        ],
        "visiting": _visiting(check.visiting, device.language),
    }


def _visiting(scheme: cards.ForeignScheme | None, language: str) -> dict[str, Any] | None:
    """A `VisitingOut`."""
    if scheme is None:
        return None
    listed = scheme.trust_list
    issued = listed.issued.isoformat() if listed else None
    name = in_language(scheme.name_en, scheme.name_cy, language)
    return {"scheme": name, "host": scheme.host, "list_issued": issued}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
