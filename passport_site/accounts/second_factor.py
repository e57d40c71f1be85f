"""Whether an officer has proved a second factor in this session (ASVS 6.3.3; quality bar 8).

A passkey sign-in counts as two factors: the device, and the fingerprint, face or PIN that opened it.
"""

from __future__ import annotations

import time
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

KINDS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def used(request: HttpRequest) -> bool:
    """Whether this session was opened, or has since been confirmed, with a second factor."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def lately_signed_in(request: HttpRequest) -> bool:
    """Whether the person has proved who they are within ACCOUNT_REAUTHENTICATION_TIMEOUT seconds."""
    since = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    return any(record.get("at", 0) >= since for record in get_authentication_records(request, request.user))


def detour(request: HttpRequest) -> HttpResponse | None:
    """Where an officer must go first: to set a second factor up, or to show it. None when the way is free.

    Asked of everybody who may enter the CMS or a staff view, whichever role or single permission let them.
    """
    user = request.user
    if not settings.STAFF_SECOND_FACTOR_REQUIRED or used(request):
        return None
    if not is_mfa_enabled(user, KINDS):
        return redirect("accounts:second_factor")
    return redirect(f"{confirm_address(user)}?{urlencode({'next': request.get_full_path()})}")


def confirm_address(user) -> str:
    """The page where the person shows a second factor they have set up."""
    methods = get_adapter().get_reauthentication_methods(user)
    return next(
        (one["url"] for one in methods if one["id"].startswith("mfa")), reverse("accounts:second_factor")
    )
