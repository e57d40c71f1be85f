"""What a carer does with the card: report it lost, find it again, replace it, choose its design."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passport_site.accounts.access import carer
from passport_site.core.errors import RuleBroken

from .. import services
from ..domain.showing import Showing
from ..domain.statuses import PassportStatus
from ..forms import ContactForm
from .own import own, own_card


@carer
def lost(request: HttpRequest) -> HttpResponse:
    """One page that says what happens, and one button. Only the button does anything."""
    mine = own(request)
    if request.method != "POST":
        if mine.showing is not Showing.CARD:
            return redirect("cards:card")
        return render(request, "cards/report_lost.html", {"card": mine.card, "passport": mine.passport})
    if mine.showing is Showing.CARD:
        _do(request, services.report_lost, card=mine.card)
    return redirect("cards:card")


@carer
@require_POST
def found(request: HttpRequest) -> HttpResponse:
    """Makes the lost card good again."""
    card = own_card(request, Showing.LOST, Showing.CARD)
    if _do(request, services.found_again, card=card):
        messages.success(request, _("Your card works again."))
    return redirect("cards:card")


@carer
def replace(request: HttpRequest) -> HttpResponse:
    """Says what a new card means, and makes one when the person says yes."""
    mine = own(request)
    if mine.showing not in (Showing.CARD, Showing.LOST):
        return redirect("cards:card")
    if request.method != "POST":
        in_wallet = mine.card.wallet_passes.exists()
        context = {"card": mine.card, "passport": mine.passport, "in_wallet": in_wallet}
        return render(request, "cards/replace.html", context)
    if _do(request, services.replace_card, card=mine.card):
        messages.success(request, _("This is your new card. The old one does not work any more."))
    return redirect("cards:card")


@carer
@require_POST
def design(request: HttpRequest) -> HttpResponse:
    """Chooses the plain design or the full one."""
    card = own_card(request, Showing.CARD, Showing.LOST)
    services.change_design(
        passport=card.passport, discreet=request.POST.get("discreet") == "yes", by=request.user
    )
    return redirect("cards:card")


@carer
@require_POST
def post(request: HttpRequest) -> HttpResponse:
    """Asks for the card on paper by post."""
    if _do(request, services.ask_for_post, card=own_card(request, Showing.CARD)):
        messages.success(request, _("We will post your card. It should be with you in 7 working days."))
    return redirect("cards:card")


@carer
@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    """Says that the person still looks after someone; an officer renews."""
    card = own_card(request, Showing.CARD, Showing.LOST, Showing.EXPIRED, Showing.STOPPED)
    if _do(request, services.ask_to_renew, passport=card.passport):
        messages.success(request, _("Thank you. We will renew your passport and write to you."))
    return redirect("cards:card")


@carer
def contact(request: HttpRequest) -> HttpResponse:
    """Where we post things and whom we call. Everything else is under My details."""
    passport = own(request).passport
    if passport is None or passport.status == PassportStatus.ENDED:
        return redirect("cards:card")
    known = {name: getattr(passport, name) for name in ("address", "postcode", "phone")}
    form = ContactForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_contact(passport=passport, by=request.user, **form.cleaned_data)
        except RuleBroken as refusal:
            form.add_broken_rule(refusal)
        else:
            messages.success(request, _("Saved. We will use this from now on."))
            return redirect("cards:card")
    return render(request, "cards/contact.html", {"form": form}, status=422 if form.errors else 200)


def _do(request: HttpRequest, service, **facts) -> bool:
    """Runs a service for the signed-in person; a refusal becomes a message on the card page."""
    try:
        service(**facts, by=request.user)
    except RuleBroken as refusal:
        messages.error(request, str(refusal))
        return False
    return True
