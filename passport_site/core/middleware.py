"""Headers that every response gets, by where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from csp.constants import HEADER, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse

CMS_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
    "form-action": [SELF],
    "base-uri": [SELF],
    "object-src": ["'none'"],
}


class ContentPolicy(CSPMiddleware):
    """The library's, but the policy that nearly all answers share is put together once and not at each of them.

    An answer with a policy, an exemption or a nonce of its own gets what the library makes of it.
    """

    _OWN = frozenset(
        (
            "_csp_replace",
            "_csp_update",
            "_csp_config",
            "_csp_exempt",
            "_csp_replace_ro",
            "_csp_update_ro",
            "_csp_config_ro",
            "_csp_exempt_ro",
        )
    )
    shared = ""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        own = not self._OWN.isdisjoint(vars(response)) or getattr(request, "_csp_nonce", None)
        if own or settings.DEBUG:
            return super().process_response(request, response)
        if not self.shared:
            self.shared = build_policy(**asdict(self.get_policy_parts(request, response)))
        response.headers.setdefault(HEADER, self.shared)
        return response


class ResponseHeaders:
    """`no-store` unless a view said otherwise (ASVS 14.3.2), and the browser features that pages may use."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.has_header("Cache-Control") and not request.path.startswith(settings.STATIC_URL):
            response["Cache-Control"] = "no-store"
        response.headers.setdefault(
            "Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=()"
        )
        return response


class CmsPolicy:
    """Inside CSPMiddleware: the CMS needs inline scripts and styles, and shows previews of our own pages in a frame."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/cms/"):
            response._csp_replace = CMS_POLICY
            response.headers.setdefault("X-Frame-Options", "SAMEORIGIN")
        return response
