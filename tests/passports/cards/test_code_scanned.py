"""What a camera, a scanner or a cashier may hand us, and what we take it for."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passports.cards.domain import numbers
from passports.cards.domain.refusals import Foreign, Malformed, Mistyped, NotACard, WrongPurpose
from passports.cards.domain.scanned import ScannedCode, TypedNumber, address, parse_scanned

HOST = "card.example.gov.uk"
STATIC, LIVE = "01" * 96 + "0", "01" * 101 + "0"
NUMBER = numbers.new_number(random.Random(3))


@pytest.mark.parametrize("digits", [STATIC, LIVE])
@pytest.mark.parametrize(
    "start",
    [
        "https://card.example.gov.uk/v#",
        "HTTPS://CARD.EXAMPLE.GOV.UK/V#",
        "https://card.example.gov.uk/v/#",
        "https://card.example.gov.uk/cy/v#",
        "https://card.example.gov.uk:443/v#",
        "http://card.example.gov.uk/v#",
        "https://card.example.gov.uk/v£",
        "https://card.example.gov.uk/v\\",
        "  https://card.example.gov.uk/v#",
        "",
    ],
)
def test_a_cards_address_or_its_digits_are_a_code(start, digits):
    assert parse_scanned(start + digits + "\r\n", HOST) == ScannedCode(digits=digits, host=HOST)


def test_what_we_print_is_what_we_read():
    assert address(STATIC, "https://card.example.gov.uk/") == f"https://card.example.gov.uk/v#{STATIC}"
    assert parse_scanned(address(STATIC, f"https://{HOST}"), HOST).digits == STATIC


def test_a_host_that_we_trust_as_well_is_told_apart():
    found = parse_scanned(f"https://card.next.example/v#{STATIC}", HOST, also=["Card.Next.Example"])
    assert found == ScannedCode(digits=STATIC, host="card.next.example")


@pytest.mark.parametrize(
    "text",
    [
        f"https://card.example.gov.uk.evil.example/v#{STATIC}",
        f"https://evil.example/card.example.gov.uk/v#{STATIC}",
        f"https://evil.example/v#{STATIC}",
        f"https://card.example.gov.uk:8443/v#{STATIC}",
        f"javascript://card.example.gov.uk/v#{STATIC}",
        f"https:///v#{STATIC}",
    ],
)
def test_any_other_host_is_foreign(text):
    with pytest.raises(Foreign):
        parse_scanned(text, HOST)


@pytest.mark.parametrize(
    "text",
    [
        f"https://card.example.gov.uk@evil.example/v#{STATIC}",
        f"https://evil.example\\@card.example.gov.uk/v#{STATIC}",
        f"https://card.example.gov.uk/v#{STATIC}#{STATIC}",
    ],
)
def test_tricks_with_the_shape_of_an_address_are_refused(text):
    with pytest.raises(NotACard):
        parse_scanned(text, HOST)


@pytest.mark.parametrize(
    "path",
    ["/e#0123456789ABCDEFGHJKMNPQRS", f"/#{STATIC}", f"/e#{STATIC}", f"/v/x#{STATIC}", f"/v?a=1#{STATIC}"],
)
def test_another_page_of_ours_is_the_wrong_purpose(path):
    with pytest.raises(WrongPurpose):
        parse_scanned(f"https://card.example.gov.uk{path}", HOST)


@pytest.mark.parametrize(
    "fragment", ["", "#", f"#{STATIC}0", f"#{STATIC[:-1]}", "#" + "a" * 193, "#" + "٠" * 193]
)
def test_our_page_without_a_proper_code_is_malformed(fragment):
    with pytest.raises(Malformed):
        parse_scanned(f"https://card.example.gov.uk/v{fragment}", HOST)


@pytest.mark.parametrize(
    "typed",
    [NUMBER, numbers.display(NUMBER), numbers.display(NUMBER).lower(), f" {NUMBER[:4]} {NUMBER[4:]}\n"],
)
def test_a_typed_card_number_is_a_number(typed):
    assert parse_scanned(typed, HOST) == TypedNumber(number=NUMBER)


def test_a_slip_in_a_card_number_is_mistyped():
    wrong = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")
    with pytest.raises(Mistyped):
        parse_scanned(wrong, HOST)


@pytest.mark.parametrize("text", ["", " ", "hello", "9" * 12, "x" * 10_000, "https://", "\x00", "٠" * 193])
def test_anything_else_is_malformed(text):
    with pytest.raises(NotACard):
        parse_scanned(text, HOST)


@given(st.text(max_size=600))
def test_no_text_breaks_it(text):
    try:
        found = parse_scanned(text, HOST)
    except NotACard:
        return
    assert isinstance(found, ScannedCode | TypedNumber)
