"""Who serves at one business’s tills, in the CMS, as its owner has it at /business/staff/."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import staff_page
from .cms_views import TillsView
from .forms import NewStaffForm
from .models import Business


class StaffView(TillsView):
    """GET lists; POST chooses how tills ask, adds, removes, or gives a new PIN, which is shown in its answer only."""

    model = Business
    permission_required = "members.enrol_device"
    template_name = "members/cms/staff.html"
    page_title = gettext_lazy("Staff at the till")
    header_icon = "group"

    def get_breadcrumbs_items(self):
        *before, _tills = super().get_breadcrumbs_items()
        tills = {"url": reverse("businesses:tills", args=[self.business.pk]), "label": _("Tills")}
        return [*before, tills, {"url": "", "label": _("Staff at the till")}]

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "form": kwargs.get("form") or NewStaffForm(business=self.business),
            "mode": kwargs.get("mode") or staff_page.mode_form(self.business),
            "made": kwargs.get("made"),
            **staff_page.staff_of(self.business),
        }

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        again = redirect("businesses:staff", pk=self.business.pk)
        action = request.POST.get("action")
        if action == "mode":
            mode = staff_page.mode_form(self.business, request.POST)
            if not mode.is_valid():
                return self.render_to_response(self.get_context_data(mode=mode))
            staff_page.set_mode(request, mode, self.business)
            return again
        if action == "add":
            form = NewStaffForm(request.POST, business=self.business)
            made = staff_page.add(form, by=request.user) if form.is_valid() else None
            if made is None:
                return self.render_to_response(self.get_context_data(form=form))
        else:
            made = staff_page.change(request, self.business)
        return self.render_to_response(self.get_context_data(made=made)) if made and made["pin"] else again
