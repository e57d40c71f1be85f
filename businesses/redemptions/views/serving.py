"""`/till/serving`: who serves at this till now. Goes on with what was tapped before: one card, one scan, one use."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from businesses.members.models import Device, StaffMember
from passport_site.core.errors import RuleBroken

from .. import serving
from ..forms import CodeForm, PinForm, UseForm
from . import pages, who_serves
from .check import answer
from .till import record


@pages.of_tills
def choose(request: HttpRequest, device: Device) -> HttpResponse:
    """Asks, or takes the answer: `member` and perhaps `pin`; `leave` ends it; `skip` records one use without a name."""
    state, use = serving.who(request, device), UseForm(request.POST)
    if not state.asks:
        return _go_on(request, device, use)
    if "leave" in request.POST:
        serving.leave(request, device)
        return serving.put(redirect("redemptions:till"), request, device)
    if "skip" in request.POST:
        return _go_on(request, device, use, staff="")
    member = state.find(request.POST.get("member", ""))
    if member is None:
        return who_serves.ask(request, use)
    return _take(request, device, use, member)


def _take(request: HttpRequest, device: Device, use: UseForm, member: StaffMember) -> HttpResponse:
    form = None
    if who_serves.wants_pin(serving.who(request, device).mode):
        if "pin" not in request.POST:
            return who_serves.ask_pin(request, use, member)
        form = PinForm(request.POST, initials=member.initials)
        if not form.is_valid():
            return who_serves.ask_pin(request, use, member, form)
    try:
        serving.let_in(request, device, member, form.cleaned_data["pin"] if form else "")
    except RuleBroken as broken:
        form.add_broken_rule(broken)
        return who_serves.ask_pin(request, use, member, form)
    return _go_on(request, device, use)


def _go_on(request: HttpRequest, device: Device, use: UseForm, *, staff: str | None = None) -> HttpResponse:
    """Records the use that waited, shows the card again that was on the screen, or the till."""
    name = serving.who(request, device).initials if staff is None else staff
    if use.is_valid():
        return record(request, device, use, staff=name)
    card = CodeForm(request.POST)
    if request.method == "POST" and card.is_valid():
        return answer(request, card.cleaned_data["code"])
    return serving.put(redirect("redemptions:till"), request, device)
