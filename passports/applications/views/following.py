"""After sending: what became of it, answering what we asked, changing a consent, taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from passport_site.accounts.access import carer
from passport_site.core.errors import RuleBroken
from passport_site.scheme.querysets import current as current_scheme

from .. import services, steps
from ..choices import HISTORY_WORDS
from ..domain import consents, statuses
from ..forms.card import AnswerForm
from ..forms.person import AdultForm
from ..models import Application
from ..services.applying import latest_consents
from ..services.sending import promised_day

TONES = {
    statuses.DRAFT: "off",
    statuses.WAITING: "info",
    statuses.MORE_NEEDED: "warn",
    statuses.APPROVED: "good",
    statuses.REFUSED: "bad",
    statuses.WITHDRAWN: "off",
}

KEPT = (statuses.WAITING, statuses.MORE_NEEDED, statuses.APPROVED)
"""While it is one of these, the consents that came with it count."""


def overview(request: HttpRequest) -> HttpResponse | None:
    """/apply/ for somebody who is signed in: their application, or a list when there are several. None
    without any.
    """
    found = list(Application.objects.reachable_by(request.user).select_related("area"))
    own = [one for one in found if one.user_id == request.user.pk]
    rest = [one for one in found if one.user_id != request.user.pk and one.status != statuses.WITHDRAWN]
    shown = own[:1] + rest
    if not shown and Application.objects.waiting_for(request.user).exists():
        return redirect("applications:for_you")
    if len(shown) < 2:
        return _show(request, shown[0]) if shown else None
    rows = [{"application": one, "tone": TONES[one.status]} for one in shown]
    return render(request, "applications/overview.html", {"rows": rows})


@carer
@require_safe
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """One of the person's own applications, or one that they fill in for a young carer."""
    return _show(request, _own(request, pk))


def _own(request: HttpRequest, pk: int) -> Application:
    return get_object_or_404(Application.objects.reachable_by(request.user).select_related("area"), pk=pk)


def _show(
    request: HttpRequest, application: Application, form: AnswerForm | None = None, **more
) -> HttpResponse:
    scheme, today = current_scheme(), timezone.localdate()
    asked = application.status_changes.filter(verb="ask_for_more").last()
    given = latest_consents(application)
    young = application.is_young_on(today, scheme.adult_age)
    context = {
        "application": application,
        "tone": TONES[application.status],
        "answer_by": promised_day(application),
        "asked": asked,
        "form": form or AnswerForm(application=application, scheme=scheme),
        "todo": len(steps.open_steps(application, scheme, today))
        if application.status == statuses.DRAFT
        else 0,
        "waits_for_adult": application.submitted_at is not None and services.waits_for_adult(application),
        "consents": [
            {"question": question, "given": given[question.purpose].given}
            for question in consents.asked_of(young=young)
            if not question.needed and question.purpose in given and application.status in KEPT
        ],
        "history": [
            {"words": HISTORY_WORDS[change.verb], "at": change.created_at}
            for change in application.status_changes.all()
            if change.verb in HISTORY_WORDS
        ],
        "late": application.due_on is not None and application.due_on < today,
        "theirs": application.started_by_id == request.user.pk,
        "young": young,
        **more,
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "applications/status.html", context, status=status)


@carer
@require_http_methods(["POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Words and files in answer to what we asked."""
    application = _own(request, pk)
    form = AnswerForm(request.POST, request.FILES, application=application, scheme=current_scheme())
    if form.is_valid():
        data = form.cleaned_data
        try:
            services.answer_request(
                application=application, words=data["words"], files=data["files"], by=request.user
            )
        except RuleBroken as broken:
            form.add_broken_rule(broken)
        else:
            messages.success(request, _("Thank you. We have your answer and go on from here."))
            return redirect("applications:mine", pk=pk)
    return _show(request, application, form)


@carer
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then takes the application back."""
    application = _own(request, pk)
    if request.method == "POST":
        try:
            services.withdraw_application(application=application, by=request.user)
        except RuleBroken as broken:
            messages.error(request, str(broken))
        else:
            messages.success(request, _("We have taken it back. You can apply again whenever you like."))
        return redirect("applications:mine", pk=pk)
    if application.status not in statuses.OPEN:
        return redirect("applications:mine", pk=pk)
    return render(request, "applications/withdraw.html", {"application": application})


@carer
@require_POST
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """One consent given or withdrawn in one step."""
    try:
        services.change_consent(
            application=_own(request, pk),
            purpose=request.POST.get("purpose", ""),
            given=request.POST.get("given") == "yes",
            by=request.user,
        )
    except RuleBroken as broken:
        messages.error(request, str(broken))
    else:
        messages.success(request, _("We have noted that."))
    return redirect("applications:mine", pk=pk)


@carer
@require_http_methods(["GET", "POST"])
def another_adult(request: HttpRequest, pk: int) -> HttpResponse:
    """A young carer names another adult, or the same one again: a new link goes out and the old one stops."""
    application = _own(request, pk)
    if (
        application.for_someone_else
        or application.submitted_at is None
        or not services.waits_for_adult(application)
    ):
        return redirect("applications:mine", pk=pk)
    form = AdultForm(request.POST or None, application=application, scheme=current_scheme())
    if request.method == "POST" and form.is_valid():
        try:
            services.name_adult(application=application, by=request.user, **form.answers())
        except RuleBroken as broken:
            form.add_broken_rule(broken)
        else:
            messages.success(request, _("We have sent a link to the adult."))
            return redirect("applications:mine", pk=pk)
    context = {"form": form, "application": application}
    return render(request, "applications/another_adult.html", context, status=422 if form.errors else 200)
