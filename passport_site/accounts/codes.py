"""Codes that this room sends itself: to confirm a new address, or that it is really the person (ASVS 6.6.3).

The state lives in the session of whoever asked, as a salted hash: eight digits, ten minutes, five tries.
"""

from __future__ import annotations

import time

from allauth.core.internal.cryptokit import normalize_user_code
from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from passport_site.core import mail
from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import Limit, allows
from passport_site.scheme.querysets import current as current_scheme

SESSION_KEY = "accounts_code"
SENT = Limit("accounts-code-sent", times=6, seconds=900)
TOO_MANY = _("That was too many tries. Wait a few minutes, then ask for a new code.")
WRONG = _("This is not the code we sent. Look again, or ask for a new one.")
OVER = _("This code has run out. Ask for a new one.")


def send(request: HttpRequest, *, purpose: str, email: str) -> None:
    """Mails a code to `email` and remembers what it is for. Raises RuleBroken when asked too often."""
    if not allows(SENT, f"user {request.user.pk}"):
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
        template="account_code",
        holds_secret=True,
        language=request.user.language,
        about=request.user,
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
