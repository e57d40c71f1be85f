"""Letters with cards. Printing is a POST, because it takes the cards off the list.

Up to 50 letters come back at once as one PDF; more are made in the background (`batches`) and downloaded, once.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from passport_site.accounts.cms import NamedPermissionMixin
from passport_site.core.errors import RuleBroken

from . import batches, paper, services
from .models import Card, Passport, PrintBatch
from .services import printing

BATCHES_SHOWN = 8
JUST_NOW = timedelta(minutes=10)


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
        known = PrintBatch.objects.select_related("by")
        return {
            **super().get_context_data(**kwargs),
            "waiting": waiting.count(),
            "first": waiting[: paper.MOST_IN_ONE_PDF],
            "most": paper.MOST_IN_ONE_PDF,
            "a_file": batches.LETTERS_A_FILE,
            "making": known.unfinished(),
            "batches": known.filter(finished_at__isnull=False)[:BATCHES_SHOWN],
            "file_days": printing.FILE_DAYS,
        }


class _LettersAction(NamedPermissionMixin, View):
    model = Passport
    permission_required = "cards.manage_card"
    http_method_names = ["post"]

    def made(self, batch: PrintBatch) -> HttpResponse:
        """A small batch as a PDF, a large one on its way. When it cannot be made, the list is as it was."""
        if batch.letters > paper.MOST_IN_ONE_PDF:
            batches.start(batch)
            messages.success(self.request, _("The letters are being made. This page shows how far they are."))
            return redirect("cards_passports:queue")
        batches.take(batch)
        try:
            content = paper.letters_pdf(list(batch.cards.active().with_reader().order_by("pk")))
        except Exception:
            printing.give_back(batch=batch)
            raise
        printing.finish_batch(batch=batch, by=self.request.user)
        return _download(content, timezone.localtime(batch.created_at))


class PrintView(_LettersAction):
    """All letters that wait. Of two officers who press at once, the second is told."""

    def post(self, request: HttpRequest) -> HttpResponse:
        batch = printing.claim_letters(by=request.user)
        if batch:
            return self.made(batch)
        since = timezone.now() - JUST_NOW
        other = PrintBatch.objects.filter(created_at__gte=since).exclude(by=request.user).first()
        if other:
            words = ngettext(
                "Someone else is printing this letter now. It is in the list below.",
                "Someone else is printing these %(n)s letters now. They are in the list below.",
                other.letters,
            )
            messages.warning(request, words % {"n": other.letters})
        else:
            messages.info(request, _("No letters are waiting."))
        return redirect("cards_passports:queue")


class AgainView(_LettersAction):
    """The letters of an earlier batch once more. Cards that were stopped since are left out."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        batch = get_object_or_404(PrintBatch, pk=pk)
        try:
            printing.print_again(batch=batch, by=request.user)
        except RuleBroken as refusal:
            messages.warning(request, str(refusal))
            return redirect("cards_passports:queue")
        return self.made(batch)


class DownloadView(_LettersAction):
    """The file of a large batch, once: then it is gone from the storage. After a fault there is “Print again”."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        batch = get_object_or_404(PrintBatch, pk=pk)
        content = printing.take_file(batch=batch, by=request.user)
        if content is None:
            messages.warning(request, _("This file was downloaded already. You can print the letters again."))
            return redirect("cards_passports:queue")
        name = f"card-letters-{timezone.localtime(batch.created_at):%Y-%m-%d-%H%M}.zip"
        response = FileResponse(content, as_attachment=True, filename=name, content_type="application/zip")
        response["Cache-Control"] = "private, no-store"
        return response


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


def _download(content: bytes, moment: datetime) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="card-letters-{moment:%Y-%m-%d-%H%M}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
