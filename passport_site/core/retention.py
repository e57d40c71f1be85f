"""Nothing is kept for ever: each model names the job that clears it (core.privacy.Keep), and it runs here.

A room registers its jobs in its ``apps.ready()``::

    from passport_site.core import retention
    retention.register("cards.passports")(services.clear_old_passports)   # def …() -> int, rows cleared

``manage.py retention`` runs them all, each in its own transaction, once a night. A job reads the clock by
``timezone.now()``, is safe to run twice, and returns how many rows it cleared or blanked.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from . import audit
from .models import AuditEvent, JobRun, OutgoingMail

log = logging.getLogger(__name__)
Job = Callable[[], int]
JOBS: dict[str, Job] = {}
MAIL_DAYS, AUDIT_DAYS, RUN_DAYS = 30, 7 * 365 + 2, 365


def register(name: str) -> Callable[[Job], Job]:
    """Makes a job known under the name that `Keep(job=…)` of a model gives."""

    def keep(job: Job) -> Job:
        JOBS[name] = job
        return job

    return keep


def run(names: Iterable[str] | None = None) -> dict[str, int | None]:
    """Runs the jobs and notes each. Rows by job, None for one that failed; the others still run."""
    done: dict[str, int | None] = {}
    for name in names or list(JOBS):
        started = timezone.now()
        try:
            with transaction.atomic():
                rows = JOBS[name]()
                JobRun.objects.create(job=name, started_at=started, done={"rows": rows})
                if rows:
                    audit.record("retention.cleared", on=name, by="system:retention", rows=rows)
            done[name] = rows
        except (
            Exception
        ):  # one job's fault must not keep the others from their duty; it is reported and logged
            log.exception("Retention job %s failed", name)
            JobRun.objects.create(job=name, started_at=started, done={"failed": True})
            done[name] = None
    return done


def _before(days: int):
    return timezone.now() - timedelta(days=days)


@register("core.mails")
def clear_mails() -> int:
    """Mails 30 days after they were made, sent or not."""
    return OutgoingMail.objects.filter(created_at__lt=_before(MAIL_DAYS)).delete()[0]


@register("core.audit")
def clear_audit() -> int:
    """Audit events after 7 years."""
    return AuditEvent.objects.for_retention().filter(created_at__lt=_before(AUDIT_DAYS)).delete()[0]


@register("core.job_runs")
def clear_job_runs() -> int:
    """Notes of job runs after 1 year."""
    return JobRun.objects.for_retention().filter(created_at__lt=_before(RUN_DAYS)).delete()[0]


@register("core.sessions")
def clear_sessions() -> int:
    """Sessions that have run out."""
    return Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]
