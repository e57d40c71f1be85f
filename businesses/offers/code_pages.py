"""What the two pages of codes share: the one in the CMS and the owner's own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .forms import CodesForm
from .models import CodeState, Offer, OfferCode
from .services.codes import LOW, Added, add_codes, put_back, take_out

MOST_BACK, MOST_LINES = 200, 100


def page_of(offer: Offer, *, form: CodesForm | None = None, added: Added | None = None) -> dict[str, Any]:
    """What the page shows: how many codes are where, those given back, and what became of a list just sent."""
    counted = OfferCode.objects.filter(offer=offer).order_by().values_list("state").annotate(n=Count("pk"))
    counts = dict.fromkeys(CodeState.values, 0) | dict(counted)
    return {
        "offer": offer,
        "counts": [(CodeState(state).label, n) for state, n in counts.items()],
        "low": counts[CodeState.FREE] <= LOW,
        "free": counts[CodeState.FREE],
        "back": OfferCode.objects.given_back().filter(offer=offer)[:MOST_BACK],
        "form": form or CodesForm(),
        "added": added,
        "problems": added.problems[:MOST_LINES] if added else (),
        "more_problems": max(0, len(added.problems) - MOST_LINES) if added else 0,
    }


def add(form: CodesForm, offer: Offer, *, by: Any) -> Added:
    """Adds the list of a valid form."""
    return add_codes(offer=offer, text=form.cleaned_data["text"], by=by)


def decide_back(request: HttpRequest, offer: Offer) -> None:
    """What the business found out about the ticked codes that were given back (`action` put_back or take_out)."""
    ticked = [
        int(row) for row in request.POST.getlist("code") if row.isascii() and row.isdigit() and len(row) < 19
    ]
    if request.POST.get("action") == "put_back":
        done = put_back(offer=offer, codes=ticked, by=request.user)
        words = ngettext("%(count)d code can be given again.", "%(count)d codes can be given again.", done)
    else:
        done = take_out(offer=offer, codes=ticked, by=request.user)
        words = ngettext("%(count)d code was taken out.", "%(count)d codes were taken out.", done)
    if done:
        messages.success(request, words % {"count": done})
    else:
        messages.error(request, _("Tick the codes first."))
