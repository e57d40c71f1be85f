"""The two buttons under the card: into Apple Wallet, into Google Wallet. Not found where there is no such wallet."""

from __future__ import annotations

import logging

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passport_site.accounts.access import carer
from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import Limit, allows

from ...domain.showing import Showing
from ...models import PassCopy, WalletKind, WalletPass
from ...views.own import own_card
from .. import services, setup
from ..bundle import TYPE, pkpass
from ..google_link import save_link
from ..telling import Teller

log = logging.getLogger(__name__)
TRIES = Limit("wallet", 20, 3600)


@carer
@require_POST
def add_to_apple(request: HttpRequest) -> HttpResponse:
    """Makes the pass and leads to its file: a phone may ask for the file again, and that makes nothing."""
    if setup.apple() is None:
        raise Http404
    return redirect("cards:apple_pass" if _made(request, WalletKind.APPLE) else "cards:card")


@carer
@require_safe
def apple_pass(request: HttpRequest) -> HttpResponse:
    """The signed file of the carer’s own pass, as it is now."""
    wallet = setup.apple()
    card = own_card(request, Showing.CARD)
    wallet_pass = card.wallet_passes.filter(kind=WalletKind.APPLE).first()
    if wallet is None or wallet_pass is None:
        raise Http404
    wallet_pass.card = card
    response = HttpResponse(pkpass(wallet_pass, wallet), content_type=TYPE)
    response["Content-Disposition"] = 'attachment; filename="carer-passport.pkpass"'
    return response


@carer
@require_POST
def add_to_google(request: HttpRequest) -> HttpResponse:
    """Stores the pass at Google and leads there, where the person says yes."""
    wallet = setup.google()
    if wallet is None:
        raise Http404
    wallet_pass = _made(request, WalletKind.GOOGLE)
    if wallet_pass is None:
        return redirect("cards:card")
    if not _is_at_google(wallet_pass):
        messages.error(
            request, _("Google does not answer at the moment. Your card here works. Try again later.")
        )
        return redirect("cards:card")
    response = HttpResponse(status=303)
    response["Location"] = save_link(wallet_pass, wallet)
    return response


def _made(request: HttpRequest, kind: str) -> WalletPass | None:
    """The pass; None when the person was told why there is none."""
    card = own_card(request, Showing.CARD)
    if not allows(TRIES, f"user:{request.user.pk}"):
        messages.error(request, _("That was often. Try again in an hour."))
        return None
    try:
        return services.make_pass(card=card, kind=kind, by=request.user)
    except RuleBroken as refusal:
        messages.error(request, str(refusal))
        return None


def _is_at_google(wallet_pass: WalletPass) -> bool:
    """Puts it there unless it is. A person waits for Google here, because there is nothing to save before."""
    copy = PassCopy.objects.get(wallet_pass=wallet_pass)
    if copy.told_of >= wallet_pass.changed_at:
        return True
    with Teller() as teller:
        return teller.tell(copy.pk)
