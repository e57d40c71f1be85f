"""Counts the figures: closes months that are over, and brings the others up to date. Once a night, after midnight."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError
from django.utils import timezone

from directory.reports.services import count_figures
from directory.reports.services.visits import write_down


class Command(BaseCommand):
    help = "Closes the months that are over and counts the others up to now. Safe to run at any time."

    def handle(self, *args, **options) -> None:
        try:
            done = count_figures()
            visits = write_down(timezone.localdate())
        except IntegrityError:  # a key of ClosedMonth or OpenMonth: this one wrote nothing twice
            raise CommandError(
                "Another count ran at the same time. The figures are right; run it again."
            ) from None
        if options["verbosity"] > 0:
            self.stdout.write(
                f"{done.closed} closed (a month for each measure); {done.open} open, in {done.numbers} numbers; "
                f"{visits} months of visits written"
            )
