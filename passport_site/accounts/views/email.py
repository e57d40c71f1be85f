"""Changing the e-mail address, and proving again who you are: both by a code."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from passport_site.accounts import codes, second_factor
from passport_site.accounts.access import fresh, signed_in
from passport_site.accounts.forms import CodeForm, NewEmailForm
from passport_site.accounts.services import change_email
from passport_site.core.errors import RuleBroken

NEW_EMAIL, CONFIRM = "new e-mail", "confirm"


@fresh
@require_http_methods(["GET", "POST"])
def new_email(request: HttpRequest) -> HttpResponse:
    """Asks for the new address and sends a code there. Whether another account has it is not said here."""
    form = NewEmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"].strip().lower()
        if email == request.user.email:
            form.add_error("email", _("This is the address we have already."))
        else:
            try:
                codes.send(request, purpose=NEW_EMAIL, email=email, template="account_address_code")
                return redirect("accounts:email_code")
            except RuleBroken as broken:
                form.add_broken_rule(broken)
    return render(request, "accounts/email.html", {"form": form})


@signed_in
@require_http_methods(["GET", "POST"])
def new_email_code(request: HttpRequest) -> HttpResponse:
    """Takes the code from the new mailbox and only then changes the address."""
    email = codes.waiting(request, NEW_EMAIL)
    if not email:
        return redirect("accounts:email")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            confirmed = codes.check(request, purpose=NEW_EMAIL, typed=form.cleaned_data["code"])
            change_email(user=request.user, email=confirmed, by=request.user)
            messages.success(request, _("Your e-mail address is changed. We told the old one."))
            return redirect("accounts:details")
        except RuleBroken as broken:
            if broken.code != "wrong":
                messages.error(request, str(broken))
                return redirect("accounts:email")
            form.add_broken_rule(broken)
    return render(request, "accounts/email_code.html", {"form": form, "email": email})


@signed_in
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Proves once more who is at the screen, before something that matters; then goes on to `next`.

    People with a second factor show that one; others get a code by e-mail.
    """
    onward = _safe(request)
    if second_factor.lately_signed_in(request):
        return redirect(onward)
    if is_mfa_enabled(request.user, second_factor.KINDS):
        return redirect(f"{second_factor.confirm_address(request.user)}?{urlencode({'next': onward})}")
    if request.method == "POST" and request.POST.get("action") == "send":
        try:
            codes.send(request, purpose=CONFIRM, email=request.user.email)
        except RuleBroken as broken:
            messages.error(request, str(broken))
        return redirect(f"{reverse('accounts:confirm')}?{urlencode({'next': onward})}")
    email = codes.waiting(request, CONFIRM)
    form = CodeForm(request.POST or None) if email else None
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            codes.check(request, purpose=CONFIRM, typed=form.cleaned_data["code"])
            record_authentication(request, request.user, method="code", reauthenticated=True)
            return redirect(onward)
        except RuleBroken as broken:
            form.add_broken_rule(broken)
            email = codes.waiting(request, CONFIRM)
    return render(request, "accounts/confirm.html", {"form": form, "email": email, "next": onward})


def _safe(request: HttpRequest) -> str:
    """Where to go on: an address of ours, else My details."""
    wanted = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return wanted
    return reverse("accounts:details")
