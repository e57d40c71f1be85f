"""`manage.py seed_scale --carers N --businesses N --redemptions N`: as many rows as a large council has, for measuring."""

from __future__ import annotations

from time import monotonic

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)


class Command(BaseCommand):
    help = "Adds invented rows by the hundred thousand, true to every limit and key, on top of what the database holds."

    def add_arguments(self, parser) -> None:
        for name in ("carers", "businesses", "redemptions"):
            parser.add_argument(f"--{name}", type=int, default=0, metavar="N")
        parser.add_argument(
            "--among-real-people",
            action="store_true",
            help="also when the database holds people with real addresses",
        )

    def handle(self, *args, **options) -> None:
        counts = {name: options[name] for name in ("carers", "businesses", "redemptions")}
        if min(counts.values()) < 0 or not any(counts.values()):
            raise CommandError(
                "Say how many, like:  seed_scale --carers 100000 --businesses 200 --redemptions 1000000"
            )
        self._refuse_a_real_scheme(options["among_real_people"])
        from directory.demo.seed.scale.load import load

        seconds: dict[str, float] = {}
        columns = (
            TextColumn("{task.description:<12}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
        )
        console = Console(file=self.stdout, quiet=not self.stdout.isatty())
        started = monotonic()
        with Progress(*columns, console=console) as bar:

            def progress(title: str, total: int):
                task = bar.add_task(title, total=total)
                seconds[title] = monotonic()
                return lambda done: bar.advance(task, done)

            try:
                load(**counts, progress=progress)
            except LookupError as problem:
                raise CommandError(str(problem)) from None
        if options["verbosity"] > 0:
            self._report(seconds, started)

    def _refuse_a_real_scheme(self, among_real_people: bool) -> None:
        from directory.demo.seed.scale import guard

        if guard.real_scheme():
            raise CommandError(
                "These are production settings. Invented rows never go into a council’s database; measure on a copy of the "
                "schema under development settings."
            )
        people = 0 if among_real_people else guard.real_people()
        if people:
            raise CommandError(
                f"This database holds {people} rows with a real e-mail address. Invented people among them cannot be taken "
                "out again, and closed figures are counted anew. If that is what you want, add  --among-real-people"
            )

    def _report(self, began: dict[str, float], started: float) -> None:
        ends = [*list(began.values())[1:], monotonic()]
        parts = ", ".join(
            f"{title.lower()} {end - start:.1f} s"
            for (title, start), end in zip(began.items(), ends, strict=True)
        )
        self.stdout.write(f"Done in {monotonic() - started:.0f} s ({parts}).")
