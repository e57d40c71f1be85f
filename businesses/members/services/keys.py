"""Keys of till systems: making one, changing its secret while the old one still works, stopping it, and who sent one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit
from passport_site.core.errors import AlreadyDone, RuleBroken
from passport_site.core.prepared import PreparedObject

from ..api_key import SCOPES, ApiKey
from ..domain import tokens
from ..models import Branch, Business, Device
from .devices import SEEN_AGAIN_AFTER, clean_name

OLD_WORKS_FOR = timedelta(days=7)
"""So long the till systems of a chain have to take over a new secret."""


class NoBranch(RuleBroken):
    """The key is good, but the request names no branch that it may act for."""


@transaction.atomic
def create_key(
    *,
    business: Business,
    name: str,
    scopes: Collection[str],
    by: Any,
    branch: Branch | None = None,
    expires_at: datetime | None = None,
    language: str = "en",
    secret: str = "",
) -> tuple[ApiKey, str]:
    """A key and its secret, which is shown now and never again. Without a branch it is for all of them.

    `secret` only for the published key of the sandbox. Raises RuleBroken when it could do nothing.
    """
    if not set(scopes) & set(SCOPES):
        raise RuleBroken(_("Choose at least one thing that the key may do"), field="scopes")
    secret = secret or tokens.new_api_secret()
    key = ApiKey.objects.create(
        business=business,
        branch=branch,
        name=clean_name(name),
        language=language,
        created_by=by if hasattr(by, "is_authenticated") else None,
        expires_at=expires_at,
        prefix=tokens.shown_prefix(secret),
        token_hash=tokens.hash_of(secret),
        **{f"may_{scope}": scope in scopes for scope in SCOPES},
    )
    if branch is not None:
        _device(key, branch)
    audit.record("api_key.created", on=key, by=by, business=business.pk, scopes=sorted(scopes))
    return key, secret


@transaction.atomic
def rotate_key(*, key: ApiKey, by: Any, old_works_for: timedelta = OLD_WORKS_FOR) -> tuple[ApiKey, str]:
    """A new secret for the same key. The one before works a while longer; one before that stops at once.

    It is the same key with the same tills, so a use that was tried with the old secret counts once with the new one.
    """
    now = timezone.now()
    row = ApiKey.objects.select_for_update().get(pk=key.pk)
    if not ApiKey.objects.working(now).filter(pk=row.pk).exists():
        raise AlreadyDone(_("This key was stopped already."))
    secret = tokens.new_api_secret()
    longer = old_works_for > timedelta(0)
    row.old_hash, row.old_until = (row.token_hash, now + old_works_for) if longer else (None, None)
    row.token_hash, row.prefix = tokens.hash_of(secret), tokens.shown_prefix(secret)
    row.save(update_fields=["old_hash", "old_until", "token_hash", "prefix"])
    audit.record("api_key.rotated", on=row, by=by, old_works_hours=int(old_works_for.total_seconds() // 3600))
    return row, secret


@transaction.atomic
def revoke_key(*, key: ApiKey, by: Any) -> ApiKey:
    """Neither secret works from the next request on. What was recorded stays."""
    now = timezone.now()
    if not ApiKey.objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=now, revoked_by=by):
        raise AlreadyDone(_("This key was stopped already."))
    audit.record("api_key.revoked", on=key, by=by)
    key.refresh_from_db()
    return key


def device_for_key(secret: str, branch: str = "") -> Device | None:
    """The hidden device through which this key acts for the branch, with branch, business and key; None for a secret
    that is none. One query, and three more once for each branch.

    `branch` is a branch’s number as the request gives it, empty for a key that is for one branch only. Raises
    NoBranch when it is missing or the key is not for it.
    """
    now, hashed = timezone.now(), tokens.hash_of(secret)
    number = int(branch) if branch.isascii() and branch.isdigit() and len(branch) < 19 else None
    device = _device_of(now, hashed, branch, number)
    if device is None:
        key = ApiKey.objects.working(now).filter(_sends(hashed, now), business__status="active").first()
        if key is None:
            return None
        device = _first_time(key, number)
    key = device.api_key
    if key.last_used_at is None or now - key.last_used_at > SEEN_AGAIN_AFTER:
        ApiKey.objects.filter(pk=key.pk).update(last_used_at=now)
        Device.objects.filter(pk=device.pk).update(last_seen_at=now)
    return device


def _sends(hashed: str, now: datetime, prefix: str = "") -> Q:
    """Whose secret it is: the one of today, or the one before while it still works."""
    return Q(**{f"{prefix}token_hash": hashed}) | Q(
        **{f"{prefix}old_hash": hashed, f"{prefix}old_until__gt": now}
    )


def _device_of(now: datetime, hashed: str, branch: str, number: int | None) -> Device | None:
    if branch and number is None:
        return None
    values = {"token": hashed, "now": now} | ({"branch": number} if branch else {})
    return _by_key(bool(branch)).one(**values)


@cache
def _by_key(named: bool) -> PreparedObject:
    """The query with placeholders: for a key that names its branch, and for one that is of one branch."""
    values = {"token": "<token>", "now": datetime(1901, 2, 3, tzinfo=UTC)} | (
        {"branch": -7_000_001} if named else {}
    )
    where = {"branch_id": values["branch"]} if named else {"api_key__branch__isnull": False}
    found = Device.objects.enrolled().filter(
        _sends(values["token"], values["now"], "api_key__"),
        Q(api_key__expires_at__isnull=True) | Q(api_key__expires_at__gt=values["now"]),
        api_key__revoked_at__isnull=True,
        **where,
    )
    return PreparedObject(found, ("branch", "branch__business", "api_key"), values)


def _first_time(key: ApiKey, number: int | None) -> Device:
    """The device of a key that never acted for that branch before."""
    allowed = Branch.objects.filter(business_id=key.business_id)
    branch = allowed.filter(pk=number).first() if key.branch_id is None and number is not None else None
    if branch is None:
        raise NoBranch("Name a branch that this key is for, by its number in the header Branch.")
    return _device(key, branch)


def _device(key: ApiKey, branch: Branch) -> Device:
    """Nobody knows the secret of this device: it is reached through its key only."""
    hidden = {"name": key.name, "token_hash": tokens.hash_of(tokens.new_device_token())}
    device, _new = Device.objects.get_or_create(
        api_key=key, branch=branch, defaults=hidden | {"language": key.language}
    )
    return Device.objects.select_related("branch__business", "api_key").get(pk=device.pk)
