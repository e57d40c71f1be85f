"""What an officer on the telephone sees of a carer's wallets."""

from __future__ import annotations

import pytest
from django.urls import reverse

from passports.cards import services
from passports.cards.models import WalletKind
from tests.passports.cards.wallet.conftest import PASS_TYPE
from tests.passports.cards.wallet.phones import Phone, made

pytestmark = pytest.mark.django_db


@pytest.fixture
def screen(client_of, card):
    officer = client_of("Assessor")
    address = reverse("cards_passports:inspect", args=[card.passport_id])
    return lambda: " ".join(officer.get(address).content.decode().split())


def test_nothing_is_said_of_a_card_in_no_wallet(screen):
    assert "In a wallet" not in screen()


def test_the_officer_sees_where_it_is_and_whether_the_phones_know(screen, wallet_pass, phone, card):
    made(card, WalletKind.GOOGLE)
    phone.register(wallet_pass, PASS_TYPE)
    Phone("ffffffffffffffffffffffffffffffff", "ef" * 32).register(wallet_pass, PASS_TYPE)
    assert "Apple Wallet, 2 phones<br>Google Wallet – not told of the last change yet" in screen()
    assert phone.push not in screen()
    assert wallet_pass.serial not in screen()
    services.report_lost(card=card, by="system:test")
    assert "Apple Wallet, 2 phones – not told of the last change yet" in screen()
