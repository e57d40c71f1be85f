"""`/business/keys/`: the keys of a business’s own till systems, made and stopped by its owner."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from passport_site.accounts.access import signed_in

from . import keys_page, tills
from .forms import NewKeyForm
from .models import Business


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def own_keys(request: HttpRequest) -> HttpResponse:
    """For owners only; others are sent to their tills. A new key is in the answer to its POST and never again."""
    owned = Business.objects.owned_by(request.user)
    if request.method != "POST":
        return _page(request) if owned.exists() else redirect("members:tills")
    business = get_object_or_404(owned, pk=tills.row_id(request.POST.get("business")))
    if request.POST.get("action") != "make":
        made = keys_page.change(request, business)
        return _page(request, made=made) if made else redirect("members:keys")
    form = _form(business, request.POST)
    if not form.is_valid():
        return _page(request, sent=form)
    return _page(request, made=keys_page.make(form, by=request.user))


def _form(business: Business, data: Any = None) -> NewKeyForm:
    """One form for each business on the page, so their fields need ids of their own."""
    return NewKeyForm(data, business=business, auto_id=f"id_{business.pk}_%s")


def _page(request: HttpRequest, sent: NewKeyForm | None = None, **context: Any) -> HttpResponse:
    places = []
    for business in Business.objects.owned_by(request.user).prefetch_related("branches"):
        form = sent if sent and sent.business == business else _form(business)
        places.append({"business": business, "form": form, **keys_page.keys_of(business)})
    if not places:
        raise Http404
    # `form` is what the base template asks to say “Error:” in the title
    return render(request, "members/keys.html", {"places": places, "form": sent} | context)
