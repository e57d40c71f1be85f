"""The codes of one offer in the CMS."""

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

from . import code_pages
from .forms import CodesForm
from .models import How, Offer


class CodesView(NamedPermissionMixin, WagtailAdminTemplateMixin, TemplateView):
    """GET shows how many are left; POST adds a list, or decides on codes that were given back."""

    model = Offer
    permission_required = "offers.change_offer"
    template_name = "members/cms/codes.html"
    page_title = gettext_lazy("Codes")
    header_icon = "key"

    @cached_property
    def offer(self) -> Offer:
        """Read when first needed, which is after the permission."""
        return get_object_or_404(Offer.objects.select_related("business"), pk=self.kwargs["pk"], how=How.CODE)

    def get_page_subtitle(self) -> str:
        return self.offer.title

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("offers:index"), "label": _("Offers")},
            {"url": reverse("offers:edit", args=[quote(self.offer.pk)]), "label": self.offer.title},
            {"url": "", "label": _("Codes")},
        ]

    def get_context_data(self, **kwargs):
        page = code_pages.page_of(self.offer, form=kwargs.get("form"), added=kwargs.get("added"))
        return {**super().get_context_data(**kwargs), **page}

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.POST.get("action") in ("put_back", "take_out"):
            code_pages.decide_back(request, self.offer)
            return redirect("offers:codes", pk=self.offer.pk)
        form = CodesForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        return self.render_to_response(
            self.get_context_data(added=code_pages.add(form, self.offer, by=request.user))
        )
