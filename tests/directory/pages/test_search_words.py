"""Folding: pure, so tested without a database."""

from __future__ import annotations

import pytest

from directory.pages.domain.search import LONGEST_QUERY, MOST_WORDS, fold, query_words, search_text


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Café CRÈME", "cafe creme"),
        ("Tŷ Siôn", "ty sion"),
        ("O’Neill's", "oneills"),
        ("Thimble & Rye", "thimble and rye"),
        ('a"b', "a b"),
        ("50%_off", "50 off"),
        ("  many \n spaces ", "many spaces"),
        ("Straße ﬁsh", "strasse fish"),
        ("", ""),
        ("%", ""),
    ],
)
def test_text_is_folded(typed, folded):
    assert fold(typed) == folded


def test_a_query_has_few_words_each_once():
    assert query_words("tea tea TEA cake") == ["tea", "cake"]
    assert len(query_words(" ".join(f"w{n}" for n in range(40)))) == MOST_WORDS
    assert query_words("x" * 500) == ["x" * LONGEST_QUERY]


def test_search_text_holds_each_word_once():
    assert search_text(["Copper Kettle", "The copper kettle café"]) == "copper kettle the cafe"
