"""How allauth behaves here: mails by our outbox in the reader's language, no passwords, sealed secrets."""

from __future__ import annotations

import ipaddress
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit, crypto, mail
from passport_site.core.throttle import network_of
from passport_site.scheme.querysets import current as current_scheme

from . import known_devices
from .models import User
from .roles import is_staff_member

# allauth's name of a mail → ours in templates/mail/
MAILS = {
    "account/email/login_code": "account_code",
    "account/email/unknown_account": "account_unknown",
    "account/email/email_confirmation": "account_code",
    "account/email/email_confirmation_signup": "account_code",
}
CHANGES = {
    "mfa/email/totp_activated": _("An authenticator app was added."),
    "mfa/email/totp_deactivated": _("The authenticator app was taken away."),
    "mfa/email/webauthn_added": _("A passkey was added."),
    "mfa/email/webauthn_removed": _("A passkey was taken away."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made."),
}
SEALED = "mfa.authenticator"


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mailed code. An account begins with an application, never with a sign-up form."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("This is not the code we sent. Look again, or ask for a new one."),
        "too_many_login_attempts": _("That was too many tries. Wait a few minutes, then ask for a new code."),
        "rate_limited": _("That was too many tries. Wait a few minutes, then try again."),
        "account_inactive": _("This account is closed."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """Nobody has a password here, whatever an old row says: it is never offered as a way."""
        return [one for one in super().get_reauthentication_methods(user) if one["id"] != "reauthenticate"]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Writes allauth's mail as one of ours into the outbox. KeyError for a kind we do not know."""
        user = User.objects.filter(email=email.lower()).first()
        language = user.language if user else (get_language() or "en")
        words: dict[str, Any] = {"scheme": current_scheme()}
        if template_prefix in CHANGES:
            template = "account_changed"
            with override(language):
                words["what"] = gettext(str(CHANGES[template_prefix]))
                words["link"] = mail.absolute(reverse("mfa_index"))
        else:
            template = MAILS[template_prefix]
            with override(language):
                words["code"] = context.get("code", "")
                words["minutes"] = settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60
                words["link"] = mail.absolute(reverse("applications:start"))
        mail.queue(
            to=email, template=template, language=language, about=user, holds_secret="code" in words, **words
        )

    def get_client_ip(self, request: HttpRequest) -> str:
        """The caller behind the trusted proxies; a made-up header is ignored and never a reason to fail."""
        for candidate in (network_of(request), request.META.get("REMOTE_ADDR", "")):
            try:
                return str(ipaddress.ip_address(candidate))
            except ValueError:
                continue
        return "0.0.0.0"  # noqa: S104 – a word for unknown, not an address to listen on

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """An officer's session ends after a working day. Every sign-in is in the trail, by number only."""
        response = super().post_login(request, user, **kwargs)
        if is_staff_member(user):
            request.session.set_expiry(settings.SESSION_AGE_STAFF)
        known_devices.remember(response, user)
        audit.record("account.signed_in", on=user, by=user)
        return response


class MfaAdapter(DefaultMFAAdapter):
    """Passkeys, authenticator apps and recovery codes. Secrets are sealed with FIELD_ENCRYPTION_KEYS."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right, or it is too old. Enter the one your app shows now."),
        "unverified_email": _("Sign in with a code from an e-mail once. Then you can add this."),
        "cannot_delete_authenticator": _("This cannot be taken away."),
        "cannot_generate_recovery_codes": _("Add an authenticator app or a passkey first."),
    }

    def encrypt(self, text: str) -> str:
        return crypto.encrypt(text, SEALED)

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.decrypt(encrypted_text, SEALED)

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("My passkey") if number == 1 else gettext("Passkey %(number)s") % {"number": number}
