"""What the till API says when it does not work: application/problem+json (RFC 9457).

`detail` means what it meant before there were problems: a sentence, and for 422 the list of wrong fields, which is
`errors` as well. `type` leads to the words about it at /developers/.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from passport_site.core import mail

from .services import KeyUsedElsewhere

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
MOST_BYTES = 8192
CANNOT_CHECK = "We cannot check cards at the moment. Try again in a minute."
NO_MORE_THAN = "Too many tries. Wait a moment."

TITLES = {
    401: ("not-enrolled", "No till of ours"),
    403: ("not-allowed", "This key may not do that"),
    404: ("no-such-address", "No such address"),
    405: ("wrong-method", "This address wants another method"),
    409: ("key-used", "Idempotency key used with another body"),
    422: ("malformed", "The request is malformed"),
    429: ("too-many", "Too many requests"),
    503: ("cannot-check", "Cannot check"),
}


class Problem(Exception):
    """Whatever stops a request, with the status that it gets and seconds to wait."""

    def __init__(self, status: int, detail: Any, retry_after: int | None = None):
        super().__init__(detail)
        self.status, self.detail, self.retry_after = status, detail, retry_after


def too_many(seconds: int) -> Problem:
    """429 with the seconds to wait."""
    return Problem(429, NO_MORE_THAN, seconds)


def bad_field(field: str, message: str) -> Problem:
    """422 for one field."""
    return Problem(422, [{"field": field, "message": message}])


def answer(status: int, detail: Any, retry_after: int | None = None) -> HttpResponse:
    """The problem as an HTTP answer."""
    name, title = TITLES.get(status, ("problem", "It did not work"))
    body = {
        "type": f"{mail.absolute('/developers/')}#{name}",
        "title": title,
        "status": status,
        "detail": detail,
    }
    if status == 422:
        body["errors"] = detail
    response = HttpResponse(json.dumps(body), status=status, content_type=MEDIA_TYPE)
    response["Cache-Control"] = "no-store"
    if status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="till"'
    if retry_after is not None:
        response["Retry-After"] = str(retry_after)
    return response


def install(api: NinjaAPI) -> None:
    """Makes the API answer like this to every fault."""
    api.add_exception_handler(Problem, _known)
    api.add_exception_handler(AuthenticationError, _no_token)
    api.add_exception_handler(KeyUsedElsewhere, _key_used)
    api.add_exception_handler(ValidationError, _malformed)
    api.add_exception_handler(HttpError, _by_the_library)
    api.add_exception_handler(RequestDataTooBig, _far_too_long)
    api.add_exception_handler(Exception, _cannot_check)


def _known(request: HttpRequest, problem: Problem) -> HttpResponse:
    return answer(problem.status, problem.detail, problem.retry_after)


def _no_token(request: HttpRequest, problem: Exception) -> HttpResponse:
    return answer(401, "Unauthorized")


def _key_used(request: HttpRequest, problem: KeyUsedElsewhere) -> HttpResponse:
    return answer(409, str(problem))


def _malformed(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    return answer(422, [{"field": _field(error["loc"]), "message": error["msg"]} for error in problem.errors])


def _by_the_library(request: HttpRequest, problem: HttpError) -> HttpResponse:
    """A body that is no JSON, or far too long, is malformed (422) like one with a wrong field."""
    if problem.status_code != 400:
        return answer(problem.status_code, str(problem))
    most = getattr(request, "most_bytes", MOST_BYTES)
    return answer(422, [{"field": "body", "message": f"The body must be JSON of at most {most} bytes"}])


def _far_too_long(request: HttpRequest, problem: RequestDataTooBig) -> HttpResponse:
    """More than Django reads at all (DATA_UPLOAD_MAX_MEMORY_SIZE)."""
    return answer(422, [{"field": "body", "message": "The body is far too long"}])


def _cannot_check(request: HttpRequest, problem: Exception) -> HttpResponse:
    """Whatever went wrong, the till must think the card neither good nor bad (quality bar 27)."""
    log.exception("The till API could not answer %s", request.path, exc_info=problem)
    return answer(503, CANNOT_CHECK, 60)


def _field(loc: Sequence[Any]) -> str:
    """`["body", "body", "offer"]` is the field `offer`; the body itself is `body`."""
    return ".".join(str(part) for part in loc[2:]) or "body"
