"""The page behind an adult's one-time link. The token is in the address's fragment, so no server logs it.

GET records nothing and knows nothing; a POST with the token shows what it is about; a second POST is the
answer.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from passport_site.accounts.access import public
from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import Limit, allows, network_of
from passport_site.scheme.querysets import current as current_scheme

from .. import services
from ..domain.ages import age_on
from ..forms.other import TokenForm
from .current import actor

TRIES = Limit("apply-adult", times=30, seconds=3600)


@public
@sensitive_post_parameters("token")
@require_http_methods(["GET", "POST"])
def adult(request: HttpRequest) -> HttpResponse:
    """Open by the token in the POST body only; shows a first name and an age to whoever holds it."""
    form = TokenForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return render(request, "applications/adult.html", {"form": form}, status=422 if form.errors else 200)
    if not allows(TRIES, network_of(request)):
        return render(request, "applications/busy.html", status=429)
    token, answer = form.cleaned_data["token"], request.POST.get("answer", "")
    try:
        if answer in ("yes", "no"):
            application = services.answer_as_adult(token=token, agrees=answer == "yes", by=actor(request))
            return render(
                request,
                "applications/adult_thanks.html",
                {"application": application, "agreed": answer == "yes"},
            )
        application = services.application_for_adult(token)
    except RuleBroken as broken:
        form.add_broken_rule(broken)
        return render(request, "applications/adult.html", {"form": form}, status=422)
    age = age_on(application.date_of_birth, timezone.localdate())
    context = {"application": application, "token": token, "age": age, "scheme": current_scheme()}
    return render(request, "applications/adult_ask.html", context)
