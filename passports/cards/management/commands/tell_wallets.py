"""Tells phones and Google what changed on passes and could not be told at once. Every few minutes, beside send_mails."""

from __future__ import annotations

from django.core.management.base import BaseCommand
from django.utils import timezone

from passport_site.core.models import JobRun
from passports.cards.wallet import telling


class Command(BaseCommand):
    help = "Tells Apple and Google of passes that changed. Safe to run at any time."

    def handle(self, *args, **options) -> None:
        started = timezone.now()
        told = telling.tell_waiting()
        if told:
            JobRun.objects.create(job="cards.tell_wallets", started_at=started, done={"told": told})
        self.stdout.write(f"{told} told")
