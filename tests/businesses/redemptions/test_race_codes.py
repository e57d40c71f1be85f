"""Carers who want a code, or the last use, in the same moment: processes, a real database, a control without the guard.

The guard is the key (code, round) of `CodeGiven`. All carers have read the same free code before anybody writes.
"""

from __future__ import annotations

import multiprocessing
from collections import Counter
from contextlib import contextmanager

import pytest
from django.db import connection, connections, transaction

from businesses.offers.models import OfferCode
from businesses.redemptions.models import CodeGiven, Redemption, Scan
from businesses.redemptions.services import giving_codes, own_use
from businesses.redemptions.services.redeeming import redeem_offer
from tests.factories import BranchFactory
from tests.factories_own_use import a_carer, barcode_offer, code_offer
from tests.factories_tills import a_till, code

pytestmark = pytest.mark.race

CARERS = 24
PATIENCE = 90
fork = multiprocessing.get_context("fork")


def _remember_first_pick(offer_id: int) -> None:
    """In this process: the code that was free before anybody wrote is what the first try takes."""
    real = giving_codes.pick_code
    with transaction.atomic():
        first = [real(offer_id)]
    giving_codes.pick_code = lambda number: first.pop() if first else real(number)


def _carer(barrier, results, job, hold):
    """One process: reads, waits for all others, and then acts once."""
    try:
        connections["default"].ensure_connection()
        if hold:
            for turn in range(
                CARERS
            ):  # one after the other: the lock of one must not hide the code from the next
                barrier.wait(PATIENCE)
                if turn == job["turn"]:
                    _remember_first_pick(job["offer"].pk)
        barrier.wait(PATIENCE)
        if "device" in job:
            told = redeem_offer(
                text=job["text"],
                offer_id=job["offer"].pk,
                device=job["device"],
                idempotency_key=str(job["turn"]),
            )
        else:
            told = own_use.use_own(user=job["user"], offer=job["offer"], after=0)
        results.put((told.accepted, told.reason, told.redemption))
    except BaseException as problem:
        results.put(("problem", repr(problem), None))
        raise
    finally:
        connections.close_all()


def race(jobs: list[dict], *, hold: bool) -> list[tuple]:
    """Runs each job in a process of its own, all in step, and gives the answers."""
    connections.close_all()
    barrier, results = fork.Barrier(len(jobs)), fork.Queue()
    jobs = [job | {"turn": turn} for turn, job in enumerate(jobs)]
    processes = [fork.Process(target=_carer, args=(barrier, results, job, hold)) for job in jobs]
    for process in processes:
        process.start()
    answers = [results.get(timeout=PATIENCE) for _ in jobs]
    for process in processes:
        process.join(PATIENCE)
    problems = [answer[1] for answer in answers if answer[0] == "problem"]
    assert not problems, problems[:3]
    return answers


@contextmanager
def without_the_guard():
    """`CodeGiven` without its key."""
    constraint = next(
        known for known in CodeGiven._meta.constraints if known.name == "redemptions_code_is_given_once"
    )
    CodeGiven._meta.constraints.remove(constraint)  # SQLite makes the table anew from what the model says
    with connection.schema_editor() as editor:
        editor.remove_constraint(CodeGiven, constraint)
    try:
        yield
    finally:
        CodeGiven.objects.for_retention().delete()
        CodeGiven._meta.constraints.append(constraint)
        with connection.schema_editor() as editor:
            editor.add_constraint(CodeGiven, constraint)


def everybody_wants_one(codes: int, *, hold: bool) -> tuple[list[tuple], list[int]]:
    """The answers, and how many got each of the codes that were given."""
    offer = code_offer(BranchFactory(), codes=codes)
    carers = [a_carer()[0] for _ in range(CARERS)]
    answers = race([{"user": user, "offer": offer} for user in carers], hold=hold)
    given = CodeGiven.objects.filter(code__offer=offer).values_list("code", flat=True)
    return answers, list(Counter(given).values())


def test_no_code_is_given_twice_and_it_is_without_the_key(committed):
    for codes, hold in ((CARERS, True), (CARERS - 5, True), (CARERS - 5, False)):
        answers, given = everybody_wants_one(codes, hold=hold)
        accepted = [answer for answer in answers if answer[0]]
        refused = {answer[1] for answer in answers if not answer[0]}
        assert given == [1] * len(accepted)
        assert len(accepted) == codes, answers
        assert refused <= {"all_gone"}
    assert (
        Redemption.objects.count() == CodeGiven.objects.count() == Scan.objects.filter(accepted=True).count()
    )
    assert OfferCode.objects.filter(state="given").count() == CodeGiven.objects.count()
    with without_the_guard():
        _answers, given = everybody_wants_one(CARERS, hold=True)
        assert max(given) > 1


def test_one_carer_at_the_till_and_on_many_windows_uses_it_once(committed):
    branch = BranchFactory()
    user, card = a_carer()
    offer = barcode_offer(branch, limit_kind="day")
    windows = [{"user": user, "offer": offer} for _ in range(10)]
    tills = [{"device": a_till(branch)[0], "text": code(card), "offer": offer} for _ in range(10)]
    answers = race(windows + tills, hold=False)
    assert len({answer[2] for answer in answers if answer[0]}) == 1
    assert Redemption.objects.count() == 1


def test_many_windows_of_an_offer_without_limit_count_once(committed):
    user, _card = a_carer()
    offer = barcode_offer(limit_kind="none")
    answers = race([{"user": user, "offer": offer} for _ in range(12)], hold=False)
    assert len({answer[2] for answer in answers}) == 1
    assert Redemption.objects.count() == 1
