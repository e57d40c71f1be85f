"""A thousand queued scans in one call: gunicorn with production settings on PostgreSQL, as in till.py.

    DATABASE_URL=postgres://postgres@127.0.0.1:5432/cp_bench python bench/uploads.py

Each run is a till that was offline: 900 uses of four kinds of offers and 100 checks, all by scanned codes. The same
body is then sent again, and once more by another till, whose limited uses then come second. See bench/README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import time
import urllib.request
import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta

import till

ITEMS = 1000


def an_upload(codes: list[str], offers: list[int], chance: random.Random) -> list[dict]:
    """What a busy till did in the last hours."""
    now = datetime.now(UTC)
    return [
        {
            "key": uuid.uuid4().hex,
            "purpose": "check" if n % 10 == 0 else "redeem",
            "code": f"https://{till.HOST}/v#{chance.choice(codes)}",
            "offer": None if n % 10 == 0 else chance.choice(offers),
            "scanned_at": (now - timedelta(seconds=10 * (ITEMS - n))).isoformat(),
            "accepted": True,
            "reason": "",
            "staff": "MJ",
        }
        for n in range(ITEMS)
    ]


def send(port: int, token: str, items: list[dict]) -> tuple[float, dict, int]:
    """Seconds, answer, and bytes sent."""
    body = {"device_time": datetime.now(UTC).isoformat(), "waiting": len(items), "items": items}
    raw = json.dumps(body).encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/v1/uploads",
        raw,
        {
            "Host": till.HOST,
            "X-Forwarded-Proto": "https",
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
        },
    )
    start = time.perf_counter()
    with urllib.request.urlopen(request, timeout=60) as response:
        answer = json.load(response)
    return time.perf_counter() - start, answer, len(raw)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--port", type=int, default=8198)
    options = parser.parse_args()
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        raise SystemExit(
            "Set DATABASE_URL to a PostgreSQL database for the bench; its rows will be added to."
        )
    os.environ.update(till.environment())
    sys.path.insert(0, str(till.ROOT))
    import django

    django.setup()
    data = till.seed(7000, 50)
    second = {offers[0]: token for token, offers in till.seed_tills(keep=True)}
    chance = random.Random(2)
    print(f"load average before: {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores", flush=True)
    server = till.start_server(options.port, 3)
    try:
        took: dict[str, list[float]] = {"first": [], "again": [], "by another till": []}
        found: dict[str, Counter] = {name: Counter() for name in took}
        for token, offers in data["tills"][: options.runs]:
            items = an_upload(data["codes"], offers, chance)
            for name, who in (("first", token), ("again", token), ("by another till", second[offers[0]])):
                numbered = [item | {"sequence": n} for n, item in enumerate(items, 1)]
                seconds, answer, size = send(options.port, who, numbered)
                took[name].append(seconds)
                found[name].update(one["result"] for one in answer["items"])
        print(f"{ITEMS} items are {size / 1024:.0f} kB")
        for name, times in took.items():
            middle, worst = till.percentile(times, 50), till.percentile(times, 100)
            if not found[name]["stored"]:
                raise SystemExit(f"{name}: nothing was stored, so nothing was measured: {dict(found[name])}")
            print(f"{name:<16} median {middle:6.0f} ms   worst {worst:6.0f} ms   {dict(found[name])}")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


if __name__ == "__main__":
    main()
