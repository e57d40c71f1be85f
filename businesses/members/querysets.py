"""Reads of businesses and devices, as adjectives."""

from __future__ import annotations

from django.db import models


class BusinessQuerySet(models.QuerySet):
    def active(self) -> BusinessQuerySet:
        return self.filter(status="active")

    def real(self) -> BusinessQuerySet:
        """All but the sandbox for people who build till systems."""
        return self.filter(sandbox=False)

    def of(self, user) -> BusinessQuerySet:
        """Businesses that the person works for."""
        return self.filter(team__user=user).distinct()

    def owned_by(self, user) -> BusinessQuerySet:
        """Businesses whose tills the person may add and take off."""
        return self.filter(team__user=user, team__role="owner").distinct()


class DeviceQuerySet(models.QuerySet):
    def standing(self) -> DeviceQuerySet:
        """Devices that stand somewhere and can be taken off: not those behind a till system’s key."""
        return self.filter(api_key__isnull=True)

    def enrolled(self) -> DeviceQuerySet:
        """Devices that may check and record, with their branch and business in the same query."""
        return self.filter(revoked_at__isnull=True, branch__business__status="active").select_related(
            "branch__business"
        )
