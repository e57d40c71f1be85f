"""`/use/`: carers record a use on their own phone, at a till that cannot scan our code or for an online shop."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from businesses.members.models import BusinessStatus
from businesses.offers.barcode_svg import barcode_svg, is_turned
from businesses.offers.models import How, Offer
from businesses.offers.public import live_filter
from passport_site.accounts.access import carer
from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import Limit, allows
from passports.cards import public as cards

from ..forms import OwnUseForm
from ..models import Redemption, ScanWay
from ..querysets import BY_CARER
from ..services import TooBusy, may_use_own, take_back_own, use_own
from ..services.own_use import SHOWN_FOR, own_uses

TRIES = Limit("own_use", 30, 600)
MOST_SHOWN = 60
LONGEST_QUERY = 60


@carer
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """The offers that work without a scanner, what is running, and the codes that the person was given."""
    check = cards.check_read(cards.read_own(request.user), timezone.now())
    query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    mine = _own(request).filter(void__isnull=True).order_by("-pk")
    context = {
        "check": check,
        "query": query,
        "running": mine.filter(offer__how=How.BARCODE, created_at__gt=timezone.now() - SHOWN_FOR),
        "codes": mine.filter(code_given__isnull=False).select_related("code_given__code")[:MOST_SHOWN],
        "offers": _offers(check, query) if check.valid else [],
    }
    return render(request, "redemptions/own_choose.html", context)


@carer
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, number: int) -> HttpResponse:
    """One offer and “I am at the till now”. The button records the use; sent twice it counts once."""
    active = Offer.objects.filter(how__in=BY_CARER, business__status=BusinessStatus.ACTIVE)
    chosen = get_object_or_404(active.select_related("business"), pk=number)
    own = cards.held_by(request.user).passports
    running = own_uses(own, chosen.pk).filter(created_at__gt=timezone.now() - SHOWN_FOR).first()
    if running is not None:
        return redirect("own_use:shown", number=running.pk)
    last = Redemption.objects.filter(passport__in=own, offer=chosen, scan__way=ScanWay.SELF).order_by("-pk")
    form = OwnUseForm(
        request.POST or None,
        offer=chosen,
        initial={"after": last.values_list("pk", flat=True).first() or 0},
    )
    refused = ""
    if request.method == "POST" and form.is_valid():
        answer = _record(request, chosen, form)
        if isinstance(answer, HttpResponse):
            return answer
        refused = answer
    if not refused:
        decision = may_use_own(user=request.user, offer=chosen)
        refused = "" if decision.accepted else str(decision.message)
    valid = cards.check_read(cards.read_own(request.user), timezone.now()).valid
    context = {"offer": chosen, "form": form, "refused": refused, "valid": valid}
    return render(request, "redemptions/own_offer.html", context)


def _record(request: HttpRequest, chosen: Offer, form: OwnUseForm) -> HttpResponse | str:
    """Leads to the barcode or the code; or the sentence of a refusal."""
    if not allows(TRIES, f"user:{request.user.pk}"):
        return _("That was very often in a short time. Please try again in a few minutes.")
    data = form.cleaned_data
    try:
        told = use_own(user=request.user, offer=chosen, branch=data.get("branch"), after=data["after"])
    except RuleBroken as broken:
        return str(broken)
    except TooBusy:
        return _("Many people want this at the moment. Nothing was recorded. Please try again.")
    if told.accepted:
        return redirect("own_use:shown", number=told.redemption)
    return str(told.message)


@carer
@require_safe
def shown(request: HttpRequest, number: int) -> HttpResponse:
    """The till barcode for ten minutes, or the person's own code for as long as we know whose it is."""
    use = get_object_or_404(_own(request), pk=number)
    ends = use.created_at + SHOWN_FOR
    left = max(0, int((ends - timezone.now()).total_seconds()))
    back = hasattr(use, "void")
    context: dict[str, Any] = {"use": use, "offer": use.offer, "ends": ends, "left": left, "back": back}
    if hasattr(use, "code_given"):
        context["code"] = "" if back else use.code_given.code.code
        return render(request, "redemptions/own_code.html", context)
    if left and not back:
        context |= _drawn(use.offer)
    response = render(request, "redemptions/own_barcode.html", context)
    if left and not back:
        response["Refresh"] = str(left + 1)  # without a script, the bars go with the next page
    return response


@carer
@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """The till did not take the barcode, or the code was not used."""
    use = get_object_or_404(_own(request), pk=number)
    try:
        take_back_own(user=request.user, redemption=use)
    except RuleBroken as broken:
        messages.error(request, str(broken))
    return redirect("own_use:shown", number=use.pk)


def _own(request: HttpRequest):
    """Uses that this person recorded. Somebody else's are not found."""
    own = cards.held_by(request.user).passports
    uses = Redemption.objects.filter(passport__in=own, scan__way=ScanWay.SELF)
    return uses.select_related("offer__business", "branch", "scan", "void", "code_given__code")


def _drawn(chosen: Offer) -> dict[str, Any]:
    kind, text = chosen.barcode_kind, chosen.barcode
    if not text:  # the business has changed the offer since
        return {}
    label = _("Barcode for the till: %(digits)s") % {"digits": text}
    return {"bars": barcode_svg(kind, text, label=label), "turned": is_turned(kind, text), "digits": text}


def _offers(check: cards.CardCheck, query: str) -> list[Offer]:
    """What this card may have without a scanner, by business; `query` is a part of a business's or an offer's name."""
    audience = cards.YOUNG if check.young else "adult"
    found = Offer.objects.filter(live_filter(timezone.localdate(), audience), how__in=BY_CARER)
    found = found.filter(business__status=BusinessStatus.ACTIVE, business__sandbox=False)
    found = found.select_related("business")
    if query:
        found = found.named_like(query)
    return list(found.order_by("business__name", "pk")[:MOST_SHOWN])
