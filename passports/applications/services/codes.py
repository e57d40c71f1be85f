"""GP and school codes: whose code somebody typed, and how often each was used."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from ..domain import references
from ..evidence_code import EvidenceCode
from ..models import Application

GOOD, ENDED, EARLY, UNKNOWN = "good", "ended", "early", "unknown"


@dataclass(frozen=True)
class Standing:
    """What is known about a typed code. It decides nothing: an assessor does."""

    word: str
    code: EvidenceCode | None = None


def standing_of(application: Application) -> Standing | None:
    """Of the code on this application, on the day it was sent (today for a draft). None without a code."""
    if not application.evidence_code:
        return None
    sent = application.submitted_at
    day = timezone.localdate(sent) if sent else timezone.localdate()
    code = EvidenceCode.objects.filter(plain=references.plain(application.evidence_code)).first()
    if code is None:
        return Standing(UNKNOWN)
    if code.is_good_on(day):
        return Standing(GOOD, code)
    return Standing(EARLY if day < code.active_from else ENDED, code)


def is_good(typed: str) -> bool:
    """Whether a place uses this code today."""
    code = EvidenceCode.objects.filter(plain=references.plain(typed)).first()
    return code is not None and code.is_good_on(timezone.localdate())


def count_use(application: Application) -> None:
    """One application more was sent with this code. Call it in the transaction that sends."""
    if application.evidence_code:
        plain = references.plain(application.evidence_code)
        EvidenceCode.objects.filter(plain=plain).update(uses=F("uses") + 1)
