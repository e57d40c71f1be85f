"""The demo's door: everybody of the invented cast by role, one click to be them, and the mails that were sent.

These addresses exist under development settings only; production refuses to start with DEMO on, and a test proves
that they are 404 there.
"""

from __future__ import annotations

from collections import defaultdict

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login, logout
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from passport_site.accounts.access import public
from passport_site.accounts.models import User
from passport_site.core.models import OutgoingMail
from passports.cards.public import qr_svg

from .cast import CAST, ROLE_TITLES, Member, find, landing_page
from .neighbours import WEXMERE
from .till import give_till


def _only_in_the_demo() -> None:
    if not settings.DEMO:
        raise Http404


@public
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Who you can be. Public because the demo has no real person in it."""
    _only_in_the_demo()
    known = set(
        User.objects.filter(email__in=[member.email for member in CAST if member.email]).values_list(
            "email", flat=True
        )
    )
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in CAST:
        groups[member.role].append(member)
    by_role = [
        (title, [(m, m.email in known) for m in groups[role]]) for role, title in ROLE_TITLES if groups[role]
    ]
    return render(
        request,
        "demo/people.html",
        {"by_role": by_role, "empty": not known, "mails": OutgoingMail.objects.count()},
    )


@public
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Signs the visitor in as one of the cast, without a code; a shop’s person gets its till as well. POST only."""
    _only_in_the_demo()
    member = find(request.POST.get("person", ""))
    if member is None or not member.email:
        raise Http404(_("Nobody of that name is in the demo."))
    user = get_object_or_404(User, email=member.email)
    logout(request)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    record_authentication(
        request, user, method="code"
    )  # as fresh as a sign-in with a code: no page asks again
    return give_till(member, redirect(landing_page(member)))


@public
@require_GET
def visitor(request: HttpRequest) -> HttpResponse:
    """A card of the next county and one that was lost there, to be scanned at a till of the demo."""
    _only_in_the_demo()
    today = timezone.localdate()
    cards = [
        (_("A good card of Wexmere"), WEXMERE.card(today=today, index=12)),
        (_("A card that was reported lost in Wexmere"), WEXMERE.card(today=today, index=100)),
    ]
    shown = [(title, text, SafeString(qr_svg(text))) for title, text in cards]
    return render(request, "demo/visitor.html", {"cards": shown})


@public
@require_GET
def outbox(request: HttpRequest) -> HttpResponse:
    """Every mail the demo has sent, newest first."""
    _only_in_the_demo()
    page = Paginator(OutgoingMail.objects.all(), 30).get_page(request.GET.get("page"))
    return render(request, "demo/outbox.html", {"page_obj": page})


@public
@require_GET
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail as it was sent, as plain text with its links."""
    _only_in_the_demo()
    return render(request, "demo/message.html", {"mail": get_object_or_404(OutgoingMail, pk=pk)})
