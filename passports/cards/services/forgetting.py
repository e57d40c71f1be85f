"""Forgetting a carer: at their wish at once, and by the calendar a year after the passport is over.

Forgetting has two stages. First the person goes: name, birthday, photo, addresses, the words in the history.
What stays is a stopped card’s serial and its bit in the status list, so that a till without a network goes on
refusing it. When the card would have run out anyway, the rows go too.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from passport_site.core import audit
from passport_site.core.models import OutgoingMail

from ..domain import periods
from ..domain.statuses import CardStatus, PassportStatus
from ..models import Card, CardStatusChange, Passport, PassportStatusChange, PrintBatch
from ..wallet import changes
from .moves import move_card, move_passport
from .photo import forget_file
from .printing import drop_file

NOBODY_BORN = date(1900, 1, 1)
"""The column needs a day; this one says that we have forgotten the real one."""

MONTHS_KEPT = 12
CHUNK = 200


@transaction.atomic
def forget_person(user: Any) -> int:
    """Stops the person’s cards and blanks their passports. Returns the rows touched."""
    return sum(_forget(passport, by=f"user:{user.pk}") for passport in Passport.objects.of(user))


def remove_old_passports(now: Any = None) -> int:
    """The retention job: blanks passports a year after they are over, deletes them when no card is in date.

    Returns how many passports were blanked or deleted. Safe to run twice.
    """
    today = timezone.localdate(now)
    over = Passport.objects.over_before(periods.add_months(today, -MONTHS_KEPT))
    done = 0
    for passport in over.exclude(date_of_birth=NOBODY_BORN).order_by("pk").iterator(CHUNK):
        _forget(passport, by="system:retention")
        done += 1
    grace = today - timedelta(
        days=30
    )  # keys are published until 30 days after the last card (card-format.md)
    empty = over.filter(date_of_birth=NOBODY_BORN, valid_until__lt=grace)
    done += empty.count()
    empty.delete()
    return done


def _forget(passport: Passport, *, by: str) -> int:
    for card in passport.cards.filter(status__in=(CardStatus.ACTIVE, CardStatus.LOST)):
        move_card(card, "revoke", by=by, why="")
    if passport.status != PassportStatus.ENDED:
        move_passport(passport, "end", by=by, why="")
    cards = list(passport.cards.values_list("pk", flat=True))
    rows = 1 + len(cards)
    rows += CardStatusChange.objects.for_retention().filter(card__in=cards).update(why="", actor="")
    rows += PassportStatusChange.objects.for_retention().filter(passport=passport).update(why="", actor="")
    rows += OutgoingMail.objects.filter(
        about__in=[audit.subject_of(passport), *(f"{Card._meta.label_lower}:{pk}" for pk in cards)]
    ).delete()[0]
    rows += changes.forget_devices(cards=cards)
    for batch in PrintBatch.objects.filter(cards__in=cards).exclude(file="").distinct():
        drop_file(batch)  # their letter is in it; the others’ are printed again from the list of batches
    forget_file(passport.photo.storage, passport.photo.name)
    passport.user, passport.area, passport.photo = None, None, ""
    passport.first_name = passport.last_name = passport.email = passport.phone = ""
    passport.address = passport.postcode = ""
    passport.renew_asked_at = None
    passport.date_of_birth = NOBODY_BORN
    passport.save()
    return rows
