"""Reads of passports and cards, as adjectives."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models


class PassportQuerySet(models.QuerySet):
    def active_on(self, day: date) -> PassportQuerySet:
        """Passports that are good on that day."""
        return self.filter(status="active", valid_from__lte=day, valid_until__gte=day)

    def of(self, user) -> PassportQuerySet:
        """The person's own passports, newest first. Views read through this, never by number alone."""
        return self.filter(user=user).order_by("-pk")

    def latest_of(self, user) -> Any:
        """The person’s newest passport that has not ended, else the newest at all, else None. One query."""
        ended = models.Case(models.When(status="ended", then=1), default=0)
        return self.filter(user=user).order_by(ended, "-pk").first()

    def found_by(self, words: str) -> PassportQuerySet:
        """Passports whose name, card number or postcode holds each of the words. For officers' search."""
        found = self
        for word in words.split()[:6]:
            compact = word.replace("-", "").upper()
            found = found.filter(
                models.Q(first_name__icontains=word)
                | models.Q(last_name__icontains=word)
                | models.Q(postcode__icontains=word)
                | models.Exists(
                    self.model.cards.rel.related_model.objects.filter(
                        passport=models.OuterRef("pk"), number__startswith=compact
                    )
                )
            )
        return found

    def ended_before(self, day: date) -> PassportQuerySet:
        """Passports that ended, or ran out, before a day. For the retention job."""
        return self.filter(valid_until__lt=day) | self.filter(
            status="ended",
            pk__in=self.model.status_changes.rel.related_model.objects.filter(
                to_status="ended", created_at__date__lt=day
            ).values("passport"),
        )


class CardQuerySet(models.QuerySet):
    def with_holder(self) -> CardQuerySet:
        """Cards with their passport in the same query."""
        return self.select_related("passport")

    def active(self) -> CardQuerySet:
        return self.filter(status="active")

    def stopped(self) -> CardQuerySet:
        """Cards that tills must refuse although their signature is good."""
        return self.exclude(status="active")

    def newest(self) -> Any:
        """The newest of these cards, or None."""
        return self.order_by("-pk").first()

    def to_print(self) -> CardQuerySet:
        """Active cards that wait for a letter, longest waiting first."""
        return self.filter(status="active", print_asked_at__isnull=False).order_by("print_asked_at", "pk")
