"""One application on one screen, and the POST views behind its buttons. Each calls one service."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views import generic

from passport_site.accounts.cms import NamedPermissionMixin
from passport_site.core import audit
from passport_site.core.errors import AlreadyDone, RuleBroken
from passport_site.scheme.models import EvidenceKind
from passport_site.scheme.querysets import current

from . import letter
from .domain.ages import age_on
from .domain.statuses import APPLICATION
from .forms.decisions import AddPhotoForm, AskForMoreForm, RefuseForm
from .models import Application
from .querysets import possible_duplicates
from .services.adults import waits_for_adult
from .services.applying import latest_consents
from .services.codes import standing_of
from .services.decisions import approve_application, ask_for_more, refuse_application
from .services.files import keep_photo
from .services.telling import is_known_owner


def _screen(application: Application) -> str:
    return reverse("applications_queue:inspect", args=[application.pk])


class ApplicationView(generic.InspectView):
    """Answers, photo, evidence, duplicates, history and decision. That it was opened is written down."""

    any_permission_required = ["view"]
    page_title = gettext_lazy("Application")

    def get_object(self, queryset=None):
        rows = Application.objects.submitted().select_related(
            "area", "decided_by", "user", "passport", "started_by", "assisted_by"
        )
        return get_object_or_404(rows, pk=self.pk)

    def get_page_subtitle(self) -> str:
        return f"{self.object.name}, {self.object.reference}"

    def get_edit_url(self):
        return None

    def get_delete_url(self):
        return None

    def get_context_data(self, **kwargs):
        application, user = self.object, self.request.user
        audit.record("application.seen", on=application, by=user)
        may_decide = user.has_perm("applications.decide_application")
        today = timezone.localdate()
        return {
            **super().get_context_data(**kwargs),
            "application": application,
            "age": age_on(application.date_of_birth, today),
            "young": application.is_young_on(today, current().adult_age),
            "waits_for_adult": waits_for_adult(application),
            "overdue": bool(
                application.due_on and application.status == "waiting" and application.due_on < today
            ),
            # The passport's photo is the same file; a better one there takes this one away.
            "has_photo": bool(application.photo) and application.photo.storage.exists(application.photo.name),
            "code": standing_of(application),
            "owner_known": is_known_owner(application),
            "is_own_work": application.assisted_by_id == user.pk,
            "evidence": list(application.evidence_files.all()),
            "evidence_word": dict(EvidenceKind.choices).get(application.evidence_kind, "–"),
            "may_see_evidence": user.has_perm("applications.view_evidence"),
            "duplicates": possible_duplicates(application),
            "wants_letter": may_decide and letter.is_wanted(application),
            "history": application.status_changes.select_related("by"),
            "consents": latest_consents(application).values(),
            "may_approve": may_decide and APPLICATION.allows("approve", application.status),
            "may_ask": may_decide and APPLICATION.allows("ask_for_more", application.status),
            "may_refuse": may_decide and APPLICATION.allows("refuse", application.status),
            "ask_form": kwargs.get("ask_form") or AskForMoreForm(prefix="ask"),
            "refuse_form": kwargs.get("refuse_form") or RefuseForm(prefix="refuse"),
            "photo_form": kwargs.get("photo_form") or AddPhotoForm(prefix="photo"),
        }


class _ApplicationAction(NamedPermissionMixin, View):
    """Common to the buttons: POST only, the application, back to its screen with what was typed when it is not good."""

    model = Application
    permission_required = "applications.decide_application"
    http_method_names = ["post"]

    def again(self, application: Application, **forms) -> HttpResponse:
        """The screen once more with a form's mistakes beside its fields, for who may read applications.

        The view is called past its own check, so the check stands here.
        """
        if not self.request.user.has_perm("applications.view_application"):
            raise PermissionDenied
        view = ApplicationView(model=Application, template_name="applications/cms/application.html")
        view.index_url_name, view.header_icon = "applications_queue:index", "form"
        view.setup(self.request, pk=str(application.pk))
        response = view.render_to_response(view.get_context_data(**forms))
        response.status_code = 422
        return response


class DecideView(_ApplicationAction):
    """Approve, ask for more, refuse."""

    def post(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        application = get_object_or_404(Application.objects.submitted(), pk=pk)
        act = {"approve": self._approve, "ask_for_more": self._ask, "refuse": self._refuse}.get(verb)
        if act is None:
            raise Http404
        try:
            return act(application)
        except AlreadyDone as done:
            messages.warning(request, str(done))
        except RuleBroken as problem:
            messages.error(request, str(problem))
        return redirect(_screen(application))

    def _approve(self, application: Application) -> HttpResponse:
        passport = approve_application(application=application, by=self.request.user)
        told = (
            _("They have a mail with the way to their card.")
            if passport.user_id
            else _("Print their card and post it.")
        )
        messages.success(
            self.request, _("%(name)s has a passport. %(told)s") % {"name": passport, "told": told}
        )
        return redirect("applications_queue:index")

    def _ask(self, application: Application) -> HttpResponse:
        form = AskForMoreForm(self.request.POST, prefix="ask")
        if not form.is_valid():
            return self.again(application, ask_form=form)
        ask_for_more(application=application, by=self.request.user, words=form.cleaned_data["words"])
        return self._told(application, _("We have asked %(name)s."))

    def _refuse(self, application: Application) -> HttpResponse:
        form = RefuseForm(self.request.POST, prefix="refuse")
        if not form.is_valid():
            return self.again(application, refuse_form=form)
        refuse_application(application=application, by=self.request.user, **form.cleaned_data)
        return self._told(application, _("We have told %(name)s, and how to ask for a second look."))

    def _told(self, application: Application, said: str) -> HttpResponse:
        """Says that a mail is on its way, or that it takes a letter."""
        if letter.is_wanted(application):
            messages.warning(
                self.request,
                _("%(name)s has no e-mail. Print the letter and post it.") % {"name": application.name},
            )
            return redirect(_screen(application))
        messages.success(self.request, said % {"name": application.name})
        return redirect("applications_queue:index")


class LetterView(_ApplicationAction):
    """The letter about it, for a carer without e-mail. Who printed it is written down."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        application = get_object_or_404(Application.objects.submitted(), pk=pk)
        try:
            content = letter.letter_pdf(application)
        except ValueError:
            messages.error(
                request, _("There is no letter to print. They read e-mail, or there is no address.")
            )
            return redirect(_screen(application))
        audit.record("application.letter_printed", on=application, by=request.user, about=application.status)
        response = HttpResponse(content, content_type="application/pdf")
        response["Content-Disposition"] = f'attachment; filename="letter-{application.reference}.pdf"'
        response["Cache-Control"] = "private, no-store"
        return response


class AddPhotoView(_ApplicationAction):
    """A photo that was taken at the desk or came by post."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        application = get_object_or_404(Application.objects.submitted(), pk=pk)
        form = AddPhotoForm(request.POST, request.FILES, prefix="photo")
        if not form.is_valid():
            return self.again(application, photo_form=form)
        try:
            keep_photo(application=application, uploaded=form.cleaned_data["photo"], by=request.user)
        except RuleBroken as problem:
            form.add_error("photo", str(problem))
            return self.again(application, photo_form=form)
        messages.success(request, _("The photo is with the application."))
        return redirect(_screen(application))
