"""Reads of passports and cards, as adjectives."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import models

from passport_site.scheme.domain import normalise_postcode

from .domain import numbers

MOST_WORDS = 6


class PassportQuerySet(models.QuerySet):
    def active_on(self, day: date) -> PassportQuerySet:
        """Passports of carers that are good on that day."""
        return self.filter(sandbox=False, status="active", valid_from__lte=day, valid_until__gte=day)

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
        if postcode := normalise_postcode(words):
            return found.filter(postcode=postcode)
        for word in words.split()[:MOST_WORDS]:
            cards = apps.get_model("cards.Card").objects.filter(
                passport=models.OuterRef("pk"), number__startswith=numbers.normalise(word)
            )
            found = found.filter(
                models.Q(first_name__icontains=word)
                | models.Q(last_name__icontains=word)
                | models.Q(postcode__icontains=word)
                | models.Exists(cards)
            )
        return found

    def over_before(self, day: date) -> PassportQuerySet:
        """Passports that ran out before a day, or were ended before it. For the retention job."""
        ended = apps.get_model("cards.PassportStatusChange").objects.filter(
            passport=models.OuterRef("pk"), to_status="ended", created_at__date__lt=day
        )
        over = models.Q(valid_until__lt=day) | models.Q(models.Exists(ended), status="ended")
        return self.filter(over, sandbox=False)


class CardQuerySet(models.QuerySet):
    def with_holder(self) -> CardQuerySet:
        """Cards with their passport in the same query."""
        return self.select_related("passport")

    def with_reader(self) -> CardQuerySet:
        """Cards with passport and account, for letters: the account says which language."""
        return self.select_related("passport__user")

    def active(self) -> CardQuerySet:
        return self.filter(status="active")

    def good_on(self, day: date) -> CardQuerySet:
        """Cards that a till accepts on that day: active, not run out, and of a passport that is good then."""
        return self.filter(
            status="active",
            expires_on__gte=day,
            passport__status="active",
            passport__valid_from__lte=day,
            passport__valid_until__gte=day,
        )

    def stopped(self) -> CardQuerySet:
        """Cards that tills must refuse although their signature is good."""
        return self.exclude(status="active")

    def newest(self) -> Any:
        """The newest of these cards, or None."""
        return self.order_by("-pk").first()

    def of_each_passport(self) -> CardQuerySet:
        """The newest card of the passport of an outer query, for a subquery."""
        return self.filter(passport=models.OuterRef("pk")).order_by("-pk")[:1]

    def to_print(self) -> CardQuerySet:
        """Active cards that wait for a letter, longest waiting first."""
        return self.filter(status="active", print_asked_at__isnull=False).order_by("print_asked_at", "pk")


class PrintBatchQuerySet(models.QuerySet):
    def unfinished(self) -> PrintBatchQuerySet:
        return self.filter(finished_at__isnull=True)

    def given_up(self, moment: datetime) -> PrintBatchQuerySet:
        """Unfinished ones that nobody has worked on since a moment."""
        return self.unfinished().filter(
            models.Q(worked_on_at__lt=moment) | models.Q(worked_on_at__isnull=True, created_at__lt=moment)
        )
