"""Our own list of one test is not kept for the next."""

from __future__ import annotations

import pytest

from passports.cards import trust_document


@pytest.fixture(autouse=True)
def _forgotten():
    trust_document.forget()
    yield
    trust_document.forget()
