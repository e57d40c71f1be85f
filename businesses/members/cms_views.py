"""The tills of one business in the CMS: what is enrolled, a new invitation, taking one off."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from passport_site.accounts.cms import NamedPermissionMixin
from passport_site.core import mail
from passport_site.core.errors import RuleBroken
from passports.cards.public import qr_svg

from .forms import InviteTillForm
from .models import Business, Device, Enrolment
from .services import create_enrolment, revoke_device, revoke_enrolment


class TillsView(NamedPermissionMixin, WagtailAdminTemplateMixin, TemplateView):
    """GET lists; POST invites, takes back or takes off. The new code is in the answer to the POST and never again."""

    model = Business
    permission_required = "members.enrol_device"
    template_name = "members/cms/tills.html"
    page_title = gettext_lazy("Tills")
    header_icon = "mobile-alt"

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.business = get_object_or_404(Business, pk=unquote(str(kwargs["pk"])))

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
            "devices": Device.objects.filter(branch__business=self.business).select_related("branch"),
            "invitations": Enrolment.objects.filter(
                branch__business=self.business, used_at=None, revoked_at=None
            ).select_related("branch"),
        }

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        action = request.POST.get("action")
        if action == "invite":
            return self._invite(request)
        try:
            if action == "take_off":
                row = get_object_or_404(Device, pk=request.POST.get("row"), branch__business=self.business)
                revoke_device(device=row, by=request.user)
                messages.success(request, _("%(till)s can no longer check cards.") % {"till": row.name})
            elif action == "take_back":
                row = get_object_or_404(Enrolment, pk=request.POST.get("row"), branch__business=self.business)
                revoke_enrolment(enrolment=row, by=request.user)
                messages.success(request, _("The invitation no longer works."))
        except RuleBroken as problem:
            messages.error(request, str(problem))
        return redirect("businesses:tills", pk=quote(self.business.pk))

    def _invite(self, request: HttpRequest) -> HttpResponse:
        form = InviteTillForm(request.POST, business=self.business)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        enrolment, code = create_enrolment(
            branch=form.cleaned_data["branch"], name=form.cleaned_data["name"], by=request.user
        )
        # The code travels in the fragment: no server and no proxy writes it into a log (quality bar 3).
        address = f"{mail.absolute(reverse('redemptions:enrol'))}#{code}"
        invited = {
            "enrolment": enrolment,
            "code": code,
            "address": address,
            "qr": SafeString(qr_svg(address)),
        }
        return self.render_to_response(self.get_context_data(invited=invited))
