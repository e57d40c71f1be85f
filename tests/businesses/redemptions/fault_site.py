"""A whole site to break: its own PostgreSQL, its own Redis if there is one, gunicorn under production settings.

And tills that do as docs/till-api.md says: when they are told that we cannot check, or nothing at all, they try again with the
same key. What they were told is afterwards held against the rows.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from bench.cluster import Cluster, free_port
from bench.till import HOST, environment

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 30
WORKERS = 3


class Site:
    """`with Site(folder) as site:`"""

    def __init__(self, folder: Path) -> None:
        self.folder, self.cluster = folder, Cluster()
        self.port, self.redis_port, self.redis = free_port(), free_port(), None

    def __enter__(self) -> Site:
        self.cluster.__enter__()
        try:
            self._make()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *problem: object) -> None:
        for process in (getattr(self, "server", None), self.redis):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait(10)
        self.cluster.__exit__()

    def _make(self) -> None:
        url = self.cluster.create("faults")
        cache = "dbcache://cache_table_that_is_not_there"
        if shutil.which("redis-server"):
            cache = f"redis://127.0.0.1:{self.redis_port}/0"
            words = ["redis-server", "--port", str(self.redis_port), "--bind", "127.0.0.1", "--save", ""]
            self.redis = subprocess.Popen(words, cwd=self.folder, stdout=subprocess.DEVNULL)
        env = os.environ | environment() | {
            "DATABASE_URL": url, "CACHE_URL": cache, "MEDIA_STORAGE": f"file://{self.folder}", "PYTHONWARNINGS": "ignore",
        }  # fmt: skip
        env.pop("DEMO", None)
        made = subprocess.run(
            [sys.executable, "-m", "tests.businesses.redemptions.fault_seed"], cwd=ROOT, check=True, stdout=subprocess.PIPE,
            env=env,
        )  # fmt: skip
        self.data = json.loads(made.stdout.splitlines()[-1])
        # --preload, so that a worker that was killed is back in a moment and can be killed again
        words = [
            "-m",
            "gunicorn",
            "passport_site.wsgi",
            "--bind",
            f"127.0.0.1:{self.port}",
            "--workers",
            str(WORKERS),
        ]
        log = (self.folder / "gunicorn.log").open("w")
        self.server = subprocess.Popen(
            [sys.executable, *words, "--preload", "--log-level", "error"],
            cwd=ROOT,
            env=env,
            stdout=log,
            stderr=log,
        )
        until = time.monotonic() + PATIENCE
        while self.ask("check", {"code": self.data["codes"][0]}, self.data["tokens"][0])[0] != 200:
            assert time.monotonic() < until, "gunicorn does not answer"
            time.sleep(0.1)

    def ask(self, path: str, body: dict, token: str) -> tuple[int, dict]:
        """Status and answer; (0, {}) when there was none."""
        head = {"Host": HOST, "X-Forwarded-Proto": "https", "Content-Type": "application/json"}
        if token:
            head["Authorization"] = f"Bearer {token}"
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            line.request("POST", f"/api/v1/{path}", json.dumps(body), head)
            answer = line.getresponse()
            return answer.status, json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError):
            return 0, {}
        finally:
            line.close()

    def workers(self) -> list[int]:
        """The processes that answer."""
        children = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children").read_text()
        return [int(pid) for pid in children.split()]

    def take_time_to_write(self) -> None:
        """From now on a use takes 30 ms to write. The database finishes it also when nobody waits for it any more, so a
        worker that is killed then leaves a use that no till was told of.
        """
        with psycopg.connect(self.cluster.url("faults")) as line:
            line.execute(SLOWLY)

    def wait_until_somebody_writes(self) -> None:
        """Or for a second."""
        until = time.monotonic() + 1
        with psycopg.connect(self.cluster.url("faults"), autocommit=True) as line:
            while time.monotonic() < until and not line.execute(WRITING).fetchone()[0]:
                time.sleep(0.003)

    def rows(self, sql: str) -> list[tuple]:
        with psycopg.connect(self.cluster.url("faults")) as line:
            return line.execute(sql).fetchall()


@dataclass
class Told:
    """What all tills heard. `uses`: the answer to each key."""

    uses: dict[tuple[int, str], dict] = field(default_factory=dict)
    statuses: Counter = field(default_factory=Counter)
    yes_to_bad: list = field(default_factory=list)
    jobs: int = 0


@dataclass
class Load:
    """Tills at work in threads, from `start` to `stop`. `careless` tills take a new key when they try again."""

    site: Site
    careless: bool = False
    told: Told = field(default_factory=Told)
    ended: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Load:
        numbers = range(len(self.site.data["tokens"]))
        self.threads = [threading.Thread(target=self._till, args=(number,)) for number in numbers]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self.ended.set()
        for thread in self.threads:
            thread.join(PATIENCE)
            assert not thread.is_alive(), "a till never got its answer"

    def _till(self, number: int) -> None:
        chance, data = random.Random(number), self.site.data
        token = data["tokens"][number]
        while not self.ended.is_set():
            if chance.random() < 0.25:
                self._look(chance, token)
                continue
            kind = "none" if self.careless else chance.choice(list(data["offers"]))
            self._use(number, token, chance.choice(data["codes"]), data["offers"][kind])

    def _look(self, chance: random.Random, token: str) -> None:
        """A card that is no good; every other time a stranger asks. No answer is fine, a yes is not."""
        text = chance.choice(self.site.data["bad"])
        status, answer = self.site.ask("check", {"code": text}, chance.choice([token, ""]))
        self.told.statuses[status] += 1
        if answer.get("status") == "valid":
            self.told.yes_to_bad.append((text, answer))

    def _use(self, number: int, token: str, text: str, offer: int) -> None:
        key, until = uuid.uuid4().hex, time.monotonic() + PATIENCE
        self.told.jobs += 1
        while time.monotonic() < until:
            body = {"code": text, "offer": offer, "idempotency_key": key}
            status, answer = self.site.ask("redeem", body, token)
            self.told.statuses[status] += 1
            if status == 200:
                self.told.uses[number, key] = answer
                return
            assert "accepted" not in answer
            if self.careless:
                key = uuid.uuid4().hex
            time.sleep(0.05)
        raise AssertionError("no answer in time")


SLOWLY = """
    CREATE OR REPLACE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_sleep(0.03); RETURN NEW; END $$;
    CREATE OR REPLACE TRIGGER slowly BEFORE INSERT ON redemptions_redemption FOR EACH ROW EXECUTE FUNCTION slowly()
"""
WRITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
SCANS = """
    SELECT s.idempotency_key, s.accepted, r.id FROM redemptions_scan s
    LEFT JOIN redemptions_redemption r ON r.scan_id = s.id WHERE s.idempotency_key <> '' AND s.created_at >= '{}'
"""
BEYOND = """
    SELECT count(*) FROM (
        SELECT count(*) AS n, max(o.limit_count) AS most FROM redemptions_redemption r JOIN offers_offer o ON o.id = r.offer_id
        WHERE o.limit_kind <> 'none'
        GROUP BY r.offer_id, r.period_key, CASE WHEN o.limit_kind = 'total' THEN 0 ELSE r.passport_id END
    ) uses WHERE n > most
"""


def problems(site: Site, told: Told, since: str) -> list[str]:
    """All that is not as it must be: nothing lost, nothing doubled, no limit passed, never yes by error."""
    found = []
    rows = site.rows(SCANS.format(since))
    kept = {key: (accepted, use) for key, accepted, use in rows}
    if len(rows) != len(kept):
        found.append("a key is there twice")
    for (_till, key), answer in told.uses.items():
        if kept.get(key) != (answer["accepted"], answer.get("redemption")):
            found.append(f"told {answer}, kept {kept.get(key)}")
    if len(rows) != told.jobs:
        found.append(f"{told.jobs} uses were asked for and {len(rows)} are kept")
    if any(accepted != (use is not None) for accepted, use in kept.values()):
        found.append("a scan without its use")
    if site.rows(BEYOND)[0][0]:
        found.append("a limit was passed")
    if told.yes_to_bad:
        found.append(f"yes to a bad card: {told.yes_to_bad[0]}")
    return found


def kill(pid: int) -> None:
    """As a machine that runs out of memory does it."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass  # it has just ended by itself
