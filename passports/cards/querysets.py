"""Reads of passports and cards, as adjectives."""

from __future__ import annotations

from datetime import date

from django.db import models


class PassportQuerySet(models.QuerySet):
    def active_on(self, day: date) -> PassportQuerySet:
        """Passports that are good on that day."""
        return self.filter(status="active", valid_from__lte=day, valid_until__gte=day)

    def of(self, user) -> PassportQuerySet:
        """The person's own passports, newest first. Views read through this, never by number alone."""
        return self.filter(user=user).order_by("-pk")


class CardQuerySet(models.QuerySet):
    def with_holder(self) -> CardQuerySet:
        """Cards with their passport in the same query."""
        return self.select_related("passport")

    def active(self) -> CardQuerySet:
        return self.filter(status="active")

    def stopped(self) -> CardQuerySet:
        """Cards that tills must refuse although their signature is good."""
        return self.exclude(status="active")
