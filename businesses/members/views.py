"""`/business/`: what a business’s own people see of it, and the tills that its owner adds and takes off."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from passport_site.accounts.access import signed_in

from . import notes, till_news, tills
from .forms import InviteTillForm
from .models import Business


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def own_tills(request: HttpRequest) -> HttpResponse:
    """GET lists the person’s businesses. POST, for owners: invites a till, takes one off or an invitation back.

    Everything is read through the person: another business’s rows are not found. A new code is in the answer
    to its POST and never again.
    """
    if request.method != "POST":
        return _page(request)
    owned = Business.objects.owned_by(request.user)
    business = get_object_or_404(owned, pk=tills.row_id(request.POST.get("business")))
    if request.POST.get("action") != "invite":
        tills.take_away(request, business)
        return redirect("members:tills")
    form = _form(business, request.POST)
    if not form.is_valid():
        return _page(request, sent=form)
    return _page(request, invited=tills.invite(form, by=request.user))


def _form(business: Business, data: Any = None) -> InviteTillForm:
    """One form for each business on the page, so their fields need ids of their own."""
    return InviteTillForm(data, business=business, auto_id=f"id_{business.pk}_%s")


def _page(request: HttpRequest, sent: InviteTillForm | None = None, **context: Any) -> HttpResponse:
    businesses = list(Business.objects.of(request.user).prefetch_related("branches"))
    owned = set(Business.objects.owned_by(request.user).values_list("pk", flat=True))
    places = []
    for business in businesses:
        lists = tills.lists_of(business, taken_off=False)
        place = {"business": business, "devices": lists["devices"]}
        if business.pk in owned:
            form = sent if sent and sent.business == business else _form(business)
            shown = {name: lists[name] for name in ("invitations", "news")}
            place |= {"owned": True, "form": form} | shown
            place |= {"notes": notes.notes_for(business), "served": till_news.served_at(business)}
        places.append(place)
    # `form` is what the base template asks to say “Error:” in the title
    found = {"places": places, "form": sent, "user_owns": bool(owned)}
    return render(request, "members/tills.html", found | context)
