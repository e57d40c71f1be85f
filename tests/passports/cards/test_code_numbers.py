"""Card numbers and check codes: what people type and read out."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passports.cards.domain import numbers
from passports.cards.domain.numbers import ALPHABET

seeds = st.integers(0, 2**32)


def a_number(seed: int = 1) -> str:
    return numbers.new_number(random.Random(seed))


@given(seeds)
def test_a_new_number_is_valid_and_survives_being_shown_and_typed(seed):
    number = a_number(seed)
    assert len(number) == 9
    assert numbers.is_valid(number)
    shown = numbers.display(number)
    assert shown == f"{number[:4]}-{number[4:8]}-{number[8]}"
    for typed in (shown, shown.lower(), shown.replace("-", " "), f"  {shown} ", shown.replace("-", "–")):
        assert numbers.normalise(typed) == number
        assert numbers.is_valid(typed)


def test_letters_that_look_like_digits_are_read_as_digits():
    assert numbers.normalise("oO il-IL") == "001111"


@given(seeds)
def test_every_single_wrong_character_is_caught(seed):
    number = a_number(seed)
    for place in range(9):
        for other in ALPHABET:
            if other != number[place]:
                assert not numbers.is_valid(number[:place] + other + number[place + 1 :])


@given(seeds)
def test_every_swap_of_two_characters_is_caught(seed):
    number = a_number(seed)
    for i, j in combinations(range(9), 2):
        if number[i] != number[j]:
            swapped = list(number)
            swapped[i], swapped[j] = swapped[j], swapped[i]
            assert not numbers.is_valid("".join(swapped))


@given(seeds, st.integers(0, 7), st.sampled_from(ALPHABET), st.sampled_from(ALPHABET))
def test_twin_slips_are_caught(seed, place, typed, meant):
    stem = list(a_number(seed)[:8])
    if place == 7 or typed == meant:
        return
    stem[place : place + 2] = [meant, meant]
    number = "".join(stem) + numbers.check_character("".join(stem))
    assert numbers.is_valid(number)
    assert not numbers.is_valid(number[:place] + typed * 2 + number[place + 2 :])


@given(st.text(max_size=30))
def test_any_text_can_be_asked_about(text):
    if numbers.is_valid(text):
        assert set(numbers.normalise(text)) <= set(ALPHABET)


@pytest.mark.parametrize("typed", ["", "7", "U" * 9, "*" * 9, "7K3M9QXA", "７Ｋ３Ｍ９ＱＸＡＴ", "ıııııııı1"])
def test_other_shapes_are_not_numbers(typed):
    assert not numbers.is_valid(typed)
    assert not numbers.looks_like_number(typed)


def test_numbers_are_spread_over_the_whole_alphabet_and_do_not_repeat():
    rng = random.Random(7)
    drawn = [numbers.new_number(rng) for _ in range(5000)]
    assert len(set(drawn)) == 5000
    for place in range(9):
        assert {number[place] for number in drawn} == set(ALPHABET)


def test_no_number_holds_a_word():
    rng = random.Random(11)
    for _ in range(5000):
        number = numbers.new_number(rng)
        runs = [number[i : i + 3] for i in range(7)]
        assert not [run for run in runs if run.isalpha() and set(run) & set("AE")]


def test_the_check_code_is_the_first_twenty_bits_of_the_hash():
    """By hand: printf 'CPC1-check\\1\\2\\3\\4\\5\\6\\7\\10' | sha256sum begins with the 20 bits below."""
    serial = bytes.fromhex("0102030405060708")
    code = numbers.check_code(serial)
    bits = "".join(f"{ALPHABET.index(character):05b}" for character in code)
    assert f"{int(bits, 2):05x}" == "f17c6"


@given(st.binary(min_size=8, max_size=8))
def test_a_check_code_is_four_speakable_characters(serial):
    code = numbers.check_code(serial)
    assert len(code) == 4
    assert set(code) <= set(ALPHABET)
