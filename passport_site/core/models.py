"""What every room stands on: a base row, append-only rows, the audit trail, the mail outbox, job runs."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from .privacy import Keep


class BaseModel(models.Model):
    """A row that knows when it was made."""

    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True


class AppendOnlyError(TypeError):
    """The application tried to edit or delete a row that is only ever added."""


class AppendOnlyQuerySet(models.QuerySet):
    """Refuses bulk edits and deletes. Retention and erasure use `for_retention()` and say so by its name."""

    _unlocked = False

    def _clone(self):
        clone = super()._clone()
        clone._unlocked = self._unlocked
        return clone

    def for_retention(self) -> AppendOnlyQuerySet:
        """The same rows, open to the retention and erasure jobs only."""
        clone = self._chain()
        clone._unlocked = True
        return clone

    def update(self, **values):
        if not self._unlocked:
            raise AppendOnlyError(f"{self.model.__name__} rows are never edited")
        return super().update(**values)

    def delete(self):
        if not self._unlocked:
            raise AppendOnlyError(f"{self.model.__name__} rows are never deleted")
        return super().delete()

    def bulk_update(self, objs, fields, batch_size=None):
        raise AppendOnlyError(f"{self.model.__name__} rows are never edited")


class AppendOnlyModel(models.Model):
    """Rows are added, never edited or deleted by the application (architecture.md, what the database refuses)."""

    created_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnlyError(f"{type(self).__name__} rows are never edited")
        super().save(*args, force_insert=True, **{k: v for k, v in kwargs.items() if k == "using"})

    def delete(self, *args, **kwargs):
        raise AppendOnlyError(f"{type(self).__name__} rows are never deleted")


class AuditEvent(AppendOnlyModel):
    """Who did what to which row, for investigation. No foreign keys, so it outlives what it tells of (pattern 14)."""

    verb = models.CharField(max_length=80, db_index=True)
    actor = models.CharField(max_length=80, blank=True)
    """`user:12`, `device:4`, `system:<job>`; never a name or an address."""
    subject = models.CharField(max_length=80, db_index=True)
    """`applications.application:31`."""
    details = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]

    class Privacy:
        append_only = True
        personal = {"actor": "the number of the account that acted"}
        not_personal = ("verb", "subject", "details")
        keep = Keep("7 years", job="core.audit")

    def __str__(self) -> str:
        return f"{self.created_at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.subject}"


class OutgoingMail(models.Model):
    """A message waiting to go, or gone: written in the same transaction as what it tells of, sent after commit.

    A worker that dies in between loses nothing: ``manage.py send_mails`` sends what is still waiting.
    """

    created_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)
    to = models.EmailField(max_length=254)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField(blank=True)
    language = models.CharField(max_length=5, default="en")
    template = models.CharField(max_length=80)
    about = models.CharField(max_length=80, blank=True, db_index=True)
    """The row it tells of, as in AuditEvent.subject, so that erasure finds it."""
    holds_secret = models.BooleanField(default=False)
    """It carries a one-time code or link: the words are emptied once it has gone, so that none lies in the database."""
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                fields=["created_at"], name="core_mail_waiting", condition=models.Q(sent_at__isnull=True)
            )
        ]

    class Privacy:
        append_only = False
        personal = {
            "to": "where the message goes",
            "subject": "may name the person",
            "text": "the message",
            "html": "the message",
            "language": "the language the person reads",
        }
        not_personal = ("template", "about", "problem")
        keep = Keep("30 days after it was made", job="core.mails")

    def __str__(self) -> str:
        return f"{self.template} to #{self.pk}"


class JobRun(AppendOnlyModel):
    """One run of a scheduled command: when it ended and what it did, so that a silent cron is noticed."""

    job = models.CharField(max_length=60, db_index=True)
    started_at = models.DateTimeField()
    done = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-created_at"]

    class Privacy:
        append_only = True
        personal = {}
        not_personal = ("job", "done", "started_at")
        keep = Keep("1 year", job="core.job_runs")

    def __str__(self) -> str:
        return f"{self.job} at {self.created_at:%Y-%m-%d %H:%M}"
