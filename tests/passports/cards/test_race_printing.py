"""Officers who press “Print” at the same moment: each letter is in one batch. Processes, a real database, a control.

Runs on whichever database DATABASE_URL names. The control takes the lock away – everybody reads what waits before
anybody writes – and must show what the lock prevents.
"""

from __future__ import annotations

import multiprocessing

import pytest
from django.db import connections

from passports.cards.models import Card, PrintBatch
from passports.cards.services import printing
from tests.factories_cards import issued

pytestmark = pytest.mark.race

OFFICERS, LETTERS, ROUNDS, PATIENCE = 8, 12, 3, 60
fork = multiprocessing.get_context("fork")


def _press(barrier, results, guarded):
    try:
        for _round in range(ROUNDS):
            connections["default"].ensure_connection()
            if guarded:
                barrier.wait(PATIENCE)
            else:
                seen = list(Card.objects.to_print().values_list("pk", flat=True))
                printing._waiting = lambda seen=seen: Card.objects.filter(pk__in=seen)  # in this process only
                barrier.wait(PATIENCE)
            batch = printing.claim_letters(by="system:test")
            results.put(batch.letters if batch else 0)
            barrier.wait(PATIENCE)
            barrier.wait(PATIENCE)  # the parent has put the letters back
    except BaseException as problem:
        results.put(repr(problem))
        raise
    finally:
        connections.close_all()


def press_at_once(*, guarded: bool) -> list[list]:
    """What each officer got, round by round."""
    connections.close_all()  # a child must not use its parent’s connection
    barrier, results = fork.Barrier(OFFICERS + 1), fork.Queue()
    processes = [fork.Process(target=_press, args=(barrier, results, guarded)) for _ in range(OFFICERS)]
    for process in processes:
        process.start()
    rounds = []
    for _round in range(ROUNDS):
        barrier.wait(PATIENCE)
        rounds.append([results.get(timeout=PATIENCE) for _ in range(OFFICERS)])
        barrier.wait(PATIENCE)
        for batch in PrintBatch.objects.all():
            printing.give_back(batch=batch)
        barrier.wait(PATIENCE)
    for process in processes:
        process.join(PATIENCE)
        assert process.exitcode == 0
    return rounds


@pytest.mark.django_db(transaction=True)
def test_each_letter_is_printed_once_and_more_often_without_the_lock(transactional_db):
    for _ in range(LETTERS):
        issued(email="", user=False)
    for got in press_at_once(guarded=True):
        assert sorted(got) == [0] * (OFFICERS - 1) + [LETTERS]
    assert Card.objects.to_print().count() == LETTERS
    assert all(sum(got) > LETTERS for got in press_at_once(guarded=False))
