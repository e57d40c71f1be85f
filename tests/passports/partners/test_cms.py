"""Other schemes in the CMS, as an officer uses them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from passports.cards import keys
from passports.cards.domain import trust
from passports.partners.models import PartnerScheme
from tests.factories import AreaFactory
from tests.factories_partners import OtherScheme, trusted

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client_of):
    return client_of("Commissioner")


def typed(other: OtherScheme, **changes) -> dict:
    today = timezone.localdate()
    return {
        "name_en": "Northmere Carer Passport",
        "host": other.host,
        "root_key": other.root_key,
        "fingerprint": other.fingerprint,
        "trusted_from": today.isoformat(),
        "trusted_until": (today + timedelta(days=365)).isoformat(),
    } | changes


def test_our_own_key_is_there_to_be_read_to_them(officer):
    page = officer.get("/cms/partners/").content.decode()
    assert keys.root_public_text() in page
    assert trust.fingerprint(keys.root_public_text()) in page


def test_a_scheme_is_trusted_when_key_and_fingerprint_agree(officer):
    other, here = OtherScheme(host="127.0.0.1:11"), AreaFactory(slug="here")
    answer = officer.post("/cms/partners/add/", typed(other, areas=[here.pk]), follow=True)
    partner = PartnerScheme.objects.get()
    page = answer.content.decode()
    assert other.fingerprint in page
    assert "did not answer" in page  # their server was asked at once
    assert list(partner.areas.all()) == [here]
    assert "Northmere" in officer.get("/cms/partners/").content.decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"fingerprint": "1234"}, "This is not the fingerprint of this key"),
        ({"fingerprint": ""}, "Call them, and type the fingerprint"),
        ({"root_key": "hello"}, "This is not a root key"),
        ({"host": "printer.local"}, "Enter the address of their card server"),
        ({"trusted_until": "2020-01-01"}, "The last day must not be before the first"),
        ({"trusted_until": "soon"}, "This must be a real date"),
        ({"name_en": ""}, "Write what the scheme is called"),
    ],
)
def test_a_mistake_is_said_beside_the_field_and_nothing_typed_is_lost(officer, change, sentence):
    other = OtherScheme()
    answer = officer.post("/cms/partners/add/", typed(other, **change))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    if "host" not in change:
        assert other.host in page
    assert not PartnerScheme.objects.exists()


def test_suspending_needs_a_reason_and_can_be_taken_back(officer):
    other = OtherScheme()
    partner = trusted(other)
    place = f"/cms/partners/{partner.pk}/"
    assert "Write why" in officer.post(f"{place}suspend/").content.decode()
    page = officer.post(f"{place}suspend/", {"suspend-why": "Key lost"}, follow=True).content.decode()
    assert "Their cards are refused" in page
    partner.refresh_from_db()
    assert partner.suspended_by is not None
    page = officer.post(f"{place}resume/", follow=True).content.decode()
    assert "Their cards are taken again" in page


def test_terms_and_key_can_be_changed(officer):
    other, new = OtherScheme(), OtherScheme()
    partner = trusted(other)
    place = f"/cms/partners/{partner.pk}/"
    terms = {f"terms-{name}": value for name, value in typed(other, name_en="Renamed").items()}
    officer.post(f"{place}terms/", terms)
    partner.refresh_from_db()
    assert partner.name_en == "Renamed"
    wrong = {"key-root_key": new.root_key, "key-fingerprint": other.fingerprint}
    assert "This is not the fingerprint" in officer.post(f"{place}key/", wrong).content.decode()
    officer.post(f"{place}key/", wrong | {"key-fingerprint": new.fingerprint})
    partner.refresh_from_db()
    assert (partner.root_key, partner.document) == (new.root_key, "")


def test_the_list_takes_the_same_number_of_queries_for_any_number_of_schemes(
    officer, django_assert_max_num_queries
):
    for n in range(6):
        trusted(OtherScheme(host=f"card.n{n}.example"))
    officer.get("/cms/partners/")
    with django_assert_max_num_queries(14):
        officer.get("/cms/partners/")


@pytest.mark.parametrize("role", ["Assessor", "Editor", "Privacy officer", "Administrator"])
def test_others_cannot_trust_anybody(client_of, role):
    partner = trusted(OtherScheme())
    client = client_of(role)
    assert client.get("/cms/partners/add/").status_code in (302, 403)
    client.post(f"/cms/partners/{partner.pk}/suspend/", {"suspend-why": "x"})
    partner.refresh_from_db()
    assert partner.suspended_at is None
