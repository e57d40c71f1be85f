"""What is kept beside an application: its files, its history, what was agreed to, and answers that name nobody."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passport_site.core.constraints import one_of
from passport_site.core.models import AppendOnlyModel, BaseModel
from passport_site.core.privacy import Keep
from passport_site.core.storage import private_storage

from . import choices


class Evidence(BaseModel):
    """A file that shows somebody looks after someone. Re-encoded without EXIF, private, gone 30 days
    after the decision.
    """

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="evidence_files"
    )
    file = models.FileField(storage=private_storage, max_length=120)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    """Bytes, of the file as stored."""

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")

    class Privacy:
        append_only = False
        personal = {"file": "may hold health data"}
        not_personal = ("content_type",)
        keep = Keep("30 days after the decision", job="applications.evidence")

    def __str__(self) -> str:
        return f"evidence {self.pk}"


class ApplicationStatusChange(AppendOnlyModel):
    """One step in the application's life: who, when, and the words that went to the carer."""

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="status_changes"
    )
    verb = models.CharField(max_length=40)
    from_status = models.CharField(max_length=12, blank=True)
    to_status = models.CharField(max_length=12)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["created_at", "pk"]

    class Privacy:
        append_only = True
        personal = {"words": "what we asked or told the carer"}
        not_personal = ("verb", "from_status", "to_status")
        keep = Keep("with its application", job="applications.applications")

    def __str__(self) -> str:
        return f"{self.verb} → {self.to_status}"


class Consent(AppendOnlyModel):
    """One answer to one consent question, in the version that was shown. Withdrawing adds a row with
    `given` false.
    """

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="consents"
    )
    purpose = models.CharField(max_length=20, choices=choices.ConsentPurpose.choices)
    version = models.CharField(max_length=20)
    given = models.BooleanField()
    how = models.CharField(max_length=6, choices=choices.AssistedHow.choices, blank=True)
    """Said by telephone or at a desk; empty when the person ticked it on a page."""
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    """The officer who read it out and heard the answer."""

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [one_of("purpose", choices.ConsentPurpose.values, app="applications_consent")]

    class Privacy:
        append_only = True
        personal = {"purpose": "what they agreed to"}
        not_personal = ("version", "how")
        keep = Keep("with its application", job="applications.applications")

    def __str__(self) -> str:
        return f"{self.purpose}: {'yes' if self.given else 'no'}"


class EqualityAnswer(AppendOnlyModel):
    """Optional equality answers, stored apart: the month and the area, no link to a person or an
    application.
    """

    month = models.DateField()
    area = models.ForeignKey("scheme.Area", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sex = models.CharField(max_length=16, blank=True)
    ethnic_group = models.CharField(max_length=16, blank=True)
    disability = models.CharField(max_length=16, blank=True)
    age_band = models.CharField(max_length=8, blank=True)

    class Privacy:
        append_only = True
        personal = {}
        not_personal = ("month", "sex", "ethnic_group", "disability", "age_band")
        keep = Keep("5 years; nobody can be told from it", job="applications.equality")

    def __str__(self) -> str:
        return f"answers of {self.month:%B %Y}"
