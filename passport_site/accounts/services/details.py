"""Correcting what an account says: name, language, e-mail address, and what administrators set in the CMS."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from passport_site.accounts.models import User
from passport_site.core import audit, mail
from passport_site.core.errors import RuleBroken
from passport_site.scheme.querysets import current as current_scheme

TAKEN = _("This address cannot be used. Choose another, or call us.")


@transaction.atomic
def correct_details(*, user: User, first_name: str, last_name: str, language: str, by: object) -> list[str]:
    """Writes the person's name and language and returns the names of the fields that changed."""
    wanted = {"first_name": first_name.strip(), "last_name": last_name.strip(), "language": language}
    stored = User.objects.get(pk=user.pk)
    changed = [name for name, value in wanted.items() if getattr(stored, name) != value]
    for name in changed:
        setattr(user, name, wanted[name])
    if changed:
        user.save(update_fields=changed)
        audit.record("account.corrected", on=user, by=by, fields=changed)
    return changed


def change_email(*, user: User, email: str, by: object) -> None:
    """Moves the account to `email`, which the person has just confirmed by code. Tells the old address.

    Raises RuleBroken when another account has it. The sentence is only ever seen by somebody who reads
    that mailbox.
    """
    email = email.strip().lower()
    old = user.email
    try:
        with transaction.atomic():
            if EmailAddress.objects.filter(email=email).exclude(user=user).exists():
                raise RuleBroken(TAKEN, field="email", code="taken")
            user.email = email
            user.save(update_fields=["email"])
            EmailAddress.objects.filter(user=user).exclude(email=email).delete()
            EmailAddress.objects.update_or_create(
                user=user, email=email, defaults={"verified": True, "primary": True}
            )
            audit.record("account.email_changed", on=user, by=by)
            mail.queue(
                to=old,
                template="account_email_changed",
                language=user.language,
                about=user,
                scheme=current_scheme(),
            )
    except IntegrityError:
        user.email = old
        raise RuleBroken(TAKEN, field="email", code="taken") from None


@transaction.atomic
def set_person(*, user: User, by: User) -> None:
    """After an administrator saved a person in the CMS: no password, a verified address, and a line in the
    trail.

    Only an officer who knows the person sets the address, so that it counts as verified (dependencies.md,
    trap 3). A changed address ends the person's sessions.
    """
    if user.has_usable_password() or not user.password:
        user.password = User.new_unusable_password()
        user.save(update_fields=["password"])
    moved = EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()[0]
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    if moved and user != by:
        user.password = User.new_unusable_password()
        user.save(update_fields=["password"])
    roles = sorted(user.groups.values_list("name", flat=True))
    audit.record("account.set_by_officer", on=user, by=by, roles=roles, active=user.is_active)
