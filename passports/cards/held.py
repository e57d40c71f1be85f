"""What this room holds about a person, for “my data”: all but the photo’s bytes."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from .domain import numbers
from .history import history_of
from .models import Card, Passport, WalletPass


def held_about(user: Any) -> dict[str, Any]:
    """Their passports, cards and what was done with them, in words. Empty for somebody without a passport."""
    passports = [_passport(passport) for passport in Passport.objects.of(user).select_related("area")]
    return {_("Passports"): passports} if passports else {}


def _passport(passport: Passport) -> dict[str, Any]:
    cards = list(passport.cards.order_by("pk"))
    return {
        _("First name"): passport.first_name,
        _("Last name"): passport.last_name,
        _("Born"): passport.date_of_birth,
        _("Kind"): passport.get_kind_display(),
        _("Area"): str(passport.area) if passport.area else "",
        _("Language"): passport.language,
        _("E-mail"): passport.email,
        _("Telephone"): passport.phone,
        _("Postal address"): passport.address,
        _("Postcode"): passport.postcode,
        _("Photo"): reverse("cards:photo") if passport.photo else "",
        _("Status"): passport.get_status_display(),
        _("Good from"): passport.valid_from,
        _("Good until"): passport.valid_until,
        _("Plain design"): passport.discreet,
        _("Cards"): [_card(card) for card in cards],
        _("History"): [
            {
                _("When"): entry.at,
                _("What"): str(entry.words),
                _("Card number"): entry.number,
                _("By"): entry.who,
                _("Why"): entry.why,
            }
            for entry in history_of(passport, cards)
        ],
    }


def _card(card: Card) -> dict[str, Any]:
    return {
        _("Card number"): numbers.display(card.number),
        _("Check code"): numbers.check_code(bytes.fromhex(card.serial)),
        _("Serial in the code"): card.serial,
        _("Status"): card.get_status_display(),
        _("Issued"): card.issued_at,
        _("Good until"): card.expires_on,
        _("Printed"): card.printed_at,
        _("Asked for by post"): card.print_asked_at,
        _("In the wallet of a phone"): [_wallet_pass(one) for one in card.wallet_passes.order_by("pk")],
    }


def _wallet_pass(wallet_pass: WalletPass) -> dict[str, Any]:
    phones = wallet_pass.copies.exclude(device="").order_by("pk")
    return {
        _("Wallet"): wallet_pass.get_kind_display(),
        _("Name of the pass"): wallet_pass.serial,
        _("Since"): wallet_pass.created_at,
        _("Last change"): wallet_pass.changed_at,
        _("Phones that have it"): [
            {_("Phone, as a hash"): one.device, _("Since"): one.created_at} for one in phones
        ],
    }
