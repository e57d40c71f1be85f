"""What we know of phones is little, sealed, shown to its owner, and gone when it should be."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
import time_machine
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.utils import timezone

from passport_site.accounts.services.closing import close_account
from passport_site.core import retention
from passports.cards import services
from passports.cards.held import held_about
from passports.cards.models import PassCopy, WalletKind, WalletPass
from tests.passports.cards.wallet.conftest import PASS_TYPE
from tests.passports.cards.wallet.phones import Phone, later, made, pass_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_phone(wallet_pass, phone):
    phone.register(wallet_pass, PASS_TYPE)
    return wallet_pass


def rows() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cards_passcopy")
        return str(cursor.fetchall())


def test_my_data_lists_the_passes_and_the_phones(on_phone, card):
    made(card, WalletKind.GOOGLE)
    told = json.dumps(held_about(card.passport.user), cls=DjangoJSONEncoder)
    assert on_phone.serial in told
    assert PassCopy.objects.exclude(device="").get().device in told
    assert "Apple Wallet" in told
    assert "Google Wallet" in told


def test_my_data_of_somebody_without_a_pass_says_so(card):
    (passport,) = held_about(card.passport.user).values()
    assert passport[0]["Cards"][0]["In the wallet of a phone"] == []


def test_taking_the_pass_off_the_phone_leaves_nothing_of_the_phone(on_phone, phone):
    device = PassCopy.objects.get().device
    phone.leave(on_phone, PASS_TYPE)
    assert device not in rows()


def test_erasure_forgets_the_phones_at_once_and_the_pass_holds_nobody(on_phone, card, phone):
    device = PassCopy.objects.get().device
    close_account(user=card.passport.user, by=card.passport.user)
    assert device not in rows()
    answer = phone.fetches(on_phone, PASS_TYPE)
    assert pass_in(answer.content)["voided"] is True
    assert "Gwenll" not in json.dumps(pass_in(answer.content), ensure_ascii=False)
    assert phone.register(on_phone, PASS_TYPE).status_code == 200, "switched on a week later: harmless"
    assert not PassCopy.objects.exists(), "but nothing is noted any more"
    assert phone.leave(on_phone, PASS_TYPE).status_code == 200


def test_passes_and_phones_go_with_the_passport(on_phone, card):
    after = (card.expires_on - timezone.localdate()).days + 366 + 31
    with time_machine.travel(timezone.now() + timedelta(days=after), tick=False):
        retention.run(["cards.passports"])
        assert not PassCopy.objects.exists(), "first the person and their phones"
        retention.run(["cards.passports"])
    assert not WalletPass.objects.exists()


def test_another_carers_phones_stay(on_phone, card):
    from tests.factories_cards import issued

    other = issued()
    Phone("ffffffffffffffffffffffffffffffff", "ef" * 32).register(made(other), PASS_TYPE)
    close_account(user=card.passport.user, by=card.passport.user)
    assert PassCopy.objects.get().wallet_pass.card == other


def test_phones_with_a_card_that_stopped_for_good_go_after_30_days(on_phone, card):
    services.replace_card(card=card, by="system:test")
    with later(30 * 86_400 - 60):
        retention.run(["cards.wallet_copies"])
        assert PassCopy.objects.exists()
    with later(30 * 86_400 + 60):
        retention.run(["cards.wallet_copies"])
    assert not PassCopy.objects.exists()


def test_phones_with_a_card_that_may_be_good_again_stay(on_phone, card):
    services.report_lost(card=card, by="system:test")
    with later(60 * 86_400):
        retention.run(["cards.wallet_copies"])
    assert PassCopy.objects.exists()


def test_googles_copy_stays_until_it_was_told_to_go_blank(card):
    made(card, WalletKind.GOOGLE)
    services.end_passport(passport=card.passport, by="system:test", why="a test")
    with later(60 * 86_400):
        retention.run(["cards.wallet_copies"])
        assert PassCopy.objects.exists()
        PassCopy.objects.update(told_of=WalletPass.objects.get().changed_at)
        retention.run(["cards.wallet_copies"])
    assert not PassCopy.objects.exists()
