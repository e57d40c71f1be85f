"""Reads of applications, as adjectives."""

from __future__ import annotations

from datetime import date

from django.db import models

from .domain import statuses


class ApplicationQuerySet(models.QuerySet):
    def of(self, user) -> ApplicationQuerySet:
        """The person's own applications, newest first."""
        return self.filter(user=user).order_by("-pk")

    def open(self) -> ApplicationQuerySet:
        return self.filter(status__in=statuses.OPEN)

    def waiting(self) -> ApplicationQuerySet:
        """What assessors have to decide, the longest waiting first."""
        return self.filter(status=statuses.WAITING).order_by("due_on", "submitted_at")

    def due_on(self, day: date) -> ApplicationQuerySet:
        """Waiting applications whose answer was promised for that day or before."""
        return self.waiting().filter(due_on__lte=day)

    def submitted(self) -> ApplicationQuerySet:
        return self.filter(submitted_at__isnull=False)
