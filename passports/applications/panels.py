"""The assessor's panel on the CMS's first page."""

from __future__ import annotations

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from .domain import statuses
from .models import Application


class ApplicationsPanel(Component):
    """How many wait, what is due today or before, the oldest. Two queries."""

    name = "applications"
    template_name = "applications/cms/panel.html"
    order = 50

    def get_context_data(self, parent_context):
        today = timezone.localdate()
        waiting = Q(status=statuses.WAITING)
        counts = Application.objects.aggregate(
            waiting=Count("pk", filter=waiting),
            due=Count("pk", filter=waiting & Q(due_on__lte=today)),
            asked=Count("pk", filter=Q(status=statuses.MORE_NEEDED)),
        )
        oldest = Application.objects.waiting().order_by("submitted_at").first()
        return {
            **counts,
            "oldest": oldest,
            "oldest_days": (today - timezone.localdate(oldest.submitted_at)).days if oldest else 0,
            "queue": reverse("applications_queue:index"),
        }
