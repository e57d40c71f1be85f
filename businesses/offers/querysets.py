"""Reads of offers, as adjectives."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q


class OfferQuerySet(models.QuerySet):
    def live_on(self, day: date) -> OfferQuerySet:
        """Offers that can be used on that day."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), status="live", starts_on__lte=day)

    def named_like(self, query: str) -> OfferQuerySet:
        """Offers with that in their own or their business's name."""
        return self.filter(
            Q(business__name__icontains=query) | Q(title_en__icontains=query) | Q(title_cy__icontains=query)
        )


class OfferCodeQuerySet(models.QuerySet):
    def free(self) -> OfferCodeQuerySet:
        """Codes that nobody has seen, or that the business says are unused; those that came first, first."""
        return self.filter(state="free").order_by("pk")

    def given_back(self) -> OfferCodeQuerySet:
        """Codes that a carer saw and gave back. The business has to look before anybody else gets them."""
        return self.filter(state="back").order_by("pk")
