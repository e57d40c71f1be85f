"""`manage.py print_cards`: makes the files of large batches of letters that the CMS started or nobody finished."""

from __future__ import annotations

import os

from django.core.management.base import BaseCommand, CommandError

from passports.cards import batches
from passports.cards.models import PrintBatch
from passports.cards.services import printing


class Command(BaseCommand):
    help = "Makes letters: of one batch, of all that wait (--all), or of batches that were left half-done (no argument)."

    def add_arguments(self, parser) -> None:
        parser.add_argument("batch", type=int, nargs="?", help="the number of a batch that the CMS started")
        parser.add_argument("--all", action="store_true", help="take all letters that wait into a new batch")

    def handle(self, *args, **options) -> None:
        os.nice(batches.NICE)  # tills come first
        for batch in self._chosen(options):
            if batches.make(batch):
                batch.refresh_from_db()
                self.stdout.write(f"{batch}: {batch.done} letters, ready to download in the CMS.")
            else:
                self.stdout.write(f"{batch}: another process is making it.")

    def _chosen(self, options) -> list[PrintBatch]:
        if options["all"]:
            batch = printing.claim_letters(by="system:print")
            return [batch] if batch else []
        if options["batch"] is None:
            return batches.left_over()
        batch = PrintBatch.objects.unfinished().filter(pk=options["batch"]).first()
        if batch is None:
            raise CommandError(f"There is no unfinished batch {options['batch']}.")
        return [batch]
