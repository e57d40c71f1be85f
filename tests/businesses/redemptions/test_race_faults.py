"""The database is restarted, the cache goes, workers are killed, all while tills are at work (issue 3, “Faults”).

What a browser shows then, “Cannot check”, is in test_till_pages.py (no database) and test_till_browser.py (no network).

One site for all of it, because making one takes longer than breaking it. `make test-faults` breaks it for longer: FAULT_SECONDS.
"""

from __future__ import annotations

import os
import random
import time

import pytest

from bench.cluster import NoPostgres
from tests.businesses.redemptions.fault_site import SCANS, Load, Site, kill, problems

pytestmark = pytest.mark.race
SECONDS = float(os.environ.get("FAULT_SECONDS", "1.2"))
MODES = ("immediate", "fast") if SECONDS > 2 else ("immediate",)
"""How PostgreSQL is stopped: as by a power cut, or in order."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    try:
        whole = Site(tmp_path_factory.mktemp("site")).__enter__()
    except NoPostgres as missing:
        pytest.skip(f"no PostgreSQL of our own to break: {missing}")
    yield whole
    whole.__exit__()


@pytest.fixture
def since(site):
    """A moment before the test, by the database's clock."""
    return site.rows("SELECT now()::text")[0][0]


def test_the_database_is_restarted_while_tills_are_at_work(site, since):
    for mode in MODES:
        before = site.server.pid, site.workers()
        with Load(site) as load:
            time.sleep(SECONDS / 2)
            site.cluster.stop(mode)
            good = {"code": site.data["codes"][0]}
            status, answer = site.ask("check", good, site.data["tokens"][0])
            assert (status, answer["title"]) == (503, "Cannot check")
            time.sleep(SECONDS / 4)
            site.cluster.start()
            time.sleep(SECONDS / 2)
        assert load.told.statuses[503] > 0
        assert load.told.statuses[200] > 0
        assert (site.server.pid, site.workers()) == before, "it had to be restarted"
        assert not problems(site, load.told, since)
        assert site.ask("check", good, site.data["tokens"][0])[1]["status"] == "valid"
        since = site.rows("SELECT now()::text")[0][0]


def test_workers_are_killed_at_random_points_and_a_till_that_takes_new_keys_would_show_it(site, since):
    chance = random.Random(7)
    site.take_time_to_write()
    with Load(site) as load:
        _kill_workers(site, SECONDS, chance)
    assert load.told.statuses[0] > 0, "no request was lost: nobody was killed at work"
    assert site.server.poll() is None
    assert not problems(site, load.told, since)

    # the control: who forgets the key counts twice, and is found out
    until = time.monotonic() + 20
    while time.monotonic() < until:
        since = site.rows("SELECT now()::text")[0][0]
        with Load(site, careless=True) as load:
            _kill_workers(site, SECONDS, chance)
        kept = len(site.rows(SCANS.format(since)))
        assert load.told.jobs == len(load.told.uses)
        if kept > load.told.jobs:  # a worker died between the commit and the answer
            assert any("uses were asked for" in problem for problem in problems(site, load.told, since))
            return
    pytest.fail("nothing was doubled without the key: the test proves nothing")


def _kill_workers(site: Site, seconds: float, chance: random.Random) -> None:
    """All at once, in turn at any moment and while a use is being written. A new worker needs a while until it serves."""
    until, writing = time.monotonic() + seconds, False
    while time.monotonic() < until:
        time.sleep(chance.uniform(0.05, 0.4))
        writing = not writing
        if writing:
            site.wait_until_somebody_writes()
        for pid in site.workers():
            kill(pid)


def test_the_cache_goes_while_tills_are_at_work_and_guessing_is_still_slowed(site, since):
    with Load(site) as load:
        time.sleep(SECONDS / 2)
        if site.redis is not None:
            site.redis.kill()
            site.redis.wait(10)
        time.sleep(SECONDS / 2)
    assert set(load.told.statuses) <= {200, 429}, load.told.statuses
    assert not problems(site, load.told, since)
    assert site.ask("check", {"code": site.data["codes"][0]}, site.data["tokens"][0])[1]["status"] == "valid"
    guesses = [site.ask("check", {"code": "00000000Z"}, "")[0] for _ in range(150)]
    # each process counts alone: 30 in ten minutes, by 3 workers, however unevenly they are asked
    assert 30 <= guesses.count(200) <= 90
    assert guesses.count(200) + guesses.count(429) == 150
