"""What the two pages of a business’s staff share: the one in the CMS and the owner’s own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from passport_site.core.errors import RuleBroken

from .domain.staff import StaffMode
from .forms import NewStaffForm, StaffModeForm
from .models import Business
from .services import add_staff, give_pin, remove_staff, set_staff_mode
from .tills import row_id


def staff_of(business: Business) -> dict[str, Any]:
    """The list, and whether the business wishes PINs."""
    people = list(business.staff.all())
    wants_pin = business.staff_mode == StaffMode.PIN
    return {
        "people": people,
        "wants_pin": wants_pin,
        "asks": business.staff_mode != StaffMode.NONE,
        "nobody": not any(person.pin_hash or not wants_pin for person in people),
    }


def mode_form(business: Business, data: Any = None, **kwargs: Any) -> StaffModeForm:
    """The choice, as it stands."""
    return StaffModeForm(data, initial={"mode": business.staff_mode}, **kwargs)


def set_mode(request: HttpRequest, form: StaffModeForm, business: Business) -> None:
    """Keeps the choice of a valid form, and says so."""
    set_staff_mode(business=business, mode=form.cleaned_data["mode"], by=request.user)
    messages.success(request, _("Saved. Tills ask this way from now on."))


def add(form: NewStaffForm, *, by: Any) -> dict[str, Any] | None:
    """Somebody more from a valid form, with their PIN as the page shows it this once; None when the form now says what
    is wrong.
    """
    wish = form.cleaned_data
    try:
        member, pin = add_staff(
            business=form.business, initials=wish["initials"], pin=wish.get("pin", ""), by=by
        )
    except RuleBroken as broken:
        _add_error(form, broken)
        return None
    return {"member": member, "pin": pin}


def change(request: HttpRequest, business: Business) -> dict[str, Any] | None:
    """Removes somebody (`action=remove`), or makes a new PIN (`new_pin`), which is returned to be shown this once.

    Http404 when `row` is nobody of this business.
    """
    member = get_object_or_404(business.staff, pk=row_id(request.POST.get("row")))
    if request.POST.get("action") == "new_pin":
        member, pin = give_pin(member=member, by=request.user)
        return {"member": member, "pin": pin}
    if request.POST.get("action") == "remove":
        remove_staff(member=member, by=request.user)
        messages.success(
            request, _("%(initials)s is not in the list any more.") % {"initials": member.initials}
        )
    return None


def _add_error(form: Form, broken: RuleBroken) -> None:
    form.add_error(broken.field if broken.field in form.fields else None, str(broken))
