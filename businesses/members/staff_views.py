"""`/business/staff/`: whether a business’s tills ask who serves, and who may be chosen. For its owner."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from passport_site.accounts.access import signed_in

from . import staff_page, till_news, tills
from .forms import NewStaffForm
from .models import Business


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def own_staff(request: HttpRequest) -> HttpResponse:
    """For owners only; others are sent to their tills. A new PIN is in the answer to its POST and never again."""
    owned = Business.objects.owned_by(request.user)
    if request.method != "POST":
        return _page(request) if owned.exists() else redirect("members:tills")
    business = get_object_or_404(owned, pk=tills.row_id(request.POST.get("business")))
    action = request.POST.get("action")
    if action == "mode":
        form: Form = staff_page.mode_form(business, request.POST, auto_id=_ids(business))
        if not form.is_valid():
            return _page(request, business, mode=form)
        staff_page.set_mode(request, form, business)
        return redirect("members:staff")
    if action == "add":
        form = _form(business, request.POST)
        added = staff_page.add(form, by=request.user) if form.is_valid() else None
        if added is None:
            return _page(request, business, form=form)
    else:
        added = staff_page.change(request, business)
    return _page(request, made=added) if added and added["pin"] else redirect("members:staff")


def _ids(business: Business) -> str:
    """One form for each business on the page, so their fields need ids of their own."""
    return f"id_{business.pk}_%s"


def _form(business: Business, data: Any = None) -> NewStaffForm:
    return NewStaffForm(data, business=business, auto_id=_ids(business))


def _page(
    request: HttpRequest,
    sent_for: Business | None = None,
    *,
    form: Form | None = None,
    mode: Form | None = None,
    made: dict[str, Any] | None = None,
) -> HttpResponse:
    places = []
    for business in Business.objects.owned_by(request.user):
        here = business == sent_for
        places.append(
            {
                "business": business,
                "form": (here and form) or _form(business),
                "mode": (here and mode) or staff_page.mode_form(business, auto_id=_ids(business)),
                "served": till_news.served_at(business),
                **staff_page.staff_of(business),
            }
        )
    if not places:
        raise Http404
    # `form` is what the base template asks to say “Error:” in the title
    return render(request, "members/staff.html", {"places": places, "form": form or mode, "made": made})
