"""Who serves at the tills of a business: whether anybody is asked, the list, and the PINs."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit
from passport_site.core.errors import RuleBroken
from passport_site.core.hashing import keyed_hash

from ..domain import staff as rules
from ..domain.staff import StaffMode
from ..models import Business, StaffMember

MOST_STAFF = 60
"""More do not fit on a till, and are no shop."""


@transaction.atomic
def set_staff_mode(*, business: Business, mode: str, by: Any) -> Business:
    """From now on the tills ask so. Whoever was chosen under another mode is asked again."""
    if mode not in StaffMode.values:
        raise RuleBroken(_("Choose one of these"), field="mode")
    if Business.objects.exclude(staff_mode=mode).filter(pk=business.pk).update(staff_mode=mode):
        audit.record("staff.mode_set", on=business, by=by, mode=mode)
    business.staff_mode = mode
    return business


@transaction.atomic
def add_staff(*, business: Business, initials: str, by: Any, pin: str = "") -> tuple[StaffMember, str]:
    """Somebody more, and their PIN where the business wishes one: the given one or a new one, shown now and never again."""
    name = rules.as_initials(initials)
    if not name:
        raise RuleBroken(_("Type 1 to 4 letters, like RH"), field="initials")
    if business.staff.count() >= MOST_STAFF:
        raise RuleBroken(_("The list is full. Remove somebody who no longer works here."), field="initials")
    pin = _good_pin(pin) if business.staff_mode == StaffMode.PIN or pin else ""
    try:
        with transaction.atomic():
            member = StaffMember.objects.create(
                business=business, initials=name, pin_hash=make_password(pin) if pin else ""
            )
    except IntegrityError:  # also when two people add the same at once
        raise RuleBroken(
            _("These initials are in the list already. Add a letter, like RHA."), field="initials"
        ) from None
    audit.record("staff.added", on=member, by=by, business=business.pk)
    return member, pin


@transaction.atomic
def give_pin(*, member: StaffMember, by: Any, pin: str = "") -> tuple[StaffMember, str]:
    """A new PIN, shown now and never again. The one before stops at once, also at tills where it let somebody in."""
    pin = _good_pin(pin)
    member.pin_hash = make_password(pin)
    member.save(update_fields=["pin_hash"])
    audit.record("staff.pin_given", on=member, by=by, business=member.business_id)
    return member, pin


@transaction.atomic
def remove_staff(*, member: StaffMember, by: Any) -> None:
    """They cannot be chosen any more, from the next tap on. What they recorded keeps their initials."""
    audit.record("staff.removed", on=member, by=by, business=member.business_id)
    member.delete()


def pin_fits(member: StaffMember, pin: str) -> bool:
    """Whether that is their PIN. Slow on purpose."""
    return bool(member.pin_hash) and rules.is_pin(pin) and check_password(pin, member.pin_hash)


def mark_of(member: StaffMember) -> str:
    """Changes with the PIN: whoever was let in by the one before is asked again."""
    return keyed_hash("members.staff", member.pin_hash)[:16]


def _good_pin(pin: str) -> str:
    if not pin:
        return rules.new_pin()
    if not rules.is_pin(pin):
        raise RuleBroken(_("A PIN has 4 to 6 digits"), field="pin")
    if rules.is_easy(pin):
        raise RuleBroken(_("This PIN is easy to guess. Choose another one."), field="pin")
    return pin
