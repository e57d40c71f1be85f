"""Letters with cards, many in one PDF. Printing is a POST, because it takes the cards off the list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from passport_site.accounts.cms import NamedPermissionMixin
from passport_site.core import audit

from . import paper, services
from .models import Card, Passport

BATCHES_SHOWN = 8


class QueueView(NamedPermissionMixin, WagtailAdminTemplateMixin, TemplateView):
    """How many letters wait, the first of them, and the last batches to print again after a paper jam."""

    model = Passport
    permission_required = "cards.manage_card"
    page_title = gettext_lazy("Letters to print")
    header_icon = "mail"
    template_name = "cards/cms/letters.html"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("cards_passports:index"), "label": _("Passports")},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = Card.objects.to_print().with_reader()
        return {
            **super().get_context_data(**kwargs),
            "waiting": waiting.count(),
            "first": waiting[: paper.MOST_IN_ONE_PDF],
            "most": paper.MOST_IN_ONE_PDF,
            "batches": Card.objects.batches()[:BATCHES_SHOWN],
        }


class _LettersAction(NamedPermissionMixin, View):
    model = Passport
    permission_required = "cards.manage_card"
    http_method_names = ["post"]


class PrintView(_LettersAction):
    """The next letters as one PDF; they leave the list. When it cannot be made, the list stays as it was."""

    def post(self, request: HttpRequest) -> HttpResponse:
        cards = list(Card.objects.to_print().with_reader()[: paper.MOST_IN_ONE_PDF])
        if not cards:
            messages.info(request, _("No letters are waiting."))
            return redirect("cards_passports:queue")
        content = paper.letters_pdf(cards)
        services.mark_printed(cards=cards, by=request.user)
        return _download(content, timezone.localtime())


class AgainView(_LettersAction):
    """The letters of an earlier batch once more. Cards that were stopped since are left out."""

    def post(self, request: HttpRequest) -> HttpResponse:
        printed_at = parse_datetime(request.POST.get("batch", ""))
        cards = _of_batch(printed_at) if printed_at else []
        if not cards:
            messages.warning(request, _("None of these cards is good any more."))
            return redirect("cards_passports:queue")
        audit.record("card.batch_printed_again", on="cards.card:batch", by=request.user, cards=len(cards))
        return _download(paper.letters_pdf(cards), timezone.localtime(printed_at))


class LetterView(_LettersAction):
    """One letter at once, for somebody at the desk."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        passport = get_object_or_404(Passport, pk=pk)
        cards = list(passport.cards.active().with_reader())
        if not cards:
            messages.error(request, _("Only an active card can be printed."))
            return redirect("cards_passports:inspect", passport.pk)
        content = paper.letters_pdf(cards)
        services.mark_printed(cards=cards, by=request.user)
        return _download(content, timezone.localtime())


def _of_batch(printed_at: datetime) -> Sequence[Card]:
    return list(Card.objects.active().filter(printed_at=printed_at).with_reader()[: paper.MOST_IN_ONE_PDF])


def _download(content: bytes, moment: datetime) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="card-letters-{moment:%Y-%m-%d-%H%M}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
