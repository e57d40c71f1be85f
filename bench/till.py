"""The till under load: gunicorn with production settings on PostgreSQL, checks and uses at a fixed rate.

    DATABASE_URL=postgres://postgres@127.0.0.1:5432/cp_bench python bench/till.py

An open loop: requests start when the clock says so, whether or not earlier ones are answered, and each time
is measured from the moment it was due. So a slow answer cannot hide the ones behind it. One new connection
for each request. See bench/README.md for what the numbers must be.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import hashlib
import json
import math
import os
import random
import secrets
import signal
import subprocess
import sys
import time
import urllib.request
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOST = "card.bench.example"


def environment() -> dict[str, str]:
    """Production settings with throwaway secrets, the same at each run, so that seeded codes stay good."""

    def secret(name: str) -> str:
        return base64.b64encode(hashlib.sha256(f"bench {name}".encode()).digest()).decode()

    return {
        "DJANGO_SETTINGS_MODULE": "passport_site.settings.production",
        "SECRET_KEY": secret("a") + secret("b"),
        "ALLOWED_HOSTS": HOST,
        "BASE_URL": f"https://{HOST}",
        "CARD_ISSUER_HOST": HOST,  # `make` exports another one
        "EMAIL_URL": "memory://",
        "DEFAULT_FROM_EMAIL": "bench@mail.example",
        "FIELD_ENCRYPTION_KEYS": f"bench:{secret('fields')}",
        "CARD_SIGNING_KEY": f"1:{secret('card')}",
        "MEDIA_STORAGE": f"file://{ROOT / 'var' / 'bench-media'}",
        "CACHE_URL": "dbcache://cache_table",
        "SECURE_SSL_REDIRECT": "false",
    }


def seed(cards: int, businesses: int, sample: int = 1500) -> dict[str, list]:
    """Fills an empty database, and gives codes of so many cards, and tokens of tills with their offers."""
    from django.core.management import call_command

    from passports.cards.models import Card
    from passports.cards.services.codes import code_for

    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    words = {"slug": "bench", "defaults": {"name_en": "Bench", "name_cy": "Mainc"}}
    missing = cards - Card.objects.count()
    if missing > 0:
        seed_cards(missing, words)
    seed_shops(businesses, words)
    chosen = Card.objects.select_related("passport").filter(status="active").order_by("?")[:sample]
    return {"codes": [code_for(card, live=False) for card in chosen], "tills": seed_tills()}


def seed_cards(missing: int, words: dict) -> None:
    """So many carers, each with an active card."""
    from datetime import date, timedelta

    from django.utils import timezone

    from passport_site.scheme.models import Area
    from passports.cards.domain.numbers import new_number
    from passports.cards.models import Card, Passport

    today, rng = timezone.localdate(), random.SystemRandom()
    area, _new = Area.objects.get_or_create(**words)
    passports = Passport.objects.bulk_create(
        [
            Passport(
                first_name="Rhian", last_name=f"Carer {n}", date_of_birth=date(1970, 1, 1), kind="adult", area=area,
                valid_from=today - timedelta(days=10), valid_until=today + timedelta(days=700),
                photo="photos/none.jpg",
            )
            for n in range(missing)
        ],
        batch_size=2000,
    )  # fmt: skip
    highest = Card.objects.order_by("-status_index").values_list("status_index", flat=True).first() or 0
    Card.objects.bulk_create(
        [
            Card(
                passport=passport, number=new_number(rng), serial=secrets.token_hex(8), status_index=highest + 1 + n,
                key_id=1, issued_at=timezone.now(), expires_on=passport.valid_until,
            )
            for n, passport in enumerate(passports)
        ],
        batch_size=2000,
    )  # fmt: skip


def seed_shops(businesses: int, words: dict) -> None:
    """So many businesses, each with one branch and four offers of different limits."""
    from django.utils import timezone

    from businesses.members.models import Branch, Business, Category
    from businesses.offers.models import Offer
    from passport_site.scheme.models import Area

    area, _new = Area.objects.get_or_create(**words)
    category, _new = Category.objects.get_or_create(**words)
    for n in range(Business.objects.filter(slug__startswith="bench-").count(), businesses):
        business = Business.objects.create(
            name=f"Bench {n}", slug=f"bench-{n}", category=category, shop_word="marigold"
        )
        Branch.objects.create(business=business, name="Main", area=area)
        for limit in ("none", "day", "week", "ever"):
            Offer.objects.create(
                business=business, title_en=f"10% {limit}", kind="percentage", value=10, limit_kind=limit,
                starts_on=timezone.localdate(),
            )  # fmt: skip


def seed_tills(*, keep: bool = False) -> list[tuple[str, list[int]]]:
    """A fresh till at each branch: its token and its offers. Tills of earlier runs go, but for `keep`."""
    from businesses.members.models import Branch, Device
    from businesses.members.services import create_enrolment, enrol_device

    tills = []
    for branch in Branch.objects.filter(business__slug__startswith="bench-").select_related("business"):
        _enrolment, code = create_enrolment(branch=branch, name="Bench", by="system:bench")
        _device, token = enrol_device(token=code)
        tills.append((token, list(branch.business.offers.values_list("pk", flat=True))))
    if keep:
        return tills
    Device.objects.exclude(pk__in=Device.objects.order_by("-pk")[: len(tills)]).delete()
    return tills


def start_server(port: int, workers: int) -> subprocess.Popen:
    """gunicorn as docs/deploy.md says: its own workers, which answer one request at a time."""
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "passport_site.wsgi",
        "--bind",
        f"127.0.0.1:{port}",
        "--workers",
        str(workers),
        "--log-level",
        "warning",
    ]
    server = subprocess.Popen(command, cwd=ROOT)
    for _ in range(120):
        try:
            request = urllib.request.Request(f"http://127.0.0.1:{port}/health", headers={"Host": HOST})
            urllib.request.urlopen(request, timeout=2)
            return server
        except OSError:
            time.sleep(0.5)
    server.kill()
    raise SystemExit("The server did not start.")


async def ask(
    port: int, path: str, token: str, body: dict, due: float, times: list, errors: list, wanted: str
) -> None:
    """One request on its own connection; counts as an error unless it is 200 and holds what is wanted."""
    raw = json.dumps(body).encode()
    head = (
        f"POST /api/v1/{path} HTTP/1.1\r\nHost: {HOST}\r\nX-Forwarded-Proto: https\r\n"
        f"Authorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(raw)}\r\nConnection: close\r\n\r\n"
    )
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(head.encode() + raw)
        answer = await asyncio.wait_for(reader.read(), 30)
        writer.close()
        if answer[9:12] != b"200" or wanted.encode() not in answer:
            errors.append(answer[:300])
    except (TimeoutError, OSError) as problem:
        errors.append(repr(problem).encode())
    times.append(time.perf_counter() - due)


async def load(port: int, data: dict, rates: dict[str, float], seconds: float) -> dict[str, dict]:
    """Drives each kind of request at its rate, all at once."""
    found = {name: ([], []) for name in rates}
    chance = random.Random(1)

    async def drive(name: str, rate: float) -> None:
        times, errors = found[name]
        start, tasks = time.perf_counter(), []
        for number in range(int(rate * seconds)):
            due = start + number / rate
            await asyncio.sleep(max(0, due - time.perf_counter()))
            token, offers = chance.choice(data["tills"])
            body = {"code": chance.choice(data["codes"])}
            wanted = '"status": "valid"'
            if name == "redeem":
                body |= {"offer": chance.choice(offers), "idempotency_key": uuid.uuid4().hex}
                wanted = '"accepted": '
            tasks.append(asyncio.create_task(ask(port, name, token, body, due, times, errors, wanted)))
        await asyncio.gather(*tasks)
        found[name] = (times, errors, time.perf_counter() - start)

    await asyncio.gather(*(drive(name, rate) for name, rate in rates.items()))
    return found


def percentile(times: list[float], part: float) -> float:
    """Nearest rank, in milliseconds."""
    ordered = sorted(times)
    return ordered[max(0, math.ceil(part / 100 * len(ordered)) - 1)] * 1000


AIMS = {"check": 25, "redeem": 50}
"""Issue 3: p95 in milliseconds at 100 a second, and no errors."""


def report(title: str, found: dict, aims: dict[str, int]) -> None:
    for name, (times, errors, took) in found.items():
        p50, p95, p99 = (percentile(times, part) for part in (50, 95, 99))
        print(
            f"{title:<22} {name:<7} {len(times) / took:7.1f} req/s   p50 {p50:7.1f} ms   p95 {p95:7.1f} ms   "
            f"p99 {p99:7.1f} ms   {len(errors)} errors" + aim_met(p95, errors, aims.get(name)),
            flush=True,
        )
        if errors:
            print("   the first error:", errors[0])


def aim_met(p95: float, errors: list, aim: int | None) -> str:
    if aim is None:
        return ""
    return f"   aim ≤ {aim} ms: {'met' if p95 <= aim and not errors else 'MISSED'}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cards", type=int, default=7000)
    parser.add_argument("--businesses", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--port", type=int, default=8199)
    options = parser.parse_args()
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        raise SystemExit(
            "Set DATABASE_URL to a PostgreSQL database for the bench; its rows will be added to."
        )
    os.environ.update(environment())
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    data = seed(options.cards, options.businesses)
    print(f"load average before: {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores", flush=True)
    server = start_server(options.port, options.workers)
    try:
        asyncio.run(load(options.port, data, {"check": 20, "redeem": 10}, 5))  # warms up, not counted
        for title, rates, seconds, aims in (
            ("check at 50/s", {"check": 50}, options.seconds, {}),
            ("redeem at 25/s", {"redeem": 25}, options.seconds, {}),
            ("both at once", {"check": 50, "redeem": 25}, options.seconds, {}),
            ("100/s", {"check": 100}, options.seconds, AIMS),
            ("100/s", {"redeem": 100}, options.seconds, AIMS),
        ):
            report(title, asyncio.run(load(options.port, data, rates, seconds)), aims)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


if __name__ == "__main__":
    main()
