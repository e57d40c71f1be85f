"""The card on paper, printed at home: the card alone, or the letter with the card to cut out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from passport_site.accounts.access import carer

from .. import paper
from ..domain.showing import Showing
from .own import own_card


@carer
@require_safe
def card_pdf(request: HttpRequest) -> HttpResponse:
    """Front and back at 85.6 × 54 mm."""
    return as_pdf(paper.card_pdf(own_card(request, Showing.CARD)), "carer-passport.pdf")


@carer
@require_safe
def letter_pdf(request: HttpRequest) -> HttpResponse:
    """An A4 letter with the card to cut out."""
    return as_pdf(paper.letters_pdf([own_card(request, Showing.CARD)]), "carer-passport-letter.pdf")


def as_pdf(content: bytes, name: str) -> HttpResponse:
    """A PDF that opens in the browser under that name."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
