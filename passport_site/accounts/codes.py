"""Codes that we send ourselves: to prove an address, or that it is really the person (ASVS 6.6.3).

The state lives in the session of whoever asked, as a salted hash: eight digits, ten minutes, five tries. Asking
works without an account too: an applicant proves the address before anything is sent to it (ADR 0012).
"""

from __future__ import annotations

import time

from allauth.core.internal.cryptokit import normalize_user_code
from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db.models import Model
from django.http import HttpRequest
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from passport_site.core import mail
from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import Limit, allows, network_of
from passport_site.scheme.querysets import current as current_scheme

SESSION_KEY = "accounts_code"
SENT = Limit("accounts-code-sent", times=6, seconds=900)
"""For one person, or one draft of somebody without an account."""
SENT_TO = Limit("accounts-code-to", times=8, seconds=3600)
"""To one address, whoever asks: nobody's mailbox is filled through us."""
SENT_FROM = Limit("accounts-code-from", times=60, seconds=3600)
"""From one network: a library or a school is many people."""
TOO_MANY = _("That was too many tries. Wait a few minutes, then ask for a new code.")
CODE_MAILS = ("account_code", "account_address_code")
WRONG = _("This is not the code we sent. Look again, or ask for a new one.")
OVER = _("This code has run out. Ask for a new one.")


def send(
    request: HttpRequest,
    *,
    purpose: str,
    email: str,
    about: Model | None = None,
    template: str = "account_code",
) -> None:
    """Mails a code to `email` and remembers what it is for. `about` is what the mail belongs to: the account of
    whoever is signed in, or the row of somebody without one. Raises RuleBroken when asked too often.
    """
    about = about or request.user
    if not (
        allows(SENT, f"{about._meta.label_lower} {about.pk}")
        and allows(SENT_TO, email)
        and allows(SENT_FROM, network_of(request))
    ):
        raise RuleBroken(TOO_MANY, code="too_many")
    code = get_random_string(8, "0123456789")
    request.session[SESSION_KEY] = {
        "purpose": purpose,
        "email": email,
        "code": make_password(code),
        "at": time.time(),
        "tries": 0,
    }
    mail.queue(
        to=email,
        template=template,
        holds_secret=True,
        language=about.language,
        about=about,
        code=f"{code[:4]}-{code[4:]}",
        minutes=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60,
        scheme=current_scheme(),
    )


def waiting(request: HttpRequest, purpose: str) -> str:
    """The address that a code for this purpose went to, or nothing when none is waiting."""
    state = request.session.get(SESSION_KEY) or {}
    fresh = time.time() - state.get("at", 0) <= settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT
    return state.get("email", "") if state.get("purpose") == purpose and fresh else ""


def check(request: HttpRequest, *, purpose: str, typed: str) -> str:
    """The confirmed address; the code is used up. Raises RuleBroken for a wrong, old or worn-out code."""
    state = request.session.get(SESSION_KEY)
    if not state or not waiting(request, purpose):
        raise RuleBroken(OVER, field="code", code="over")
    if check_password(normalize_user_code(typed), state["code"]):
        del request.session[SESSION_KEY]
        return state["email"]
    state["tries"] += 1
    if state["tries"] >= settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS:
        del request.session[SESSION_KEY]
        raise RuleBroken(TOO_MANY, field="code", code="too_many")
    request.session[SESSION_KEY] = state
    raise RuleBroken(WRONG, field="code", code="wrong")
