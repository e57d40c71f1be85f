"""Fifty tills at once (quality bar 25): processes, a real database, and a control without the guard.

Runs on whichever database DATABASE_URL names: a SQLite file, or PostgreSQL. The control takes the unique
constraint away and must show what the constraint prevents; if it did not, the test would prove nothing.
"""

from __future__ import annotations

import multiprocessing
from contextlib import contextmanager

import pytest
from django.db import connection, connections
from django.db.models import Count, Q

from businesses.redemptions.models import Redemption, RedemptionVoid, Scan
from businesses.redemptions.services import redeem_offer, redeeming, void_redemption
from tests.factories import BranchFactory
from tests.factories_partners import OtherScheme, trusted
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.race

TILLS = 50
ROUNDS = 3
PATIENCE = 90
fork = multiprocessing.get_context("fork")


def _hold_after_reading(barrier):
    """The hardest race: nobody writes before all have read. Only the first read of a round waits."""
    real, held = redeeming.look_up, set()

    def look_up(*args, **kwargs):
        found = real(*args, **kwargs)
        if kwargs["offer_id"] not in held:
            held.add(kwargs["offer_id"])
            barrier.wait(PATIENCE)
        return found

    redeeming.look_up = look_up  # in this process only


def _till(barrier, results, jobs, hold):
    """One process: at each round it waits for all others and then records its use."""
    try:
        if hold:
            _hold_after_reading(barrier)
        for device, text, offer_id, key in jobs:
            connections["default"].ensure_connection()
            barrier.wait(PATIENCE)
            answer = redeem_offer(text=text, offer_id=offer_id, device=device, idempotency_key=key)
            results.put((offer_id, key, answer.accepted, answer.reason, answer.redemption))
    except BaseException as problem:
        results.put(("problem", repr(problem), None, None, None))
        raise
    finally:
        connections.close_all()


def race(jobs_of_each: list[list[tuple]], *, hold: bool) -> list[tuple]:
    """Runs the jobs of each process, all processes in step, and gives all answers.

    With `hold` nobody writes before all have read; without, they run as fast as they can.
    """
    connections.close_all()  # a child must not use its parent's connection
    barrier, results = fork.Barrier(len(jobs_of_each)), fork.Queue()
    processes = [fork.Process(target=_till, args=(barrier, results, jobs, hold)) for jobs in jobs_of_each]
    for process in processes:
        process.start()
    answers = [results.get(timeout=PATIENCE) for _ in range(sum(map(len, jobs_of_each)))]
    for process in processes:
        process.join(PATIENCE)
        assert process.exitcode == 0
    problems = [answer[1] for answer in answers if answer[0] == "problem"]
    assert not problems, problems[:3]
    return answers


@contextmanager
def without(constraint_name: str, of=Redemption):
    """The table without one of its constraints. Uses that were written meanwhile go."""
    constraint = next(known for known in of._meta.constraints if known.name == constraint_name)
    of._meta.constraints.remove(constraint)  # SQLite makes the table anew from what the model says
    with connection.schema_editor() as editor:
        editor.remove_constraint(of, constraint)
    try:
        yield
    finally:
        Scan.objects.for_retention().update(winner=None)  # so that the uses can go
        Redemption.objects.for_retention().delete()
        of._meta.constraints.append(constraint)
        with connection.schema_editor() as editor:
            editor.add_constraint(of, constraint)


def tills() -> list:
    branch = BranchFactory()
    return [a_till(branch)[0] for _ in range(TILLS)]


def one_card_one_use(devices, *, hold: bool) -> list[tuple]:
    """All tills scan the same card for the same single-use offers, one offer a round."""
    text = code(a_card())
    offers = [an_offer(devices[0], limit_kind="ever").pk for _ in range(ROUNDS)]
    return race(
        [[(device, text, offer, f"{device.pk}-{offer}") for offer in offers] for device in devices], hold=hold
    )


def accepted_by_offer(answers) -> list[int]:
    offers = sorted({answer[0] for answer in answers})
    return [sum(1 for answer in answers if answer[0] == offer and answer[2]) for offer in offers]


def test_fifty_tills_and_one_use_give_exactly_one_and_more_without_the_constraint(committed):
    devices = tills()
    for done, hold in ((1, True), (2, False)):
        answers = one_card_one_use(devices, hold=hold)
        assert accepted_by_offer(answers) == [1] * ROUNDS
        assert {answer[3] for answer in answers if not answer[2]} == {"used_up"}
        assert Redemption.objects.count() == ROUNDS * done
        assert Scan.objects.filter(accepted=True).count() == ROUNDS * done
        assert Scan.objects.filter(accepted=False, reason="used_up").count() == ROUNDS * done * (TILLS - 1)
    with without("redemptions_limit_is_a_key"):
        assert min(accepted_by_offer(one_card_one_use(devices, hold=True))) > 1


def test_twelve_tills_and_one_visitor_give_exactly_one_and_more_without_the_constraint(committed):
    """A card of another scheme, whose limit hangs on a hash."""
    other, devices = OtherScheme(), tills()[:12]
    trusted(other)
    text = other.card()

    def all_at_once() -> list[tuple]:
        offer = an_offer(devices[0], limit_kind="ever", visitors=True).pk
        return race([[(device, text, offer, f"{device.pk}-{offer}")] for device in devices], hold=True)

    assert accepted_by_offer(all_at_once()) == [1]
    assert Redemption.objects.get().visiting is not None
    with without("redemptions_limit_of_holder_is_a_key"):
        assert min(accepted_by_offer(all_at_once())) > 1


def test_fifty_carers_and_seven_pieces_give_exactly_seven_and_more_without_the_constraint(committed):
    devices = tills()
    texts = [code(a_card()) for _ in devices]
    offers = [an_offer(devices[0], limit_kind="total", limit_count=7).pk for _ in range(ROUNDS)]
    answers = race(
        [
            [(device, text, offer, f"{device.pk}-{offer}") for offer in offers]
            for device, text in zip(devices, texts, strict=True)
        ],
        hold=True,
    )
    assert accepted_by_offer(answers) == [7] * ROUNDS
    for offer in offers:
        slots = (
            Redemption.objects.filter(offer=offer).order_by("total_slot").values_list("total_slot", flat=True)
        )
        assert list(slots) == [1, 2, 3, 4, 5, 6, 7]

    with without("redemptions_total_is_a_key"):
        offer = an_offer(devices[0], limit_kind="total", limit_count=7).pk
        answers = race(
            [[(device, text, offer, f"{device.pk}")] for device, text in zip(devices, texts, strict=True)],
            hold=True,
        )
        assert accepted_by_offer(answers)[0] > 7


def test_one_key_from_fifty_connections_is_one_answer_and_uses_given_back_let_no_more_through(committed):
    one_key_from_fifty_connections()
    uses_given_back()


def one_key_from_fifty_connections() -> None:
    device, _token = a_till()
    text = code(a_card())
    offers = [an_offer(device, limit_kind="none").pk for _ in range(ROUNDS)]
    answers = race(
        [[(device, text, offer, f"key-{offer}") for offer in offers] for _ in range(TILLS)], hold=True
    )
    assert all(answer[2] for answer in answers)
    assert len({answer[4] for answer in answers}) == ROUNDS
    assert Redemption.objects.count() == Scan.objects.count() == ROUNDS


def uses_given_back() -> None:
    devices = tills()[:20]
    text = code(a_card())
    offer = an_offer(devices[0], limit_kind="ever", limit_count=3)
    for number in range(2):
        first = redeem_offer(
            text=text, offer_id=offer.pk, device=devices[0], idempotency_key=f"first-{number}"
        )
        void_redemption(redemption=Redemption.objects.get(pk=first.redemption), device=devices[0])
    answers = race([[(device, text, offer.pk, str(device.pk))] for device in devices], hold=True)
    assert accepted_by_offer(answers) == [3]
    kept = Redemption.objects.filter(offer=offer).aggregate(
        all=Count("pk"), back=Count("void", filter=Q(void__isnull=False))
    )
    assert (kept["all"], kept["back"], RedemptionVoid.objects.count()) == (5, 2, 2)
