"""Writes of this room, as verbs."""

from .devices import create_enrolment, device_for_token, enrol_device, revoke_device, revoke_enrolment

__all__ = ["create_enrolment", "device_for_token", "enrol_device", "revoke_device", "revoke_enrolment"]
