"""Uses across borders in the CMS: a part of another scheme’s screen, the file for them, and taking in theirs."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from passport_site.accounts.cms import NamedPermissionMixin
from passport_site.core.errors import RuleBroken
from passport_site.core.forms import Form
from passports.partners.public import KeyProblem, PartnerScheme

from .models import Report, VisitReport, VisitsGiven
from .services.visits import give_visits, take_visits
from .visits import MONTHS, closed_months

MOST_BYTES = 200_000


class VisitsForm(Form):
    """A file that another scheme sent."""

    file = forms.FileField(
        label=gettext_lazy("Their file"), error_messages={"required": gettext_lazy("Choose the file that they sent")}
    )  # fmt: skip


def panel(request: HttpRequest, partner: PartnerScheme) -> SafeString | str:
    """On the screen of another scheme, for those who may see figures."""
    if not request.user.has_perm("reports.view_reports"):
        return ""
    context = {
        "partner": partner,
        "here": VisitsGiven.objects.filter(partner=partner).order_by("-month")[:MONTHS],
        "closed": closed_months(partner, timezone.localdate())[:1],
        "there": VisitReport.objects.filter(partner=partner).order_by("-month")[:24],
        "form": VisitsForm(),
        "may_take": request.user.has_perm("partners.trust_partner"),
    }
    return render_to_string("reports/visits.html", context, request=request)


class VisitsFileView(NamedPermissionMixin, View):
    """One closed month as a signed file for that scheme. An audit row says who took it."""

    model = Report
    permission_required = "reports.view_reports"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, partner: int, year: int, month: int) -> HttpResponse:
        scheme = get_object_or_404(PartnerScheme, pk=partner)
        wanted = [
            one
            for one in closed_months(scheme, timezone.localdate())
            if (one.year, one.month) == (year, month)
        ]
        if not wanted:
            raise Http404
        try:
            file = give_visits(partner=scheme, month=wanted[0], by=request.user)
        except KeyProblem:
            messages.error(request, _("No key can sign here at the moment. Ask whoever runs the server."))
            return redirect("partners:inspect", pk=partner)
        response = HttpResponse(file, content_type="application/json")
        response["Content-Disposition"] = f'attachment; filename="visits-{wanted[0]:%Y-%m}.json"'
        response["Cache-Control"] = "private, no-store"
        return response


class TakeView(NamedPermissionMixin, View):
    """Takes in a file of another scheme and goes back to its screen."""

    model = PartnerScheme
    permission_required = "partners.trust_partner"
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        back = request.POST.get("partner", "")
        form = VisitsForm(request.POST, request.FILES)
        if not form.is_valid():
            messages.error(request, " ".join(form.errors["file"]))
        else:
            back = self._take(request, form.cleaned_data["file"]) or back
        if back and str(back).isdigit() and len(str(back)) < 19:
            return redirect("partners:inspect", pk=int(back))
        return redirect("partners:index")

    def _take(self, request: HttpRequest, file: object) -> int | None:
        try:
            text = file.read(MOST_BYTES + 1).decode("utf-8", "replace")
            report, new = take_visits(text=text, by=request.user)
        except RuleBroken as broken:
            messages.error(request, str(broken))
            return None
        facts = {"scheme": report.partner.name, "month": f"{report.month:%Y-%m}"}
        if new:
            messages.success(request, _("The counts of %(scheme)s for %(month)s are in.") % facts)
        else:
            messages.success(request, _("We had the counts of %(scheme)s for %(month)s already.") % facts)
        return report.partner_id
