"""The life of an issuing key: generated, activated, retired after a year, or, if it leaks, struck off.

The private half never comes near the database. Each step is an audit event by whoever ran the command.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from passport_site.core import audit
from passport_site.core.errors import RuleBroken

from .. import keys
from ..domain.trust import public_text
from ..models import Card, IssuingKey, KeyStatus
from ..wallet import changes

DAYS_AFTER_LAST_EXPIRY = 30  # card-format.md, “Keys”
MOST_KEYS = 255


def next_key_id() -> int:
    """The smallest key id above all that were ever used. Raises RuleBroken when the one byte is used up."""
    used = [0, *keys.held_keys(), *IssuingKey.objects.values_list("key_id", flat=True)]
    if max(used) >= MOST_KEYS:
        raise RuleBroken(_("All 255 key ids are used up."))
    return max(used) + 1


@transaction.atomic
def register_key(*, key_id: int, private_key: Ed25519PrivateKey, by: Any) -> IssuingKey:
    """Notes the public half of a new key. It can be read from now on, and signs once it is activated."""
    row = IssuingKey.objects.create(key_id=key_id, public_key=public_text(private_key.public_key()))
    audit.record("card_key.generated", on=row, by=by, key_id=key_id)
    _forget()
    return row


@transaction.atomic
def activate_key(*, key_id: int, by: Any) -> tuple[IssuingKey, IssuingKey | None]:
    """Signs with this key from now on, for a year. The key before it retires; both are returned.

    Raises RuleBroken when the key is unknown, retired or leaked, or its private half is not on this machine.
    """
    row = _row(key_id)
    if row.status != KeyStatus.READY:
        raise RuleBroken(_("Key %(id)d is %(status)s. Only a ready key can be activated.") % _facts(row))
    if key_id not in keys.held_keys():
        raise RuleBroken(
            _("The private half of key %(id)d is not here. Put it in CARD_SIGNING_KEY or CARD_KEYS_DIR.")
            % _facts(row)
        )
    before = IssuingKey.objects.select_for_update().filter(status=KeyStatus.ACTIVE).first()
    if before is not None:
        _retire(before, by=by)
    row.status, row.activated_at = KeyStatus.ACTIVE, timezone.now()
    row.signs_until = _a_year_after(timezone.localdate())
    row.save(update_fields=["status", "activated_at", "signs_until"])
    audit.record("card_key.activated", on=row, by=by, key_id=key_id)
    if before is None:
        changes.note_all()  # the one before has leaked, and what it signed is on passes
    _forget()
    return row, before


@transaction.atomic
def retire_key(*, key_id: int, by: Any) -> IssuingKey:
    """Never signs again. Its cards stay good: it can be read until 30 days after the last of them expires.

    Raises RuleBroken for the key that signs now (activate another, which retires it) and for one that is
    past.
    """
    row = _row(key_id)
    if row.status == KeyStatus.ACTIVE:
        raise RuleBroken(
            _("Key %(id)d is the one that signs. Activate another key; this one then retires.") % _facts(row)
        )
    if row.status != KeyStatus.READY:
        raise RuleBroken(_("Key %(id)d is %(status)s already.") % _facts(row))
    _retire(row, by=by)
    _forget()
    return row


@transaction.atomic
def compromise_key(*, key_id: int, by: Any) -> tuple[IssuingKey, IssuingKey | None]:
    """The key has leaked: it never signs again and leaves the list that tills keep.

    Online its cards stay good, because the database knows their serials. When it was the one that signs and
    a ready key is on this machine, that one takes over and is returned as the second. Raises RuleBroken
    when the key is unknown or already marked.
    """
    row = _row(key_id)
    if row.status == KeyStatus.COMPROMISED:
        raise RuleBroken(_("Key %(id)d is marked as leaked already.") % _facts(row))
    signed_now = row.status == KeyStatus.ACTIVE
    row.status, row.compromised_at = KeyStatus.COMPROMISED, timezone.now()
    row.verifies_until = _last_day_to_verify()
    row.save(update_fields=["status", "compromised_at", "verifies_until"])
    audit.record("card_key.compromised", on=row, by=by, key_id=key_id)
    changes.note_all()
    _forget()
    ready = (
        IssuingKey.objects.filter(status=KeyStatus.READY, key_id__in=keys.held_keys())
        .order_by("key_id")
        .first()
    )
    if signed_now and ready is not None:
        return row, activate_key(key_id=ready.key_id, by=by)[0]
    return row, None


def _row(key_id: int) -> IssuingKey:
    """The key’s row, locked. A key that development made by itself gets its row here."""
    row = IssuingKey.objects.select_for_update().filter(key_id=key_id).first()
    if row is not None:
        return row
    held = keys.held_keys().get(key_id)
    if held is None:
        raise RuleBroken(_("There is no key %(id)d. See:  manage.py card_keys list") % {"id": key_id})
    signs_now = (
        keys.active_signer()[0] == key_id and not IssuingKey.objects.filter(status=KeyStatus.ACTIVE).exists()
    )
    return IssuingKey.objects.create(
        key_id=key_id,
        public_key=public_text(held.public_key()),
        status=KeyStatus.ACTIVE if signs_now else KeyStatus.READY,
        activated_at=timezone.now() if signs_now else None,
    )


def _retire(row: IssuingKey, *, by: Any) -> None:
    row.status, row.retired_at = KeyStatus.RETIRED, timezone.now()
    row.verifies_until = _last_day_to_verify()
    row.save(update_fields=["status", "retired_at", "verifies_until"])
    audit.record("card_key.retired", on=row, by=by, key_id=row.key_id)


def _last_day_to_verify() -> date:
    """30 days after the last expiry of any card: phones show codes of the signing key, so all cards count."""
    last = Card.objects.aggregate(last=Max("expires_on"))["last"] or timezone.localdate()
    return max(last, timezone.localdate()) + timedelta(days=DAYS_AFTER_LAST_EXPIRY)


def _a_year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)


def _facts(row: IssuingKey) -> dict[str, Any]:
    return {"id": row.key_id, "status": row.get_status_display().lower()}


def _forget() -> None:
    """Now, for the rest of this transaction, and at its end, in case another thread read the old state."""
    keys.forget()
    transaction.on_commit(keys.forget)
