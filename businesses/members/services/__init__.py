"""Writes of this room, as verbs."""

from .bearer import device_for_bearer
from .devices import (
    create_enrolment,
    device_for_token,
    enrol_device,
    note_seen,
    revoke_device,
    revoke_enrolment,
)
from .keys import NoBranch, create_key, device_for_key, revoke_key, rotate_key
from .staff import add_staff, give_pin, remove_staff, set_staff_mode

__all__ = [
    "NoBranch",
    "add_staff",
    "create_enrolment",
    "create_key",
    "device_for_bearer",
    "device_for_key",
    "device_for_token",
    "enrol_device",
    "give_pin",
    "note_seen",
    "remove_staff",
    "revoke_device",
    "revoke_enrolment",
    "revoke_key",
    "rotate_key",
    "set_staff_mode",
]
