"""A scheme with one area, and a walker that goes through the pages as a browser without JavaScript does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.storage import storages
from django.test import Client

from passport_site.core.models import OutgoingMail
from passport_site.scheme.models import Scheme
from tests.factories import AreaFactory


@pytest.fixture
def scheme(db) -> Scheme:
    """The demo scheme's rules: either may live here, 8, 14 and 18 years, 10 working days."""
    AreaFactory(sectors=["AJ1 2", "AJ1 3"])
    scheme = Scheme.load()
    scheme.territory = "either"
    scheme.phone = "01632 960 001"
    scheme.elsewhere_en = "Ask the carers’ centre where you live."
    scheme.save()
    return scheme


class Walker:
    """Goes from page to page with Django's client: no script runs."""

    def __init__(self, client: Client | None = None, prefix: str = ""):
        self.client = client or Client()
        self.prefix = prefix
        self.page = None

    def start(self, route: str = "self") -> Walker:
        self.page = self.client.post(f"{self.prefix}/apply/", {"route": route}, follow=True)
        return self

    @property
    def where(self) -> str:
        """The address of the page that is shown."""
        return self.page.request["PATH_INFO"].removeprefix(self.prefix)

    @property
    def text(self) -> str:
        return self.page.content.decode()

    def fill(self, step: str, **answers) -> Walker:
        """Answers the page, which has to be the one that is shown."""
        assert self.where == f"/apply/{step}/", f"on {self.where}, not on {step}: {self.errors}"
        self.page = self.client.post(f"{self.prefix}/apply/{step}/", answers, follow=True)
        return self

    def confirm(self, step: str = "confirm") -> Walker:
        """Types the code from the newest mail. The mail is thrown away: tests count those that follow."""
        mail = OutgoingMail.objects.filter(template="account_address_code").latest("pk")
        code = re.search(r"\d{4}-\d{4}", mail.text)[0]
        mail.delete()
        return self.fill(step, code=code)

    def post(self, path: str, **data) -> Walker:
        self.page = self.client.post(f"{self.prefix}{path}", data, follow=True)
        return self

    @property
    def errors(self) -> dict:
        form = self.page.context and self.page.context.get("form")
        return form.errors.get_json_data() if form is not None and form.is_bound else {}


@pytest.fixture
def walker(scheme) -> Walker:
    return Walker()


@pytest.fixture(autouse=True)
def private_files(monkeypatch, tmp_path) -> Path:
    """Each test has its own private storage, so that what is left in it can be counted. Fields keep the
    same object.
    """
    storage = storages["private"]
    place = tmp_path / "private"
    monkeypatch.setitem(storage.__dict__, "base_location", str(place))
    monkeypatch.setitem(storage.__dict__, "location", str(place))
    return place
