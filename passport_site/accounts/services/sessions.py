"""Signing people out: everywhere, or everywhere else."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from passport_site.accounts.models import User
from passport_site.core import audit


@transaction.atomic
def end_sessions(*, user: User, by: object, keep_key: str | None = None) -> int:
    """Ends every session of the person; with `keep_key` that one's row stays (refresh its hash with
    ``update_session_auth_hash``). Returns how many known sessions ended.

    The marker in the password column is part of each session's hash, so that a new one also ends sessions
    that no list knows of.
    """
    user.password = User.new_unusable_password()
    user.save(update_fields=["password"])
    known = UserSession.objects.filter(user=user)
    if keep_key:
        known = known.exclude(session_key=keep_key)
    keys = list(known.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    known.delete()
    audit.record("account.signed_out_everywhere", on=user, by=by, sessions=len(keys))
    return len(keys)


def forget_sessions(user: User, addresses: set[str]) -> int:
    """Deletes each stored session that belongs to the person or holds one of the addresses (a sign-in
    begun).
    """
    gone = []
    for session in Session.objects.iterator(chunk_size=500):
        data = session.get_decoded()
        text = str(data).lower()
        if str(data.get("_auth_user_id")) == str(user.pk) or any(address in text for address in addresses):
            gone.append(session.session_key)
    Session.objects.filter(session_key__in=gone).delete()
    return len(gone)
