"""What the figures are read from: counts of closed months, which never change, and those of the months still open.

Both hold counts only, by month, place, category, offer and kind of passport; nobody's number, no day (docs/measures.md).
"""

from __future__ import annotations

from django.db import models

from passport_site.core.constraints import one_of
from passport_site.core.models import AppendOnlyModel
from passport_site.core.privacy import Keep


class Report(models.Model):
    """Carries the permission `reports.view_reports`; no table."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [("view_reports", "Can see and export the figures")]

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ()
        keep = Keep("nothing is stored")

    def __str__(self) -> str:
        return "report"


class Measure(models.TextChoices):
    """What is counted. Each month is closed for each of them. Never on screen."""

    USES = "uses"
    RECEIVED = "received"
    APPROVED = "approved"
    REFUSED = "refused"
    DAYS = "days"
    """Decisions by the days they took."""
    CARDS = "cards"
    """Active on the last day of the month."""


class Count(models.Model):
    """One number with what it is for. What a measure is not counted by stays empty.

    Always read month by month, so the month is the only index.
    """

    month = models.DateField()
    """Its first day."""
    area = models.ForeignKey(
        "scheme.Area", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    category = models.ForeignKey(
        "members.Category", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    offer = models.ForeignKey(
        "offers.Offer", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=8, blank=True)
    n = models.PositiveIntegerField()

    class Meta:
        abstract = True


class ClosedMonth(AppendOnlyModel):
    """This month is counted for this measure, once and for ever. The key keeps two jobs from counting it twice."""

    month = models.DateField()
    measure = models.CharField(max_length=8, choices=Measure.choices)

    class Meta:
        constraints = [
            one_of("measure", Measure.values, app="reports_closed"),
            models.UniqueConstraint(fields=["month", "measure"], name="reports_a_month_is_closed_once"),
        ]

    class Privacy:
        append_only = True
        personal = {}
        not_personal = ("month", "measure")
        keep = Keep("as long as the scheme runs")

    def __str__(self) -> str:
        return f"{self.measure} {self.month:%Y-%m}"


class ClosedCount(AppendOnlyModel, Count):
    """A number of a closed month."""

    created_at = None
    """When is in `ClosedMonth`, once for all its numbers."""
    measure = models.CharField(max_length=8, choices=Measure.choices)
    tenths = models.PositiveIntegerField(null=True)
    """Days to decide, in tenths of a day; empty for other measures."""

    class Meta:
        constraints = [
            one_of("measure", Measure.values, app="reports_count"),
            models.CheckConstraint(
                condition=models.Q(measure="days", tenths__isnull=False)
                | (~models.Q(measure="days") & models.Q(tenths__isnull=True)),
                name="reports_tenths_of_days",
            ),
        ]
        indexes = [models.Index(fields=["measure", "month"], name="reports_closed_by_month")]

    class Privacy:
        append_only = True
        personal = {}
        not_personal = ("month", "measure", "kind")
        keep = Keep("as long as the scheme runs")

    def __str__(self) -> str:
        return f"{self.measure} {self.month:%Y-%m}: {self.n}"


class Visits(AppendOnlyModel):
    """Uses across one border in one closed month."""

    partner = models.ForeignKey("partners.PartnerScheme", on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    uses = models.PositiveIntegerField(null=True)
    """None for fewer than five."""
    by_category = models.JSONField(default=list)
    """`[name, uses or None]` of each category."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"visits {self.month:%Y-%m}"


class VisitsGiven(Visits):
    """What we counted of another scheme’s carers: written down once, so that the file for that scheme never changes."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partner", "month"], name="reports_visits_given_once_a_month"),
        ]

    class Privacy:
        append_only = True
        personal = {}
        not_personal = ("month", "by_category")
        keep = Keep("as long as the scheme runs")


class VisitReport(Visits):
    """What another scheme counted of our carers, and signed."""

    file = models.TextField()
    """As it was signed, for whoever wants to check again."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partner", "month"], name="reports_visits_once_a_month"),
        ]

    class Privacy:
        append_only = True
        personal = {}
        not_personal = ("month", "by_category", "file")
        keep = Keep("as long as the scheme runs")


class OpenMonth(models.Model):
    """Up to when the uses of a month that is not closed have been counted. What came since is counted when asked for."""

    month = models.DateField(unique=True)
    counted_before = models.DateTimeField()

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("month", "counted_before")
        keep = Keep("until the month is closed")

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} up to {self.counted_before:%Y-%m-%d %H:%M}"


class OpenCount(Count):
    """Uses of a month that is not closed; made anew each night."""

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("month", "kind")
        keep = Keep("until the month is closed")

    def __str__(self) -> str:
        return f"uses {self.month:%Y-%m}: {self.n}"
