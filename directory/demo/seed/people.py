"""Accounts: the named cast in their roles, and everybody else who has an e-mail address. Addresses count as verified."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.utils import timezone

from directory.demo.content.people import CAST
from directory.demo.content.types import Person
from passport_site.accounts.models import User
from passport_site.accounts.roles import ROLES, give_role

ROLE = {role.name: role for role in ROLES}


def seed_cast_accounts() -> str:
    """One account for each of the cast who has an address."""
    people = [person for person in CAST if person.email]
    for person in people:
        account_of(person)
    return f"{len(people)} people of the cast"


def account_of(person: Person) -> User:
    """Their account, made when there is none; the name and language of an existing one are kept."""
    user, made = User.objects.get_or_create(
        email=person.email,
        defaults={
            "first_name": person.given_name,
            "last_name": person.family_name,
            "language": person.language,
            "password": User.new_unusable_password(),
        },
    )
    EmailAddress.objects.get_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    if made or not user.groups.exists():
        give_role(user, ROLE[person.role])
    return user


def the(key: str) -> User:
    """The account of one of the cast."""
    return User.objects.get(email=next(person.email for person in CAST if person.key == key))


def open_accounts(
    wanted: Iterable[tuple[str, str, str, str, datetime]], rng: random.Random
) -> dict[str, User]:
    """Accounts for many carers at once, by address: (address, first name, last name, language, since when)."""
    unique = {row[0]: row for row in wanted if row[0]}
    known = {user.email: user for user in User.objects.filter(email__in=list(unique))}
    now = timezone.now()
    fresh = [
        User(
            email=email,
            first_name=first,
            last_name=last,
            language=language,
            password=User.new_unusable_password(),
            date_joined=since,
            last_login=since + (now - since) * rng.random() if now - since > timedelta(hours=1) else since,
        )
        for email, first, last, language, since in unique.values()
        if email not in known
    ]
    User.objects.bulk_create(fresh, batch_size=500)
    EmailAddress.objects.bulk_create(
        [EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in fresh],
        batch_size=500,
    )
    carers = Group.objects.get(name=ROLE["Carer"].name)
    through = User.groups.through
    through.objects.bulk_create(
        [through(user_id=user.pk, group_id=carers.pk) for user in fresh], batch_size=500
    )
    return known | {user.email: user for user in fresh}
