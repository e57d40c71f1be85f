"""`manage.py list_offers`: the live offers, for scripts."""

from __future__ import annotations

import json

from django.core.management.base import BaseCommand
from django.utils import timezone

from businesses.offers.domain.limits import limit_of
from businesses.offers.models import Offer


class Command(BaseCommand):
    help = "Lists the offers that can be used today: id, business, title and limit."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--business", help="only those of the business with this short name")
        parser.add_argument("--json", action="store_true", help="as JSON: [{id, business, title, limit}]")

    def handle(self, *args, **options) -> None:
        offers = (
            Offer.objects.live_on(timezone.localdate())
            .filter(business__status="active")
            .select_related("business")
        )
        if options["business"]:
            offers = offers.filter(business__slug=options["business"])
        rows = [
            {
                "id": offer.pk,
                "business": offer.business.slug,
                "title": offer.title,
                "limit": limit_of(offer.limit_kind, offer.limit_count),
            }
            for offer in offers.order_by("pk")
        ]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
            return
        for row in rows:
            limit = f"{row['limit']['count']} per {row['limit']['kind']}" if row["limit"] else "no limit"
            self.stdout.write(f"{row['id']:>6}  {row['business']:<32} {row['title']}  ({limit})")
