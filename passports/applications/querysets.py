"""Reads of applications, as adjectives, and who else may be the same person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from passports.cards.models import Passport

from .choices import DUPLICATE_WORDS, Route
from .domain import duplicates, statuses

if TYPE_CHECKING:
    from .models import Application

FOR_YOUNG = (Route.GUARDIAN, Route.PROFESSIONAL)
MANY = 200
"""Enough rows to compare; more people than this behind one postcode or birthday would not help an
assessor.
"""


class ApplicationQuerySet(models.QuerySet):
    def of(self, user) -> ApplicationQuerySet:
        """The person's own applications, newest first."""
        return self.filter(user=user).order_by("-pk")

    def seen_by(self, user) -> ApplicationQuerySet:
        """Their own, and those they fill in for a young carer; newest first. Views read through this."""
        return self.filter(Q(user=user) | Q(started_by=user)).order_by("-pk")

    def drafts(self) -> ApplicationQuerySet:
        return self.filter(status=statuses.DRAFT)

    def reachable_by(self, user) -> ApplicationQuerySet:
        """As `seen_by`, and what is nobody's yet but was saved or sent with this person's proven address.

        What somebody else filled in is claimed first (`waiting_for`). What became a card on paper is somebody else's who
        shares the address (`decisions.approve_application`).
        """
        nobodys = Q(user=None, started_by=None)
        saved = nobodys & Q(status=statuses.DRAFT, saved_for=user.email)
        own = Q(assisted_how="") & ~Q(route__in=FOR_YOUNG)
        sent = nobodys & own & Q(submitted_at__isnull=False, email=user.email, passport=None)
        return self.filter(Q(user=user) | Q(started_by=user) | saved | sent).order_by("-pk")

    def waiting_for(self, user) -> ApplicationQuerySet:
        """What an officer or a young carer's adult filled in for somebody with this person's address, and
        nobody has claimed yet.
        """
        assisted, young = ~Q(assisted_how=""), Q(route__in=FOR_YOUNG)
        carers = Q(email=user.email, user=None) & (assisted | young)
        adults = Q(guardian_email=user.email, started_by=None, email="") & assisted & young
        sent = self.filter(submitted_at__isnull=False).exclude(status=statuses.WITHDRAWN)
        return sent.filter(carers | adults).order_by("-pk")

    def assisted_drafts(self) -> ApplicationQuerySet:
        """What officers began for somebody and have not sent, the newest first."""
        return self.drafts().exclude(assisted_how="").order_by("-changed_at")

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


@dataclass(frozen=True)
class Match:
    """Somebody who may be the same person: a passport or an application, and why (codes of
    choices.DUPLICATE_WORDS).
    """

    row: models.Model
    reasons: tuple[str, ...]

    @property
    def is_passport(self) -> bool:
        return isinstance(self.row, Passport)

    @property
    def words(self) -> list[str]:
        """The reasons as sentences for the assessor."""
        return [str(DUPLICATE_WORDS[reason]) for reason in self.reasons]


def possible_duplicates(application: Application) -> list[Match]:
    """Passports and other sent applications that may be of the same person, the most alike first. At most
    2 queries.
    """
    me = _person(application)
    looks_alike = Q()
    if application.date_of_birth:
        looks_alike |= Q(date_of_birth=application.date_of_birth)
        looks_alike |= Q(
            date_of_birth__year=application.date_of_birth.year,
            last_name__istartswith=application.last_name[:2],
        )
    for field in ("postcode", "email", "phone"):
        if value := getattr(application, field):
            looks_alike |= Q(**{f"{field}__iexact": value})
    if not looks_alike:
        return []
    passports = Passport.objects.exclude(pk=application.passport_id).filter(looks_alike)[:MANY]
    others = type(application).objects.submitted().exclude(pk=application.pk).filter(looks_alike)
    others = others.filter(passport=None)[:MANY]  # an approved one shows as its passport
    found = [(row, duplicates.reasons(me, _person(row))) for row in [*passports, *others]]
    matches = [Match(row, tuple(why)) for row, why in found if why]
    return sorted(
        matches, key=lambda match: (list(duplicates.ORDER).index(match.reasons[0]), -len(match.reasons))
    )


def _person(row) -> duplicates.Person:
    return duplicates.Person(
        first_name=row.first_name,
        last_name=row.last_name,
        date_of_birth=row.date_of_birth,
        postcode=row.postcode,
        address=row.address,
        email=row.email,
        phone=row.phone,
    )
