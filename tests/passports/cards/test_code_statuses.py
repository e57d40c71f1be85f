"""What can become of a card and of a passport: every arrow that is there, and none that is not."""

from __future__ import annotations

from itertools import product

import pytest

from passport_site.core.errors import RuleBroken
from passports.cards import models
from passports.cards.domain.code import Kind
from passports.cards.domain.statuses import CARD, PASSPORT, CardStatus, PassportStatus

CARD_ARROWS = {
    ("report_lost", "active"): "lost",
    ("found_again", "lost"): "active",
    ("replace", "active"): "replaced",
    ("replace", "lost"): "replaced",
    ("revoke", "active"): "revoked",
    ("revoke", "lost"): "revoked",
}
PASSPORT_ARROWS = {
    ("suspend", "active"): "suspended",
    ("resume", "suspended"): "active",
    ("end", "active"): "ended",
    ("end", "suspended"): "ended",
}


@pytest.mark.parametrize(
    ("table", "arrows", "statuses"),
    [(CARD, CARD_ARROWS, CardStatus), (PASSPORT, PASSPORT_ARROWS, PassportStatus)],
)
def test_exactly_these_arrows_can_be_taken(table, arrows, statuses):
    for transition, status in product(table.transitions, statuses.values):
        target = arrows.get((transition.name, status))
        if target is None:
            with pytest.raises(RuleBroken):
                table.check(transition.name, status)
        else:
            assert table.check(transition.name, status).target == target
    assert {transition.name for transition in table.transitions} == {name for name, _ in arrows}


@pytest.mark.parametrize(("table", "statuses"), [(CARD, CardStatus), (PASSPORT, PassportStatus)])
def test_every_status_is_in_its_table_and_has_a_word(table, statuses):
    assert set(table.statuses()) == set(statuses.values) == set(table.words)


@pytest.mark.parametrize("table", [CARD, PASSPORT])
def test_every_arrow_leaves_its_own_mark_in_the_audit_trail(table):
    verbs = [transition.audit for transition in table.transitions]
    assert all(verbs)
    assert len(set(verbs)) == len(verbs)


def test_a_stopped_or_replaced_card_never_comes_back():
    for status in ("replaced", "revoked"):
        assert not [arrow.name for arrow in CARD.transitions if status in arrow.sources]


def test_the_kinds_of_passport_are_the_kinds_that_a_code_can_carry():
    assert {Kind.of(word).word for word in models.PassportKind.values} == {kind.word for kind in Kind}
