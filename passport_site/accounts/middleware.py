"""Keeps the CMS for officers: 403 for people without access, and a second factor for those with it.

ASVS 6.3.3; quality bar 8. No Wagtail or allauth setting does this (dependencies.md, trap 2). Views
outside the CMS get the same from the `staff` mark in access.py.
"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from . import second_factor
from .roles import CMS

STAFF_PATHS = ("/cms/",)
OPEN_PATHS = ("/cms/login/", "/cms/password_reset/", "/cms/logout/", "/cms/jsi18n/", "/cms/sprite/")
"""Not of any officer's: the way to sign-in, the way out, and files that every CMS page loads."""


class StaffGate:
    """Before any CMS view: signed in, allowed into the CMS, second factor set up and used in this session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(STAFF_PATHS) and not request.path.startswith(OPEN_PATHS):
            refusal = self._refusal(request)
            if refusal is not None:
                return refusal
        return self.get_response(request)

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not request.user.has_perm(CMS):
            raise PermissionDenied
        return second_factor.detour(request)
