"""Erasure: each room says how it forgets a person, and all of them run in one transaction (UK GDPR article
17).

A room registers in its ``apps.ready()``::

    from passport_site.accounts import erasure
    erasure.register("cards")(services.forget_person)   # def forget_person(user) -> int

The function deletes or blanks every row of the room that tells of `user` and returns how many rows it
touched. It removes files with ``transaction.on_commit``. Eraser order is registration order, which is the
order of INSTALLED_APPS: uses lose their person before cards go, cards before the account. This room comes
last.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import transaction

from passport_site.core import audit

if TYPE_CHECKING:
    from .models import User

Eraser = Callable[["User"], int]
ERASERS: dict[str, Eraser] = {}


def register(label: str) -> Callable[[Eraser], Eraser]:
    """Makes a room's eraser known under its app label. A second one for the same label replaces it."""

    def keep(eraser: Eraser) -> Eraser:
        ERASERS[label] = eraser
        return eraser

    return keep


@transaction.atomic
def erase_person(user: User, *, by: object) -> dict[str, int]:
    """Forgets the person in every room and returns the rows touched by room. The trail keeps only the
    number.
    """
    subject = audit.subject_of(user)
    actor = audit.actor_of(by)
    done = {label: eraser(user) for label, eraser in list(ERASERS.items())}
    audit.record("account.erased", on=subject, by=actor, rows=done)
    return done
