"""Small numbers cannot be seen, and cannot be worked out."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.reports.disclosure import SUPPRESSED, protect, protect_list


def test_a_small_count_is_hidden_and_the_next_smallest_with_it():
    table = protect_list(["Vale", "Moor", "Coast"], [3, 20, 11])
    assert [cells[0] for _name, cells, _total in table.rows()] == [SUPPRESSED, 20, SUPPRESSED]
    assert table.total == 34
    assert table.hides


def test_two_small_counts_hide_each_other():
    table = protect_list(["Vale", "Moor", "Coast"], [3, 4, 11])
    assert [cells[0] for _name, cells, _total in table.rows()] == [SUPPRESSED, SUPPRESSED, 11]


def test_zero_is_shown():
    table = protect_list(["Vale", "Moor"], [0, 11])
    assert [cells[0] for _name, cells, _total in table.rows()] == [0, 11]
    assert not table.hides


def test_a_small_total_is_hidden_too():
    table = protect_list(["Vale", "Moor"], [0, 3])
    assert table.total is SUPPRESSED


def test_five_is_shown():
    assert protect_list(["Vale"], [5]).cells == ((5,),)


def test_an_empty_table_has_a_total_of_nothing():
    assert protect([], ["n"], []).total == 0


def test_counts_below_zero_are_a_mistake():
    with pytest.raises(ValueError, match="below zero"):
        protect_list(["Vale"], [-1])


@settings(max_examples=300, deadline=None)
@given(
    st.integers(1, 4).flatmap(
        lambda w: st.lists(st.lists(st.integers(0, 30), min_size=w, max_size=w), min_size=1, max_size=4)
    )
)
def test_no_line_has_exactly_one_hidden_cell(counts):
    table = protect([f"r{i}" for i in range(len(counts))], [f"c{i}" for i in range(len(counts[0]))], counts)
    full = [[*cells, total] for _name, cells, total in table.rows()] + [[*table.column_totals, table.total]]
    for line in itertools.chain(full, zip(*full, strict=True)):
        assert sum(cell is SUPPRESSED for cell in line) != 1 or len(line) == 1


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=6))
def test_no_count_from_one_to_four_is_ever_shown(counts):
    table = protect_list([str(i) for i in range(len(counts))], counts)
    shown = [cell for row in table.cells for cell in row if cell is not SUPPRESSED]
    assert not [cell for cell in shown if 0 < cell < 5]
