"""What every test may use: one client per role, a frozen key for cards, a browser on Debian's Chromium."""

from __future__ import annotations

import os

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from tests.factories import AreaFactory, UserFactory
from tests.factories_accounts import signed_in

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop in the test's thread

CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium: Playwright's own browser cannot be downloaded here."""
    return {**browser_type_launch_args, "executable_path": "/usr/bin/chromium", "args": CHROMIUM_FLAGS}


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Throttles and cached settings of one test never reach the next; nor does the language of a Welsh page."""
    cache.clear()
    translation.activate("en")
    yield
    cache.clear()


@pytest.fixture
def area(db):
    return AreaFactory()


@pytest.fixture
def client_of(db):
    """`client_of("Assessor")`: a signed-in client of a new user in that role, second factor set up and used."""

    def make(role: str | None = None, **fields) -> Client:
        return signed_in(UserFactory(role=role, **fields))

    return make
