"""The card on the phone: the page, its live code, its photo, and what keeps it working without a network."""

from __future__ import annotations

from datetime import date

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from passport_site.accounts.access import carer, public
from passport_site.scheme.querysets import current

from .. import foreign, pending
from ..domain import numbers, periods
from ..domain.code import LIVE_SECONDS
from ..domain.showing import Showing, end_of
from ..face import code_drawing, face_of
from ..photos import small_photo
from ..services import address_for
from ..wallet import setup
from ..wallet.google_link import SAVE_ORIGIN
from .own import Own, own

TEMPLATES = {
    Showing.CARD: "cards/card.html",
    Showing.LOST: "cards/lost_card.html",
    Showing.NOTHING: "cards/no_card.html",
}


@carer
@require_safe
def card(request: HttpRequest) -> HttpResponse:
    """The person’s own card with its static code; a script asks for the live one. Other states in words."""
    mine = own(request)
    context = {"passport": mine.passport, "card": mine.card, "showing": mine.showing.value}
    if mine.showing is Showing.CARD:
        context |= _face_context(mine)
    elif mine.showing is Showing.LOST:
        context["shown_number"] = numbers.display(mine.card.number)
    elif mine.showing is Showing.NOTHING:
        context["pending"] = pending.for_user(request.user)
    response = render(request, TEMPLATES.get(mine.showing, "cards/card_message.html"), context)
    if mine.showing is Showing.CARD:
        # The worker reads it from its stored copy, and throws the copy away at that moment.
        response["X-Card-Until"] = str(int(end_of(mine.card.expires_on).timestamp()))
        if context["google_wallet"]:
            response._csp_update = {"form-action": [SAVE_ORIGIN]}  # the button’s answer leads there
    return response


def _face_context(mine: Own) -> dict[str, object]:
    passport, today = mine.passport, timezone.localdate()
    scheme = current()
    photo_url = f"{reverse('cards:photo')}?v={passport.photo.name[-12:-4]}" if passport.photo else ""
    return {
        "scheme": scheme,
        "face": face_of(mine.card, scheme, photo_url=photo_url),
        "until": end_of(mine.card.expires_on),
        "now": timezone.localtime(),
        "weekdays": "|".join(str(name) for name in WEEKDAYS_ABBR.values()),
        "months": "|".join(date_format(date(2000, month, 1), "M") for month in range(1, 13)),
        "elsewhere": [one.name for one in foreign.that_take_ours(timezone.now())],
        "apple_wallet": setup.apple() is not None,
        "google_wallet": setup.google() is not None,
        "renew": periods.time_to_renew(passport.valid_until, today),
        "adult_on": periods.birthday(passport.date_of_birth, scheme.adult_age)
        if passport.kind == "young"
        else None,
    }


@carer
@require_safe
def code(request: HttpRequest) -> JsonResponse:
    """The live code as a drawing, good for ten minutes; only the state when there is no good card."""
    mine, now = own(request), timezone.now()
    answer: dict[str, object] = {"state": mine.showing.value, "now": int(now.timestamp() * 1000)}
    if mine.showing is Showing.CARD:
        answer |= {"svg": code_drawing(address_for(mine.card, live=True, now=now)), "seconds": LIVE_SECONDS}
    return JsonResponse(answer)


@carer
@require_safe
def photo(request: HttpRequest) -> HttpResponse:
    """The person’s own photo, small enough for the card. The stored file never leaves the private storage."""
    mine = own(request)
    if mine.passport is None or not mine.passport.photo or mine.showing in (Showing.EXPIRED, Showing.ENDED):
        raise Http404
    try:
        picture = small_photo(mine.passport.photo)
    except OSError:
        raise Http404 from None
    return FileResponse(picture, content_type="image/jpeg")


@public
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, beside the card so that it can answer for it. Holds nothing personal."""
    response = render(request, "cards/worker.js", content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@public
@require_safe
def gone(request: HttpRequest) -> HttpResponse:
    """What a phone without a network shows when the card has run out. Holds nothing personal."""
    return render(request, "cards/gone.html")
