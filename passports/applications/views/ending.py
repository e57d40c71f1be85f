"""The end of the journey: stops, check your answers, the confirmation, the optional equality questions."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from passport_site.accounts.access import public
from passport_site.core.errors import RuleBroken
from passport_site.scheme.querysets import current as current_scheme

from .. import services, steps
from ..choices import Route
from ..forms.other import EqualityForm
from ..services.sending import promised_day
from .current import actor, current_draft, hold_sent, last_sent
from .step import next_address

STOPS = (steps.TOO_YOUNG, steps.NEEDS_ADULT, steps.NOT_YOUNG, steps.OUTSIDE)
ASK_EQUALITY = "application_equality"


@public
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, why: str) -> HttpResponse:
    """Why it does not go on by itself, said kindly, with a way on. POST takes that way."""
    application = current_draft(request)
    if why not in STOPS:
        raise Http404
    if application is None:
        return redirect("applications:come_back")
    scheme = current_scheme()
    if steps.stop_for(application, scheme, timezone.localdate()) != why:
        return redirect(next_address(application))
    if request.method == "POST":
        if why == steps.OUTSIDE:
            services.insist_on_area(application=application, by=actor(request))
        elif why == steps.NEEDS_ADULT and request.POST.get("route") in (Route.GUARDIAN, Route.PROFESSIONAL):
            services.change_route(application=application, route=request.POST["route"], by=actor(request))
        return redirect(next_address(application))
    facts = steps.Facts(application, scheme, timezone.localdate())
    back = {steps.OUTSIDE: "their-postcode" if facts.their_postcode_matters else "home"}.get(why, "born")
    context = {"application": application, "back": reverse("applications:step", args=[back]), "why": why}
    return render(request, f"applications/stops/{why}.html", context)


@public
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """All answers with a way to change each; POST sends the application."""
    application = current_draft(request)
    if application is None:
        return redirect("applications:sent" if last_sent(request) else "applications:come_back")
    address = next_address(application)
    if address != reverse("applications:check"):
        return redirect(address)
    problem = None
    if request.method == "POST":
        if request.user.is_authenticated:
            services.claim_draft(application=application, user=request.user)
        try:
            application = services.submit_application(application=application, by=actor(request))
        except RuleBroken as broken:
            problem = broken
        else:
            hold_sent(request, application)
            request.session[ASK_EQUALITY] = not services.waits_for_adult(application)
            return redirect("applications:sent")
    scheme = current_scheme()
    facts = steps.Facts(application, scheme, timezone.localdate())
    asked = steps.steps_for(facts)
    context = {
        "application": application,
        "parts": _parts(asked, facts),
        "number": len(asked) + 1,
        "problem": problem,
        "back": reverse("applications:step", args=[asked[-1].slug]),
        "young": facts.young,
        "theirs": facts.theirs,
    }
    return render(request, "applications/check.html", context, status=422 if problem else 200)


def _parts(asked: list[steps.Step], facts: steps.Facts) -> list[dict]:
    """The answers grouped as the progress line names them, in the order they were asked."""
    parts: list[dict] = []
    for one in asked:
        form = one.form(application=facts.application, scheme=facts.scheme)
        address = reverse("applications:step", args=[one.slug])
        rows = [{"key": key, "value": value, "change": address, "about": key} for key, value in form.lines()]
        if not rows:
            continue
        title = steps.part_of(one, facts)
        group = next((part for part in parts if part["title"] == title), None)
        if group is None:
            group = {"title": title, "rows": []}
            parts.append(group)
        group["rows"] += rows
        if one.slug == "photo":
            group["photo"] = facts.application.photo and facts.application.photo_way == "upload"
    return parts


@public
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The reference and what happens next, for the session that sent it."""
    application = last_sent(request)
    if application is None:
        return redirect("applications:start")
    context = {
        "application": application,
        "answer_by": promised_day(application),
        "waits_for_adult": services.waits_for_adult(application),
        "young": application.is_young_on(timezone.localdate(), current_scheme().adult_age),
        "ask_equality": request.session.get(ASK_EQUALITY, False),
    }
    return render(request, "applications/sent.html", context)


@public
@require_http_methods(["GET", "POST"])
def equality(request: HttpRequest) -> HttpResponse:
    """Optional questions after sending, adults only, once a session. Stored with month and area and no
    link to anyone.
    """
    application = last_sent(request)
    if application is None or not request.session.get(ASK_EQUALITY):
        return redirect("applications:start")
    if application.is_young_on(timezone.localdate(), current_scheme().adult_age):
        return redirect("applications:sent")
    form = EqualityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.record_equality_answer(area=application.area, **form.cleaned_data)
        request.session.pop(ASK_EQUALITY)
        return redirect("applications:thanks")
    return render(request, "applications/equality.html", {"form": form}, status=422 if form.errors else 200)


@public
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """After the equality questions."""
    return render(request, "applications/thanks.html", {"title": _("Thank you")})
