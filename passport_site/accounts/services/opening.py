"""Opening an account: by an application, never by a sign-up form of its own."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db import transaction

from passport_site.accounts.models import User
from passport_site.accounts.roles import CARER, give_role
from passport_site.core import audit


@transaction.atomic
def account_for(
    *, email: str, first_name: str = "", last_name: str = "", language: str = "en", by: object = None
) -> User:
    """The account of that e-mail address, opened when there is none. Safe to repeat and to call twice at
    once.

    The person signs in by code; the address counts as unverified until the first code has come back. An
    account that exists keeps its name and language: whoever typed the address may not be its owner.
    """
    email = email.strip().lower()
    user, opened = User.objects.get_or_create(
        email=email,
        defaults={
            "first_name": first_name.strip()[:150],
            "last_name": last_name.strip()[:150],
            "language": language if language in dict(User.LANGUAGES) else "en",
            "password": User.new_unusable_password(),
        },
    )
    if not EmailAddress.objects.filter(user=user).exists():
        EmailAddress.objects.create(user=user, email=email, primary=True, verified=False)
    give_role(user, CARER)
    if opened:
        audit.record("account.opened", on=user, by=by)
    return user
