"""Reads of offers, as adjectives."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q


class OfferQuerySet(models.QuerySet):
    def live_on(self, day: date) -> OfferQuerySet:
        """Offers that can be used on that day."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), status="live", starts_on__lte=day)
