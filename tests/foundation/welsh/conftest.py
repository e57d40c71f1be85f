"""Somebody who reads Welsh pages, for the tests that look for English on them."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from passport_site.core.models import OutgoingMail
from passport_site.scheme.models import Scheme
from tests.welsh import english_in, shown, welsh_scheme


@pytest.fixture
def scheme() -> Scheme:
    return welsh_scheme()


class Reader:
    """Somebody who reads Welsh pages: every one is looked through for English."""

    def __init__(self, client: Client | None = None):
        self.client = client or Client()
        self.seen: dict[str, list[str]] = {}

    def look(self, response, name: str, *expected: int):
        while response.status_code in (301, 302, 303):
            response = self.client.get(response["Location"])
        assert response.status_code in (expected or (200, 422)), f"{name}: {response.status_code}"
        if "html" in response.get("Content-Type", ""):
            page = response.content.decode()
            assert '<html lang="cy"' in page, f"{name} is not a Welsh page"
            if found := english_in(shown(page)):
                self.seen[name] = found
        return response

    def get(self, path: str, *expected: int):
        return self.look(self.client.get(f"/cy{path}"), path, *expected)

    def post(self, path: str, data: dict | None = None, *expected: int):
        cache.clear()  # throttles are tested elsewhere
        return self.look(self.client.post(f"/cy{path}", data or {}), f"POST {path} {data or ''}", *expected)


@pytest.fixture
def welsh():
    """`welsh()` makes a reader; what they all saw and all mails to Welsh readers are judged at the end."""
    readers: list[Reader] = []

    def make(client: Client | None = None) -> Reader:
        readers.append(Reader(client))
        return readers[-1]

    yield make
    seen = {f"{name}": found for reader in readers for name, found in reader.seen.items()}
    for mail in OutgoingMail.objects.filter(language="cy"):
        if found := english_in(f"{mail.subject}\n{mail.text}\n{shown(mail.html)}"):
            seen[f"mail {mail.template}"] = found
    assert not seen, "English on Welsh pages:\n" + "\n".join(
        f"{name}: {found}" for name, found in seen.items()
    )
