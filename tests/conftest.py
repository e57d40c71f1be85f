"""What every test may use: one client per role, a frozen key for cards, a browser on Debian's Chromium."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck, settings

from passport_site.core import throttle
from passports.partners import ring
from tests.factories import AreaFactory, UserFactory
from tests.factories_accounts import signed_in

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop in the test's thread

# A busy machine is not a broken rule: properties are never judged by how long they take.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")

CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


USES_DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_collection_modifyitems(config, items):
    """Tests that commit (browser, race) empty the tables afterwards. What migrations put there – locales, the root
    page, permissions – is put back before the next one, so that their order does not matter.

    With TEST_ONLY_DATABASE=1 the tests that use no database are left out: they passed on SQLite beside it.
    """
    if os.environ.get("TEST_ONLY_DATABASE"):
        chosen = [
            i
            for i in items
            if i.get_closest_marker("django_db") or USES_DATABASE & set(getattr(i, "fixturenames", ()))
        ]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
        items[:] = chosen
    _only_part(config, items)
    for item in items:
        named = set(getattr(item, "fixturenames", ()))
        if "db" in named and "browser_name" in named and "live_server" not in named:
            # such a test would pull all browser tests to its place, before tests that need what they empty
            raise pytest.UsageError(f"{item.nodeid}: “page” is Playwright’s fixture; name yours otherwise")
        mark = item.get_closest_marker("django_db")
        commits = {"live_server", "transactional_db"} & set(getattr(item, "fixturenames", ()))
        if commits or (mark and mark.kwargs.get("transaction")):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)


ASIDE = tuple(str(Path(__file__).parent / folder) for folder in ("foundation", "passports", "directory"))


def _only_part(config, items):
    """`make test` runs in two halves, one for each core: TEST_PART=aside is the browser tests of these folders, =rest all
    others. Without it, everything is run.
    """
    part = os.environ.get("TEST_PART")
    if not part:
        return
    aside = {i for i in items if i.get_closest_marker("browser") and str(i.path).startswith(ASIDE)}
    chosen = [item for item in items if (item in aside) == (part == "aside")]
    config.hook.pytest_deselected(items=[item for item in items if (item in aside) != (part == "aside")])
    items[:] = chosen


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Keeps what migrations put into the tables for every connection of this session, and leaves it there at the end.

    Once Playwright's loop runs in this thread, Django hands out another connection object than the one that made the
    database (asgiref keeps them by context), so what was remembered is put on their class.
    """
    from django.core.management import call_command
    from django.db import connection

    contents = getattr(connection, "_test_serialized_contents", None)
    if contents:
        type(connection)._test_serialized_contents = contents
    yield
    if contents:
        with django_db_blocker.unblock():
            call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
            connection.creation.deserialize_db_from_string(contents)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium: Playwright's own browser cannot be downloaded here."""
    return {**browser_type_launch_args, "executable_path": "/usr/bin/chromium", "args": CHROMIUM_FLAGS}


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Throttles and cached settings of one test never reach the next; nor does the language of a Welsh page."""
    cache.clear()
    throttle.forget_alone()
    ring.forget()
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
