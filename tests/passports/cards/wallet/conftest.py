"""A test chain, made once; wallets that are set up with it; a carer with a card."""

from __future__ import annotations

import pytest
from django.test import Client

from passport_site.settings import wallet as from_environment
from passports.cards.wallet.trial_chain import write_chain
from tests.factories_cards import issued
from tests.passports.cards.wallet.phones import Phone, made

PASS_TYPE, TEAM = "pass.uk.gov.example.carer", "ABCDE12345"
HTTPS = "https://passport.example"


@pytest.fixture(scope="session")
def chain(tmp_path_factory):
    """(folder, variables): root → WWDR → leaf, and a service account."""
    folder = tmp_path_factory.mktemp("wallet-chain")
    return folder, write_chain(folder, pass_type=PASS_TYPE, team=TEAM)


@pytest.fixture
def environment(chain, monkeypatch):
    """The variables in the environment; change one with `monkeypatch`."""
    for name, value in chain[1].items():
        monkeypatch.setenv(name, value)
    return chain[1]


@pytest.fixture
def apple(environment, settings):
    settings.BASE_URL = HTTPS
    settings.WALLET_APPLE = from_environment.apple()
    return settings.WALLET_APPLE


@pytest.fixture
def google(environment, settings):
    settings.BASE_URL = HTTPS
    settings.WALLET_GOOGLE = from_environment.google()
    return settings.WALLET_GOOGLE


@pytest.fixture
def card(db):
    return issued(photo=True, first_name="Gwenllïan", last_name="Ŵyn-Prydderch")


@pytest.fixture
def mine(card):
    client = Client()
    client.force_login(card.passport.user)
    return client


@pytest.fixture
def wallet_pass(card, apple):
    return made(card)


@pytest.fixture
def phone():
    return Phone()
