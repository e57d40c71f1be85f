"""An officer fills in an application for somebody who calls or stands at the desk (ADR 0013)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from passport_site.accounts.cms import NamedPermissionMixin
from passport_site.core.errors import RuleBroken

from . import services, steps
from .forms.assisting import BeginForm
from .models import Application
from .querysets import possible_duplicates
from .services.codes import standing_of
from .services.sending import promised_day
from .sheet import Sheet

PERMISSION = "applications.assist_application"
DRAFTS_SHOWN = 20


class BeginView(NamedPermissionMixin, WagtailAdminTemplateMixin, TemplateView):
    """Three questions and a button; below it what was begun and not sent."""

    model = Application
    permission_required = PERMISSION
    page_title = gettext_lazy("Fill in an application for somebody")
    header_icon = "form"
    template_name = "applications/cms/assist_begin.html"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, _queue(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        drafts = Application.objects.assisted_drafts().select_related("assisted_by")[:DRAFTS_SHOWN]
        return {
            **super().get_context_data(**kwargs),
            "form": kwargs.get("form") or BeginForm(),
            "drafts": drafts,
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        form = BeginForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        application = services.start_assisted(**form.cleaned_data, by=request.user)
        return redirect("applications_queue:assist", application.pk)


class AssistView(NamedPermissionMixin, WagtailAdminTemplateMixin, TemplateView):
    """The questions as they stand on the carer's pages, in one form. Only drafts that an officer began."""

    model = Application
    permission_required = PERMISSION
    header_icon = "form"
    template_name = "applications/cms/assist.html"

    @cached_property
    def application(self) -> Application:
        return get_object_or_404(Application.objects.assisted_drafts(), pk=self.kwargs["pk"])

    @property
    def page_title(self) -> str:
        return self.application.name or _("New application")

    def get_page_subtitle(self) -> str:
        return f"{self.application.get_assisted_how_display()}, {self.application.reference}"

    def get_breadcrumbs_items(self) -> list[dict]:
        begin = {"url": reverse("applications_queue:begin"), "label": BeginView.page_title}
        return [*self.breadcrumbs_items, _queue(), begin, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sheet = kwargs.get("sheet") or Sheet(self.application, by=self.request.user).show()
        facts = steps.Facts(self.application, sheet.scheme, sheet.today)
        return {
            **super().get_context_data(**kwargs),
            "application": self.application,
            "sheet": sheet,
            "stop": sheet.stop,
            "young": facts.young,
            "theirs": facts.theirs,
            "duplicates": possible_duplicates(self.application) if self.application.first_name else [],
            "code": standing_of(self.application),
            "files": list(self.application.evidence_files.all()),
            "media": sum((section.form.media for section in sheet.sections), sheet.heard.media),
            "errors": kwargs.get("errors", []),
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        action = request.POST.get("action", "")
        sheet = Sheet(self.application, by=request.user)
        good = sheet.read(request.POST, request.FILES, sending=action == "send")
        if self._took_way_on(action):
            return redirect("applications_queue:assist", pk)
        if action != "send" and good:
            messages.success(request, _("Saved. Nothing is sent yet."))
            return redirect("applications_queue:assist", pk)
        if not (good and action == "send" and sheet.is_ready):
            messages.error(
                request, _("Something is still open. Look for the red lines and the new questions.")
            )
            return self.render_to_response(self.get_context_data(sheet=sheet), status=422)
        return self._send()

    def _took_way_on(self, action: str) -> bool:
        """One of the buttons beside a stop: an adult takes over, the carer does, or the area is looked at."""
        if action in services.ROUTES:
            services.change_route(application=self.application, route=action, by=self.request.user)
        elif action == "outside" and self.application.postcode:
            services.insist_on_area(application=self.application, by=self.request.user)
        else:
            return False
        return True

    def _send(self) -> HttpResponse:
        try:
            sent = services.send_assisted(application=self.application, by=self.request.user)
        except RuleBroken as broken:
            messages.error(self.request, str(broken))
            return redirect("applications_queue:assist", self.application.pk)
        said = {"reference": sent.reference, "day": promised_day(sent)}
        messages.success(
            self.request, _("Sent. Tell them the reference: %(reference)s. We answer by %(day)s.") % said
        )
        if self.request.user.has_perm("applications.view_application"):
            return redirect("applications_queue:inspect", sent.pk)
        return redirect("applications_queue:begin")


def _queue() -> dict[str, str]:
    return {"url": reverse("applications_queue:index"), "label": _("Applications")}
