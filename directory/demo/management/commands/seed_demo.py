"""`manage.py seed_demo`: the invented county of Arlenshire, lived in for a year. Safe to repeat."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from time import monotonic

from django.core.management.base import BaseCommand
from rich.console import Console

from directory.demo.seed.scheme import is_there


class Command(BaseCommand):
    help = (
        "Loads the demo scheme: areas, businesses, offers, 400 carers, a year of uses, pages. Safe to repeat."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="return at once when a scheme is there already"
        )

    def handle(self, *args, **options) -> None:
        if options["if_empty"] and is_there():
            return
        from directory.demo.seed.steps import run  # heavy: not needed for a second start

        console = Console(file=self.stdout, quiet=not self.stdout.isatty(), highlight=False)
        started = monotonic()
        with _quiet_services(), console.status("The demo scheme") as status:
            for title, done in run():
                if done is None:
                    status.update(f"The demo scheme: {title} …")
                else:
                    console.print(f"  [green]✓[/green] {title}: {done}")
        if options["verbosity"] > 0:
            self.stdout.write(f"The demo scheme is loaded ({monotonic() - started:.0f} s).")


@contextmanager
def _quiet_services():
    """Wagtail notes each published page in the log; 150 lines would hide what matters."""
    logger = logging.getLogger("wagtail")
    before, logger.level = logger.level, logging.WARNING
    try:
        yield
    finally:
        logger.level = before
