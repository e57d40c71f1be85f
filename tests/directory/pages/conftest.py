from __future__ import annotations

import pytest

from directory.pages.content import STANDARD
from directory.pages.services import ensure_site_tree


@pytest.fixture
def tree(db, monkeypatch):
    """The tree that every scheme starts with, with one standard page: pages are slow to make."""
    monkeypatch.setattr("directory.pages.services.tree.STANDARD", {"privacy": STANDARD["privacy"]})
    return ensure_site_tree(by="system:test")


@pytest.fixture
def whole_tree(db):
    """The same with every standard page."""
    return ensure_site_tree(by="system:test")


@pytest.fixture
def fetch(client):
    """`fetch("/offers/")`: the decoded answer to an anonymous visitor, who must get 200."""

    def get(address: str) -> str:
        response = client.get(address)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        return response.content.decode()

    return get
