"""One question a page. The list in steps.py says which; this only shows the form and hands the answers to
a service.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from passport_site.accounts.access import public
from passport_site.core.errors import RuleBroken
from passport_site.scheme.querysets import current as current_scheme

from .. import services, steps
from ..forms.base import StepForm
from ..models import Application
from . import proving
from .current import actor, current_draft, hold
from .typed_code import look_up

BEFORE_STOPS = ("guardian", "professional", "confirm-adult", "name", "born")
"""Questions that are asked before it is clear whether an adult has to take over."""


@public
@require_safe
def next_step(request: HttpRequest) -> HttpResponse:
    """Where the draft goes on: a stop, the first open question, or the check page."""
    application = current_draft(request)
    if application is None:
        return redirect("applications:come_back")
    hold(request, application)
    return redirect(next_address(application))


def next_address(application: Application) -> str:
    """The page that the carer sees next."""
    scheme, today = current_scheme(), timezone.localdate()
    stop = steps.stop_for(application, scheme, today)
    if stop:
        return reverse("applications:stop", args=[stop])
    todo = steps.open_steps(application, scheme, today)
    return reverse("applications:step", args=[todo[0].slug]) if todo else reverse("applications:check")


@public
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, slug: str) -> HttpResponse:
    """Shows one question of this session's draft, or stores its answer. Nobody else's draft can be named."""
    if slug not in steps.BY_SLUG:
        raise Http404
    application = current_draft(request)
    if application is None:
        return redirect("applications:come_back")
    page = Page(request, application, steps.BY_SLUG[slug])
    if not page.may_be_shown or page.stopped:
        return redirect(next_address(application))
    if request.method == "POST":
        return page.store()
    return page.show(page.form())


class Page:
    """One question for one draft: where it stands among the others, its form, and what happens when it is
    sent.
    """

    def __init__(self, request: HttpRequest, application: Application, this: steps.Step):
        self.request, self.application, self.step = request, application, this
        self.scheme = current_scheme()
        self.facts = steps.Facts(application, self.scheme, timezone.localdate())
        self.all = steps.steps_for(self.facts)

    @property
    def may_be_shown(self) -> bool:
        """It applies, and every question before it has its answer."""
        if self.step not in self.all:
            return False
        todo = steps.open_steps(self.application, self.scheme, self.facts.today)
        return not todo or self.all.index(self.step) <= self.all.index(todo[0])

    @property
    def stopped(self) -> bool:
        """Nothing more is asked of a child before an adult takes over; what came before can be corrected."""
        stop = steps.stop_for(self.application, self.scheme, self.facts.today)
        return (
            stop in (steps.TOO_YOUNG, steps.NEEDS_ADULT, steps.NOT_YOUNG)
            and self.step.slug not in BEFORE_STOPS
        )

    def form(self, data: Any = None, files: Any = None) -> StepForm:
        return self.step.form(data, files, application=self.application, scheme=self.scheme)

    def show(self, form: StepForm, status: int = 200) -> HttpResponse:
        number = self.all.index(self.step)
        back = (
            reverse("applications:step", args=[self.all[number - 1].slug])
            if number
            else reverse("applications:start") + "?new"
        )
        context = {
            "form": form,
            "step": self.step,
            "application": self.application,
            "number": number + 1,
            "total": len(self.all) + 1,
            "part": steps.part_of(self.step, self.facts),
            "back": back,
            "young": self.facts.young,
            "theirs": self.facts.theirs,
            **TOLD.get(self.step.slug, nothing)(self),
        }
        special = f"applications/steps/{self.step.slug}.html"
        return render(self.request, [special, "applications/step.html"], context, status=status)

    def store(self) -> HttpResponse:
        request, action = self.request, self.request.POST.get("action", "")
        quick = QUICK.get((self.step.slug, action.split("-")[0]))
        if quick:
            return quick(self, action)
        form = self.form(request.POST, request.FILES)
        valid = form.is_valid()
        done = None
        if valid:
            try:
                done = SAVERS.get(self.step.slug, save_plain)(self, form)
            except RuleBroken as broken:
                form.add_broken_rule(broken)
                valid = False
        if action == "later":
            return redirect("applications:save")
        if not valid:
            return self.show(form, status=422)
        return done or redirect(next_address(self.application))

    def save(self, form: StepForm, *, done: bool = True) -> None:
        services.save_answers(
            application=self.application,
            step=self.step.slug if done else "",
            answers=form.answers(),
            language=get_language() or "en",
            by=actor(self.request),
        )

    def again(self) -> HttpResponse:
        return redirect("applications:step", slug=self.step.slug)


def save_plain(page: Page, form: StepForm) -> None:
    page.save(form)


def save_photo(page: Page, form: StepForm) -> HttpResponse | None:
    """A new photo is shown first; the next press on the button goes on."""
    upload = form.cleaned_data.get("upload")
    if form.cleaned_data["photo_way"] != "upload":
        page.save(form)
        return None
    if upload:
        try:
            services.keep_photo(
                application=page.application,
                uploaded=upload,
                position=position_of(page.request),
                by=actor(page.request),
            )
        except RuleBroken as broken:
            raise RuleBroken(broken.sentence, field="upload", code=broken.code) from None
    page.save(form, done=not upload)
    return page.again() if upload else None


def position_of(request: HttpRequest) -> float | None:
    """Where the carer moved the square to, 0 to 1; None when they did not (or have no JavaScript)."""
    typed = request.POST.get("position", "")
    return (
        int(typed) / 100
        if typed.isascii() and typed.isdecimal() and len(typed) <= 3 and int(typed) <= 100
        else None
    )


def save_proof(page: Page, form: StepForm) -> HttpResponse | None:
    """Keeps every file that is good and says which was not."""
    action = page.request.POST.get("action", "")
    before = page.application.evidence_code
    problems = keep_files(page, form)
    page.save(form, done=False)
    look_up(page.request, page.application, before=before)
    if problems:
        raise RuleBroken(" ".join(problems), field="files")
    if action == "add":
        return page.again()
    needs_file = page.application.evidence_kind == "benefit" and not page.application.evidence_by_post
    if needs_file and not page.application.evidence_files.exists():
        raise RuleBroken(form.fields["files"].error_messages["missing_letter"], field="files")
    page.save(form)
    return None


def keep_files(page: Page, form: StepForm) -> list[str]:
    """Stores the files one by one. Returns a sentence for each that we cannot use, with its name."""
    problems = []
    for file in form.cleaned_data.get("files") or []:
        try:
            services.add_evidence(application=page.application, uploaded=file, by=actor(page.request))
        except RuleBroken as broken:
            problems.append(f"{file.name[:60]}: {broken}")
    return problems


def save_agree(page: Page, form: StepForm) -> None:
    services.remember_consents(application=page.application, given=form.given(), by=actor(page.request))
    page.save(form)


def turn(page: Page, action: str) -> HttpResponse:
    if page.application.photo:
        services.turn_photo(application=page.application, by=actor(page.request))
    return page.again()


def remove(page: Page, action: str) -> HttpResponse:
    number = action.partition("-")[2]
    if number.isdecimal() and len(number) < 19:
        services.remove_evidence(application=page.application, pk=int(number), by=actor(page.request))
    return page.again()


def nothing(page: Page) -> dict[str, Any]:
    return {}


TOLD = {"confirm": proving.told, "confirm-adult": proving.told}
"""What a page shows beside its form."""
SAVERS = {
    "guardian": proving.save_and_send,
    "professional": proving.save_and_send,
    "contact": proving.save_and_send,
    "confirm": proving.confirm,
    "confirm-adult": proving.confirm,
    "photo": save_photo,
    "proof": save_proof,
    "agree": save_agree,
}
QUICK = {
    ("confirm", "again"): proving.send_again,
    ("confirm-adult", "again"): proving.send_again,
    ("photo", "turn"): turn,
    ("proof", "remove"): remove,
}
