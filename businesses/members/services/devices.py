"""Till devices: an invitation that works once, the device that it makes, and taking it away again."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit
from passport_site.core.errors import AlreadyDone, RuleBroken
from passport_site.core.prepared import PreparedObject

from ..domain import tokens
from ..models import Branch, BusinessStatus, Device, Enrolment

ENROLMENT_VALID_FOR = timedelta(hours=48)
SEEN_AGAIN_AFTER = timedelta(minutes=10)

_NO_GOOD = _("This code does not work. It may have been used, or it is too old. Ask for a new one.")


@transaction.atomic
def create_enrolment(
    *, branch: Branch, name: str, by: Any, valid_for: timedelta = ENROLMENT_VALID_FOR
) -> tuple[Enrolment, str]:
    """An invitation for one device, and its code, which is shown now and never again."""
    code = tokens.new_enrolment_code()
    enrolment = Enrolment.objects.create(
        branch=branch,
        name=clean_name(name),
        token_hash=tokens.hash_of(code),
        created_by=by if hasattr(by, "is_authenticated") else None,
        expires_at=timezone.now() + valid_for,
    )
    audit.record("enrolment.created", on=enrolment, by=by, branch=branch.pk)
    return enrolment, code


@transaction.atomic
def revoke_enrolment(*, enrolment: Enrolment, by: Any) -> Enrolment:
    """The invitation stops working. A device that it made already stays."""
    done = Enrolment.objects.filter(pk=enrolment.pk, used_at=None, revoked_at=None).update(
        revoked_at=timezone.now()
    )
    if not done:
        raise AlreadyDone(_("This invitation was used or taken back already."))
    audit.record("enrolment.revoked", on=enrolment, by=by)
    enrolment.refresh_from_db()
    return enrolment


@transaction.atomic
def enrol_device(*, token: str, language: str = "en") -> tuple[Device, str]:
    """Turns an invitation into a device, and gives the device’s own token, shown now and never again.

    Raises RuleBroken for a code that is unknown, used, taken back or too old: the same sentence for all.
    """
    now = timezone.now()
    usable = Enrolment.objects.filter(
        token_hash=tokens.hash_of(tokens.as_typed(token)),
        used_at=None,
        revoked_at=None,
        expires_at__gt=now,
        branch__business__status=BusinessStatus.ACTIVE,
    )
    enrolment = usable.select_related("branch__business").first()
    # The update is the proof that it works once: of two at the same moment one changes no row.
    if enrolment is None or not Enrolment.objects.filter(
        pk=enrolment.pk, used_at=None, revoked_at=None
    ).update(used_at=now):
        raise RuleBroken(_NO_GOOD, field="code")
    device_token = tokens.new_device_token()
    device = Device.objects.create(
        branch=enrolment.branch,
        enrolment=enrolment,
        name=enrolment.name,
        token_hash=tokens.hash_of(device_token),
        language=language,
        last_seen_at=now,
    )
    audit.record("device.enrolled", on=device, by=f"enrolment:{enrolment.pk}", branch=device.branch_id)
    return device, device_token


@transaction.atomic
def revoke_device(*, device: Device, by: Any) -> Device:
    """The device is a stranger from the next request on. Its scans and uses stay."""
    now = timezone.now()
    if not Device.objects.filter(pk=device.pk, revoked_at=None).update(revoked_at=now, revoked_by=by):
        raise AlreadyDone(_("This device was taken off already."))
    audit.record("device.revoked", on=device, by=by)
    device.refresh_from_db()
    return device


def device_for_token(token: str) -> Device | None:
    """The enrolled device that carries this token, with branch and business, or None. One query.

    Notes at most every ten minutes that the device was there, so that an owner sees which tills are in use.
    """
    if not token or len(token) > 200:
        return None
    device = _by_token().one(token=tokens.hash_of(token))
    if device is None:
        return None
    note_seen(device, timezone.now())
    return device


def note_seen(device: Device, now: datetime) -> None:
    """That the device was there, at most every ten minutes."""
    if device.last_seen_at is None or now - device.last_seen_at > SEEN_AGAIN_AFTER:
        Device.objects.filter(pk=device.pk).update(last_seen_at=now)


@cache
def _by_token() -> PreparedObject:
    enrolled = Device.objects.enrolled().filter(token_hash="<token>")  # noqa: S106 – a placeholder
    return PreparedObject(enrolled, ("branch", "branch__business"), {"token": "<token>"})


def clean_name(name: str) -> str:
    """A name as it is kept. Raises RuleBroken for one without a letter."""
    name = " ".join(name.replace("\x00", "").split())
    if not name:
        raise RuleBroken(_("Give the till a name, like “Counter 1”"), field="name")
    return name[:60]
