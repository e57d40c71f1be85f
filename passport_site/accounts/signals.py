"""What allauth tells us."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator

from .second_factor import KINDS


def note_new_factor(sender, request, user, authenticator: Authenticator, **kwargs) -> None:
    """Setting a second factor up proves it: the officer need not show it again a moment later."""
    if authenticator.type in KINDS and request.user == user:
        record_authentication(
            request, user, "mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
        )
