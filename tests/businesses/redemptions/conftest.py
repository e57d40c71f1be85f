"""A till, a phone that is one, the next county, and rows that other processes see."""

from __future__ import annotations

import pytest

from passports.cards import trust_document
from tests.businesses.redemptions.offline_till import Till
from tests.factories_partners import OtherScheme, trusted
from tests.factories_tills import Api, a_till


@pytest.fixture
def committed(transactional_db):
    """No transaction around the test. tests/conftest.py brings back afterwards what migrations put there."""


@pytest.fixture
def shop(browser_type, live_server, tmp_path):
    """`shop(token)`: a phone that is a till, which goes without a network and is closed and opened again."""
    made: list[Till] = []

    def make(token: str, **options) -> Till:
        made.append(Till(browser_type, live_server.url, token, tmp_path / f"phone{len(made)}", **options))
        return made[-1]

    trust_document.forget()
    yield make
    for one in made:
        one.context.close()


@pytest.fixture
def till(db):
    """A device of a shop, and a till system with its token."""
    device, token = a_till()
    return device, Api(token)


@pytest.fixture
def other():
    """The scheme of the next county."""
    return OtherScheme()


@pytest.fixture
def partner(db, other):
    """The same, trusted by ours."""
    return trusted(other)
