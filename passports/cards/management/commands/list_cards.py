"""`manage.py list_cards`: card numbers, for scripts. No names."""

from __future__ import annotations

import json

from django.core.management.base import BaseCommand
from django.utils import timezone

from passports.cards.models import Card, CardStatus


class Command(BaseCommand):
    help = "Lists cards: number, kind and status."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--status",
            choices=CardStatus.values,
            help="only cards of this status; `active`: only those that a till accepts today",
        )
        parser.add_argument("--limit", type=int, default=100, help="at most so many (default 100)")
        parser.add_argument("--json", action="store_true", help="as JSON: [{number, kind, status}]")

    def handle(self, *args, **options) -> None:
        cards = Card.objects.order_by("pk")
        if options["status"] == CardStatus.ACTIVE:  # for load scripts: each of them is `valid` at a till
            cards = cards.good_on(timezone.localdate())
        elif options["status"]:
            cards = cards.filter(status=options["status"])
        rows = [
            {"number": number, "kind": kind, "status": status}
            for number, kind, status in cards.values_list("number", "passport__kind", "status")[
                : max(0, options["limit"])
            ]
        ]
        if options["json"]:
            self.stdout.write(json.dumps(rows, indent=1))
            return
        for row in rows:
            self.stdout.write(f"{row['number']}  {row['kind']:<8} {row['status']}")
