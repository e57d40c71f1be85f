"""`/business/codes/<offer>/`: the owner adds codes for the online shop and looks after those given back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from businesses.members.models import Business
from passport_site.accounts.access import signed_in

from . import code_pages
from .forms import CodesForm
from .models import How, Offer


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def codes(request: HttpRequest, number: int) -> HttpResponse:
    """Read through the person: another business's offer is not found. POST adds a list, or decides on ticked codes."""
    own = Offer.objects.filter(how=How.CODE, business__in=Business.objects.owned_by(request.user))
    offer = get_object_or_404(own.select_related("business"), pk=number)
    form = added = None
    if request.method == "POST" and request.POST.get("action") in ("put_back", "take_out"):
        code_pages.decide_back(request, offer)
        return redirect("offer_codes:codes", number=offer.pk)
    if request.method == "POST":
        form = CodesForm(request.POST, request.FILES)
        if form.is_valid():
            added, form = code_pages.add(form, offer, by=request.user), None
    return render(request, "members/codes.html", code_pages.page_of(offer, form=form, added=added))
