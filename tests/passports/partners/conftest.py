"""No scheme of one test is remembered in the next."""

from __future__ import annotations

import pytest

from passports.cards import trust_document
from passports.partners import ring


@pytest.fixture(autouse=True)
def _forgotten():
    ring.forget()
    trust_document.forget()
    yield
    ring.forget()
    trust_document.forget()
