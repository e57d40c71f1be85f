"""Schemathesis asks the till API what its own description allows, and what it forbids, and compares the answers.

Through the real WSGI application with all its middleware, as a device, with a key, with a key for all branches, and
without any token. What it found is written down as ordinary tests beside this one.
"""

from __future__ import annotations

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi.checks import negative_data_rejection

from businesses.members.services import create_key
from businesses.redemptions import api_auth
from tests.factories_tills import a_till, an_offer

pytestmark = pytest.mark.django_db
load_all_checks()
WHO = ("device", "key", "key for all branches", "nobody")
BOUNDED = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,  # the same questions in each run: a red test means that we changed something
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def application():
    """The real one. Its requests leave the test’s connection open, as those of Django’s own test client do."""
    signals.request_started.disconnect(close_old_connections)
    signals.request_finished.disconnect(close_old_connections)
    yield get_wsgi_application()
    signals.request_started.connect(close_old_connections)
    signals.request_finished.connect(close_old_connections)


@pytest.fixture(params=WHO)
def api_schema(request, db, application):
    """The description, read through the application, and who asks."""
    device, token = a_till()
    an_offer(device)
    api_auth.TILL.forget()
    headers = {}
    if request.param == "device":
        headers["Authorization"] = f"Bearer {token}"
    elif request.param != "nobody":
        branch = device.branch if request.param == "key" else None
        _key, secret = create_key(
            business=device.branch.business, branch=branch, name="k", by="system:test",
            scopes=["check", "redeem", "void", "upload"],
        )  # fmt: skip
        headers["Authorization"] = f"Bearer {secret}"
        if branch is None:
            headers["Branch"] = str(device.branch_id)
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    schema.test_headers = headers
    return schema


schema = schemathesis.pytest.from_fixture("api_schema")


@schema.parametrize()
@BOUNDED
def test_the_api_answers_as_it_is_described(case, api_schema):
    excluded = [negative_data_rejection] if takes_more_than_it_says(case) else []
    headers = {
        name: value for name, value in api_schema.test_headers.items() if name not in (case.headers or {})
    }
    case.call_and_validate(headers=headers, excluded_checks=excluded)


def takes_more_than_it_says(case) -> bool:
    """On purpose: an upload answers odd items too, so that none stops the others; a use takes a time in seconds."""
    seconds = isinstance(case.body, dict) and isinstance(case.body.get("scanned_at"), (int, float))
    return case.operation.path.endswith("/uploads") or seconds
