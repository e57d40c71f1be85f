"""A button pressed twice and a phone that registers from two threads: one pass, one copy, no fault. Processes, a control.

Runs on whichever database DATABASE_URL names. The control looks first and adds afterwards, as code without the guard would,
and must show what the guard prevents.
"""

from __future__ import annotations

import multiprocessing

import pytest
from django.db import IntegrityError, connections

from passports.cards.models import Card, PassCopy, WalletPass
from passports.cards.wallet import services
from passports.cards.wallet.tokens import device_mark
from tests.factories_cards import issued
from tests.passports.cards.wallet.phones import made

pytestmark = pytest.mark.race

HANDS, PATIENCE = 8, 60
fork = multiprocessing.get_context("fork")
DEVICE, PUSH = "a1b2c3d4e5f60718293a4b5c6d7e8f90", "ab" * 32


def press(card: int, barrier) -> str:
    """Makes the pass and registers the phone; says what the phone would hear."""
    row = Card.objects.get(pk=card)
    barrier.wait(PATIENCE)
    wallet_pass = services.make_pass(card=row, kind="apple", by="system:test")
    barrier.wait(PATIENCE)
    return (
        "201" if services.register_device(wallet_pass=wallet_pass, device=DEVICE, push_token=PUSH) else "200"
    )


def press_unguarded(card: int, barrier) -> str:
    """The same without the guard: who looks and sees nothing adds."""
    wallet_pass = WalletPass.objects.get(card=card)
    seen = PassCopy.objects.filter(wallet_pass=wallet_pass, device=device_mark(DEVICE)).exists()
    barrier.wait(PATIENCE)
    barrier.wait(PATIENCE)
    if seen:
        return "200"
    try:
        PassCopy.objects.create(
            wallet_pass=wallet_pass,
            device=device_mark(DEVICE),
            push_token=PUSH,
            told_of=wallet_pass.created_at,
        )
    except IntegrityError:
        return "500"
    return "201"


def _run(act, card, barrier, results):
    try:
        connections["default"].ensure_connection()
        results.put(act(card, barrier))
    except BaseException as problem:
        results.put(repr(problem))
        raise
    finally:
        connections.close_all()


def at_once(act, card: int) -> list[str]:
    connections.close_all()  # a child must not use its parent’s connection
    barrier, results = fork.Barrier(HANDS), fork.Queue()
    processes = [fork.Process(target=_run, args=(act, card, barrier, results)) for _ in range(HANDS)]
    for process in processes:
        process.start()
    heard = [results.get(timeout=PATIENCE) for _ in processes]
    for process in processes:
        process.join(PATIENCE)
    return sorted(heard)


@pytest.mark.django_db(transaction=True)
def test_one_pass_and_one_copy_however_many_hands(transactional_db):
    card = issued()
    assert at_once(press, card.pk) == ["200"] * (HANDS - 1) + ["201"]
    assert WalletPass.objects.count() == 1
    assert PassCopy.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_the_guard_all_but_one_fail(transactional_db):
    card = issued()
    made(card)
    assert at_once(press_unguarded, card.pk) == ["201"] + ["500"] * (HANDS - 1)
