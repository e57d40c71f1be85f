"""What a scanner reads off cards of the demo, for the pictures of a till without a network."""

from __future__ import annotations

from datetime import date

from passports.cards.models import Card
from passports.cards.services.codes import code_for


def codes(today: date) -> dict[str, str]:
    """A code for each answer that such a till can give."""
    good = Card.objects.good_on(today)
    adult = good.filter(passport__kind="adult").exclude(passport__photo="").order_by("pk").first()
    found = {
        "good": adult,
        "plain": good.filter(passport__kind="adult", passport__photo="").order_by("pk").first(),
        "young": good.filter(passport__kind="young").order_by("pk").first(),
        "stopped": Card.objects.filter(status="lost", expires_on__gte=today).order_by("pk").first(),
        "expired": Card.objects.filter(expires_on__lt=today).order_by("pk").first(),
    }
    made = {name: code_for(card, live=False) for name, card in found.items() if card}
    last = made["good"][-1]
    return made | {
        "live": code_for(adult, live=True),
        "altered": made["good"][:-1] + ("1" if last == "0" else "0"),
    }
