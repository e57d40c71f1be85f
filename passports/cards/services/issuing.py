"""Making passports and cards."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit
from passport_site.core.errors import AlreadyDone, RuleBroken
from passport_site.scheme.models import Scheme
from passport_site.scheme.querysets import current

from .. import keys
from ..domain import numbers, periods, status_list
from ..domain.code import SERIAL_BYTES
from ..domain.statuses import CARD, CardStatus, PassportStatus
from ..models import Card, CardStatusChange, Passport, PassportKind, PassportStatusChange
from .moves import move_card
from .notices import tell

TRIES = 6
"""How often we draw again when a number, serial or index is taken. Half of the indexes are free, so six tries
fail once in sixty-four at worst; the caller then sees an error and nothing is written."""

_DICE = secrets.SystemRandom()


@transaction.atomic
def issue_passport(
    *,
    first_name: str,
    last_name: str,
    date_of_birth: date,
    kind: str,
    area: Any,
    photo_name: str,
    user: Any,
    language: str,
    email: str,
    phone: str,
    address: str,
    postcode: str,
    by: Any,
    discreet: bool = False,
) -> Passport:
    """A passport from today for the scheme’s months, and its first card.

    `photo_name` is the name of a file in the private storage, or empty. Raises RuleBroken for an age that
    does not fit the kind, AlreadyDone when the person has a passport that has not ended.
    """
    scheme, today = current(), timezone.localdate()
    _check_kind(kind, date_of_birth, today, scheme.adult_age)
    if user is not None and Passport.objects.of(user).exclude(status=PassportStatus.ENDED).exists():
        raise AlreadyDone(_("This carer has a passport already."), code="has_passport")
    passport = Passport.objects.create(
        user=user, first_name=first_name, last_name=last_name, date_of_birth=date_of_birth, kind=kind, area=area,
        photo=photo_name, language=language, email=email, phone=phone, address=address, postcode=postcode,
        discreet=discreet, valid_from=today, valid_until=_last_day(kind, date_of_birth, today, scheme),
    )  # fmt: skip
    _note_issued(passport, by=by)
    issue_card(passport=passport, by=by)
    return passport


def issue_card(*, passport: Passport, by: Any) -> Card:
    """A new active card, good as long as the passport.

    Raises RuleBroken when the passport is not active or has run out, AlreadyDone when it has an active card.
    A number, serial or index that is taken is drawn again: the database finds out, we only ask once more.
    """
    for _try in range(TRIES):
        try:
            return _try_to_issue(passport=passport, by=by)
        except IntegrityError:
            if passport.cards.filter(status=CardStatus.ACTIVE).exists():
                raise AlreadyDone(_("This carer has a card already."), code="has_card") from None
    raise RuleBroken(_("We could not find a free card number. Try again."), code="no_free_number")


@transaction.atomic
def replace_card(*, card: Card, by: Any, why: str = "") -> Card:
    """A new card with a new serial and number; tills refuse the old one as replaced. Returns the new card."""
    move_card(card, "replace", by=by, why=why)
    new = issue_card(passport=card.passport, by=by)
    if card.printed_at and card.passport.address and not new.print_asked_at:
        new.print_asked_at = timezone.now()  # whoever had paper gets paper again
        new.save(update_fields=["print_asked_at"])
    tell(card.passport, "card_replaced", about=new)
    return new


def _last_day(kind: str, born: date, today: date, scheme: Scheme) -> date:
    """Until when a passport is good that begins today, by the scheme’s months and ages."""
    return periods.valid_until(
        starts_on=today,
        months=scheme.validity_months,
        young=kind == PassportKind.YOUNG,
        born=born,
        adult_age=scheme.adult_age,
    )


def _note_issued(passport: Passport, *, by: Any) -> None:
    """The first row of the passport’s history, and the event."""
    PassportStatusChange.objects.create(
        passport=passport, verb="issue", to_status=passport.status, actor=audit.actor_of(by)
    )
    until = passport.valid_until.isoformat()
    audit.record("passport.issued", on=passport, by=by, kind=passport.kind, valid_until=until)


@transaction.atomic
def _try_to_issue(*, passport: Passport, by: Any) -> Card:
    locked = Passport.objects.select_for_update().get(pk=passport.pk)
    if locked.status != PassportStatus.ACTIVE:
        raise RuleBroken(
            _("This passport is not active, so it cannot have a card."), code="passport_not_active"
        )
    if locked.valid_until < timezone.localdate():
        raise RuleBroken(_("This passport has run out, so it cannot have a card."), code="passport_expired")
    card = Card.objects.create(
        passport=passport,
        number=numbers.new_number(_DICE),
        serial=secrets.token_hex(SERIAL_BYTES),
        status_index=status_list.draw_index(_DICE, _cards_ever()),
        key_id=keys.active_signer()[0],
        status=CARD.initial,
        issued_at=timezone.now(),
        expires_on=locked.valid_until,
        # Somebody who reads no mail gets the card by post without having to ask.
        print_asked_at=timezone.now() if locked.address and not locked.write_to else None,
    )
    CardStatusChange.objects.create(card=card, verb="issue", to_status=card.status, actor=audit.actor_of(by))
    audit.record("card.issued", on=card, by=by, passport=passport.pk, key_id=card.key_id)
    return card


def _cards_ever() -> int:
    """About how many cards there are, from the newest row’s number: counting the table would be slow."""
    newest = Card.objects.order_by("-pk").values_list("pk", flat=True).first()
    return newest or 0


def _check_kind(kind: str, born: date, today: date, adult_age: int) -> None:
    """Under the adult age the card is young, and only then: a young card shows no adult offers."""
    if kind not in PassportKind.values:
        raise ValueError(f"There is no kind of passport called {kind!r}.")
    age = periods.age_on(born, today)
    if kind == PassportKind.YOUNG and age >= adult_age:
        raise RuleBroken(
            _("This carer is %(age)s. A young carer’s card is for people under %(adult)s.")
            % {"age": age, "adult": adult_age},
            field="kind",
            code="too_old_for_young",
        )
    if kind != PassportKind.YOUNG and age < adult_age:
        raise RuleBroken(
            _("This carer is %(age)s. People under %(adult)s have a young carer’s card.")
            % {"age": age, "adult": adult_age},
            field="kind",
            code="too_young_for_adult",
        )
