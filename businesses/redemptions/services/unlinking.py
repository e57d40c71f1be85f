"""After 13 months nobody can be told from a scan or a use; the counts stay (quality bar 19)."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from ..models import Redemption, Scan

KEPT_WITH_CARD = timedelta(days=396)
"""13 months: a whole year can be compared with the one before."""


def unlink_old_uses() -> int:
    """Takes card, passport and the keyed hash of the request off rows older than 13 months. Returns how many."""
    before = timezone.now() - KEPT_WITH_CARD
    scans = Scan.objects.for_retention().filter(scanned_at__lt=before, card__isnull=False)
    uses = Redemption.objects.for_retention().filter(redeemed_at__lt=before, passport__isnull=False)
    return scans.update(card=None, body_hash="") + uses.update(passport=None)
