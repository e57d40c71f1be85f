"""`/till/enrol`: turns a browser into a till, with the one-time code of an invitation."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from businesses.members import till_cookie
from businesses.members.services import enrol_device
from passport_site.accounts.access import public
from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import Limit, allows, network_of

from ..forms import EnrolForm
from . import pages

TRIES = Limit("enrol", 20, 600)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    """Public: whoever holds the code may use it, once. It is in the fragment or typed, never in the path."""
    form = EnrolForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not allows(TRIES, network_of(request)):
            return pages.slow_down(request, TRIES.seconds)
        try:
            _device, token = enrol_device(
                token=form.cleaned_data["code"], language=(get_language() or "en")[:2]
            )
        except RuleBroken as broken:
            form.add_broken_rule(broken)
        else:
            return till_cookie.put(redirect("redemptions:till"), token)
    return pages.page(request, "redemptions/enrol.html", form=form)
