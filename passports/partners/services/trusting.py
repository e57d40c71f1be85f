"""Trusting another scheme, for a time and in some areas, and stopping it at once.

The key comes by e-mail or from their server, where anybody could have changed it. Its fingerprint comes over the phone,
from somebody whose voice or number the officer knows. Only when both agree is the scheme trusted.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from passport_site.core import audit
from passport_site.core.errors import RuleBroken
from passport_site.scheme.models import Area
from passports.cards import keys
from passports.cards.domain import trust

from .. import ring
from ..domain.hosts import host_of
from ..models import PartnerScheme


def trust_partner(
    *,
    host: str,
    name_en: str,
    root_key: str,
    fingerprint: str,
    trusted_from: date,
    trusted_until: date,
    by: Any,
    name_cy: str = "",
    areas: Iterable[Area] = (),
) -> PartnerScheme:
    """Takes another scheme’s cards from now on. Their list is still to be fetched (`refresh_partner`).

    Raises RuleBroken beside the field that is wrong: no such address, our own, no key, or the fingerprint that was read
    over the phone is not this key’s.
    """
    known = host_of(host, local=settings.PARTNERS_LOCAL)
    if known is None:
        raise RuleBroken(_("Enter the address of their card server, like card.example.gov.uk"), field="host")
    if known == keys.issuer_host():
        raise RuleBroken(_("This is our own address. Enter theirs"), field="host")
    key = _compared(root_key, fingerprint)
    _check_days(trusted_from, trusted_until)
    try:
        with transaction.atomic():
            row = PartnerScheme.objects.create(
                host=known, name_en=name_en, name_cy=name_cy, root_key=key,
                trusted_from=trusted_from, trusted_until=trusted_until,
            )  # fmt: skip
            row.areas.set(areas)
            audit.record("partner.trusted", on=row, by=by, key=trust.fingerprint(key), host=known)
    except IntegrityError:
        field = "host" if PartnerScheme.objects.filter(host=known).exists() else "root_key"
        raise RuleBroken(_("We know this scheme already"), field=field) from None
    _forget()
    return row


@transaction.atomic
def change_partner(
    *,
    partner: PartnerScheme,
    name_en: str,
    name_cy: str,
    trusted_from: date,
    trusted_until: date,
    areas: Iterable[Area],
    by: Any,
) -> PartnerScheme:
    """Another name, another time, other areas. Raises RuleBroken for a last day before the first."""
    _check_days(trusted_from, trusted_until)
    partner = _locked(partner)
    partner.name_en, partner.name_cy = name_en, name_cy
    partner.trusted_from, partner.trusted_until = trusted_from, trusted_until
    partner.save(update_fields=["name_en", "name_cy", "trusted_from", "trusted_until", "changed_at"])
    chosen = list(areas)
    partner.areas.set(chosen)
    audit.record(
        "partner.changed", on=partner, by=by, first=str(trusted_from), last=str(trusted_until),
        areas=sorted(area.slug for area in chosen),
    )  # fmt: skip
    _forget()
    return partner


@transaction.atomic
def replace_key(*, partner: PartnerScheme, root_key: str, fingerprint: str, by: Any) -> PartnerScheme:
    """They have a new root key. What the old one vouched for is forgotten at once.

    Raises RuleBroken as `trust_partner` does, and for the key that we have.
    """
    key, partner = _compared(root_key, fingerprint), _locked(partner)
    if key == partner.root_key:
        raise RuleBroken(_("This is the key that we have already"), field="root_key")
    if PartnerScheme.objects.filter(root_key=key).exists():
        raise RuleBroken(_("This is the key of another scheme"), field="root_key")
    before = trust.fingerprint(partner.root_key)
    partner.root_key = key
    _without_list(partner)
    partner.save(update_fields=["root_key", "changed_at", *_LIST])
    audit.record("partner.key_replaced", on=partner, by=by, before=before, key=trust.fingerprint(key))
    _forget()
    return partner


@transaction.atomic
def forget_list(*, partner: PartnerScheme, by: Any) -> PartnerScheme:
    """Throws their list away, so that the next one is taken whatever its number: for when they published a wrong one.

    Until then their cards cannot be checked.
    """
    partner = _locked(partner)
    before = partner.sequence
    _without_list(partner)
    partner.save(update_fields=["changed_at", *_LIST])
    audit.record("partner.list_forgotten", on=partner, by=by, sequence=before)
    _forget()
    return partner


@transaction.atomic
def suspend_partner(*, partner: PartnerScheme, by: Any, why: str = "") -> PartnerScheme:
    """Their cards are refused from now on: here within 30 seconds, on tills without a network at their next refresh.

    `why` is for colleagues and names no person. Doing it twice changes nothing.
    """
    row = _locked(partner)
    if row.suspended_at is None:
        row.suspended_at, row.suspended_by = timezone.now(), by
        row.save(update_fields=["suspended_at", "suspended_by", "changed_at"])
        audit.record("partner.suspended", on=row, by=by, why=why[:200])
        _forget()
    return row


@transaction.atomic
def resume_partner(*, partner: PartnerScheme, by: Any) -> PartnerScheme:
    """Their cards are taken again. Doing it twice changes nothing."""
    row = _locked(partner)
    if row.suspended_at is not None:
        row.suspended_at = row.suspended_by = None
        row.save(update_fields=["suspended_at", "suspended_by", "changed_at"])
        audit.record("partner.resumed", on=row, by=by)
        _forget()
    return row


_LIST = ("document", "etag", "trouble", "sequence", "issued_at", "keys_issued_at")


def _locked(partner: PartnerScheme) -> PartnerScheme:
    """As it is by now: a colleague may have changed it since it was read."""
    return PartnerScheme.objects.select_for_update().get(pk=partner.pk)


def _without_list(partner: PartnerScheme) -> None:
    partner.document = partner.etag = partner.trouble = ""
    partner.sequence = partner.issued_at = partner.keys_issued_at = None


def _compared(root_key: str, fingerprint: str) -> str:
    """The key in one spelling, when the fingerprint is its own."""
    try:
        key = trust.public_text(trust.public_key("".join(root_key.split())))
        known = trust.fingerprint(key)
    except ValueError:
        raise RuleBroken(
            _("This is not a root key. It is 44 letters and digits that end with ="), field="root_key"
        ) from None
    if key == keys.root_public_text():
        raise RuleBroken(_("This is our own key. Enter theirs"), field="root_key")
    heard = "".join(sign for sign in fingerprint.upper() if sign.isalnum())
    if heard != known.replace(" ", ""):
        raise RuleBroken(
            _(
                "This is not the fingerprint of this key. Have it read to you again. If it still differs, do not go on."
            ),
            field="fingerprint",
        )
    return key


def _check_days(first: date, last: date) -> None:
    if last < first:
        raise RuleBroken(_("The last day must not be before the first"), field="trusted_until")


def _forget() -> None:
    """Now, for the rest of this transaction, and at its end, in case another thread read the old state."""
    ring.forget()
    transaction.on_commit(ring.forget)
