"""`manage.py sandbox`: the shop and the cards for people who build till systems. Safe to repeat; empties it."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError

from businesses.redemptions.services.sandbox import open_sandbox
from passport_site.core.errors import RuleBroken


class Command(BaseCommand):
    help = "Opens the test shop of /developers/ with its offers, key and cards, or makes it as new."

    def handle(self, *args, **options) -> None:
        try:
            sandbox = open_sandbox(by="system:sandbox")
        except RuleBroken as broken:
            raise CommandError(str(broken)) from None
        if options["verbosity"] > 0:
            self.stdout.write(
                f"The test shop is open: {len(sandbox.cards)} cards, {len(sandbox.offers)} offers."
            )
