"""Keeps the CMS for officers: 403 for people without access, and a second factor for those with it.

ASVS 6.3.3; quality bar 8. No Wagtail or allauth setting does this (dependencies.md, trap 2).
"""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from .roles import is_staff_member

STAFF_PATHS = ("/cms/",)


class StaffGate:
    """Before any CMS view: signed in, allowed into the CMS, second factor set up and used in this session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(STAFF_PATHS):
            refusal = self._refusal(request)
            if refusal is not None:
                return refusal
        return self.get_response(request)

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        user = request.user
        if not user.is_authenticated:
            return redirect(f"{reverse('account_login')}?next={request.path}")
        if not user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        if not settings.STAFF_SECOND_FACTOR_REQUIRED or not is_staff_member(user):
            return None
        if not is_mfa_enabled(user):
            return redirect("accounts:second_factor")
        return None
