"""The cast of the demo as the sign-in page needs it: roles in order, and where each person starts."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from .content.people import CAST
from .content.types import Person

Member = Person

ROLE_TITLES = (
    ("Carer", _("Carers")),
    ("Business owner", _("Business owners")),
    ("Till staff", _("Till staff")),
    ("Assessor", _("Assessors")),
    ("Commissioner", _("Commissioners")),
    ("Call handler", _("Call handlers")),
    ("Privacy officer", _("Privacy officers")),
    ("Administrator", _("Administrators")),
)
BEFORE_A_CARD = {"", "draft", "waiting", "more_needed", "refused", "guardian", "young_waiting_for_guardian"}
CMS_ROLES = {"Assessor", "Commissioner", "Privacy officer", "Administrator"}


def find(key: str) -> Member | None:
    """The member of that key, or None."""
    return next((member for member in CAST if member.key == key), None)


def landing_page(member: Member) -> str:
    """Where the person goes first after signing in, in their language."""
    if member.role in CMS_ROLES:
        return "/cms/"
    if member.role in {"Business owner", "Till staff"}:
        target = "redemptions:till"
    elif member.role == "Carer":
        target = "applications:start" if member.state in BEFORE_A_CARD else "cards:card"
    else:
        target = "accounts:details"
    with translation.override(member.language):
        return reverse(target)
