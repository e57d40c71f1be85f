"""What tills without a network are told of other schemes: who is trusted, and their lists beside ours."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from passports.cards import keys, trust_document
from passports.cards.domain import trust_list
from passports.cards.domain.trust import public_key
from passports.partners import services
from tests.factories import AreaFactory, UserFactory
from tests.factories_partners import SYSTEM, OtherScheme, trusted

pytestmark = pytest.mark.django_db


def published() -> dict:
    trust_document.forget()
    return json.loads(trust_document.trust_document(timezone.now()).body)


def ours() -> trust_list.TrustList:
    """Our list as another scheme opens it."""
    trust_document.forget()
    text = trust_document.trust_document(timezone.now()).body.decode()
    return trust_list.open_list(
        text,
        root_key=public_key(keys.root_public_text()),
        issuer_host=json.loads(text)["issuer"],
        today=timezone.localdate(),
    )


def test_our_list_is_one_that_another_scheme_can_open():
    assert ours().schemes == ()
    assert ours().usable(timezone.now())


def test_it_names_whom_we_trust_and_from_when_to_when():
    other = OtherScheme()
    partner = trusted(other, areas=[AreaFactory(slug="here")])
    assert published()["schemes"] == [
        {
            "host": other.host,
            "name_en": "Northmere Carer Passport",
            "name_cy": "Pasbort Gofalwyr Northmere",
            "root_key": other.root_key,
            "from": partner.trusted_from.isoformat(),
            "until": partner.trusted_until.isoformat(),
            "areas": ["here"],
        }
    ]
    assert ours().schemes[0]["host"] == other.host  # sealed with the rest


def test_a_scheme_that_is_suspended_or_past_leaves_and_the_number_goes_up():
    other = OtherScheme()
    partner = trusted(other)
    before = published()
    services.suspend_partner(partner=partner, by=UserFactory(), why="test")
    after = published()
    assert before["schemes"]
    assert after["schemes"] == []
    assert after["sequence"] > before["sequence"]
    services.resume_partner(partner=partner, by=UserFactory())
    today = timezone.localdate()
    services.change_partner(
        partner=partner, name_en="N", name_cy="", areas=[], by=SYSTEM,
        trusted_from=today - timedelta(days=9), trusted_until=today - timedelta(days=1),
    )  # fmt: skip
    assert published()["schemes"] == []


def test_their_lists_are_given_as_they_sealed_them():
    other = OtherScheme()
    trusted(other)
    client = Client()
    answer = client.get("/api/v1/trust/schemes")
    text = json.loads(answer.content)[other.host]
    opened = trust_list.open_list(
        text, root_key=other.root.public_key(), issuer_host=other.host, today=timezone.localdate()
    )
    assert opened.usable(timezone.now())
    again = client.get("/api/v1/trust/schemes", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    assert "Set-Cookie" not in answer.headers


def test_a_list_of_theirs_never_holds_ours():
    """Or each would hold the other's, which holds its own, and both would grow for ever."""
    trusted(OtherScheme())
    assert "trust" not in published()["schemes"][0]
