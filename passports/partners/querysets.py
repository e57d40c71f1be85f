"""Reads of other schemes."""

from __future__ import annotations

from datetime import date

from django.db import models


class PartnerQuerySet(models.QuerySet):
    """Other schemes."""

    def to_refresh(self, day: date) -> PartnerQuerySet:
        """Whose list we want: suspended ones too, so that resuming one works at once."""
        return self.filter(trusted_until__gte=day)
