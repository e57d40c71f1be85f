"""/apply/: “Do you look after someone?” for everybody; for a signed-in carer what became of the
application.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST

from passport_site.accounts.access import public
from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import Limit, allows, network_of

from .. import services
from ..choices import Route
from ..models import Application
from .current import actor, current_draft, hold, let_go
from .following import overview

STARTS = Limit("apply-start", times=40, seconds=3600)
"""Of one network: a library, a school and a roadshow start many, a script starts more."""
ROUTES = {Route.SELF.value, Route.GUARDIAN.value, Route.PROFESSIONAL.value}


@public
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponseBase:
    """GET shows the page and changes nothing. POST starts a draft, or goes on with the one that is there."""
    if request.method == "POST":
        return _begin(request)
    if request.user.is_authenticated and "new" not in request.GET:
        page = overview(request)
        if page is not None:
            return page
    return render(request, "applications/start.html", {"draft": current_draft(request)})


def _begin(request: HttpRequest) -> HttpResponse:
    route = request.POST.get("route", Route.SELF.value)
    if route not in ROUTES:
        route = Route.SELF.value
    if not allows(STARTS, network_of(request)):
        return render(request, "applications/busy.html", status=429)
    try:
        user = actor(request)
        application = services.start_draft(route=route, language=get_language() or "en", user=user, by=user)
    except RuleBroken:  # they have an open one: that is where they wanted to go
        return redirect("applications:start")
    hold(request, application)
    return redirect("applications:next")


@public
@require_POST
def go_on(request: HttpRequest) -> HttpResponse:
    """Goes on with a draft: this session's, one's own, or one that was saved with the address one has
    signed in with.
    """
    number = request.POST.get("application", "")
    if request.user.is_authenticated:
        found = Application.objects.drafts().reachable_by(request.user)
        draft = (
            found.filter(pk=int(number)).first()
            if number.isdecimal() and len(number) < 19
            else current_draft(request)
        )
        if draft is not None and services.claim_draft(application=draft, user=request.user):
            hold(request, draft)
    return redirect("applications:next")


@public
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """On a shared computer: this device forgets the draft. It can be found again by the link or the code."""
    let_go(request)
    return render(request, "applications/closed.html")
