"""Figures in the CMS: one page of tables and charts, and each table as CSV and XLSX from the same figures."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from passport_site.accounts.cms import NamedPermissionMixin
from passport_site.core import audit
from passport_site.core.exports import csv_response, xlsx_response

from .charts import bars
from .counted import one_moment
from .figures import FIGURES, figure, so_far, tiles
from .forms import PeriodForm
from .models import Report


class FiguresView(NamedPermissionMixin, WagtailAdminTemplateMixin, TemplateView):
    """All figures of one period."""

    model = Report
    permission_required = "reports.view_reports"
    template_name = "reports/figures.html"
    page_title = gettext_lazy("Figures")
    header_icon = "table"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": _("Figures")}]

    def get_context_data(self, **kwargs):
        form = PeriodForm(self.request.GET or None)
        period = form.chosen()
        with one_moment():
            applications = tiles(period)
            tables = [(known, known.build(period)) for known in FIGURES]
            unfinished = so_far(timezone.localdate())
        return {
            **super().get_context_data(**kwargs),
            "form": form,
            "period": period,
            "applications": applications,
            "so_far": unfinished,
            "tables": [(known, table, bars(table)) for known, table in tables],
            "hides": applications.hides or any(table.hides for _known, table in tables),
            "query": self.request.GET.urlencode(),
        }


class ExportView(NamedPermissionMixin, View):
    """One table as a file. An audit row says who took which figures of which period."""

    model = Report
    permission_required = "reports.view_reports"

    def get(self, request: HttpRequest, name: str, kind: str) -> HttpResponse:
        known = figure(name)
        if known is None:
            raise Http404
        period = PeriodForm(request.GET or None).chosen()
        with one_moment():
            table = known.build(period)
        header = [str(known.row_word), *table.column_names, _("Total")]
        rows = [[row_name, *cells, total] for row_name, cells, total in table.rows()]
        rows.append([_("Total"), *table.column_totals, table.total])
        audit.record(
            "report.exported",
            on=f"reports.{name}",
            by=request.user,
            kind=kind,
            first=str(period.first),
            last=str(period.last),
        )
        respond = csv_response if kind == "csv" else xlsx_response
        return respond(f"{name}-{period.first}-{period.last}", header, rows)
