"""Accounts that nobody uses are closed after 3 years, unless a room still needs them.

A carer with a paper card may never sign in: the room that keeps their passport says so in its
``apps.ready()``::

    from passport_site.accounts import idle
    idle.still_needed("cards")(lambda user: user.passports.exclude(status="ended").exists())
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Q
from django.utils import timezone

from passport_site.core import retention
from passport_site.core.models import OutgoingMail

from . import erasure
from .codes import CODE_MAILS
from .models import User

IDLE_DAYS = 3 * 365 + 1
Need = Callable[[User], bool]
NEEDS: dict[str, Need] = {}


def still_needed(label: str) -> Callable[[Need], Need]:
    """Registers a room's reason to keep an account that nobody signs in to."""

    def keep(need: Need) -> Need:
        NEEDS[label] = need
        return need

    return keep


def close_idle_accounts() -> int:
    """Erases people who have not signed in for 3 years and whom no room needs. Returns how many."""
    since = timezone.now() - timedelta(days=IDLE_DAYS)
    idle = Q(last_login__lt=since) | Q(last_login__isnull=True, date_joined__lt=since)
    closed = 0
    people = User.objects.filter(idle, is_superuser=False).exclude(email__endswith="@closed.invalid")
    for user in people.iterator(chunk_size=200):
        if any(need(user) for need in NEEDS.values()):
            continue
        erasure.erase_person(user, by="system:retention")
        closed += 1
    return closed


def clear_device_list() -> int:
    """Devices whose session has ended."""
    live = Session.objects.filter(expire_date__gte=timezone.now()).values("session_key")
    return UserSession.objects.exclude(session_key__in=live).delete()[0]


def clear_code_mails() -> int:
    """Mails with a code, a day after they were made: the code is dead, and nobody needs to read it again."""
    day_ago = timezone.now() - timedelta(days=1)
    return OutgoingMail.objects.filter(template__in=CODE_MAILS, created_at__lt=day_ago).delete()[0]


def register_jobs() -> None:
    """Called once at start-up."""
    retention.register("accounts.idle")(close_idle_accounts)
    retention.register("accounts.devices")(clear_device_list)
    retention.register("accounts.code_mails")(clear_code_mails)
