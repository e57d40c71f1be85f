"""Clears what has been kept long enough (core/retention.py). Once a night."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError, CommandParser

from passport_site.core import retention


class Command(BaseCommand):
    help = "Deletes or blanks what is older than its model allows. Without names, runs every job."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("jobs", nargs="*", metavar="JOB", help="for example core.mails")

    def handle(self, *args, **options) -> None:
        unknown = [name for name in options["jobs"] if name not in retention.JOBS]
        if unknown:
            raise CommandError(
                f"No such job: {', '.join(unknown)}. Known: {', '.join(sorted(retention.JOBS))}"
            )
        done = retention.run(options["jobs"])
        for name, rows in done.items():
            self.stdout.write(f"{name}: {'failed, see the log' if rows is None else f'{rows} cleared'}")
        failed = [name for name, rows in done.items() if rows is None]
        if failed:
            raise CommandError(f"Failed: {', '.join(failed)}")
