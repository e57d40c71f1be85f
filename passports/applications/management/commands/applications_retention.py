"""manage.py applications_retention: what has been kept long enough goes. Run daily; safe to run twice."""

from __future__ import annotations

from django.core.management.base import BaseCommand
from django.utils import timezone

from passport_site.core.models import JobRun
from passports.applications.services import retention


class Command(BaseCommand):
    help = "Deletes old drafts, evidence 30 days after the decision, and closed applications after a year."

    def handle(self, *args, **options) -> None:
        now = timezone.now()
        done = {
            "drafts": retention.remove_old_drafts(now),
            "evidence": retention.remove_old_evidence(now),
            "applications": retention.remove_old_applications(now),
            "equality": retention.remove_old_equality_answers(now),
        }
        JobRun.objects.create(job="applications_retention", started_at=now, done=done)
        self.stdout.write(", ".join(f"{name}: {count}" for name, count in done.items()))
