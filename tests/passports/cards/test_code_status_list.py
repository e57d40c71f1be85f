"""The list of stopped cards that tills keep."""

from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passports.cards.domain import status_list


@given(st.sets(st.integers(0, 4095)))
def test_what_is_packed_is_what_is_unpacked(stopped):
    unpacked = status_list.decode(status_list.encode(stopped, 4096))
    assert {index for index in range(4096) if unpacked.is_stopped(index)} == stopped


def test_the_first_index_is_the_lowest_bit_of_the_first_byte():
    assert zlib.decompress(status_list.encode({0, 9}, 16)) == bytes([0b1, 0b10])


def test_a_hundred_thousand_cards_fit_in_two_kilobytes():
    rng = random.Random(5)
    space = status_list.space_for(100_000)
    assert len(status_list.encode(rng.sample(range(space), 1000), space)) < 2048


def test_a_card_newer_than_the_list_is_not_called_stopped():
    assert not status_list.decode(status_list.encode({1}, 8)).is_stopped(8)


def test_an_index_below_zero_is_a_mistake():
    with pytest.raises(ValueError):
        status_list.decode(status_list.encode((), 8)).is_stopped(-1)


@pytest.mark.parametrize("index", [-1, 16])
def test_an_index_outside_the_space_cannot_be_packed(index):
    with pytest.raises(ValueError):
        status_list.encode([index], 16)


@pytest.mark.parametrize(
    ("cards", "space"), [(0, 4096), (2048, 4096), (2049, 8192), (100_000, 262_144), (10**9, 1 << 24)]
)
def test_the_space_is_a_power_of_two_at_least_twice_the_cards(cards, space):
    assert status_list.space_for(cards) == space


def test_a_drawn_index_lies_in_the_space():
    rng = random.Random(1)
    drawn = {status_list.draw_index(rng, 0) for _ in range(2000)}
    assert max(drawn) < 4096
    assert len(drawn) > 1000


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"nonsense",
        status_list.encode({1}, 64)[:-1],
        status_list.encode({1}, 64) + b"x",
        zlib.compress(bytes(3 << 20)),
    ],
    ids=["empty", "not zlib", "cut off", "with more behind it", "a bomb"],
)
def test_anything_else_is_refused(packed):
    with pytest.raises(status_list.NotAStatusList):
        status_list.decode(packed)
