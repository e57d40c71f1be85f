"""Closing an account: everything about the person goes, in every room (erasure.py), and they get a last
mail.
"""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry, PageLogEntry, Revision
from wagtail.users.models import UserProfile

from passport_site.accounts import erasure
from passport_site.accounts.models import User
from passport_site.accounts.roles import is_staff_member
from passport_site.core.errors import RuleBroken
from passport_site.core.models import OutgoingMail

from .sessions import forget_sessions


def close_account(*, user: User, by: object) -> dict[str, int]:
    """Erases the person in every room, at their own wish or by retention. Returns the rows touched by room.

    Raises RuleBroken for officers: their account carries decisions, so an administrator closes it.
    """
    if is_staff_member(user):
        raise RuleBroken(_("An administrator closes the accounts of our staff."), code="staff")
    return erasure.erase_person(user, by=by)


@transaction.atomic
def forget_account(user: User) -> int:
    """This room's eraser, the last to run: sign-in, sessions, mails, log lines, and the account itself.

    An account that rows of others must keep (an officer's decisions) is blanked instead of deleted.
    """
    addresses = {user.email.lower(), *EmailAddress.objects.filter(user=user).values_list("email", flat=True)}
    name = user.get_full_name()
    rows = forget_sessions(user, addresses)
    about = f"accounts.user:{user.pk}"
    rows += OutgoingMail.objects.filter(Q(to__in=addresses) | Q(about=about)).delete()[0]
    rows += UserSession.objects.filter(user=user).delete()[0]
    rows += Authenticator.objects.filter(user=user).delete()[0]
    rows += EmailAddress.objects.filter(user=user).delete()[0]
    rows += _forget_cms_traces(user, name, addresses)
    try:
        with transaction.atomic():
            rows += user.delete()[0]
    except ProtectedError:
        _blank(user)
        rows += 1
    return rows


def _forget_cms_traces(user: User, name: str, addresses: set[str]) -> int:
    """Wagtail keeps the label of a person in its log, and a profile with a picture."""
    rows = UserProfile.objects.filter(user=user).delete()[0]
    rows += ModelLogEntry.objects.filter(
        content_type__app_label="accounts", content_type__model="user", object_id=str(user.pk)
    ).delete()[0]
    labels = Q(label__in=[name, *addresses]) if name else Q(label__in=list(addresses))
    for log in (ModelLogEntry, PageLogEntry):
        rows += log.objects.filter(user=user).update(user=None)
    rows += ModelLogEntry.objects.filter(labels).update(label="")
    rows += Revision.objects.filter(
        base_content_type__app_label="accounts", base_content_type__model="user", object_id=str(user.pk)
    ).delete()[0]
    return rows


def _blank(user: User) -> None:
    """What stays of an account that cannot be deleted: a number."""
    user.email = f"closed-{user.pk}@closed.invalid"
    user.first_name = user.last_name = ""
    user.is_active = user.is_staff = user.is_superuser = False
    user.password = User.new_unusable_password()
    user.last_login = None
    user.save()
    user.groups.clear()
    user.user_permissions.clear()
