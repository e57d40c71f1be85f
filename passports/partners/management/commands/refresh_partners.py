"""Fetches the trust lists of other schemes. Every 15 minutes from cron; see docs/deploy.md."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from passports.partners.models import Trouble
from passports.partners.services import refresh_all


class Command(BaseCommand):
    help = "Fetches the lists of cards of other schemes that we trust"

    def handle(self, *args, **options) -> None:
        failed = 0
        for one in refresh_all():
            if one.trouble:
                failed += 1
                self.stderr.write(f"{one.partner.host}: {Trouble(one.trouble).label}")
            elif options["verbosity"]:
                self.stdout.write(f"{one.partner.host}: {'a new list' if one.news else 'nothing new'}")
        if failed:
            raise SystemExit(1)
