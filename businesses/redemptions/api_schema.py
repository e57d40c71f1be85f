"""/api/v1/openapi.json: what the library writes, with our media type for problems, headers and examples."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from . import api_problems
from .api_examples import ANSWERS, REQUESTS

_TEXT = {"schema": {"type": "string"}}
RATE_HEADERS = {
    "RateLimit-Policy": {**_TEXT, "description": "How much there is: `q` requests in `w` seconds"},
    "RateLimit": {**_TEXT, "description": "What is left: `r` requests until `t` seconds from now"},
}
BRANCH = {
    "name": "Branch",
    "in": "header",
    "required": False,
    "schema": {"type": "integer", "minimum": 1, "maximum": 2**63 - 1},
    "description": "The number of a branch, for a key that is for all branches of a business",
}
RETRY_AFTER = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds to wait"}}
TRUST = {
    "responses": {
        200: {"content": {"application/json": {"schema": {"type": "object"}}}},
        304: {"description": "Nothing has changed since the ETag that was sent"},
    }
}
WITHOUT_RATE = {"trust", "schemes"}
"""Kept by caches, so nobody’s count belongs into it."""


class TillApi(NinjaAPI):
    """The library’s API with short names for the operations and a complete description."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**kwargs)
        for path, methods in schema["paths"].items():
            name = path.rsplit("/", 1)[-1]
            for operation in methods.values():
                _describe(name, operation)
        return schema


def _describe(name: str, operation: dict[str, Any]) -> None:
    """Adds to one operation what the library does not know."""
    if name in REQUESTS:
        operation["parameters"].append(BRANCH)
        _examples(operation["requestBody"]["content"]["application/json"], REQUESTS[name])
    for status, response in operation["responses"].items():
        headers = {} if name in WITHOUT_RATE else dict(RATE_HEADERS)
        if int(status) >= 400:
            response["description"] = api_problems.TITLES[int(status)][1]
            response["content"] = {api_problems.MEDIA_TYPE: response["content"]["application/json"]}
            if int(status) in (429, 503):
                headers |= RETRY_AFTER
        elif name in ANSWERS:
            _examples(response["content"]["application/json"], ANSWERS[name])
        if headers:
            response["headers"] = headers


def _examples(content: dict[str, Any], examples: dict[str, Any]) -> None:
    content["examples"] = {name: {"value": value} for name, value in examples.items()}
