"""Sealed documents: what tills without a network are given to trust."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passports.cards.domain import trust

from .test_code_format import HOST, KEY, OTHER_KEY

KEYS = {1: KEY.public_key()}
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


def sealed(document=None, **changes):
    options = {"purpose": trust.TRUST, "issuer_host": HOST, "key_id": 1, "private_key": KEY} | changes
    return trust.seal(document or {"sequence": 7}, **options)


@given(st.dictionaries(st.text(), json_values, max_size=5))
def test_what_is_sealed_is_what_is_opened(document):
    box = trust.seal(document, purpose=trust.TRUST, issuer_host=HOST, key_id=1, private_key=KEY)
    assert trust.unseal(box, purpose=trust.TRUST, issuer_host=HOST, keys=KEYS) == document


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(sealed() | {"payload": '{"sequence":8}'}, id="altered"),
        pytest.param(sealed() | {"payload": sealed()["payload"] + " "}, id="a space more"),
        pytest.param(sealed() | {"key_id": 2}, id="key we do not have"),
        pytest.param(sealed() | {"signature": "AAAA"}, id="short signature"),
        pytest.param(sealed() | {"signature": "not base64"}, id="signature is not base64"),
        pytest.param(sealed() | {"payload": None}, id="no payload"),
        pytest.param({}, id="empty"),
        pytest.param([], id="not a document"),
        pytest.param(sealed(purpose=trust.KEYS), id="for another purpose"),
        pytest.param(sealed(issuer_host="card.elsewhere.example"), id="for another host"),
        pytest.param(sealed(private_key=OTHER_KEY), id="by a stranger"),
    ],
)
def test_anything_else_stays_shut(box):
    with pytest.raises(trust.BadSeal):
        trust.unseal(box, purpose=trust.TRUST, issuer_host=HOST, keys=KEYS)


def test_a_key_list_names_the_keys_and_their_days():
    keys = [
        trust.PublishedKey(2, OTHER_KEY.public_key()),
        trust.PublishedKey(1, KEY.public_key(), date(2028, 1, 31)),
    ]
    box = trust.sign_key_list(keys, root_key=OTHER_KEY, issuer_host=HOST, issued=NOW)
    listed = trust.read_key_list(box, root_key=OTHER_KEY.public_key(), issuer_host=HOST)
    assert list(listed) == [1, 2]
    assert listed[1].verifies_until == date(2028, 1, 31)
    assert listed[2].verifies_until is None
    assert trust.public_text(listed[1].public_key) == trust.public_text(KEY.public_key())


def test_an_issuing_key_cannot_make_itself_a_key_list():
    box = trust.sign_key_list([], root_key=KEY, issuer_host=HOST, issued=NOW)
    with pytest.raises(trust.BadSeal):
        trust.read_key_list(box, root_key=OTHER_KEY.public_key(), issuer_host=HOST)


@pytest.mark.parametrize("text", ["", "AAAA", "not base64!", trust.public_text(KEY.public_key()) + "AAAA"])
def test_only_32_bytes_in_base64_are_a_public_key(text):
    with pytest.raises(ValueError):
        trust.public_key(text)
