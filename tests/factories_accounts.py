"""Signing in, for tests."""

from __future__ import annotations

import time

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.mfa.models import Authenticator
from django.test import Client


def signed_in(user, *, second_factor: bool = True, minutes_ago: int = 0) -> Client:
    """A client of that user; the session says how they proved who they are, and when."""
    client = Client()
    client.force_login(user)
    at = time.time() - minutes_ago * 60
    records = [{"method": "code", "at": at}]
    if second_factor:
        Authenticator.objects.get_or_create(
            user=user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": "unused"}}
        )
        records.append({"method": "mfa", "type": "totp", "at": at, "reauthenticated": True})
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = records
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
    client.user = user
    return client
