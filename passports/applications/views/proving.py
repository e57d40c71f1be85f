"""The code that proves the address of whoever fills it in: sent, sent again, typed (ADR 0012)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from passport_site.accounts import codes
from passport_site.core.errors import RuleBroken

from .. import services
from ..domain import proof
from ..forms.base import StepForm
from .current import actor

if TYPE_CHECKING:
    from .step import Page

PURPOSE = "application"


def save_and_send(page: Page, form: StepForm) -> None:
    """Stores the address and mails a code to it, unless it is proved or a code for it is on its way."""
    page.save(form)
    address = proof.address_to_prove(page.application)
    if not proof.is_proved(page.application) and codes.waiting(page.request, PURPOSE) != address:
        _send(page, address)


def send_again(page: Page, action: str) -> HttpResponse:
    if not proof.is_proved(page.application) and _send(page, proof.address_to_prove(page.application)):
        messages.success(page.request, _("A new code is on its way. The old one no longer works."))
    return page.again()


def confirm(page: Page, form: StepForm) -> None:
    """Raises RuleBroken when the code is not right; the page says what to do."""
    if not proof.is_proved(page.application):
        address = codes.check(page.request, purpose=PURPOSE, typed=form.cleaned_data["code"])
        services.confirm_address(application=page.application, address=address, by=actor(page.request))
    page.save(form)


def told(page: Page) -> dict[str, Any]:
    """What the page says beside its form."""
    address = proof.address_to_prove(page.application)
    asked_on = {"guardian": "guardian", "professional": "professional"}.get(page.application.route, "contact")
    return {
        "email": address,
        "change": reverse("applications:step", args=[asked_on]),
        "code_sent": codes.waiting(page.request, PURPOSE) == address,
        "is_proved": proof.is_proved(page.application),
    }


def _send(page: Page, address: str) -> bool:
    try:
        codes.send(
            page.request,
            purpose=PURPOSE,
            email=address,
            about=page.application,
            template="account_address_code",
        )
    except RuleBroken as broken:
        messages.error(page.request, str(broken))
        return False
    return True
