"""What this room holds about a person, for “my data”."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Q
from django.utils.translation import gettext as _

from passport_site.core.audit import subject_of
from passport_site.core.models import AuditEvent, OutgoingMail

from .models import User
from .roles import ROLES


def _role(name: str) -> str:
    """A role as its holder reads it. A group that is no role of ours keeps its name."""
    return next((str(role.label) for role in ROLES if role.name == name), name)


def held_about(user: User) -> dict[str, Any]:
    """Account, ways to sign in, devices, mails still kept, and what the trail says was done by or to the
    account.
    """
    addresses = EmailAddress.objects.filter(user=user)
    emails = {user.email, *(one.email for one in addresses)}
    mails = OutgoingMail.objects.filter(Q(to__in=emails) | Q(about=subject_of(user)))
    trail = AuditEvent.objects.filter(Q(actor=f"user:{user.pk}") | Q(subject=subject_of(user)))
    keys = Authenticator.objects.filter(user=user)
    return {
        _("Name"): user.get_full_name(),
        _("E-mail"): user.email,
        _("Language"): user.get_language_display(),
        _("Roles"): sorted(_role(name) for name in user.groups.values_list("name", flat=True)),
        _("Account opened"): user.date_joined,
        _("Last signed in"): user.last_login,
        _("Addresses"): [{_("Address"): one.email, _("Confirmed"): one.verified} for one in addresses],
        _("Ways to sign in"): [
            {_("Kind"): one.get_type_display(), _("Added"): one.created_at, _("Last used"): one.last_used_at}
            for one in keys
        ],
        _("Devices"): [
            {_("Signed in"): one.created_at, _("Network address"): one.ip, _("Browser"): one.user_agent}
            for one in UserSession.objects.filter(user=user)
        ],
        _("Mails we sent in the last 30 days"): [
            {_("When"): one.created_at, _("To"): one.to, _("Subject"): one.subject, _("Text"): one.text}
            for one in mails
        ],
        _("What was done"): [
            {_("When"): one.created_at, _("What"): one.verb, _("On"): one.subject} for one in trail[:500]
        ],
    }
