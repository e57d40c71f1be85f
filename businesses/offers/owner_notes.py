"""What an owner reads at `/business/` about codes for the online shop."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from businesses.members.models import Business
from businesses.members.notes import Note

from .models import How, Offer, OfferCode
from .services.codes import LOW, free_up_to


def code_notes(business: Business) -> list[Note]:
    """A link for each offer with codes, and whether few are left or some were given back."""
    offers = Offer.objects.filter(business=business, how=How.CODE).exclude(status="ended").order_by("pk")
    return [note for offer in offers for note in _notes(offer)]


def _notes(offer: Offer) -> list[Note]:
    href, title = reverse("offer_codes:codes", args=[offer.pk]), offer.title
    left = free_up_to(offer, LOW + 1)
    if left > LOW:
        first = Note(_("Codes for “%(offer)s”") % {"offer": title}, href)
    elif left:
        words = ngettext(
            "Only %(count)d code left for “%(offer)s”", "Only %(count)d codes left for “%(offer)s”", left
        )
        first = Note(words % {"count": left, "offer": title}, href, urgent=True)
    else:
        first = Note(_("No codes left for “%(offer)s”") % {"offer": title}, href, urgent=True)
    if OfferCode.objects.given_back().filter(offer=offer).exists():
        return [first, Note(_("Codes were given back for “%(offer)s”") % {"offer": title}, href, urgent=True)]
    return [first]
