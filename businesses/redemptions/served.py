"""Who recorded what in the last days, for the owner: counts by initials, nothing of a carer."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count
from django.utils import timezone

from businesses.members.models import Business
from businesses.members.till_news import Served, ServedWeek

from .models import Redemption, ScanWay

DAYS = 7


def count(business: Business) -> ServedWeek:
    """Of today and the six days before, by initials; uses without a name last. Nobody when nobody was named at all.

    One query. Uses on a carer's own phone have nobody who serves.
    """
    since = timezone.localdate() - timedelta(days=DAYS - 1)
    uses = Redemption.objects.filter(branch__business=business, day__gte=since).exclude(
        scan__way=ScanWay.SELF
    )
    rows = uses.values_list("scan__staff").annotate(uses=Count("pk"), undone=Count("void"))
    found = [Served(*row) for row in rows.order_by("scan__staff")]
    if not any(row.initials for row in found):
        return ServedWeek()
    return ServedWeek(sorted(found, key=lambda row: (not row.initials, row.initials)))
