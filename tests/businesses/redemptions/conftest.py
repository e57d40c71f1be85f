"""For tests with processes: rows that other processes see."""

from __future__ import annotations

import pytest


@pytest.fixture
def committed(transactional_db):
    """No transaction around the test. tests/conftest.py brings back afterwards what migrations put there."""
