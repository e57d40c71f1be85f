"""The till API: JSON under /api/v1/, described at /api/v1/openapi.json. HTTP to services and back."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.parser import Parser
from ninja.security import HttpBearer

from businesses.members.models import Device
from businesses.members.services import device_for_token
from businesses.offers.domain.limits import limit_of
from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import network_of
from passports.cards import public as cards

from . import api_shapes as shapes
from . import guessing, photo_token
from .models import Redemption
from .services import CheckAnswer, KeyUsedElsewhere, check_card, redeem_offer, void_redemption

log = logging.getLogger(__name__)

MOST_BYTES = 8192
CANNOT_CHECK = "We cannot check cards at the moment. Try again in a minute."


class ShortBodies(Parser):
    """Reads nothing that is far longer than any of our bodies."""

    def parse_body(self, request: HttpRequest) -> Any:
        if len(request.body) > MOST_BYTES:
            raise ValueError("too long")  # the library turns whatever is raised here into HttpError 400
        return json.loads(request.body)


class DeviceToken(HttpBearer):
    """The token of an enrolled till device."""

    def authenticate(self, request: HttpRequest, token: str) -> Device | None:
        return device_for_token(token)


class TooManyGuesses(Exception):
    def __init__(self, device: Device | None):
        self.seconds = guessing.RETRY_AFTER[device is not None]


api = NinjaAPI(
    title="Carer Passport till API",
    version="1",
    description="Check a carer’s card and record the use of an offer. See docs/till-api.md.",
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="till_api",
    parser=ShortBodies(),
)
device_token = DeviceToken()
PROBLEMS = {422: shapes.Malformed, 429: shapes.Problem, 503: shapes.Problem}


@api.post(
    "check",
    response={200: shapes.TillCheckOut | shapes.StrangerCheckOut, 401: shapes.Problem} | PROBLEMS,
    openapi_extra={"security": [{}, {"DeviceToken": []}]},
    summary="Is this card good, and what may it use here?",
)
def check(request: HttpRequest, body: shapes.CheckIn):
    """Anybody may ask whether a card is good. Only an enrolled device learns whose it is and what it may use.

    A code that is unknown, altered, of another scheme or for another purpose is `not_valid`, always alike.
    """
    device = _device_if_any(request)
    network = network_of(request)
    if not guessing.may_look(body.code, device=device, network=network):
        raise TooManyGuesses(device)
    answer = check_card(text=body.code, device=device)
    guessing.note(answer.check.status, answer.check.way, device=device, network=network)
    if device is None:
        return shapes.StrangerCheckOut(status=answer.check.status.value, valid_until=answer.check.valid_until)
    with translation.override(device.language):
        return _for_till(answer, device)


@api.post(
    "redeem",
    auth=device_token,
    response={200: shapes.AcceptedOut | shapes.RefusedOut, 401: shapes.Problem, 409: shapes.Problem}
    | PROBLEMS,
    summary="Record one use of an offer",
)
def redeem(request: HttpRequest, body: shapes.RedeemIn):
    """Try again with the same idempotency key after a broken connection: the answer is the same and nothing
    is counted twice. A key that was used with another body is refused with 409."""
    device, network = request.auth, network_of(request)
    if not guessing.may_look(body.code, device=device, network=network):
        raise TooManyGuesses(device)
    answer = redeem_offer(
        text=body.code,
        offer_id=body.offer,
        device=device,
        idempotency_key=body.idempotency_key,
        scanned_at=body.scanned_at,
    )
    if answer.accepted:
        return shapes.AcceptedOut(accepted=True, redemption=answer.redemption)
    guessing.note(answer.reason, cards.CAMERA, device=device, network=network)
    with translation.override(device.language):
        return shapes.RefusedOut(accepted=False, reason=answer.reason, message=str(answer.message))


@api.post(
    "void",
    auth=device_token,
    response={200: shapes.VoidedOut | shapes.NotVoidedOut, 401: shapes.Problem} | PROBLEMS,
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


@api.get("trust", summary="What a till needs to check cards without a network")
def trust(request: HttpRequest):
    """Issuing keys (sealed by the root key) and the list of stopped cards, signed. See docs/till-api.md."""
    document = cards.trust_document(timezone.now())
    response = HttpResponse(document.body, content_type="application/json")
    response["ETag"] = document.etag
    response["Cache-Control"] = "public, max-age=60"
    return get_conditional_response(request, etag=document.etag, response=response)


def _device_if_any(request: HttpRequest) -> Device | None:
    """The device of the token; None without one. A token that is not good is refused, not ignored."""
    if "Authorization" not in request.headers:
        return None
    device = device_token(request)
    if device is None:
        raise NotEnrolled
    return device


def _for_till(answer: CheckAnswer, device: Device) -> shapes.TillCheckOut:
    check = answer.check
    return shapes.TillCheckOut(
        status=check.status.value,
        live=check.live,
        first_name=check.first_name or None,
        photo=photo_token.address(device, check.passport_id) if check.has_photo else None,
        check_code=check.check_code or None,
        valid_until=check.valid_until,
        offers=[
            shapes.OfferOut(
                id=line.offer.id,
                title=line.offer.title,
                limit=limit_of(line.offer.limit_kind, line.offer.limit_count),
                remaining=line.remaining,
            )
            for line in answer.offers
        ],
    )


class NotEnrolled(Exception):
    """A token was given that belongs to no enrolled device."""


NO_SUCH_USE = translation.gettext_lazy("There is no such use at this branch.")


@api.exception_handler(NotEnrolled)
def _not_enrolled(request: HttpRequest, problem: Exception) -> HttpResponse:
    return api.create_response(request, {"detail": "Unauthorized"}, status=401)


@api.exception_handler(KeyUsedElsewhere)
def _key_used(request: HttpRequest, problem: KeyUsedElsewhere) -> HttpResponse:
    return api.create_response(request, {"detail": str(problem)}, status=409)


@api.exception_handler(TooManyGuesses)
def _too_many(request: HttpRequest, problem: TooManyGuesses) -> HttpResponse:
    response = api.create_response(request, {"detail": "Too many tries. Wait a moment."}, status=429)
    response["Retry-After"] = str(problem.seconds)
    return response


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    detail = [{"field": _field(error["loc"]), "message": error["msg"]} for error in problem.errors]
    return api.create_response(request, {"detail": detail}, status=422)


@api.exception_handler(HttpError)
def _refused_by_the_library(request: HttpRequest, problem: HttpError) -> HttpResponse:
    """A body that is no JSON, or far too long, is malformed (422) like one with a wrong field."""
    if problem.status_code != 400:
        return api.create_response(request, {"detail": str(problem)}, status=problem.status_code)
    detail = [{"field": "body", "message": f"The body must be JSON of at most {MOST_BYTES} bytes"}]
    return api.create_response(request, {"detail": detail}, status=422)


@api.exception_handler(Exception)
def _cannot_check(request: HttpRequest, problem: Exception) -> HttpResponse:
    """Whatever went wrong, the till must think the card neither good nor bad (quality bar 27)."""
    log.exception("The till API could not answer %s", request.path, exc_info=problem)
    return api.create_response(request, {"detail": CANNOT_CHECK}, status=503)


def _field(loc: Sequence[Any]) -> str:
    """`["body", "body", "offer"]` is the field `offer`; the body itself is `body`."""
    return ".".join(str(part) for part in loc[2:]) or "body"
