"""Finding offers: filters that combine, words that are folded, and nothing that is not public."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.pages.cache import new_generation
from directory.pages.models import BusinessPage, DirectoryPage
from directory.pages.services import publish_business_page, refresh_search_text, unpublish_business_page
from tests.factories import BranchFactory, BusinessFactory, OfferFactory
from tests.factories_pages import BY, listed, page_of, quickly_listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def names(client, tree):
    """`names("?area=…")`: the businesses in the list, in its order."""

    def get(query: str = "", language: str = "") -> list[str]:
        response = client.get(f"{language}/offers/{query}")
        assert response.status_code == 200
        return [row.page.title for row in response.context["listing"].rows] if response.context else []

    def fresh(query: str = "", language: str = "") -> list[str]:
        new_generation()
        return get(query, language)

    return fresh


def test_filters_combine(names):
    listed("Vale Café", area="arlen-vale", category="food-and-drink")
    listed("Vale Pool", area="arlen-vale", category="leisure")
    listed("Coast Café", area="coast", category="food-and-drink")
    assert names() == ["Coast Café", "Vale Café", "Vale Pool"]
    assert names("?area=arlen-vale") == ["Vale Café", "Vale Pool"]
    assert names("?area=arlen-vale&category=food-and-drink") == ["Vale Café"]
    assert names("?area=arlen-vale&category=food-and-drink&q=pool") == []
    assert names("?category=food-and-drink&q=coast") == ["Coast Café"]


def test_a_business_with_branches_in_two_areas_is_found_in_both_and_once(names):
    business = listed("Libraries", area="arlen-vale")
    BranchFactory(
        business=business,
        name="Coast",
        area=listed("X", area="coast").branches.get().area,
        town="Merrowhaven",
    )
    assert names("?area=arlen-vale") == ["Libraries"]
    assert "Libraries" in names("?area=coast")
    assert names().count("Libraries") == 1


WORDS = {
    "cafe": True,
    "CAFÉ": True,
    "thimble & rye": True,
    "thimble and rye": True,
    "arlenbridge": True,
    "arlen-vale-cy": True,
    "fwyd": True,  # the offer's Welsh title, on the English page, too
    "welcome-word": True,
    "\x00cafe": True,
    " ": True,  # nothing was asked
    'a"b': True,  # a sign is a space: two words
    "%": False,
    "_": False,
    "%%%": False,
    "zebra": False,
    "cafe zebra": False,
    "🍵": False,
    "'; drop table": False,
}


def test_words_are_searched_whatever_was_typed(names):
    listed("Thimble & Rye Café", page={"welcome_en": "Our welcome-word is here."})
    for typed, found in WORDS.items():
        assert (names(f"?{urlencode({'q': typed})}") == ["Thimble & Rye Café"]) is found, typed


def test_a_quote_in_the_name_is_found_by_its_parts(names):
    listed('The "Old" Mill')
    assert names("?q=%22old%22") == ['The "Old" Mill']


def test_unknown_filters_are_ignored(names):
    listed("Vale Café")
    assert names("?area=atlantis&category=&for=martians&page=seven&utm=x") == ["Vale Café"]


def test_young_carers_see_no_offer_for_adults(tree, fetch):
    listed("Gin House", offers=({"title_en": "Free gin", "tag": "alcohol"},))
    listed("Café", offers=({"title_en": "Free wine", "tag": "alcohol"}, {"title_en": "Free cake"}))
    listed("Club", offers=({"title_en": "Adults swim", "who": "adult"},))
    young = listed("Youth Club", offers=({"title_en": "Free pizza", "who": "young"},))
    html = fetch("/offers/?for=young")
    assert "Free cake" in html
    assert "Free pizza" in html
    for hidden in ("Gin House", "Free wine", "Adults swim", ">Club<"):
        assert hidden not in html
    adults = fetch("/offers/?for=adult")
    assert "Free gin" in adults
    assert "Free pizza" not in adults
    assert f"/offers/{young.slug}/?for=young" in html


def test_the_filter_for_young_carers_holds_on_the_business_page(tree, fetch):
    business = listed("Café", offers=({"title_en": "Free wine", "tag": "alcohol"}, {"title_en": "Free cake"}))
    assert "Free wine" in fetch(f"/offers/{business.slug}/")
    young = fetch(f"/offers/{business.slug}/?for=young")
    assert "Free wine" not in young
    assert "Free cake" in young


def test_only_live_offers_are_public(tree, fetch):
    today = timezone.localdate()
    business = listed(
        "Café",
        offers=(
            {"title_en": "Good today"},
            {"title_en": "Paused one", "status": "paused"},
            {"title_en": "Ended one", "status": "ended"},
            {"title_en": "Over yesterday", "ends_on": today - timedelta(days=1)},
            {"title_en": "From tomorrow", "starts_on": today + timedelta(days=1)},
            {"title_en": "Last day", "ends_on": today},
        ),
    )
    for address in ("/offers/", f"/offers/{business.slug}/", "/offers.xml"):
        html = fetch(address)
        assert "Good today" in html
        assert "Last day" in html
        for hidden in ("Paused one", "Ended one", "Over yesterday", "From tomorrow"):
            assert hidden not in html, address


def test_an_offer_without_a_scanner_leads_to_the_carers_own_pages(tree, client, fetch):
    barcode = {"how": "barcode", "barcode": "5012345678900", "barcode_kind": "ean13"}
    business = listed("Café", offers=({}, barcode, {"how": "code", "limit_kind": "month"}))
    by_card, at_till, online = business.offers.order_by("pk")
    html = fetch(f"/offers/{business.slug}/")
    assert f'href="/use/{by_card.pk}/"' not in html
    for offer, words in (
        (at_till, "Show a barcode at the till"),
        (online, "Get my code for the online shop"),
    ):
        assert f'href="/use/{offer.pk}/"' in html
        assert words in html
        away = client.get(f"/use/{offer.pk}/")
        assert away.status_code == 302
        assert away.url.startswith("/account/login/?next=/use/")
    assert f'href="/cy/use/{at_till.pk}/"' in fetch(f"/cy/offers/{business.slug}/")


def test_a_business_without_a_published_page_is_public_nowhere(tree, client, fetch):
    nobody = BusinessFactory(name="No Page Ltd")
    BranchFactory(business=nobody)
    OfferFactory(business=nobody, title_en="Secret offer")
    hidden = listed("Taken Down", offers=({"title_en": "Gone offer"},))
    unpublish_business_page(business=hidden, by=BY)
    left = listed("Has Left", offers=({"title_en": "Left offer"},))
    left.status = "left"
    left.save()
    for address in (
        "/offers/",
        "/cy/offers/",
        "/offers.xml",
        "/cy/offers.xml",
        "/sitemap.xml",
        "/offers/?q=offer",
    ):
        html = fetch(address)
        for name in (
            "No Page",
            "Secret",
            "Taken Down",
            "Gone offer",
            "Has Left",
            "Left offer",
            hidden.slug,
            left.slug,
        ):
            assert name not in html, f"{name} on {address}"
    for business in (hidden, left):
        assert client.get(f"/offers/{business.slug}/").status_code == 404
        assert client.get(f"/cy/offers/{business.slug}/").status_code == 404


def test_nothing_found_says_what_to_do_next(tree, fetch):
    html = fetch("/offers/?q=zebra")
    assert "Nothing found like that" in html
    assert 'href="?"' in html
    assert "0 places" in html


def test_the_list_is_paged_and_the_pages_keep_the_filters(tree, fetch):
    quickly_listed(tree.directory, 23)
    html = fetch("/offers/?area=arlen-vale")
    assert "23 places" in html
    assert "area=arlen-vale&amp;page=2" in html or "page=2&amp;area=arlen-vale" in html
    assert "Café 22" in fetch("/offers/?area=arlen-vale&page=2")
    assert "Café 22" in fetch("/offers/?page=999")


def test_the_number_of_queries_does_not_grow(tree, client):
    def queries() -> int:
        new_generation()
        with CaptureQueriesContext(connection) as captured:
            client.get("/offers/")
        return len(captured)

    quickly_listed(tree.directory, 5)
    client.get("/offers/")
    few = queries()
    quickly_listed(tree.directory, 45, start=5)
    assert "Café 07" in client.get("/offers/?q=07").content.decode()
    assert queries() == few


def test_search_text_follows_what_it_is_made_of(names):
    business = listed("Vale Café")
    offer = business.offers.get()
    offer.title_en = "Free marmalade"
    offer.save()
    assert names("?q=marmalade") == ["Vale Café"]
    branch = business.branches.get()
    branch.town = "Skelderby"
    branch.save()
    assert names("?q=skelderby") == ["Vale Café"]
    business.category.name_en = "Eating out"
    business.category.save()
    assert names("?q=eating") == ["Vale Café"]
    page = page_of(business)
    page.title = "Hill Café"
    page.save_revision().publish()
    assert names("?q=hill+marmalade") == ["Hill Café"]


def test_bulk_writes_are_indexed_on_request(names):
    business = listed("Vale Café")
    type(business.offers.get()).objects.filter(business=business).update(title_en="Free treacle")
    assert names("?q=treacle") == []
    assert refresh_search_text(business_ids=[business.pk]) == 2
    assert names("?q=treacle") == ["Vale Café"]


def test_publishing_twice_makes_one_page_in_each_language(tree):
    business = listed("Vale Café")
    publish_business_page(business=business, by=BY, intro_en="New words.", intro_cy="Geiriau newydd.")
    assert business.pages.count() == 2
    assert page_of(business).intro == "New words."
    assert page_of(business, "cy").intro == "Geiriau newydd."


def test_the_business_page_says_everything_and_links_safely(tree, fetch):
    business = listed(
        "Vale Café",
        branch={"address": "9 Bridge Street", "postcode": "AJ1 1BT", "phone": "01632 960 101"},
        website="https://vale.example",
        offers=({"companion": "with_person", "limit_kind": "week", "terms_en": "Tuesdays only."},),
    )
    html = fetch(f"/offers/{business.slug}/")
    for words in (
        "9 Bridge Street",
        "AJ1 1BT",
        "tel:01632960101",
        "Tuesdays only.",
        "Once a week",
        "is with you",
        "arlen-vale",
    ):
        assert words in html
    assert '<a class="site" href="https://vale.example" rel="noopener nofollow">' in html
    assert business.shop_word not in html


def test_a_business_that_is_deleted_takes_its_pages_along(tree):
    business, other = listed("Going"), listed("Staying", page={"intro_cy": ""})
    for one in (business, other):
        one.offers.all().delete()
    business.delete()
    assert [page.title for page in BusinessPage.objects.order_by("pk")] == ["Staying", "Staying"]
    other.delete()
    assert not BusinessPage.objects.exists()
    for directory in DirectoryPage.objects.all():
        assert directory.numchild == 0
