"""How an other scheme stands, in one word. Facts in, word out."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from passports.cards.domain.trust_list import FRESH, USABLE


class State(TextChoices):
    """What the list of other schemes says of each."""

    SUSPENDED = "suspended", _("Suspended")
    ENDED = "ended", _("Ended")
    BEGINS = "begins", _("Begins later")
    NO_LIST = "no_list", _("Waiting for their list")
    TOO_OLD = "too_old", _("List too old: cards refused")
    OLD = "old", _("Taken, list is old")
    TAKEN = "taken", _("Cards are taken")


def state_of(
    *, suspended: bool, first: date, last: date, issued: datetime | None, now: datetime, today: date
) -> State:
    """The first that applies. `issued` is when their newest list was made, None without one."""
    if suspended:
        return State.SUSPENDED
    if today > last:
        return State.ENDED
    if today < first:
        return State.BEGINS
    if issued is None:
        return State.NO_LIST
    age = now - issued
    return State.TOO_OLD if age >= USABLE else State.TAKEN if age < FRESH else State.OLD
