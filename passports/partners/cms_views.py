"""Other schemes in the CMS: our own key to give away, a new one to trust, and one screen each."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from passport_site.accounts.cms import NamedPermissionMixin
from passport_site.core.errors import RuleBroken
from passports.cards.domain import trust

from . import services
from .domain.states import State, state_of
from .forms import KeyForm, SuspendForm, TermsForm, TrustForm
from .models import PartnerScheme, Trouble
from .ours import ours
from .ring import schemes
from .visits_panel import panels_for


def state(partner: PartnerScheme) -> State:
    """How it stands now."""
    now = timezone.now()
    return state_of(
        suspended=partner.suspended_at is not None,
        first=partner.trusted_from,
        last=partner.trusted_until,
        issued=partner.issued_at,
        now=now,
        today=timezone.localdate(now),
    )


class _Screen(NamedPermissionMixin, WagtailAdminTemplateMixin, TemplateView):
    model = PartnerScheme
    permission_required = "partners.trust_partner"
    header_icon = "globe"

    def get_breadcrumbs_items(self):
        first = {"url": reverse("partners:index"), "label": _("Other schemes")}
        return [*super().get_breadcrumbs_items(), first, {"url": "", "label": self.get_page_subtitle()}]


class AddView(_Screen):
    """Trusts a scheme when the fingerprint that was heard is that of the key that was pasted."""

    template_name = "partners/cms/add.html"
    page_title = gettext_lazy("Trust another scheme")

    def get_page_subtitle(self) -> str:
        return ""

    def get_breadcrumbs_items(self):
        *before, _last = super().get_breadcrumbs_items()
        return [*before, {"url": "", "label": _("Trust another scheme")}]

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "form": kwargs.get("form") or TrustForm(),
            "ours": ours(),
        }

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = TrustForm(request.POST)
        if form.is_valid():
            try:
                partner = services.trust_partner(by=request.user, **form.cleaned_data)
            except RuleBroken as broken:
                form.add_broken_rule(broken)
            else:
                _say_what_came(request, services.refresh_partner(partner=partner))
                return redirect("partners:inspect", pk=partner.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class PartnerView(_Screen):
    """One scheme: how it stands, its key, and what may be done. POST does it."""

    permission_required = "partners.view_partnerscheme"
    template_name = "partners/cms/partner.html"
    page_title = gettext_lazy("Other scheme")

    @cached_property
    def partner(self) -> PartnerScheme:
        """Read when first needed, which is after the permission."""
        return get_object_or_404(PartnerScheme, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.partner.name

    def get_context_data(self, **kwargs):
        partner, user = self.partner, self.request.user
        found = next((one for one in schemes() if one.id == partner.pk), None)
        return {
            **super().get_context_data(**kwargs),
            "partner": partner,
            "state": state(partner),
            "trouble": Trouble(partner.trouble).label if partner.trouble else "",
            "fingerprint": trust.fingerprint(partner.root_key),
            "takes_ours": found.takes_ours(timezone.localdate()) if found else None,
            "may_trust": user.has_perm("partners.trust_partner"),
            "terms": kwargs.get("terms") or TermsForm(initial=_terms_of(partner), prefix="terms"),
            "key": kwargs.get("key") or KeyForm(prefix="key"),
            "suspend": kwargs.get("suspend") or SuspendForm(prefix="suspend"),
            "panels": panels_for(self.request, partner),
        }


class ActionView(PartnerView):
    """The buttons of the screen. POST only."""

    permission_required = "partners.trust_partner"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        wrong = getattr(self, f"do_{verb}")()
        if wrong:
            return self.render_to_response(self.get_context_data(**wrong), status=422)
        return redirect("partners:inspect", pk=pk)

    def do_refresh(self) -> None:
        _say_what_came(self.request, services.refresh_partner(partner=self.partner))

    def do_forget(self) -> None:
        services.forget_list(partner=self.partner, by=self.request.user)
        partner = PartnerScheme.objects.get(pk=self.partner.pk)
        _say_what_came(self.request, services.refresh_partner(partner=partner))

    def do_resume(self) -> None:
        services.resume_partner(partner=self.partner, by=self.request.user)
        messages.success(self.request, _("Their cards are taken again."))

    def do_suspend(self) -> dict[str, Any] | None:
        form = SuspendForm(self.request.POST, prefix="suspend")
        if not form.is_valid():
            return {"suspend": form}
        services.suspend_partner(partner=self.partner, by=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("Their cards are refused from now on."))
        return None

    def do_terms(self) -> dict[str, Any] | None:
        return self._save(TermsForm, "terms", services.change_partner, _("The changes are saved."))

    def do_key(self) -> dict[str, Any] | None:
        wrong = self._save(KeyForm, "key", services.replace_key, _("The new key is in use."))
        if not wrong:
            _say_what_came(
                self.request,
                services.refresh_partner(partner=PartnerScheme.objects.get(pk=self.partner.pk)),
            )
        return wrong

    def _save(self, form_class: type, name: str, service: Any, done: str) -> dict[str, Any] | None:
        form = form_class(self.request.POST, prefix=name)
        if form.is_valid():
            try:
                service(partner=self.partner, by=self.request.user, **form.cleaned_data)
            except RuleBroken as broken:
                form.add_broken_rule(broken)
        if form.errors:
            return {name: form}
        messages.success(self.request, done)
        return None


def _terms_of(partner: PartnerScheme) -> dict[str, Any]:
    return {
        "name_en": partner.name_en,
        "name_cy": partner.name_cy,
        "trusted_from": partner.trusted_from,
        "trusted_until": partner.trusted_until,
        "areas": list(partner.areas.all()),
    }


def _say_what_came(request: HttpRequest, came: services.Refreshed) -> None:
    if came.trouble:
        messages.warning(request, Trouble(came.trouble).label)
    else:
        messages.success(request, _("We have their newest list."))
