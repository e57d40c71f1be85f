"""Save and come back later: a link by e-mail, or a code to write down."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from passport_site.accounts.access import public
from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import Limit, allows, network_of

from .. import services
from ..forms.other import ResumeForm, SaveForm
from .current import actor, current_draft, hold

RESUMES = Limit("apply-resume", times=20, seconds=3600)
MAILS = Limit("apply-save", times=10, seconds=3600)


@public
@require_http_methods(["GET", "POST"])
def save(request: HttpRequest) -> HttpResponse:
    """Asks for an e-mail address and sends a link. Looks the same for known and unknown addresses."""
    application = current_draft(request)
    if application is None:
        return redirect("applications:come_back")
    known = (
        request.user.email
        if request.user.is_authenticated
        else application.email or application.guardian_email
    )
    form = SaveForm(request.POST or None, initial={"email": known})
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        if allows(MAILS, f"{network_of(request)}") and allows(Limit("apply-save-to", 3, 3600), email):
            services.save_for_later(application=application, email=email, by=actor(request))
        return render(request, "applications/saved.html", {"email": email, "application": application})
    return render(
        request,
        "applications/save.html",
        {"form": form, "application": application},
        status=422 if form.errors else 200,
    )


@public
@require_POST
def code(request: HttpRequest) -> HttpResponse:
    """Makes a resume code and shows it once, on paper-friendly page."""
    application = current_draft(request)
    if application is None:
        return redirect("applications:come_back")
    made = services.go_on_elsewhere(application=application, by=actor(request))
    return render(request, "applications/code.html", {"code": made, "application": application})


@public
@require_http_methods(["GET", "POST"])
def come_back(request: HttpRequest) -> HttpResponse:
    """For a device that does not know the draft (any more): sign in, or type the code and the date of
    birth.
    """
    form = ResumeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not allows(RESUMES, network_of(request)):
            return render(request, "applications/busy.html", status=429)
        try:
            application = services.resume_with_code(**form.cleaned_data)
        except RuleBroken as broken:
            form.add_broken_rule(broken)
        else:
            hold(request, application)
            return redirect("applications:next")
    return render(request, "applications/come_back.html", {"form": form}, status=422 if form.errors else 200)
