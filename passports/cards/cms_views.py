"""One passport on one screen, and the POST views behind its buttons. Each calls one service (pattern 15)."""

from __future__ import annotations

from typing import Any

from django import forms
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
from .domain import numbers, periods
from .domain.showing import what_to_show
from .domain.statuses import CARD, PASSPORT
from .forms import ContactForm, NoteForm, PhotoForm, WhyForm
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
            "earlier": [(numbers.display(card.number), card) for card in cards[1:]],
            "showing": what_to_show(
                passport_status=passport.status,
                card_status=newest.status if newest else None,
                starts_on=passport.valid_from,
                valid_until=passport.valid_until,
                today=timezone.localdate(),
            ).value,
            "history": history_of(passport, cards),
            "steps": _steps(passport, newest, kwargs.get("bound")) if may_manage else [],
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


def _newest(passport: Passport):
    card = passport.cards.newest()
    if card is None:
        raise RuleBroken(_("This passport has no card."), code="no_card")
    card.passport = passport
    return card


def _step(
    text: Any, help: Any, done: Any, do: Any, *, form: type[forms.Form] = forms.Form, strong: bool = False
) -> dict[str, Any]:
    return {"text": text, "help": help, "done": done, "do": do, "form": form, "strong": strong}


def _replace(passport: Passport, why: str, by: Any) -> None:
    """A card that was stopped for good is followed by a new one without a step in between."""
    card = _newest(passport)
    if CARD.allows("replace", card.status):
        services.replace_card(card=card, by=by, why=why)
    else:
        services.issue_card(passport=passport, by=by)


STEPS: dict[str, dict[str, Any]] = {
    "report_lost": _step(
        gettext_lazy("Reported lost"),
        gettext_lazy("Stops the card at once. It can be found again."),
        gettext_lazy("The card of %(name)s is stopped."),
        lambda passport, why, by: services.report_lost(card=_newest(passport), by=by, why=why),
        form=NoteForm,
    ),
    "found_again": _step(
        gettext_lazy("Found again"),
        gettext_lazy("The same card works again."),
        gettext_lazy("The card of %(name)s works again."),
        lambda passport, why, by: services.found_again(card=_newest(passport), by=by),
    ),
    "replace": _step(
        gettext_lazy("New card"),
        gettext_lazy("A new number and code. The old card never works again."),
        gettext_lazy("%(name)s has a new card."),
        _replace,
        form=NoteForm,
    ),
    "renew": _step(
        gettext_lazy("Renew"),
        gettext_lazy("The same card, a later last day. They are told, and paper is printed again."),
        gettext_lazy("The passport of %(name)s is renewed."),
        lambda passport, why, by: services.renew_passport(passport=passport, by=by),
    ),
    "post": _step(
        gettext_lazy("Post the card"),
        gettext_lazy("Puts a letter with the card on the print list."),
        gettext_lazy("The card of %(name)s is on the print list."),
        lambda passport, why, by: services.ask_for_post(card=_newest(passport), by=by),
    ),
    "revoke": _step(
        gettext_lazy("Stop the card for good"),
        gettext_lazy("For misuse or a mistake. The passport stays; a new card can follow."),
        gettext_lazy("The card of %(name)s is stopped for good."),
        lambda passport, why, by: services.revoke_card(card=_newest(passport), by=by, why=why),
        form=WhyForm,
        strong=True,
    ),
    "suspend": _step(
        gettext_lazy("Pause the passport"),
        gettext_lazy("The card is refused until you resume it."),
        gettext_lazy("The passport of %(name)s is paused."),
        lambda passport, why, by: services.suspend_passport(passport=passport, by=by, why=why),
        form=WhyForm,
        strong=True,
    ),
    "resume": _step(
        gettext_lazy("Resume the passport"),
        gettext_lazy("The same card works again."),
        gettext_lazy("The passport of %(name)s is active again."),
        lambda passport, why, by: services.resume_passport(passport=passport, by=by, why=why),
    ),
    "end": _step(
        gettext_lazy("End the passport"),
        gettext_lazy("Caring has ended, or they moved away. There is no way back; they may apply again."),
        gettext_lazy("The passport of %(name)s has ended."),
        lambda passport, why, by: services.end_passport(passport=passport, by=by, why=why),
        form=WhyForm,
        strong=True,
    ),
}


def _steps(passport: Passport, card: Any, bound: tuple[str, forms.Form] | None) -> list[dict[str, Any]]:
    """The buttons that make sense now, each with its form; `bound` is the one with a mistake."""
    return [
        {
            **step,
            "verb": verb,
            "filled": bound[1] if bound and bound[0] == verb else step["form"](prefix=verb),
        }
        for verb, step in STEPS.items()
        if _makes_sense(verb, passport, card)
    ]


def _makes_sense(verb: str, passport: Passport, card: Any) -> bool:
    if verb in ("suspend", "resume", "end"):
        return PASSPORT.allows(verb, passport.status)
    if verb == "renew":
        return passport.status == "active" and periods.time_to_renew(
            passport.valid_until, timezone.localdate()
        )
    running = passport.status == "active" and passport.valid_until >= timezone.localdate()
    if card is None or not running:
        return False
    if verb == "post":
        return card.status == "active" and card.print_asked_at is None and bool(passport.address)
    if verb == "replace":
        return card.status != "replaced"
    return CARD.allows(verb, card.status)
