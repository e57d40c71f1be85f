"""What an enrolled browser asks for and sends so that it works without a network: JSON, by its cookie."""

from __future__ import annotations

import json
import logging
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from pydantic import ValidationError

from businesses.members import till_cookie
from passport_site.accounts.access import till

from .. import upload_body
from ..bundle import bundle_of
from ..services import TooBusy
from ..upload_shapes import MOST_BYTES, UploadIn

log = logging.getLogger(__name__)


@till
@require_GET
def bundle(request: HttpRequest) -> HttpResponse:
    """The till’s own bundle. 403 tells the page to empty what it keeps."""
    device = till_cookie.device_of(request)
    if device is None:
        return _not_enrolled()
    return till_cookie.put(JsonResponse(bundle_of(device)), request.COOKIES[till_cookie.name()])


@till
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Takes what was scanned without a network, and answers each item. 503: send the same again later."""
    device = till_cookie.device_of(request)
    if device is None:
        return _not_enrolled()
    try:
        body = UploadIn.model_validate(_json(request))
    except ValidationError as problem:  # before ValueError, which it is too
        return _malformed(problem.errors(include_url=False, include_input=False, include_context=False))
    except (ValueError, RequestDataTooBig):
        return _malformed([{"loc": ["body"], "msg": f"The body must be JSON of at most {MOST_BYTES} bytes"}])
    try:
        return JsonResponse(upload_body.take(body, device=device))
    except Exception as problem:
        if not isinstance(problem, TooBusy):
            log.exception("The till could not upload")
        return JsonResponse({"detail": _("We cannot take this now. Try again in a minute.")}, status=503)


def _json(request: HttpRequest) -> Any:
    if len(request.body) > MOST_BYTES:
        raise ValueError("too long")
    return json.loads(request.body)


def _not_enrolled() -> JsonResponse:
    return JsonResponse({"detail": _("This browser is not a till (any more).")}, status=403)


def _malformed(errors: list[Any]) -> JsonResponse:
    """As the API says it: which field, and what is wrong."""
    detail = [
        {"field": ".".join(map(str, error["loc"])) or "body", "message": error["msg"]} for error in errors
    ]
    return JsonResponse({"detail": detail}, status=422)
