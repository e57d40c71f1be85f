"""The page that asks who serves: initials to tap, and the PIN where the business wishes one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from businesses.members.domain.staff import StaffMode
from businesses.members.models import StaffMember
from businesses.offers.models import Offer

from ..forms import PinForm, UseForm
from . import pages

CARRIED = ("code", "offer", "key", "seen")


def ask(request: HttpRequest, use: UseForm) -> HttpResponse:
    """All who may be chosen. What was tapped before – a use, or a card on the screen – goes on afterwards."""
    return pages.page(request, "redemptions/serving.html", choosing=True, **_carried(use))


def ask_pin(
    request: HttpRequest, use: UseForm, member: StaffMember, form: PinForm | None = None
) -> HttpResponse:
    """The PIN of this one."""
    form = form or PinForm(initials=member.initials)
    return pages.page(
        request, "redemptions/serving_pin.html", choosing=True, form=form, person=member, **_carried(use)
    )


def wants_pin(mode: str) -> bool:
    """Whether initials alone are not enough."""
    return mode == StaffMode.PIN


def _carried(use: UseForm) -> dict[str, object]:
    """For the forms of the page: hidden fields, and the offer that is to be recorded."""
    sent = {name: use.data.get(name, "") for name in CARRIED}
    offer = Offer.objects.filter(pk=use.cleaned_data["offer"]).first() if use.is_valid() else None
    return {"carried": {name: value for name, value in sent.items() if value}, "pending": offer}
