"""What of a business is not kept for ever: old invitations, tills taken off long ago, how to reach one that left."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from ..api_key import ApiKey
from ..models import Business, BusinessStatus, Device, Enrolment, StaffMember, TeamMember

INVITATION_DAYS, DEVICE_DAYS = 90, 396


def forget_person(user: Any) -> int:
    """The person works for no business any more. Returns the rows deleted."""
    return TeamMember.objects.filter(user=user).delete()[0]


def remove_old_invitations() -> int:
    """Invitations older than 90 days. A till that one made stays."""
    return Enrolment.objects.filter(created_at__lt=timezone.now() - timedelta(days=INVITATION_DAYS)).delete()[
        0
    ]


def remove_old_devices() -> int:
    """Tills that were taken off 13 months ago. Their scans and uses stay, without the till."""
    return Device.objects.filter(revoked_at__lt=timezone.now() - timedelta(days=DEVICE_DAYS)).delete()[0]


def remove_old_keys() -> int:
    """Keys of till systems that were stopped or ran out 13 months ago, with the hidden tills they acted through."""
    before = timezone.now() - timedelta(days=DEVICE_DAYS)
    old = ApiKey.objects.filter(Q(revoked_at__lt=before) | Q(expires_at__lt=before))
    number = old.count()
    old.delete()
    return number


def blank_businesses_that_left() -> int:
    """E-mail and telephone of a business that left: they may be a person's. Its name stays with the figures."""
    left = Business.objects.filter(status=BusinessStatus.LEFT).exclude(email="", phone="")
    return left.update(email="", phone="")


def remove_staff_of_businesses_that_left() -> int:
    """The initials of people who served at a business that left: no till of it asks any more."""
    return StaffMember.objects.filter(business__status=BusinessStatus.LEFT).delete()[0]
