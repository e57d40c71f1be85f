"""`manage.py wallet_test_chain DIR`: certificates to see the wallet buttons with, on a laptop. No phone trusts them."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand

from passports.cards.wallet.trial_chain import write_chain


class Command(BaseCommand):
    help = "Makes certificates like Apple's and an account like Google's, and prints the variables that name them."

    def add_arguments(self, parser) -> None:
        parser.add_argument("folder", type=Path, help="where to write them, outside the repository")
        parser.add_argument("--pass-type", default="pass.example.carer-passport")
        parser.add_argument("--team", default="TESTTEAM01")

    def handle(self, *args, **options) -> None:
        folder = options["folder"].resolve()
        chosen = write_chain(folder, pass_type=options["pass_type"], team=options["team"])
        for variable, value in chosen.items():
            self.stdout.write(f"export {variable}={value}")
