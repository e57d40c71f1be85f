"""`manage.py card_code CARD_NUMBER`: the address in a card’s QR, for scripts."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError

from passports.cards.domain import numbers
from passports.cards.key_files import KeyProblem
from passports.cards.models import Card
from passports.cards.services.codes import address_for


class Command(BaseCommand):
    help = "Prints the address that the card’s QR holds. With --live the code is good for ten minutes."

    def add_arguments(self, parser) -> None:
        parser.add_argument("number", help="card number, with or without dashes")
        parser.add_argument("--live", action="store_true", help="the code that a phone shows now")

    def handle(self, *args, **options) -> None:
        card = Card.objects.with_holder().filter(number=numbers.normalise(options["number"])).first()
        if card is None:
            raise CommandError("There is no card with this number.")
        try:
            self.stdout.write(address_for(card, live=options["live"]))
        except KeyProblem as problem:
            raise CommandError(str(problem)) from None
