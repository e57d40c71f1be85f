"""`/v`: where any phone’s camera ends up. The code comes in the fragment and is posted by the page itself."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from businesses.members import till_cookie
from businesses.members.models import Device
from passport_site.accounts.access import public
from passport_site.core.throttle import network_of

from .. import guessing, photo_token, serving
from ..domain.decide import YOUNG_NEVER
from ..forms import CodeForm
from ..services import CheckAnswer, OfferLeft, check_card, read_at
from . import pages, seen, wording


@public
@require_http_methods(["GET", "HEAD", "POST"])
@pages.or_cannot_check
def check(request: HttpRequest) -> HttpResponse:
    """Public: a stranger learns whether a card is genuine and in date, no more. Opening records nothing."""
    if request.method != "POST":
        return pages.page(request, "redemptions/check.html", form=CodeForm())
    form = CodeForm(request.POST)
    if not form.is_valid():
        return pages.page(request, "redemptions/check.html", form=form)
    return answer(request, form.cleaned_data["code"])


def answer(request: HttpRequest, text: str) -> HttpResponse:
    """The result page for a code, for a stranger or for an enrolled device."""
    device, network = till_cookie.device_of(request), network_of(request)
    read = read_at(device, text)
    if not guessing.may_look(read, device=device, network=network):
        return pages.slow_down(request, guessing.RETRY_AFTER[device is not None])
    staff = serving.who(request, device).initials
    found = check_card(text=text, device=device, read=read, staff=staff)
    guessing.note(found.check.status, read, device=device, network=network)
    if device is None:
        visiting = wording.visiting_from(found.check, timezone.now())
        result = wording.for_stranger(found.check)
        return pages.page(
            request, "redemptions/stranger.html", result=result, visiting=visiting, form=CodeForm()
        )
    return _for_till(request, device, text, found)


def _for_till(request: HttpRequest, device: Device, text: str, found: CheckAnswer) -> HttpResponse:
    photo = photo_token.address(device, found.check.passport_id) if found.check.has_photo else ""
    return pages.page(
        request,
        "redemptions/result.html",
        result=wording.for_till(found.check, photo),
        valid=found.check.valid,
        visiting=wording.visiting_from(found.check, timezone.now()),
        offers=[_offer(line) for line in found.offers],
        code=text,
        seen=seen.note(text, device=device, at=timezone.now()),
        form=CodeForm(),
        again=CodeForm(initial={"code": text[:40]}) if found.check.reason == "mistyped" else None,
    )


def _offer(line: OfferLeft) -> dict[str, Any]:
    """An offer as its button shows it, with a key of its own so that two taps count once."""
    return {
        "offer": line.offer,
        "how_often": wording.how_often(line),
        "gone": line.remaining == 0,
        "adults_only": line.offer.tag in YOUNG_NEVER,
        "key": f"web-{uuid.uuid4().hex}",
    }
