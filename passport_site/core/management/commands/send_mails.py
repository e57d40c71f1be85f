"""Sends mails that are still waiting: after a fault of the mail server, or of a worker. Every few minutes."""

from __future__ import annotations

from django.core.management.base import BaseCommand
from django.utils import timezone

from passport_site.core import mail
from passport_site.core.models import JobRun


class Command(BaseCommand):
    help = "Sends waiting mails, oldest first. Safe to run at any time."

    def handle(self, *args, **options) -> None:
        started = timezone.now()
        sent = mail.send_waiting()
        if sent:
            JobRun.objects.create(job="core.send_mails", started_at=started, done={"sent": sent})
        self.stdout.write(f"{sent} sent")
