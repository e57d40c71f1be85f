"""That somebody may be guessing card numbers: one row a day and source, so that the privacy officer can ask there."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from passport_site.core.models import BaseModel
from passport_site.core.privacy import Keep


class GuessAlarm(BaseModel):
    """Many wrong numbers from one till, from one network, or from everywhere together, on one day."""

    day = models.DateField()
    source = models.CharField(max_length=60)
    """`device:4`, `network:192.0.2.0/24` (never the whole address) or `everywhere`."""
    wrong = models.PositiveIntegerField(default=0)
    """At least so many."""
    mailed = models.BooleanField(default=False)
    """This one was told by mail. One a day at most."""

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["day", "source"], name="redemptions_alarm_once_a_day_and_source"),
            models.UniqueConstraint(
                fields=["day"], condition=Q(mailed=True), name="redemptions_one_alarm_mail_a_day"
            ),
        ]

    class Privacy:
        append_only = False
        personal = {"source": "the beginning of a network’s address"}
        not_personal = ("day",)
        keep = Keep("90 days", job="redemptions.alarms")

    def __str__(self) -> str:
        return f"{self.wrong} wrong numbers from {self.source}"
