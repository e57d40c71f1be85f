"""The council's figures over a large table: the page in the CMS and one export, before and after the nightly count.

    DATABASE_URL=postgres://postgres@127.0.0.1:5432/cp_bench_figures python bench/figures.py

Fills the database first when it holds fewer uses than asked for. Each page is asked for as a signed-in commissioner
through the whole of Django, without a network, a few times; the middle and the worst time are printed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("/cms/figures/", "/cms/figures/?period=last_quarter", "/cms/figures/uses-by-offer.csv")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--carers", type=int, default=100_000)
    parser.add_argument("--businesses", type=int, default=2000)
    parser.add_argument("--redemptions", type=int, default=10_000_000)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument(
        "--live", action="store_true", help="also without any nightly count, as a new copy is"
    )
    options = parser.parse_args()
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        raise SystemExit("Set DATABASE_URL to a PostgreSQL database of its own; its rows will be added to.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passport_site.settings.dev")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.DEBUG = False
    fill(options)
    report_sizes()
    client = commissioner()
    if options.live:
        from directory.reports.services import forget_counts

        forget_counts()
        measure(client, "counted live", 2)
    timed("first nightly count", count)
    timed("nightly count", count)
    measure(client, "after the count", options.times)


def fill(options: argparse.Namespace) -> None:
    """Migrations, and the rows that are missing."""
    from django.core.management import call_command

    from businesses.redemptions.models import Redemption

    call_command("migrate", verbosity=0)
    if Redemption.objects.count() < options.redemptions:
        wanted = {name: getattr(options, name) for name in ("carers", "businesses", "redemptions")}
        timed("seed_scale", lambda: call_command("seed_scale", verbosity=0, **wanted))


def report_sizes() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), (SELECT count(*) FROM redemptions_redemptionvoid),"
            " pg_size_pretty(pg_total_relation_size('redemptions_redemption')),"
            " pg_size_pretty(pg_database_size(current_database())) FROM redemptions_redemption"
        )
        uses, voids, table, whole = cursor.fetchone()
    print(f"{uses:,} uses ({table}), {voids:,} taken back; the database {whole}")
    print(f"load average {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores", flush=True)


def commissioner():
    """A client that is signed in with a second factor."""
    from tests.factories import UserFactory
    from tests.factories_accounts import signed_in

    return signed_in(UserFactory(role="Commissioner", email=f"bench{os.getpid()}@mail.example"))


def count() -> None:
    from directory.reports.services import count_figures

    print(f"   {count_figures()}")


def timed(title: str, what) -> None:
    started = time.perf_counter()
    what()
    print(f"{title:<22} {time.perf_counter() - started:8.1f} s", flush=True)


def measure(client, title: str, times: int) -> None:
    """Each page so often, after one that warms up."""
    for page in PAGES:
        client.get(page)
        taken = []
        for _ in range(times):
            started = time.perf_counter()
            answer = client.get(page)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            taken.append(time.perf_counter() - started)
            if answer.status_code != 200:
                raise SystemExit(f"{page}: {answer.status_code}")
        middle, worst = statistics.median(taken) * 1000, max(taken) * 1000
        print(
            f"{title:<16} {page:<34} {middle:8.0f} ms   worst {worst:8.0f} ms   {len(body) / 1000:.0f} kB",
            flush=True,
        )


if __name__ == "__main__":
    main()
