"""`/till/`: the shop’s own page, the button that records a use, undo, and the photo."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from businesses.members import till_cookie
from businesses.members.models import Business, Device
from businesses.members.services import NoBranch, device_for_bearer
from passport_site.accounts.access import till
from passport_site.core.errors import RuleBroken
from passports.cards import public as cards

from .. import guessing, photo_token, serving
from ..domain.offline import KEY_USED, UNDONE
from ..forms import CodeForm, UseForm
from ..models import Redemption, Scan
from ..services import VOID_WITHIN, KeyUsedElsewhere, read_at, redeem_offer, void_redemption
from . import pages, seen, who_serves, wording
from .check import answer

RECENT = 12


@pages.of_tills
def home(request: HttpRequest, device: Device) -> HttpResponse:
    """The till’s own page: type a number, and what happened here today, without any names."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return answer(request, form.cleaned_data["code"])
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    scans = Scan.objects.filter(device=device, created_at__gte=today).order_by("-created_at")
    scans = scans.select_related("offer", "redemption__void")
    owner = request.user.is_authenticated and Business.objects.owned_by(request.user).exists()
    response = pages.page(
        request,
        "redemptions/till.html",
        form=form,
        card_hosts=" ".join(cards.hosts(device.branch.area_id)),
        recent=[_line(scan) for scan in scans[:RECENT]],
        owner=owner,
    )
    return till_cookie.put(response, request.COOKIES[till_cookie.name()])


@pages.of_tills
def use(request: HttpRequest, device: Device) -> HttpResponse:
    """Records one use. The key in the page makes a double tap, or a second try, count once."""
    form = UseForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        return redirect("redemptions:till")
    state = serving.who(request, device)
    if state.asks and state.member is None:
        return who_serves.ask(request, form)
    return record(request, device, form, staff=state.initials)


def record(request: HttpRequest, device: Device, form: UseForm, *, staff: str) -> HttpResponse:
    """The page after a use, from a valid form."""
    text = form.cleaned_data["code"]
    read = read_at(device, text)
    if not guessing.may_look(read, device=device):
        return pages.slow_down(request, guessing.RETRY_AFTER[True])
    try:
        told = redeem_offer(
            text=text,
            offer_id=form.cleaned_data["offer"],
            device=device,
            idempotency_key=form.cleaned_data["key"],
            seen_at=seen.seen_at(form.cleaned_data["seen"], text, device=device),
            read=read,
            staff=staff,
        )
    except KeyUsedElsewhere:
        return redirect("redemptions:till")
    if not told.accepted:
        guessing.note(told.reason, read, device=device)
    redemption = Redemption.objects.select_related("offer").filter(pk=told.redemption).first()
    offer = redemption.offer if redemption else None
    return pages.page(
        request,
        "redemptions/used.html",
        result=wording.for_use(told.accepted, told.reason, told.message, offer.title if offer else ""),
        redemption=redemption,
        offer=offer,
        form=CodeForm(),
    )


@pages.of_tills
def undo(request: HttpRequest, device: Device) -> HttpResponse:
    """Takes a use back, within ten minutes, at the branch where it was recorded."""
    redemption = _named(request, device) if request.method == "POST" else None
    if redemption is None:
        return redirect("redemptions:till")
    try:
        void_redemption(redemption=redemption, device=device)
    except RuleBroken as broken:
        result = wording.Result("warn", _("Too late"), str(broken))
    else:
        result = wording.undone(redemption.offer.title)
    return pages.page(request, "redemptions/used.html", result=result, form=CodeForm())


def _named(request: HttpRequest, device: Device) -> Redemption | None:
    """The use that the form means: one of this branch by its number, or one of this till by the key it was `sent` with."""
    here = Redemption.objects.select_related("offer").filter(branch=device.branch_id)
    number, sent = request.POST.get("redemption", ""), request.POST.get("sent", "")
    if re.fullmatch(r"[\x21-\x7e]{1,80}", sent):
        return here.filter(scan__device=device, scan__idempotency_key=sent).first()
    if number.isascii() and number.isdigit() and len(number) < 19:
        return here.filter(pk=int(number)).first()
    return None


@till
@require_GET
def photo(request: HttpRequest, token: str) -> HttpResponse:
    """The photo of a card that this device checked in the last five minutes. Each look is audited."""
    device = till_cookie.device_of(request) or _by_token(request)
    passport_id = photo_token.passport_in(token, device=device) if device else None
    content = cards.photo_for_till(passport_id, device=device) if passport_id else None
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type="image/jpeg")
    response["Cache-Control"] = "private, no-store"
    return response


def _by_token(request: HttpRequest) -> Device | None:
    """A till system that uses the API carries its token in a header."""
    scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return None
    try:
        return device_for_bearer(token.strip(), request.headers.get("Branch", ""))
    except NoBranch:
        return None


def _line(scan: Scan) -> dict[str, object]:
    """One line of today’s list: when, what came of it, who served, and for ten minutes the use that can be taken back."""
    undo = None
    if scan.accepted and scan.purpose == "redeem":
        kind, word = "good", scan.offer.title if scan.offer else _("Recorded")
        if hasattr(scan.redemption, "void"):
            kind, word = "off", _("Undone: %(offer)s") % {"offer": word}
        elif timezone.now() - scan.redemption.created_at < VOID_WITHIN:
            undo = scan.redemption.pk
    elif scan.accepted:
        kind, word = "info", _("Checked: yes")
    else:
        kind = "off" if scan.reason in (UNDONE, KEY_USED) else "bad"
        word = wording.refusal_in_short(scan.reason)
    return {"at": scan.created_at, "kind": kind, "word": word, "staff": scan.staff, "undo": undo}
