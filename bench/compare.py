"""Check and redeem beside their yardsticks, in one run: `pgbench -N`, an empty Django view, and pretix's check-in.

    make bench-compare                        2 minutes; pretix by the numbers of issue 3
    PRETIX_RESULTS=results.jsonl make …       pretix by an earlier run of pretix_checkin.sh
    RUN_PRETIX=1 make bench-compare             runs it first (13 minutes more)

Everything is as pretix_checkin.sh has it: a PostgreSQL of its own with default settings (fsync on) on this machine, gunicorn
with 2 sync workers, 8 clients that each wait for their answer, a new connection for each request, each card used once, the
median of 3 runs. `check` and `redeem` go through production settings with all middleware. Two things differ: 50
tills instead of 8, because one till may ask 1,200 times a minute, and offers of four kinds (no limit, day, week, ever).
The peers' folder is ../shared/bench, or PEERS. Settings: RUNS=3 N=3000 C=8 WORKERS=2.
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import closed_loop
import till
from cluster import Cluster, NoPostgres, free_port

RUNS, N, C, WORKERS = (
    int(os.environ.get(k, v)) for k, v in (("RUNS", 3), ("N", 3000), ("C", 8), ("WORKERS", 2))
)
PEERS = Path(os.environ.get("PEERS", till.ROOT.parent / "shared" / "bench"))
OF_THE_ISSUE = {"redeem": {"req_s": 41.0, "cpu_ms_per_req": 46.0}, "search": {"req_s": 51.0}}
WARM = 200
NAMES = {
    "pgbench": "pgbench -N -c 4",
    "empty": "empty Django view",
    "check": "ours: check",
    "redeem": "ours: redeem",
}
EMPTY = {"m": "GET", "p": "/", "h": {}, "b": "", "want": 200, "has": "true"}


def say(what: str) -> None:
    """Progress, beside the result."""
    print(f"[{time.strftime('%T')}] {what}", file=sys.stderr, flush=True)


@contextmanager
def serving(app: str, folder: Path, env: dict[str, str], path: str, host: str):
    """gunicorn with the peers' settings; its port and process."""
    port = free_port()
    words = [
        sys.executable,
        "-m",
        "gunicorn",
        app,
        "-w",
        str(WORKERS),
        "-k",
        "sync",
        "-b",
        f"127.0.0.1:{port}",
    ]
    server = subprocess.Popen([*words, "--log-level", "warning"], cwd=folder, env=os.environ | env)
    try:
        for _ in range(120):
            try:
                request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": host})
                urllib.request.urlopen(request, timeout=5)
                break
            except OSError:
                if server.poll() is not None:
                    raise SystemExit(f"gunicorn did not start {app}.") from None
                time.sleep(0.5)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(30)


def measured(mode: str, port: int, rows: list[dict], trees: dict[str, int]) -> dict:
    generator = PEERS / "httpload.py"
    return closed_loop.measure(
        mode, port, rows, clients=C, trees=trees, generator=generator if generator.exists() else None
    )


def requests(kind: str, codes: list[str], tills: list) -> list[dict]:
    """Each till in turn asks about the next card."""
    chance, rows = random.Random(4711), []
    for number, code in enumerate(codes):
        token, offers = tills[number % len(tills)]
        body = {"code": code}
        has = '"status": "valid"'
        if kind == "redeem":
            body |= {"offer": chance.choice(offers), "idempotency_key": uuid.uuid4().hex}
            has = '"accepted": true'
        head = {
            "Host": till.HOST, "X-Forwarded-Proto": "https", "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
        }  # fmt: skip
        rows.append(
            {"m": "POST", "p": f"/api/v1/{kind}", "h": head, "b": json.dumps(body), "want": 200, "has": has}
        )
    return rows


def pgbench(cluster: Cluster) -> list[dict]:
    """Before all else, and gone then: what it leaves to clean up would be cleaned while others are measured."""
    cluster.create("bench")
    cluster.client("pgbench", "-q", "-i", "-s", 10, "bench")
    say("pgbench -N")
    runs = [{"req_s": cluster.pgbench(8)} for _ in range(RUNS)]
    cluster.client("dropdb", "bench")
    return runs


def rounds(cluster: Cluster) -> tuple[dict[str, list[dict]], dict[str, dict]]:
    """The empty view, check and redeem one after the other in each round, so that a machine that is slower for a while is so
    for all. Then 100 a second whether answered or not.
    """
    found: dict[str, list[dict]] = {kind: [] for kind in NAMES} | {"pgbench": pgbench(cluster)}
    url = cluster.create("passport")
    os.environ.update(till.environment() | {"DATABASE_URL": url, "PYTHONWARNINGS": "ignore"})
    sys.path.insert(0, str(till.ROOT))
    import django

    django.setup()
    say(f"filling a database: {N * RUNS + WARM} cards, 50 shops")
    data = till.seed(N * RUNS + WARM, 50, sample=N * RUNS + WARM)
    with (
        serving("passport_site.wsgi", till.ROOT, {}, "/health", till.HOST) as (port, pid),
        serving("empty_view:application", till.ROOT / "bench", {}, "/", "127.0.0.1") as (
            empty_port,
            empty_pid,
        ),
    ):
        warm_up(port, empty_port, data)
        for run in range(RUNS):
            say(f"round {run + 1} of {RUNS}")
            cluster.client("psql", "-q", "-d", "passport", "-c", "VACUUM ANALYZE", "-c", "CHECKPOINT")
            found["empty"].append(measured("empty", empty_port, [EMPTY] * N, {"app": empty_pid}))
            mine = data["codes"][WARM + run * N : WARM + (run + 1) * N]
            for kind in ("check", "redeem"):
                trees = {"app": pid, "pg": cluster.pid}
                found[kind].append(measured(kind, port, requests(kind, mine, data["tills"]), trees))
        steady = {kind: at_100_a_second(kind, port, data) for kind in ("check", "redeem")}
    return found, steady


def warm_up(port: int, empty_port: int, data: dict) -> None:
    warm, tills = data["codes"][:WARM], data["tills"]
    measured("warm-up", port, requests("check", warm, tills) + requests("redeem", warm, tills), {})
    measured("warm-up", empty_port, [EMPTY] * 500, {})


def at_100_a_second(kind: str, port: int, data: dict) -> dict:
    say(f"{kind} at 100 a second")
    times, errors, _took = asyncio.run(till.load(port, data, {kind: 100}, 10))[kind]
    return {"p95": till.percentile(times, 95), "errors": len(errors)}


def pretix() -> tuple[dict[str, dict], str]:
    """Their medians and where they are from."""
    results, script = os.environ.get("PRETIX_RESULTS"), PEERS / "pretix_checkin.sh"
    if os.environ.get("RUN_PRETIX"):
        if not script.exists():
            raise SystemExit(f"RUN_PRETIX needs {script}. Set PEERS to the folder that has it.")
        folder = Path(tempfile.gettempdir()) / "cp-pretix"  # its environment is used again next time
        say(f"pretix, 13 minutes, in {folder}")
        subprocess.run(["bash", script, folder], check=True, stdout=subprocess.DEVNULL)
        results = str(folder / "results.jsonl")
    if not results:
        return OF_THE_ISSUE, "as issue 3 has it, measured on another day"
    modes: dict[str, list[dict]] = {}
    for line in Path(results).read_text().splitlines():
        run = json.loads(line)
        modes.setdefault(run["mode"], []).append(run)
    return {mode: closed_loop.median(modes[mode]) for mode in ("redeem", "search")}, f"by {results}"


def table(rows: dict[str, dict]) -> None:
    print(f"{'':<26}{'requests/s':>11}{'p50':>9}{'p95':>9}{'processor each':>17}{'errors':>8}")
    for name, row in rows.items():
        cells = [f"{row['req_s']:>11,.0f}"]
        cells += [f"{row[key]:>6.1f} ms" if key in row else f"{'':>9}" for key in ("p50_ms", "p95_ms")]
        cells.append(f"{row['cpu_ms_per_req']:>14.2f} ms" if "cpu_ms_per_req" in row else f"{'':>17}")
        cells.append(f"{row['errors']:>8}" if "errors" in row else "")
        print(f"{name:<26}" + "".join(cells))


def aims(
    found: dict[str, list[dict]], steady: dict[str, dict], peer: dict[str, dict]
) -> list[tuple[str, float, float, bool]]:
    """What it is, what it must be, what it is found to be, and whether more is better."""
    check, redeem = closed_loop.median(found["check"]), closed_loop.median(found["redeem"])
    errors = check["errors"] + redeem["errors"] + sum(one["errors"] for one in steady.values())
    return [
        ("redeem, times pretix’s", 10, redeem["req_s"] / peer["redeem"]["req_s"], True),
        ("redeem, of pgbench -N", 0.10, share(found["redeem"], found["pgbench"]), True),
        ("check, times pretix’s look-up", 15, check["req_s"] / peer["search"]["req_s"], True),
        ("check, of the empty view", 0.25, share(found["check"], found["empty"]), True),
        ("check, ms of processor", 2.0, check["cpu_ms_per_req"], False),
        ("redeem, ms of processor", 4.5, redeem["cpu_ms_per_req"], False),
        ("check at 100/s, p95 in ms", 25, steady["check"]["p95"], False),
        ("redeem at 100/s, p95 in ms", 50, steady["redeem"]["p95"], False),
        ("errors", 0, errors, False),
    ]


def share(ours: list[dict], others: list[dict]) -> float:
    """Requests a second as a part of the others’, each round by itself; the middle one."""
    return statistics.median(mine["req_s"] / other["req_s"] for mine, other in zip(ours, others, strict=True))


def main() -> None:
    """Prints the table and whether each aim of issue 3 is met."""
    peers = PEERS / "httpload.py"
    alone = f"{PEERS} is not there (set PEERS): measured by our own generator, pretix not run"
    say(f"load generator: {peers}" if peers.exists() else alone)
    theirs, source = pretix()
    load = os.getloadavg()[0]
    try:
        with Cluster() as cluster:
            found, steady = rounds(cluster)
            server = cluster.client("psql", "-Atc", "show server_version", "-d", "passport").split()[0]
    except NoPostgres as missing:
        raise SystemExit(f"No comparison: {missing}") from None
    print(
        f"{os.cpu_count()} cores, load average before {load:.1f}; Python {platform.python_version()}, PostgreSQL {server}, "
        f"Django {version('django')}, gunicorn {version('gunicorn')}; {WORKERS} sync workers, "
        f"{C} clients, {N} requests, median of {RUNS}"
    )
    rows = {name: closed_loop.median(found[kind]) for kind, name in NAMES.items()}
    table(rows | {"pretix: look-up": theirs["search"], "pretix: redeem": theirs["redeem"]})
    print(f"pretix {source}\n")
    for what, wanted, is_, more in aims(found, steady, theirs):
        met = is_ >= wanted if more else is_ <= wanted
        print(f"{what:<32}{is_:>9.2f}   aim {'≥' if more else '≤'} {wanted:g}: {'met' if met else 'MISSED'}")


if __name__ == "__main__":
    main()
