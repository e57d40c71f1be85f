"""An application that an officer filled in: its owner signs in, gives the date of birth, and it is theirs (ADR 0013)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from passport_site.accounts.access import carer
from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import Limit, allows

from .. import services
from ..forms.claiming import ClaimForm
from ..models import Application

TRIES = Limit("claim-assisted", times=5, seconds=24 * 3600)
"""Of one account in a day. A stranger at a mistyped address would need years to guess a date of birth."""
TOO_MANY = _("That was tried too often today. Try again tomorrow, or call us and we will help.")


@carer
@require_http_methods(["GET", "POST"])
def for_you(request: HttpRequest) -> HttpResponse:
    """Asks for the date of birth. Nothing about the application is on the page before it is right."""
    if not Application.objects.waiting_for(request.user).exists():
        return redirect("applications:start")
    form = ClaimForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not allows(TRIES, str(request.user.pk)):
            form.add_error(None, TOO_MANY)
            return render(request, "applications/for_you.html", {"form": form}, status=429)
        try:
            application = services.claim_application(
                user=request.user, date_of_birth=form.cleaned_data["date_of_birth"]
            )
        except RuleBroken as broken:
            form.add_broken_rule(broken)
        else:
            messages.success(request, _("Thank you. This is your application."))
            return redirect("applications:mine", pk=application.pk)
    return render(request, "applications/for_you.html", {"form": form}, status=422 if form.errors else 200)


@carer
@require_POST
def not_mine(request: HttpRequest) -> HttpResponse:
    """The address was mistyped: it is taken out of the application, and nothing more comes to it."""
    if services.disown_address(user=request.user):
        messages.success(request, _("Thank you. We have taken your address out and will call them."))
    return redirect("applications:start")
