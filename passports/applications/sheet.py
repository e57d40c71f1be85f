"""All questions of an assisted application on one page: the same steps and forms as on the carer's pages.

Which sections there are follows from the answers so far, as on the pages: a date of birth or a postcode may
bring new ones, further down. Each good section is stored at once, so a call that breaks off loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property

from passport_site.core.errors import RuleBroken
from passport_site.scheme.querysets import current

from . import services, steps
from .forms.assisting import HeardForm, PaperForm
from .forms.base import StepForm
from .models import Application

UNTIL_BORN = ("guardian", "professional", "name", "born")
"""Asked before it is clear whether an adult has to take over (views/step.py)."""
NEEDS_FIRST = {"proof": "evidence", "their-postcode": "home"}
"""Sections whose words follow from an earlier answer: shown once that one is there."""


@dataclass
class Section:
    step: steps.Step
    part: Any
    form: StepForm
    done: bool

    @property
    def title(self) -> Any:
        return "" if self.form.heading else self.form.title


class Sheet:
    """One draft and what an officer sent for it. `read` stores what is good; `sections` are what to show."""

    def __init__(self, application: Application, *, by: Any) -> None:
        self.application, self.by = application, by
        self.scheme, self.today = current(), timezone.localdate()
        self.sections: list[Section] = []
        self.paper = PaperForm(prefix="desk", initial={"paper_seen": application.paper_seen})
        self.heard = HeardForm(prefix="desk", application=application)
        self.sending = False

    @property
    def stop(self) -> str:
        """Why it cannot go on as it is, or an empty text (steps.stop_for)."""
        return steps.stop_for(self.application, self.scheme, self.today)

    @property
    def at_desk(self) -> bool:
        return self.application.assisted_how == "desk"

    def show(self) -> Sheet:
        """The sections with the stored answers in them."""
        self.sections = [self._section(step, self._form(step)) for step in self._walk()]
        return self

    def read(self, data: Any, files: Any, *, sending: bool) -> bool:
        """Stores each section that is good. False when something has to be said about one.

        While it is only saved, an untouched section is left alone; to send, every question has to have its answer.
        """
        self.sending = sending
        asked = set(data.getlist("asked"))
        if self.at_desk:
            self._read_paper(data)
        for step in self._walk():
            form = self._form(step)
            if step.slug in asked:
                typed = self._form(step, data, files)
                if sending or typed.has_changed():
                    form = typed
                    self._store(step, typed)
            self.sections.append(self._section(step, form))
        self.heard = HeardForm(data if sending else None, prefix="desk", application=self.application)
        return not any(section.form.errors for section in self.sections) and not self.paper.errors

    @cached_property
    def is_ready(self) -> bool:
        """After `read` to send: nothing is open, and the officer has said what only they can say."""
        heard = self.heard.is_valid()
        return heard and not self.stop and not steps.open_steps(self.application, self.scheme, self.today)

    def _walk(self) -> Iterator[steps.Step]:
        """The steps that apply, each decided when the ones before it have been stored."""
        for step in steps.STEPS:
            facts = self._facts()
            needed = NEEDS_FIRST.get(step.slug)
            if step not in steps.steps_for(facts) or (needed and needed not in self.application.steps_done):
                continue
            if step.slug not in UNTIL_BORN and self.stop in (
                steps.TOO_YOUNG, steps.NEEDS_ADULT, steps.NOT_YOUNG,
            ):  # fmt: skip
                return
            yield step

    def _facts(self) -> steps.Facts:
        return steps.Facts(self.application, self.scheme, self.today)

    def _form(self, step: steps.Step, data: Any = None, files: Any = None) -> StepForm:
        return step.form(data, files, application=self.application, scheme=self.scheme, prefix=step.slug)

    def _section(self, step: steps.Step, form: StepForm) -> Section:
        done = step.slug in self.application.steps_done and form.is_complete
        return Section(step, steps.part_of(step, self._facts()), form, done)

    def _read_paper(self, data: Any) -> None:
        self.paper = PaperForm(data, prefix="desk")
        if self.paper.is_valid():
            words = self.paper.cleaned_data["paper_seen"]
            services.note_paper(application=self.application, words=words, by=self.by)

    def _store(self, step: steps.Step, form: StepForm) -> None:
        if not form.is_valid():
            return
        try:
            STORES.get(step.slug, _store_nothing_more)(self, form)
            self._save(step.slug, form)
        except RuleBroken as broken:
            form.add_broken_rule(broken)

    def _save(self, slug: str, form: StepForm) -> None:
        services.save_answers(application=self.application, step=slug, answers=form.answers(), by=self.by)


def _store_nothing_more(sheet: Sheet, form: StepForm) -> None:
    """The answers are all there is."""


def _store_photo(sheet: Sheet, form: StepForm) -> None:
    upload = form.cleaned_data.get("upload")
    if upload and form.cleaned_data["photo_way"] == "upload":
        try:
            services.keep_photo(application=sheet.application, uploaded=upload, by=sheet.by)
        except RuleBroken as broken:
            raise RuleBroken(broken.sentence, field="upload", code=broken.code) from None


def _store_proof(sheet: Sheet, form: StepForm) -> None:
    """As on the carer's page, but a letter that the officer has seen needs no copy."""
    application = sheet.application
    for file in form.cleaned_data.get("files") or []:
        try:
            services.add_evidence(application=application, uploaded=file, by=sheet.by)
        except RuleBroken as broken:
            raise RuleBroken(f"{file.name[:60]}: {broken}", field="files") from None
    shown = form.cleaned_data.get("evidence_by_post") or application.paper_seen
    if application.evidence_kind == "benefit" and not shown and not application.evidence_files.exists():
        raise RuleBroken(form.fields["files"].error_messages["missing_letter"], field="files")


def _store_agree(sheet: Sheet, form: StepForm) -> None:
    services.remember_consents(application=sheet.application, given=form.given(), by=sheet.by)


STORES: dict[str, Callable[[Sheet, StepForm], None]] = {
    "photo": _store_photo,
    "proof": _store_proof,
    "agree": _store_agree,
}
