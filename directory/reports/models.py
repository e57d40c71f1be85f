"""No table of its own: this room reads figures from the others. The permission needs a model to hang on."""

from __future__ import annotations

from django.db import models

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
