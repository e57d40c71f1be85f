"""Everything we hold about a person, to read and to download; and closing the account."""

from __future__ import annotations

import json

from django.contrib.auth import logout
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from passport_site.accounts import known_devices, my_data, readable
from passport_site.accounts.access import carer, fresh, public
from passport_site.accounts.roles import is_staff_member
from passport_site.accounts.services import close_account
from passport_site.core import audit
from passport_site.core.errors import RuleBroken


@carer
@require_GET
def read(request: HttpRequest) -> HttpResponse:
    """The readable page: one section per room."""
    sections = readable.sections(my_data.held_about(request.user))
    return render(request, "accounts/my_data.html", {"sections": sections})


@carer
@require_GET
def download(request: HttpRequest) -> HttpResponse:
    """The same as one JSON file, for another service or for safe keeping."""
    held = {
        "made_at": timezone.localtime().isoformat(timespec="seconds"),
        "account": request.user.pk,
        "data": my_data.held_about(request.user),
    }
    audit.record("account.data_downloaded", on=request.user, by=request.user)
    body = json.dumps(held, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2, default=str)
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    response["Cache-Control"] = "no-store"
    return response


@fresh
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest) -> HttpResponse:
    """Says what closing means, and does it on POST. Officers are sent to an administrator."""
    if request.method == "POST":
        try:
            close_account(user=request.user, by=request.user)
        except RuleBroken as broken:
            return render(request, "accounts/close.html", {"refusal": str(broken)}, status=409)
        logout(request)
        response = redirect("accounts:closed")
        response.delete_cookie(known_devices.cookie_name(), samesite="Lax")
        return response
    context = {"staff": is_staff_member(request.user)}
    return render(request, "accounts/close.html", context)


@public
@require_GET
def closed(request: HttpRequest) -> HttpResponse:
    """The account is gone; nothing of the person is known any more, so this page is anybody's."""
    return render(request, "accounts/closed.html")
