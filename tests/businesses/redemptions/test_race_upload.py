"""Uploads at the same moment, and a worker that dies in one (issue 3, faults): nothing lost, nothing doubled.

Processes and a real database. What holds is taken away for the controls, which must then show the race: the lock
on the device with the transaction around reading and writing, and the unique keys.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.db import connection, connections

from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.services import uploading
from tests.businesses.redemptions.test_race_limit import without
from tests.factories import BranchFactory
from tests.factories_tills import a_card, a_till, an_offer, code
from tests.factories_uploads import an_item, sent

pytestmark = pytest.mark.race

PATIENCE = 90
fork = multiprocessing.get_context("fork")


def _hold_after_reading(barrier):
    """Nobody writes before all have read, the first time."""
    real, held = uploading.read_facts, []

    def read_facts(*args, **kwargs):
        found = real(*args, **kwargs)
        if not held:
            held.append(1)
            barrier.wait(PATIENCE)
        return found

    uploading.read_facts = read_facts  # in this process only


def _unguarded():
    """No lock, and no transaction around reading and writing."""
    uploading._store = uploading._store.__wrapped__
    uploading._lock = lambda device, offers: None


def _till(barrier, results, device, items, hold, guarded):
    try:
        if not guarded:
            _unguarded()
        if hold:
            _hold_after_reading(barrier)
        connections["default"].ensure_connection()
        barrier.wait(PATIENCE)
        results.put(sent(device, *items))
    except BaseException as problem:
        results.put(repr(problem))
        raise
    finally:
        connections.close_all()


def race(uploads: list[tuple], *, hold: bool = False, guarded: bool = True) -> list[list[dict]]:
    """Every upload in a process of its own, all at once; gives their answers."""
    connections.close_all()  # a child must not use its parent's connection
    barrier, results = fork.Barrier(len(uploads)), fork.Queue()
    processes = [
        fork.Process(target=_till, args=(barrier, results, device, items, hold, guarded))
        for device, items in uploads
    ]
    for process in processes:
        process.start()
    answers = [results.get(timeout=PATIENCE) for _ in processes]
    for process in processes:
        process.join(PATIENCE)
        assert process.exitcode == 0
    assert not [one for one in answers if isinstance(one, str)], answers
    return answers


def some_items(device, many: int = 30, **offer) -> list[dict]:
    an_own = an_offer(device, **offer)
    return [an_item(code(a_card()), an_own) for _ in range(many)]


def test_the_same_upload_at_the_same_moment_is_stored_once_and_more_often_without_lock_and_keys(committed):
    device, _token = a_till()
    for hold, guarded in ((False, True), (True, False)):  # with the lock; with the unique keys alone
        items = some_items(device, limit_kind="none")
        before = Scan.objects.count()
        answers = race([(device, items)] * 4, hold=hold, guarded=guarded)
        assert (Scan.objects.count() - before, Redemption.objects.count() - before) == (30, 30)
        assert {one["result"] for answer in answers for one in answer} == {"stored"}
        if guarded:
            assert len({tuple(one["redemption"] for one in answer) for answer in answers}) == 1
            assert sorted({one["repeated"] for answer in answers for one in answer}) == [False, True]
    with ExitStack() as off:
        off.enter_context(without("redemptions_one_answer_per_key", of=Scan))
        off.enter_context(without("redemptions_sequence_once", of=Scan))
        items = some_items(device, limit_kind="none")
        race([(device, items)] * 4, hold=True, guarded=False)
        keys = [item["key"] for item in items]
        assert Scan.objects.filter(idempotency_key__in=keys).count() > 30
        Redemption.objects.for_retention().delete()
        Scan.objects.for_retention().delete()


def shops_in_a_fog(tills: int, **offer) -> list[tuple]:
    """Tills that each saw the same carers, in another order."""
    branch = BranchFactory()
    devices = [a_till(branch)[0] for _ in range(tills)]
    texts, shared = [code(a_card()) for _ in range(20)], an_offer(devices[0], **offer)
    return [
        (device, [an_item(text, shared, ago=_ago(n, place)) for place, text in enumerate(texts)])
        for n, device in enumerate(devices)
    ]


def _ago(till: int, place: int) -> timedelta:
    return timedelta(seconds=600 + (place if till % 2 else 20 - place))


@pytest.mark.parametrize(
    ("offer", "uses"), [({"limit_kind": "ever"}, 20), ({"limit_kind": "total", "limit_count": 7}, 7)]
)
def test_tills_offline_with_the_same_cards_count_each_once_and_more_without_the_key(committed, offer, uses):
    on_postgres = connection.vendor == "postgresql"  # SQLite has one writer: holding it would hold all
    for hold in (False, True) if on_postgres else (False, False):
        uploads = shops_in_a_fog(6, **offer)
        before = Redemption.objects.count()
        answers = race(uploads, hold=hold)
        assert Redemption.objects.count() - before == uses
        results = [one["result"] for answer in answers for one in answer]
        assert (results.count("stored"), results.count("offline_duplicate")) == (uses, 120 - uses)
        counted = {one["redemption"] for answer in answers for one in answer}
        assert Redemption.objects.filter(pk__in=counted).count() == len(counted - {None}) == uses
    assert Scan.objects.count() == 240
    with without("redemptions_total_is_a_key" if "limit_count" in offer else "redemptions_limit_is_a_key"):
        before = Redemption.objects.count()
        race(shops_in_a_fog(6, **offer), hold=True, guarded=False)
        assert Redemption.objects.count() - before > uses


def test_uses_are_written_in_the_order_of_their_unique_keys():
    """Else two uploads that took the same slots the other way round would wait for each other for ever."""
    for_all = [Redemption(offer_id=1, passport_id=9 - slot, total_slot=slot) for slot in (2, 1, 3)]
    own = [
        Redemption(offer_id=2, passport_id=who, period_key="ever", slot=slot)
        for who, slot in ((5, 1), (4, 2), (4, 1))
    ]
    ordered = sorted(own + for_all, key=uploading._order)
    assert [use.total_slot for use in ordered[:3]] == [1, 2, 3]
    assert [(use.passport_id, use.slot) for use in ordered[3:]] == [(4, 1), (4, 2), (5, 1)]


def _die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)


def _work(point: str, device, items) -> None:
    """Uploads, and dies there."""
    if point == "after the scans":
        uploading.Redemption.objects.bulk_create = _die
    elif point == "before the commit":
        uploading._answer = _die
    elif point == "before the contact is noted":
        uploading._note_contact = _die
    sent(device, *items)
    _die()  # before the answer


POINTS = ["after the scans", "before the commit", "before the contact is noted", "before the answer"]


def test_an_upload_cut_off_half_way_is_whole_after_the_next_try(committed):
    for point in POINTS:  # one test, because emptying the tables takes longer than all
        device, _token = a_till()
        items = some_items(device, 50, limit_kind="ever")
        connections.close_all()
        worker = fork.Process(target=_work, args=(point, device, items))
        worker.start()
        worker.join(30)
        assert worker.exitcode == -signal.SIGKILL
        kept = Scan.objects.filter(device=device).count()
        assert kept == (50 if point in POINTS[2:] else 0), "all or nothing"
        assert Redemption.objects.filter(scan__device=device).count() == kept
        for repeated in (kept > 0, True):
            answers = sent(device, *items)
            assert {(one["result"], one["repeated"]) for one in answers} == {("stored", repeated)}
            assert Scan.objects.filter(device=device).count() == 50
            assert Redemption.objects.filter(scan__device=device).count() == 50
