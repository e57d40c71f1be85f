"""The code on the card: what is written is what is read, and nothing else is."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from passports.cards.domain.code import (
    FIRST_DAY,
    LAST_DAY,
    LIVE_DIGITS,
    STATIC_DIGITS,
    CardCode,
    Kind,
    canonical_host,
    decode,
    encode,
    key_id_of,
)
from passports.cards.domain.refusals import (
    BadSignature,
    Malformed,
    NotACard,
    UnknownKey,
    UnknownVersion,
)

HOST = "card.example.gov.uk"
KEY = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"test key 1").digest())
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"test key 2").digest())
KEYS = {1: KEY.public_key()}


def a_code(**changes) -> CardCode:
    facts = {
        "key_id": 1,
        "kind": Kind.ADULT,
        "has_photo": True,
        "printed": False,
        "serial": bytes.fromhex("0102030405060708"),
        "expires_on": date(2027, 11, 30),
        "status_index": 4711,
    }
    return CardCode(**(facts | changes))


codes = st.builds(
    CardCode,
    key_id=st.just(1),
    kind=st.sampled_from(Kind),
    has_photo=st.booleans(),
    printed=st.booleans(),
    serial=st.binary(min_size=8, max_size=8),
    expires_on=st.dates(FIRST_DAY, LAST_DAY),
    status_index=st.integers(0, (1 << 24) - 1),
    issued_at=st.none() | st.integers(0, (1 << 32) - 1),
)


def signed(body: bytes, key: Ed25519PrivateKey = KEY, host: str = HOST) -> str:
    """Digits for any body, properly signed: what only a careless issuer could make."""
    whole = body + key.sign(b"CPC1|" + host.encode() + b"|" + body)
    return str(int.from_bytes(whole, "big")).zfill({80: 193, 84: 203}[len(whole)])


@given(codes)
def test_what_is_encoded_is_what_is_decoded(code):
    digits = encode(code, KEY, HOST)
    assert decode(digits, KEYS, HOST) == code
    assert len(digits) == (LIVE_DIGITS if code.live else STATIC_DIGITS)


def test_the_layout_is_the_one_in_card_format():
    """Written by hand from card-format.md, so that encode and decode cannot drift together."""
    body = bytes([1, 1, 0b001001]) + bytes.fromhex("0102030405060708") + (2890).to_bytes(2, "big")
    body += (4711).to_bytes(3, "big")
    assert date(2020, 1, 1) + timedelta(days=2890) == date(2027, 11, 30)
    assert encode(a_code(), KEY, HOST) == signed(body)

    live = bytes([1, 1, 0b110100]) + body[3:] + (1_795_000_000).to_bytes(4, "big")
    code = a_code(kind=Kind.FORMER, has_photo=False, printed=True, issued_at=1_795_000_000)
    assert encode(code, KEY, HOST) == signed(live)


@given(codes, st.data())
def test_a_code_with_one_digit_changed_is_refused(code, data):
    digits = encode(code, KEY, HOST)
    place = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != digits[place]]))
    with pytest.raises(NotACard):
        decode(digits[:place] + other + digits[place + 1 :], KEYS, HOST)


def test_every_single_changed_bit_is_refused():
    whole = int(encode(a_code(), KEY, HOST)).to_bytes(80, "big")
    for bit in range(640):
        changed = int.from_bytes(whole, "big") ^ (1 << bit)
        with pytest.raises(NotACard):
            decode(str(changed).zfill(193), KEYS, HOST)


@given(
    st.text(max_size=250)
    | st.text("0123456789", min_size=193, max_size=193)
    | st.text("0123456789", min_size=203, max_size=203)
)
def test_any_text_is_refused_and_never_breaks_decode(text):
    with pytest.raises(NotACard):
        decode(text, KEYS, HOST)


def test_only_ascii_digits_of_the_exact_length_are_read():
    digits = encode(a_code(), KEY, HOST)
    arabic = digits.translate({ord("0") + n: 0x0660 + n for n in range(10)})
    full_width = digits.translate({ord("0") + n: 0xFF10 + n for n in range(10)})
    underscored = digits[1:3].join(["", "_"]) + digits[3:]
    spellings = [
        arabic,
        full_width,
        underscored,
        digits[1:],
        "0" + digits,
        digits + " ",
        "+" + digits[1:],
        "",
        "9" * 193,
        "9" * 203,
    ]
    for spelling in spellings:
        with pytest.raises(Malformed):
            decode(spelling, KEYS, HOST)


def test_a_code_of_another_host_is_refused():
    digits = encode(a_code(), KEY, "card.elsewhere.gov.uk")
    with pytest.raises(BadSignature):
        decode(digits, KEYS, HOST)


def test_a_code_signed_by_another_key_under_our_key_id_is_refused():
    with pytest.raises(BadSignature):
        decode(encode(a_code(), OTHER_KEY, HOST), KEYS, HOST)


def test_a_code_of_a_key_we_do_not_have_is_refused():
    digits = encode(a_code(key_id=9), OTHER_KEY, HOST)
    with pytest.raises(UnknownKey):
        decode(digits, KEYS, HOST)
    assert key_id_of(digits) == 9


def test_a_code_of_another_version_is_refused_before_its_key_is_asked_for():
    body = bytes([2, 9, 1]) + bytes(13)
    with pytest.raises(UnknownVersion):
        decode(signed(body), KEYS, HOST)


def test_a_signature_made_for_another_purpose_is_refused():
    body = bytes([1, 1, 1]) + bytes(13)
    whole = body + KEY.sign(b"CPC1-keys|" + HOST.encode() + b"|" + body)
    with pytest.raises(BadSignature):
        decode(str(int.from_bytes(whole, "big")).zfill(193), KEYS, HOST)


@pytest.mark.parametrize(
    ("flags", "length"),
    [
        pytest.param(0b100001, 13, id="says live without a time"),
        pytest.param(0b000001, 17, id="a time without saying live"),
        pytest.param(0b1000001, 13, id="a flag that does not exist"),
        pytest.param(0b000000, 13, id="no kind"),
        pytest.param(0b000111, 13, id="a kind that does not exist"),
    ],
)
def test_a_genuine_signature_over_nonsense_is_still_refused(flags, length):
    with pytest.raises(Malformed):
        decode(signed(bytes([1, 1, flags]) + bytes(length)), KEYS, HOST)


@pytest.mark.parametrize(
    "change",
    [
        {"key_id": 0},
        {"key_id": 256},
        {"kind": 1},
        {"serial": bytes(7)},
        {"expires_on": date(2019, 12, 31)},
        {"expires_on": LAST_DAY + timedelta(days=1)},
        {"status_index": 1 << 24},
        {"status_index": -1},
        {"issued_at": -1},
        {"issued_at": 1 << 32},
        {"version": 2},
    ],
)
def test_facts_that_do_not_fit_the_format_cannot_be_made_into_a_code(change):
    with pytest.raises(ValueError):
        a_code(**change)


@pytest.mark.parametrize(
    "host", ["CARD.example.gov.uk", "card.example.gov.uk:443", "card.example.gov.uk.", " card.example.gov.uk"]
)
def test_spellings_of_one_host_are_one_host(host):
    assert canonical_host(host) == HOST
    assert decode(encode(a_code(), KEY, host), KEYS, HOST) == a_code()


def test_the_last_of_every_range_fits():
    furthest = a_code(
        key_id=255,
        serial=bytes([255] * 8),
        expires_on=LAST_DAY,
        status_index=(1 << 24) - 1,
        issued_at=(1 << 32) - 1,
    )
    assert decode(encode(furthest, KEY, HOST), {255: KEY.public_key()}, HOST) == furthest
    nearest = a_code(key_id=1, serial=bytes(8), expires_on=FIRST_DAY, status_index=0, issued_at=0)
    assert decode(encode(nearest, KEY, HOST), KEYS, HOST) == nearest


def test_a_port_of_its_own_is_another_host():
    with pytest.raises(BadSignature):
        decode(encode(a_code(), KEY, HOST + ":8000"), KEYS, HOST)


def test_kinds_have_the_words_that_the_database_uses():
    assert [kind.word for kind in Kind] == ["adult", "young", "parent", "former"]
    assert all(Kind.of(kind.word) is kind for kind in Kind)


def test_reasons_differ_for_us_but_no_refusal_says_more_than_not_a_card():
    reasons = {kind.reason for kind in NotACard.__subclasses__()}
    assert len(reasons) == len(NotACard.__subclasses__()) == 8
