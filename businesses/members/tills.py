"""What the two pages of a business’s tills share: the one in the CMS and the owner’s own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from passport_site.core import mail
from passport_site.core.errors import RuleBroken
from passports.cards.public import qr_svg

from . import till_news
from .domain.tokens import grouped
from .forms import InviteTillForm
from .models import Business, Device, Enrolment
from .services import create_enrolment, revoke_device, revoke_enrolment


def row_id(text: str | None) -> int:
    """A row’s number from a form. Http404 for anything that cannot be one."""
    if text and text.isascii() and text.isdigit() and len(text) < 19:
        return int(text)
    raise Http404


def lists_of(business: Business, *, taken_off: bool = True) -> dict[str, Any]:
    """The devices of a business, its invitations that still work, and what there is to tell of its tills."""
    devices = Device.objects.standing().filter(branch__business=business).select_related("branch")
    news = till_news.news_of(business)
    open_ones = Enrolment.objects.filter(used_at=None, revoked_at=None, expires_at__gt=timezone.now())
    return {
        "devices": till_news.told_with(devices if taken_off else devices.filter(revoked_at=None), news),
        "invitations": open_ones.filter(branch__business=business).select_related("branch"),
        "news": news,
    }


def take_away(request: HttpRequest, business: Business) -> None:
    """Takes a till off (`action=take_off`) or an invitation back (`take_back`), and says so.

    Http404 when `row` is none of this business.
    """
    action, row = request.POST.get("action"), request.POST.get("row")
    try:
        if action == "take_off":
            device = get_object_or_404(Device.objects.standing(), pk=row_id(row), branch__business=business)
            revoke_device(device=device, by=request.user)
            messages.success(request, _("%(till)s can no longer check cards.") % {"till": device.name})
        elif action == "take_back":
            enrolment = get_object_or_404(Enrolment, pk=row_id(row), branch__business=business)
            revoke_enrolment(enrolment=enrolment, by=request.user)
            messages.success(request, _("The invitation no longer works."))
    except RuleBroken as problem:
        messages.error(request, str(problem))


def invite(form: InviteTillForm, *, by: Any) -> dict[str, Any]:
    """A new invitation from a valid form, as the page shows it this once: code, address and QR.

    The code travels in the fragment: no server and no proxy writes it into a log (quality bar 3).
    """
    enrolment, code = create_enrolment(
        branch=form.cleaned_data["branch"], name=form.cleaned_data["name"], by=by
    )
    address = f"{mail.absolute(reverse('redemptions:enrol'))}#{code}"
    shown = grouped(code)
    return {"enrolment": enrolment, "code": shown, "address": address, "qr": SafeString(qr_svg(address))}
