"""My details: see, correct, choose, and where you are signed in."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from passport_site.accounts import choices, devices
from passport_site.accounts.access import carer, signed_in
from passport_site.accounts.forms import NameForm
from passport_site.accounts.models import User
from passport_site.accounts.services import correct_details, end_sessions
from passport_site.core.forms import Form


@carer
@require_GET
def details(request: HttpRequest) -> HttpResponse:
    """Everything a person can see and change about their account, on one page."""
    user = request.user
    rows = [
        {
            "key": _("Name"),
            "value": user.get_full_name(),
            "change": reverse("accounts:name"),
            "about": _("your name"),
        },
        {
            "key": _("E-mail"),
            "value": user.email,
            "change": reverse("accounts:email"),
            "about": _("your e-mail address"),
        },
        {
            "key": _("Language we write in"),
            "value": user.get_language_display(),
            "change": reverse("accounts:name"),
            "about": _("the language we write in"),
        },
    ]
    found = [choice for _name, choice in choices.choices_of(user)]
    passkeys = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).count()
    context = {
        "rows": rows,
        "contact": _said(found, "contact"),
        "consents": _said(found, "consent"),
        "passkeys": passkeys,
        "sessions": UserSession.objects.filter(user=user).count(),
    }
    return render(request, "accounts/details.html", context)


def _said(found: list[choices.Choice], group: str) -> list[dict[str, str]]:
    """The present answers of one group, as rows of a summary list."""
    return [
        {"key": choice.label, "value": _("Yes") if choice.yes else _("No")}
        for choice in found
        if choice.group == group
    ]


@carer
@require_http_methods(["GET", "POST"])
def name(request: HttpRequest) -> HttpResponse:
    """Name and language. What stands on a card is changed by the carers' service, since it is checked."""
    stored = User.objects.get(pk=request.user.pk)
    form = NameForm(request.POST or None, instance=stored)
    if request.method == "POST" and form.is_valid():
        correct_details(user=request.user, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("accounts:details")
    return render(request, "accounts/name.html", {"form": form})


class ChoicesForm(Form):
    """One tick box per choice, as the rooms registered them."""

    mark_optional = False

    def __init__(self, *args, found: list, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for key, choice in found:
            self.fields[key] = forms.BooleanField(
                label=choice.label, help_text=choice.hint, initial=choice.yes, required=False
            )


@carer
@require_http_methods(["GET", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    """How we may write, and each consent apart: unticking one withdraws it."""
    found = choices.choices_of(request.user)
    form = ChoicesForm(request.POST if request.method == "POST" else None, found=found)
    if request.method == "POST" and form.is_valid():
        choices.set_choices(request.user, form.cleaned_data, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("accounts:details")
    groups = {
        group: [form[key] for key, choice in found if choice.group == group]
        for group in ("contact", "consent")
    }
    return render(request, "accounts/preferences.html", {"form": form, "groups": groups})


@signed_in
@require_GET
def sessions(request: HttpRequest) -> HttpResponse:
    """Where the person is signed in: kind of device, since when, and which one this is."""
    found = UserSession.objects.purge_and_list(request.user)
    here = request.session.session_key
    rows = [
        {"device": devices.describe(one.user_agent), "since": one.created_at, "here": one.session_key == here}
        for one in sorted(found, key=lambda one: one.created_at, reverse=True)
    ]
    if not any(row["here"] for row in rows):
        agent = request.headers.get("User-Agent", "")
        rows.insert(0, {"device": devices.describe(agent), "since": request.user.last_login, "here": True})
    return render(request, "accounts/sessions.html", {"sessions": rows})


@signed_in
@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """Ends every other session and keeps this one."""
    ended = end_sessions(user=request.user, by=request.user, keep_key=request.session.session_key)
    update_session_auth_hash(request, request.user)
    UserSession.objects.filter(user=request.user).delete()
    UserSession.objects.create_from_request(request)
    messages.success(
        request, _("Signed out everywhere else.") if ended else _("You were not signed in anywhere else.")
    )
    return redirect("accounts:sessions")


@signed_in
@require_GET
def second_factor(request: HttpRequest) -> HttpResponse:
    """Tells an officer that the CMS needs a second factor, and where to set one up."""
    return render(request, "accounts/second_factor.html")
