"""The invented scheme holds together: counts, both languages, and nothing that could reach a real person or place."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from directory.demo import content
from directory.demo.content import guidance_cy, guidance_en, home, notices_cy, notices_en, types
from directory.demo.content.businesses import BUSINESSES
from directory.demo.content.categories import CATEGORY_ICONS, CATEGORY_NAMES
from directory.demo.content.names import AWKWARD_NAMES, FAMILY_NAMES, GIVEN_NAMES
from directory.demo.content.people import BUSINESS_PEOPLE, CARERS, CAST, STAFF
from directory.demo.content.scheme import SCHEME
from directory.demo.content.types import Page, Words

MODULES = [
    importlib.import_module(f"{content.__name__}.{module.name}")
    for module in pkgutil.iter_modules(content.__path__)
]
OFFERS = [(business, offer) for business in BUSINESSES for offer in business.offers]
PAGE_PAIRS = [
    pytest.param(english, welsh, id=english.slug)
    for english, welsh in zip(
        guidance_en.PAGES + notices_en.PAGES, guidance_cy.PAGES + notices_cy.PAGES, strict=True
    )
]
DRAMA_NUMBER = re.compile(r"^(01632 960 \d{3}|07700 900 \d{3})$")
# 0 to 9, a space and then digits: whatever looks like a telephone number in running text.
ANY_NUMBER = re.compile(r"\b0\d{3,4} ?\d{3} ?\d{3,4}\b")
EMAIL = re.compile(r"[\w.+-]+@[\w.-]+\w")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
# Royal Mail leaves these letters out of the last two of a postcode.
INWARD = re.compile(r"^AJ[1-9] [1-9][ABD-HJLNP-UW-Z]{2}$")


def strings(thing: object) -> Iterator[str]:
    """Every text inside a dataclass, a tuple or a dictionary, however deep."""
    if isinstance(thing, str):
        yield thing
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from strings(getattr(thing, field.name))
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from strings(part)
    elif isinstance(thing, dict):
        yield from strings(tuple(thing.values()))


def words_in(thing: object) -> Iterator[Words]:
    """Every pair of English and Welsh inside the data."""
    if isinstance(thing, Words):
        yield thing
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from words_in(getattr(thing, field.name))
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from words_in(part)
    elif isinstance(thing, dict):
        yield from words_in(tuple(thing.values()))


def everything() -> list[object]:
    """The values of all modules of the package: only data is public there, so this is the whole content."""
    return [value for module in MODULES for name, value in vars(module).items() if name.isupper()]


def test_the_county_has_4_areas_60_businesses_and_90_offers() -> None:
    assert len(SCHEME.areas) == 4
    assert len(BUSINESSES) == 60
    assert len(OFFERS) == 90
    assert Counter(business.area for business in BUSINESSES) == {area.slug: 15 for area in SCHEME.areas}


def test_every_category_has_a_name_an_icon_and_businesses() -> None:
    used = Counter(business.category for business in BUSINESSES)
    assert set(used) == set(types.CATEGORIES) == set(CATEGORY_NAMES) == set(CATEGORY_ICONS)
    assert min(used.values()) >= 3


def test_what_must_be_unique_is() -> None:
    for values in (
        [business.slug for business in BUSINESSES],
        [business.name for business in BUSINESSES],
        [business.shop_word.lower() for business in BUSINESSES],
        [sector for area in SCHEME.areas for sector in area.sectors],
        [town.name for area in SCHEME.areas for town in area.towns],
        [person.key for person in CAST],
        [person.email for person in CAST if person.email],
        [business.phone for business in BUSINESSES]
        + [b.phone for business in BUSINESSES for b in business.branches],
    ):
        assert [value for value, times in Counter(values).items() if times > 1] == []


def test_each_area_has_5_to_8_sectors_and_each_town_lies_in_one() -> None:
    for area in SCHEME.areas:
        assert 5 <= len(area.sectors) <= 8
        assert 5 <= len(area.towns) <= 7
        assert {town.sector for town in area.towns} <= set(area.sectors)


@pytest.mark.parametrize("business", BUSINESSES, ids=lambda business: business.slug)
def test_every_place_is_in_its_area_by_town_and_postcode(business: types.Business) -> None:
    areas = {area.slug: area for area in SCHEME.areas}
    places = [(business.area, business.town, business.postcode)]
    places += [(branch.area, branch.town, branch.postcode) for branch in business.branches]
    for area, town, postcode in places:
        assert town in {known.name for known in areas[area].towns}
        assert postcode[:-2] in areas[area].sectors


@pytest.mark.parametrize(("business", "offer"), OFFERS, ids=lambda part: getattr(part, "slug", ""))
def test_every_offer_is_one_that_the_till_can_apply(business: types.Business, offer: types.Offer) -> None:
    assert offer.kind in types.OFFER_KINDS
    assert offer.who in types.OFFER_WHO
    assert offer.companion in types.OFFER_COMPANION
    assert offer.limit in types.OFFER_LIMITS
    assert offer.status in types.OFFER_STATUSES
    assert set(offer.tags) <= set(types.OFFER_TAGS)
    assert (offer.number is None) == (offer.limit == "none")
    assert (offer.value is None) == (offer.kind not in {"percentage", "amount", "concession"})
    if offer.kind == "percentage":
        assert 1 <= offer.value <= 25
        assert f"{offer.value}%" in offer.title.en
        assert f"{offer.value}%" in offer.title.cy
    assert offer.ends is None or offer.ends > offer.starts
    # "ended" is what a past end makes it; a live offer with a past end would be shown and refused.
    assert (offer.status == "ended") == (offer.ends is not None and offer.ends < 0)
    assert max(len(offer.title.en), len(offer.title.cy)) <= 90


def test_amounts_in_titles_are_the_amounts_in_pence() -> None:
    for _business, offer in OFFERS:
        if offer.kind in {"amount", "concession"}:
            pounds = f"£{offer.value / 100:.2f}".removesuffix(".00")
            assert re.search(re.escape(pounds) + r"(?![\d.]*\d)", offer.title.en), offer.title.en
            assert re.search(re.escape(pounds) + r"(?![\d.]*\d)", offer.title.cy), offer.title.cy


def test_offers_are_mixed_and_nothing_for_adults_reaches_the_young() -> None:
    offers = [offer for _business, offer in OFFERS]
    assert {offer.kind for offer in offers} == set(types.OFFER_KINDS)
    assert {offer.limit for offer in offers} == set(types.OFFER_LIMITS)
    assert {offer.status for offer in offers} == set(types.OFFER_STATUSES)
    assert {offer.companion for offer in offers} == set(types.OFFER_COMPANION)
    assert {tag for offer in offers for tag in offer.tags} == set(types.OFFER_TAGS)
    assert all(offer.who == "adult" for offer in offers if offer.tags)
    assert sum(offer.status == "live" for offer in offers) >= 80
    assert any(offer.who == "young" for offer in offers)


def test_every_text_has_a_welsh_text_of_its_own() -> None:
    # Names of places that are the same in both languages live in Town, which is not Words.
    same = [pair.en for thing in everything() for pair in words_in(thing) if pair.en == pair.cy]
    empty = [
        pair
        for thing in everything()
        for pair in words_in(thing)
        if not (pair.en.strip() and pair.cy.strip())
    ]
    # Welsh names of areas and businesses apart, one text given twice in Welsh would be a slip of the copy.
    assert same == []
    assert empty == []


@pytest.mark.parametrize(("english", "welsh"), PAGE_PAIRS)
def test_a_page_says_the_same_things_in_the_same_order_in_welsh(english: Page, welsh: Page) -> None:
    assert english.slug == welsh.slug
    assert [kind for kind, _value in english.blocks] == [kind for kind, _value in welsh.blocks]
    assert {kind for kind, _value in english.blocks} <= set(types.BLOCK_KINDS)
    for (kind, ours), (_kind, theirs) in zip(english.blocks, welsh.blocks, strict=True):
        assert ours != theirs
        if kind == "list":
            assert len(ours) == len(theirs)
        if kind == "contact":
            assert ours.phone == theirs.phone
    # A number lost in translation misleads: the same figures have to stand on both pages.
    figures = [Counter(re.findall(r"\d+", " ".join(strings(page)))) for page in (english, welsh)]
    assert figures[0] == figures[1]


@pytest.mark.parametrize("guide", guidance_en.PAGES + guidance_cy.PAGES, ids=lambda guide: guide.slug)
def test_guidance_is_a_real_page_and_not_a_stub(guide: Page) -> None:
    assert 250 <= sum(len(text.split()) for _kind, value in guide.blocks for text in strings(value)) <= 500
    assert any(kind == "contact" for kind, _value in guide.blocks)


def test_there_are_at_least_10_guidance_pages_and_both_privacy_notices() -> None:
    assert len(guidance_en.PAGES) >= 10
    assert {"privacy", "privacy-young-people", "accessibility", "cookies", "card-terms", "contact"} == {
        page.slug for page in notices_en.PAGES
    }
    assert len(home.PARTS) == 5


def test_no_number_address_or_postcode_belongs_to_anybody() -> None:
    texts = [text for thing in everything() for text in strings(thing)]
    numbers = {number for text in texts for number in ANY_NUMBER.findall(text)}
    emails = {email for text in texts for email in EMAIL.findall(text)}
    emails |= {business.email for business in BUSINESSES}
    postcodes = {postcode for text in texts for postcode in POSTCODE.findall(text)}
    assert len(numbers) > 60
    assert [number for number in numbers if not DRAMA_NUMBER.match(number)] == []
    assert [email for email in emails if not email.endswith(".example")] == []
    assert [postcode for postcode in postcodes if not INWARD.match(postcode)] == []
    assert [business.website for business in BUSINESSES if not business.website.endswith(".example")] == []
    assert [text for text in texts if "http" in text and not text.endswith(".example")] == []


def test_phone_fields_are_numbers_from_the_drama_ranges() -> None:
    phones = [business.phone for business in BUSINESSES]
    phones += [branch.phone for business in BUSINESSES for branch in business.branches]
    phones += [person.phone for person in CAST]
    phones += [SCHEME.helpline, SCHEME.emergency_line, SCHEME.advice_line, SCHEME.text_line]
    assert [phone for phone in phones if not DRAMA_NUMBER.match(phone)] == []


def test_the_cast_covers_the_states_and_roles_that_a_visitor_wants_to_try() -> None:
    assert {"waiting", "active", "expired", "lost", "young_active", "ended", "refused"} <= {
        p.state for p in CARERS
    }
    assert Counter(person.role for person in STAFF) == {
        "Assessor": 2,
        "Commissioner": 1,
        "Call handler": 1,
        "Privacy officer": 1,
        "Administrator": 1,
    }
    assert {person.role for person in BUSINESS_PEOPLE} == {"Business owner", "Till staff"}
    assert [person.key for person in CARERS if not person.email] == ["no-email"]
    assert {person.language for person in CARERS} == {"en", "cy"}
    slugs = {business.slug for business in BUSINESSES}
    assert {person.business for person in BUSINESS_PEOPLE} <= slugs
    assert {bool(person.pin) for person in BUSINESS_PEOPLE if person.initials} == {True, False}
    keys = {person.key for person in CAST}
    assert {person.guardian for person in CAST if person.guardian} <= keys


def test_demo_carers_live_where_the_scheme_is() -> None:
    sectors = {town.name: area.sectors for area in SCHEME.areas for town in area.towns}
    for person in CARERS:
        assert person.postcode[:-2] in sectors[person.town]


def test_there_are_names_enough_for_400_different_carers() -> None:
    assert len(set(GIVEN_NAMES)) == len(GIVEN_NAMES) >= 150
    assert len(set(FAMILY_NAMES)) == len(FAMILY_NAMES) >= 150
    joined = " ".join(GIVEN_NAMES + FAMILY_NAMES + tuple(" ".join(pair) for pair in AWKWARD_NAMES))
    assert "’" in joined
    assert "-" in joined
    assert max(len(" ".join(pair)) for pair in AWKWARD_NAMES) >= 40
    assert sum(not name.isascii() for name in GIVEN_NAMES + FAMILY_NAMES) >= 15


def test_the_voice_has_no_exclamation_marks_and_no_straight_quotes() -> None:
    texts = [text for thing in everything() for text in strings(thing)]
    assert [text for text in texts if "!" in text or "'" in text or '"' in text] == []
