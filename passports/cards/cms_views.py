"""One passport on one screen, and the POST views behind its buttons. Each calls one service (pattern 15)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views import generic

from passport_site.accounts.cms import NamedPermissionMixin
from passport_site.core import audit
from passport_site.core.errors import RuleBroken

from . import services
from .cms_steps import STEPS, buttons
from .domain import numbers
from .domain.showing import what_to_show
from .forms import ContactForm, PhotoForm
from .history import history_of
from .models import Passport
from .photos import small_photo
from .services.photo import change_photo

OFFICER_PHOTO = (360, 462)
TEMPLATE = "cards/cms/passport.html"


def screen(passport: Passport) -> str:
    """The address of the passport's screen."""
    return reverse("cards_passports:inspect", args=[passport.pk])


class PassportView(generic.InspectView):
    """Who it is, the card, what was done to it, and the buttons. That it was opened is written down."""

    model = Passport
    any_permission_required = ["view"]
    page_title = gettext_lazy("Passport")

    def get_object(self, queryset=None):
        return get_object_or_404(Passport.objects.select_related("area", "user"), pk=self.pk)

    def get_page_subtitle(self) -> str:
        return self.object.name

    def get_edit_url(self):
        return None

    def get_delete_url(self):
        return None

    def get_context_data(self, **kwargs):
        passport, user = self.object, self.request.user
        audit.record("passport.seen", on=passport, by=user)
        cards = list(passport.cards.order_by("-pk"))
        newest = cards[0] if cards else None
        may_manage = user.has_perm("cards.manage_card")
        return {
            **super().get_context_data(**kwargs),
            "passport": passport,
            "card": newest,
            "number": numbers.display(newest.number) if newest else "",
            "wallets": newest.wallet_passes.with_copies().order_by("kind") if newest else [],
            "earlier": [(numbers.display(card.number), card) for card in cards[1:]],
            "showing": what_to_show(
                passport_status=passport.status,
                card_status=newest.status if newest else None,
                starts_on=passport.valid_from,
                valid_until=passport.valid_until,
                today=timezone.localdate(),
            ).value,
            "history": history_of(passport, cards),
            "steps": buttons(passport, newest, kwargs.get("bound")) if may_manage else [],
            "photo_form": kwargs.get("photo_form") or PhotoForm(prefix="photo"),
            "contact_form": kwargs.get("contact_form")
            or ContactForm(prefix="contact", initial=_known(passport)),
            "may_manage": may_manage,
        }


class _PassportAction(NamedPermissionMixin, View):
    """Common to the buttons: POST only, one passport, back to its screen."""

    model = Passport
    permission_required = "cards.manage_card"
    http_method_names = ["post"]

    def passport(self, pk: int) -> Passport:
        return get_object_or_404(Passport, pk=pk)

    def again(self, passport: Passport, **forms: Any) -> HttpResponse:
        """The screen once more with a form’s mistakes beside its fields."""
        if not self.request.user.has_perm("cards.view_passport"):
            raise PermissionDenied
        view = PassportView(model=Passport, template_name=TEMPLATE)
        view.index_url_name, view.header_icon = "cards_passports:index", "user"
        view.setup(self.request, pk=passport.pk)
        response = view.render_to_response(view.get_context_data(**forms))
        response.status_code = 422
        return response


class ContactView(_PassportAction):
    """A new address or number that somebody told us by phone."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        passport = self.passport(pk)
        form = ContactForm(request.POST, prefix="contact")
        if form.is_valid():
            try:
                services.change_contact(passport=passport, by=request.user, **form.cleaned_data)
            except RuleBroken as refusal:
                form.add_broken_rule(refusal)
        if form.errors:
            return self.again(passport, contact_form=form)
        messages.success(request, _("The address is changed."))
        return redirect(screen(passport))


class StepView(_PassportAction):
    """Lost, found, replace, stop, pause, resume, end, post."""

    def post(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        if verb not in STEPS:
            raise Http404
        passport = self.passport(pk)
        step = STEPS[verb]
        form = step["form"](request.POST, prefix=verb)
        if not form.is_valid():
            return self.again(passport, bound=(verb, form))
        try:
            step["do"](passport, form.cleaned_data.get("why", ""), request.user)
        except RuleBroken as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, str(step["done"]) % {"name": passport.name})
        return redirect(screen(passport))


class PhotoView(NamedPermissionMixin, View):
    """GET: the photo, small, for officers; that it was shown is written down. POST: a new photo."""

    model = Passport
    permission_required = "cards.view_passport"
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        passport = get_object_or_404(Passport, pk=pk)
        if not passport.photo:
            raise Http404
        try:
            picture = small_photo(passport.photo, OFFICER_PHOTO)
        except OSError:
            raise Http404 from None
        audit.record("passport.photo_seen", on=passport, by=request.user)
        response = FileResponse(picture, content_type="image/jpeg")
        response["Cache-Control"] = "private, no-store"
        return response


class ChangePhotoView(_PassportAction):
    """A photo that was taken at the desk or came by post."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        passport = self.passport(pk)
        form = PhotoForm(request.POST, request.FILES, prefix="photo")
        if not form.is_valid():
            return self.again(passport, photo_form=form)
        try:
            change_photo(passport=passport, uploaded=form.cleaned_data["photo"], by=request.user)
        except RuleBroken as refusal:
            form.add_error("photo", str(refusal))
            return self.again(passport, photo_form=form)
        messages.success(request, _("The photo is on the card."))
        return redirect(screen(passport))


def _known(passport: Passport) -> dict[str, str]:
    return {"address": passport.address, "postcode": passport.postcode, "phone": passport.phone}
