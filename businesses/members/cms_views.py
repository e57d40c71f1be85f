"""The tills of one business in the CMS: what is enrolled, a new invitation, taking one off."""

from __future__ import annotations

from django.contrib.admin.utils import quote
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from passport_site.accounts.cms import NamedPermissionMixin

from . import tills
from .forms import InviteTillForm
from .models import Business


class TillsView(NamedPermissionMixin, WagtailAdminTemplateMixin, TemplateView):
    """GET lists; POST invites, takes back or takes off. The new code is in the answer to the POST and never again."""

    model = Business
    permission_required = "members.enrol_device"
    template_name = "members/cms/tills.html"
    page_title = gettext_lazy("Tills")
    header_icon = "mobile-alt"

    @cached_property
    def business(self) -> Business:
        """Read when first needed, which is after the permission: who may not come in learns nothing."""
        return get_object_or_404(Business, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.business.name

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("businesses:index"), "label": _("Businesses")},
            {"url": reverse("businesses:edit", args=[quote(self.business.pk)]), "label": self.business.name},
            {"url": "", "label": _("Tills")},
        ]

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "business": self.business,
            "form": kwargs.get("form") or InviteTillForm(business=self.business),
            "invited": kwargs.get("invited"),
            **tills.lists_of(self.business),
        }

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.POST.get("action") != "invite":
            tills.take_away(request, self.business)
            return redirect("businesses:tills", pk=self.business.pk)
        form = InviteTillForm(request.POST, business=self.business)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        return self.render_to_response(self.get_context_data(invited=tills.invite(form, by=request.user)))
