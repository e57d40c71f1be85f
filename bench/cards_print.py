"""Letters with cards in bulk: how long `manage.py print_cards` takes for a large batch, and how much memory.

    python bench/cards_print.py [--cards 10000]

Fills a throwaway SQLite file with carers (English and Welsh, each with a photo like a phone’s), starts the command as
the CMS does, and looks twice a second at the memory of it and its presses. Quality bar 40: 10,000 in 5 minutes and
300 MB on two cores.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PHOTOS = 40
FIRST = ("Priya", "Rhian", "Ŵyn", "Tomasz", "Gwenllïan", "Joe", "Margaret")
LAST = ("Menon-Hughes", "Ashdown", "Llŷr", "Jones", "Wójcik", "Featherstonehaugh", "Ali")


def photo() -> bytes:
    """About 80 kB, as core.uploads stores photos: 640 × 640, noisy as a phone’s."""
    from PIL import Image

    tones = [Image.effect_noise((40, 40), 80).resize((640, 640), Image.Resampling.BICUBIC) for _ in range(3)]
    tones[0] = Image.blend(tones[0], Image.effect_noise((640, 640), 18), 0.35)
    out = BytesIO()
    Image.merge("RGB", tones).save(out, "JPEG", quality=88, optimize=True)
    return out.getvalue()


def seed(cards: int) -> None:
    """Carers whose letters wait. The key is made by the first signature."""
    import secrets

    from django.core.files.base import ContentFile
    from django.core.management import call_command
    from django.utils import timezone

    from passport_site.core.storage import private_storage, unguessable
    from passports.cards.domain.numbers import new_number
    from passports.cards.keys import active_signer
    from passports.cards.models import Card, Passport

    call_command("migrate", verbosity=0)
    storage = private_storage()
    photos = [storage.save(unguessable("photos", "jpg"), ContentFile(photo())) for _ in range(PHOTOS)]
    today, dice, key = timezone.localdate(), secrets.SystemRandom(), active_signer()[0]
    passports = Passport.objects.bulk_create(
        [
            Passport(
                first_name=FIRST[n % len(FIRST)], last_name=f"{LAST[n % 5]} {n}", date_of_birth=date(1970, 1, 1),
                kind=("adult", "parent", "young")[n % 3], language=("en", "en", "en", "cy")[n % 4],
                address=f"{n} Tanner’s Row\nArlenford", postcode="AJ1 1PM", photo=photos[n % PHOTOS],
                valid_from=today, valid_until=today + timedelta(days=700),
            )
            for n in range(cards)
        ],
        batch_size=1000,
    )  # fmt: skip
    Card.objects.bulk_create(
        [
            Card(
                passport=passport, number=new_number(dice), serial=secrets.token_hex(8), status_index=n, key_id=key,
                issued_at=timezone.now(), expires_on=passport.valid_until, print_asked_at=timezone.now(),
            )
            for n, passport in enumerate(passports)
        ],
        batch_size=1000,
    )  # fmt: skip


def family(pid: int) -> list[int]:
    """The process and all below it."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += family(int(child))
    return found


def memory(pid: int) -> tuple[float, float]:
    """Megabytes of the family: shared pages counted once (PSS), and counted in each process (RSS)."""
    pss = rss = 0
    for one in family(pid):
        try:
            for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    pss += int(line.split()[1])
                elif line.startswith("Rss:"):
                    rss += int(line.split()[1])
        except OSError:
            continue  # it has ended meanwhile
    return pss / 1024, rss / 1024


def measure() -> tuple[float, float, float, float]:
    """Seconds, seconds of processor, and the highest PSS and RSS of the command and its presses."""
    before, start, pss, rss = os.times(), time.monotonic(), 0.0, 0.0
    running = subprocess.Popen([sys.executable, str(ROOT / "manage.py"), "print_cards", "--all"], cwd=ROOT)
    while running.poll() is None:
        try:
            now = memory(running.pid)
        except OSError:
            break
        pss, rss = max(pss, now[0]), max(rss, now[1])
        time.sleep(0.5)
    if running.wait():
        raise SystemExit("The command failed.")
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return time.monotonic() - start, spent, pss, rss


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cards", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cp-bench-") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "passport_site.settings.dev",
            "DEBUG": "false",
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
            "MEDIA_STORAGE": f"file://{folder}/media",
            "CARD_KEYS_DIR": f"{folder}/keys",
            "CARD_ISSUER_HOST": "card.arlenshire.gov.uk",
        }
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        seed(options.cards)
        print(f"load average before: {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores", flush=True)
        took, spent, pss, rss = measure()
        size = sum(file.stat().st_size for file in Path(folder, "media").rglob("*.zip"))
        print(f"load average after: {os.getloadavg()[0]:.2f}")
        print(
            f"{options.cards} letters in {took:.0f} s: {options.cards / took * 60:.0f} cards/min, "
            f"{spent / options.cards * 1000:.1f} ms of processor each; peak {pss:.0f} MB (PSS), {rss:.0f} MB (RSS "
            f"added up); ZIP {size / 1e6:.0f} MB"
        )


if __name__ == "__main__":
    main()
