"""The signed-in person’s own passport and card. Every carer’s view reads through here, never by a number."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils import timezone

from ..domain.showing import Showing, what_to_show
from ..models import Card, Passport


@dataclass(frozen=True, slots=True)
class Own:
    """The newest passport, its newest card and what to show of them. Costs two queries."""

    passport: Passport | None
    card: Card | None
    showing: Showing


def own(request: HttpRequest) -> Own:
    """What belongs to the person who is signed in."""
    passport = Passport.objects.latest_of(request.user)
    card = passport.cards.newest() if passport else None
    if card is not None:
        passport.user = request.user
        card.passport = passport  # so that nothing asks for it again
    showing = what_to_show(
        passport_status=passport.status if passport else None,
        card_status=card.status if card else None,
        starts_on=passport.valid_from if passport else None,
        valid_until=passport.valid_until if passport else None,
        today=timezone.localdate(),
    )
    return Own(passport, card, showing)


def own_card(request: HttpRequest, *showings: Showing) -> Card:
    """The person’s card when it is in one of these states; 404 otherwise."""
    mine = own(request)
    if mine.card is None or mine.showing not in showings:
        raise Http404
    return mine.card
