"""Who serves: initials, PINs, and how long the one at the till stays known. Facts in, answers out; no database."""

from __future__ import annotations

import re
import secrets
import unicodedata
from datetime import date, datetime, timedelta
from itertools import pairwise

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

MOST_INITIALS = 4
PIN_LENGTH = 4
UNPROVEN = "?"
"""Behind initials that were chosen without the PIN, because a till without a network cannot check one (ADR 0020)."""


class StaffMode(TextChoices):
    NONE = "none", _("Nobody is asked")
    INITIALS = "initials", _("They tap their initials")
    PIN = "pin", _("They tap their initials and type a PIN")


IDLE: dict[str, timedelta] = {StaffMode.INITIALS: timedelta(hours=4), StaffMode.PIN: timedelta(minutes=30)}
"""After so long without a tap the till asks again: a shift's end, or a till that was left alone."""


def as_initials(text: str) -> str:
    """“r.h.” as “RH”. Empty when it is not 1 to 4 letters."""
    letters = re.sub(r"[\s.]", "", unicodedata.normalize("NFC", text)).upper()
    return letters if letters.isalpha() and len(letters) <= MOST_INITIALS else ""


def as_scanned(text: str) -> str:
    """What a scan keeps of initials that a till sent: at most 12 characters, and none that a name has not."""
    return re.sub(r"[^\w .’'?-]", "", text)[:12].strip()


def is_pin(text: str) -> bool:
    """4 to 6 digits."""
    return text.isascii() and text.isdigit() and 4 <= len(text) <= 6


def is_easy(pin: str) -> bool:
    """One that a colleague tries first: 1111, 1234, 4321, 1212."""
    steps = {int(later) - int(earlier) for earlier, later in pairwise(pin)}
    return (len(steps) == 1 and steps <= {-1, 0, 1}) or pin[:2] * (len(pin) // 2) == pin


def new_pin() -> str:
    """Four random digits that are not easy."""
    while True:
        pin = "".join(secrets.choice("0123456789") for _place in range(PIN_LENGTH))
        if not is_easy(pin):
            return pin


def still_there(*, mode: str, seen: datetime, seen_day: date, now: datetime, today: date) -> bool:
    """Whether whoever was at the till then is believed to be there now."""
    return mode in IDLE and seen_day == today and timedelta(0) <= now - seen < IDLE[mode]
