"""A worker that dies at any point (quality bar 26): what a till was told is what is stored, and asking again
adds nothing. A process records uses and notes each answer before the next; it is killed with SIGKILL."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

import pytest
from django.db import connections, transaction

from businesses.members.models import Device
from businesses.redemptions import returning
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.services import redeem_offer, redeeming
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.race

fork = multiprocessing.get_context("fork")


def _die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)


def _die_after(real, calls: int):
    """The real thing, until it has returned so many times."""
    left = iter(range(calls))

    def once_more(*args, **kwargs):
        answer = real(*args, **kwargs)
        if next(left, None) is None:
            _die()
        return answer

    return once_more


def _die_at(model, times: int):
    """Dies when that many rows of the model were written. On SQLite their transaction is still open then; on PostgreSQL both
    rows are one statement, which the database has finished."""
    left = iter(range(times))

    def stored(row):
        if isinstance(row, model) and (model is Redemption or row.accepted) and next(left, None) is None:
            _die()
        row._state.adding = False

    return stored


def _work(point: str, jobs: list[tuple], told: str) -> None:
    """Records uses for ever, and appends each answer to a file, as a till would keep it."""
    connections["default"].ensure_connection()
    if point == "before the scan":
        redeeming.look_up = _die_after(redeeming.look_up, 5)
    elif point == "between scan and use":
        returning._stored = _die_at(Scan, 3)
    elif point == "before the commit":
        returning._stored = _die_at(Redemption, 3)
    file = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number, (device, text, offer, key) in enumerate(jobs):
        os.write(file, f"asked {number}\n".encode())
        answer = redeem_offer(text=text, offer_id=offer, device=device, idempotency_key=key)
        if point == "before the answer" and number == 7:
            _die()
        os.write(file, f"told {number} {answer.accepted} {answer.redemption} {answer.reason}\n".encode())
    while True:  # all done before the kill came
        time.sleep(0.01)


POINTS = ["before the scan", "between scan and use", "before the commit", "before the answer"]
MOMENTS = [f"after {ms} ms" for ms in (15, 30, 45, 70, 110, 160)]


def test_what_was_told_is_what_is_stored(committed, tmp_path):
    for number, point in enumerate(
        [*POINTS, *MOMENTS]
    ):  # one test, because emptying the tables takes longer than all
        _kill_once(point, tmp_path / f"told-{number}")


def _kill_once(point: str, told_file: Path) -> None:
    """One worker, killed at that point, and all that must hold then."""
    device, _token = a_till()
    texts = [code(a_card()) for _ in range(12)]
    offers = [an_offer(device, limit_kind=kind, limit_count=2).pk for kind in ("ever", "none", "total")]
    chance = random.Random(point)
    jobs = [(device, chance.choice(texts), chance.choice(offers), f"key-{number}") for number in range(400)]
    told_file.touch()
    _run_and_kill(point, jobs, told_file)

    asked, told = _read(told_file)
    assert asked, "the worker never got to work"
    _check_rows(device, jobs, told)
    before = (Scan.objects.count(), Redemption.objects.count())
    answers = {number: _ask(jobs[number]) for number in asked}
    for number, answer in told.items():
        assert answers[number] == answer, "the same key gave another answer"
    unanswered = len(asked) - len(told)
    assert unanswered <= 1
    assert Scan.objects.count() - before[0] <= unanswered
    assert Redemption.objects.count() - before[1] <= unanswered
    _check_rows(device, jobs, answers)


def _run_and_kill(point: str, jobs: list[tuple], told_file: Path) -> None:
    connections.close_all()
    worker = fork.Process(target=_work, args=(point, jobs, str(told_file)))
    worker.start()
    if point.startswith("after"):
        until = time.monotonic() + 20
        while not told_file.stat().st_size and time.monotonic() < until:
            time.sleep(0.002)
        time.sleep(int(point.split()[1]) / 1000)
        worker.kill()
    worker.join(30)
    assert worker.exitcode == -signal.SIGKILL


def _ask(job: tuple) -> tuple:
    device, text, offer, key = job
    answer = redeem_offer(text=text, offer_id=offer, device=device, idempotency_key=key)
    return (answer.accepted, answer.redemption, answer.reason)


def _read(told_file: Path) -> tuple[list[int], dict[int, tuple]]:
    asked, told = [], {}
    for line in told_file.read_text().splitlines():
        kind, number, *rest = line.split(" ")
        if kind == "asked":
            asked.append(int(number))
        else:
            told[int(number)] = (rest[0] == "True", None if rest[1] == "None" else int(rest[1]), rest[2])
    return asked, told


def _check_rows(device: Device, jobs: list[tuple], told: dict[int, tuple]) -> None:
    """Every answer has its row, every accepted scan its use, and no limit is passed."""
    with transaction.atomic():
        scans = {scan.idempotency_key: scan for scan in device.scans.select_related("redemption")}
        for number, (accepted, redemption, reason) in told.items():
            scan = scans[jobs[number][3]]
            assert scan.accepted == accepted
            assert scan.reason == reason
            assert (scan.redemption.pk if accepted else None) == redemption
        uses_here = Redemption.objects.filter(scan__device=device)
        assert uses_here.count() == sum(1 for scan in scans.values() if scan.accepted)
    uses: dict[tuple, int] = {}
    for offer, passport, kind in uses_here.values_list("offer", "passport", "offer__limit_kind"):
        if kind != "none":
            who = (offer, passport if kind == "ever" else None)
            uses[who] = uses.get(who, 0) + 1
    assert max(uses.values(), default=0) <= 2
