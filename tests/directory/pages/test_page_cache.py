"""Public pages are kept, say so to proxies, set no cookie, and are forgotten when something changes."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.pages.models import GuidancePage
from passport_site.scheme.models import Scheme
from tests.factories import OfferFactory
from tests.factories_pages import listed, page_of

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/",
    "/cy/",
    "/offers/",
    "/offers/?area=arlen-vale&page=1",
    "/guidance/",
    "/privacy/",
    "/offers.xml",
    "/sitemap.xml",
]


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_the_second_visitor_costs_no_query_and_gets_no_cookie(tree):
    listed("Copper Kettle")
    for address in ADDRESSES:
        _costs_nothing_the_second_time(address)


def _costs_nothing_the_second_time(address: str) -> None:
    first = Client().get(address)
    with CaptureQueriesContext(connection) as captured:
        second = Client().get(address)
    assert len(captured) == 0, address
    assert second.content == first.content
    for response in (first, second):
        assert response.status_code == 200
        assert not response.cookies
        assert response["Cache-Control"].startswith("public, max-age=300, s-maxage=")
        assert "stale-while-revalidate" in response["Cache-Control"]
        assert not response.has_header("Vary")
        assert response["X-Frame-Options"] == "DENY"
        assert "default-src 'none'" in response["Content-Security-Policy"]


def test_an_unchanged_page_is_not_sent_again(tree):
    etag = Client().get("/")["ETag"]
    again = Client().get("/", headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert not again.content


def test_the_two_languages_and_the_filters_are_kept_apart(tree):
    listed("Copper Kettle")
    assert (
        len(
            {
                Client().get(address).content
                for address in ("/offers/", "/cy/offers/", "/offers/?for=young", "/offers/?page=1")
            }
        )
        >= 3
    )
    assert b"Copper Kettle" in Client().get("/offers/").content


def test_free_words_and_unknown_parameters_are_not_kept(tree):
    listed("Copper Kettle")
    for address in ("/offers/?q=kettle", "/?utm_source=x"):
        assert Client().get(address)["Cache-Control"] == "private, no-cache"


def test_publishing_shows_at_once(tree, commits):
    business = listed("Copper Kettle")
    assert b"Brass Kettle" not in Client().get("/offers/").content
    with commits():
        page = page_of(business)
        page.title = "Brass Kettle"
        page.save_revision().publish()
    assert b"Brass Kettle" in Client().get("/offers/").content


def test_unpublishing_shows_at_once(tree, commits):
    business = listed("Copper Kettle")
    assert Client().get(f"/offers/{business.slug}/").status_code == 200
    with commits():
        page_of(business).unpublish()
    assert Client().get(f"/offers/{business.slug}/").status_code == 404
    assert b"Copper Kettle" not in Client().get("/offers/").content


def test_each_thing_that_a_page_shows_forgets_it(tree, commits):
    """Given a kept directory, when a row that it shows changes, then the next visitor sees it."""
    business = listed("Copper Kettle")
    offer, branch = business.offers.get(), business.branches.get()
    scheme = Scheme.load()
    changes = [(offer, "title_en"), (branch, "town")]
    changes += [(row, "name_en") for row in (branch.area, business.category, scheme)]
    for number, (row, field) in enumerate(changes):
        Client().get("/offers/")
        with commits():
            setattr(row, field, f"CHANGED{number}")
            row.save()
        assert f"CHANGED{number}" in Client().get("/offers/").content.decode(), row
    with commits():
        OfferFactory(business=business, title_en="ADDED")
    assert b"ADDED" in Client().get("/offers/").content
    with commits():
        offer.delete()
    assert b"CHANGED0" not in Client().get("/offers/").content
    with commits():
        business.status = "paused"
        business.save()
    assert b"Copper Kettle" not in Client().get("/offers/").content


def test_a_change_that_is_rolled_back_forgets_nothing(tree):
    business = listed("Copper Kettle")
    Client().get("/offers/")
    with transaction.atomic():
        business.name = "X"
        business.save()
        transaction.set_rollback(True)
    with CaptureQueriesContext(connection) as captured:
        Client().get("/offers/")
    assert len(captured) == 0


def test_people_with_a_session_get_their_own_page(tree, client_of):
    Client().get("/")
    carer = client_of("Carer").get("/")
    assert carer["Cache-Control"] == "private, no-cache"
    assert "My details" in carer.content.decode()
    assert "My details" not in Client().get("/").content.decode()


def test_a_draft_is_never_kept(tree, client):
    page = tree.guidance.add_child(
        instance=GuidancePage(title="Rest", slug="rest", summary="s", body=[("heading", "Rest")], live=False)
    )
    assert client.get("/guidance/rest/").status_code == 404
    page.save_revision().publish()
    assert client.get("/guidance/rest/").status_code == 200


def test_a_wrong_host_is_refused_and_not_kept(tree):
    assert Client().get("/", headers={"host": "evil.example"}).status_code == 400


def test_head_gets_the_headers_of_get(tree):
    head = Client().head("/")
    assert head.status_code == 200
    assert head["ETag"] == Client().get("/")["ETag"]
    assert not head.content


class Broken:
    """A cache server that does not answer."""

    def get(self, *args, **kwargs):
        raise ConnectionError("no cache")

    add = set = get


def test_without_a_cache_the_pages_still_open(tree, commits, monkeypatch):
    """Given a cache that does not answer, when somebody reads and an officer publishes, then both work."""
    monkeypatch.setattr("directory.pages.cache.caches", {"default": Broken(), "pages": Broken()})
    response = Client().get("/")
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("public")
    with commits():
        tree.home.save_revision().publish()
    assert Client().get("/guidance/").status_code == 200


def test_tills_and_officers_never_ask_the_page_cache(tree, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "directory.pages.middleware.cache.look_up", lambda request: asked.append(request.path) or ("", None)
    )
    Client().get("/api/v1/trust")
    Client().get("/cms/")
    Client().get("/")
    assert asked == ["/"]
