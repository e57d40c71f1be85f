"""The card's pattern: the same for the same serial, different for others, small, and drawable."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport_site.core.pattern import pattern_svg


@given(st.binary(min_size=8, max_size=8), st.sampled_from(["adult", "young"]))
def test_a_pattern_is_small_and_well_formed(seed, kind):
    svg = pattern_svg(seed, kind=kind)
    assert len(svg.encode()) <= 3072
    ElementTree.fromstring(svg)


def test_the_same_serial_gives_the_same_pattern_on_every_machine():
    assert pattern_svg(b"\x00" * 8) == pattern_svg(b"\x00" * 8)


def test_serials_and_kinds_differ():
    drawn = {
        pattern_svg(bytes([number] * 8), kind=kind) for number in range(50) for kind in ("adult", "young")
    }
    assert len(drawn) == 100


@pytest.mark.parametrize("seed", [b"12345678", b"\xde\xad\xbe\xef\x00\x01\x02\x03"])
def test_the_serial_cannot_be_read_from_the_picture(seed):
    assert seed.hex() not in pattern_svg(seed)
