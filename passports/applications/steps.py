"""The questions as one list. Order, views, back links, progress, the check page and what is kept all
follow from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from passport_site.scheme.models import Scheme
from passport_site.scheme.querysets import area_of

from .choices import Route
from .domain import ages, proof, territory
from .domain.answers import ANSWER_FIELDS
from .forms import card, caring, person, proving
from .forms.base import StepForm
from .models import Application

TOO_YOUNG, NEEDS_ADULT, NOT_YOUNG, OUTSIDE = "too-young", "needs-adult", "not-young", "outside"
YOU, THEM, CARD, END = _("About you"), _("The person you look after"), _("Your card"), _("Nearly done")


@dataclass
class Facts:
    """What decides which questions are asked. Reads the area of the postcode at most once."""

    application: Application
    scheme: Scheme
    today: date

    @cached_property
    def stage(self) -> str:
        """`adult` until the date of birth is known, except when an adult fills it in for a young carer."""
        born = self.application.date_of_birth
        if born is None:
            return ages.TEEN if self.theirs else ages.ADULT
        scheme = self.scheme
        return ages.stage_on(
            born, self.today, youngest=scheme.youngest_age, alone=scheme.alone_age, adult=scheme.adult_age
        )

    @property
    def theirs(self) -> bool:
        return self.application.for_someone_else

    @property
    def young(self) -> bool:
        return self.theirs or self.stage != ages.ADULT

    @cached_property
    def carer_inside(self) -> bool:
        return area_of(self.application.postcode) is not None

    @cached_property
    def their_inside(self) -> bool:
        return area_of(self.application.cared_for_postcode) is not None

    @property
    def has_address_to_prove(self) -> bool:
        """Not for somebody who signed in with the address: that took a code too."""
        return bool(proof.address_to_prove(self.application)) and not proof.is_signed_in_with(
            self.application
        )

    @property
    def home_matters(self) -> bool:
        known = bool(self.application.postcode)
        return known and territory.needs_their_home(
            rule=self.scheme.territory, carer_inside=self.carer_inside
        )

    @property
    def their_postcode_matters(self) -> bool:
        return bool(self.application.postcode) and territory.needs_their_postcode(
            rule=self.scheme.territory, carer_inside=self.carer_inside, lives=self.application.cared_for_lives
        )

    @property
    def outside(self) -> bool:
        """Whether, by all that is needed and known, nobody lives in the area."""
        application = self.application
        if not application.postcode or (self.home_matters and not application.cared_for_lives):
            return False
        if self.their_postcode_matters and not application.cared_for_postcode:
            return False
        return not territory.is_inside(
            rule=self.scheme.territory,
            carer_inside=self.carer_inside,
            lives=application.cared_for_lives,
            their_inside=self.their_inside,
        )


@dataclass(frozen=True)
class Step:
    """One page. `slug` is its address, `part` its place in the progress line, `applies` says for whom it
    is asked.
    """

    slug: str
    part: str | Promise
    form: type[StepForm]
    applies: Callable[[Facts], bool] = lambda facts: True


STEPS: tuple[Step, ...] = (
    Step("guardian", YOU, person.GuardianForm, lambda facts: facts.application.route == Route.GUARDIAN),
    Step(
        "professional",
        YOU,
        person.ProfessionalForm,
        lambda facts: facts.application.route == Route.PROFESSIONAL,
    ),
    Step(
        "confirm-adult", YOU, proving.ConfirmForm, lambda facts: facts.theirs and facts.has_address_to_prove
    ),
    Step("name", YOU, person.NameForm),
    Step("born", YOU, person.BornForm),
    Step("privacy", YOU, person.PrivacyForm, lambda facts: facts.young),
    Step("home", YOU, person.HomeForm),
    Step("relationship", THEM, caring.RelationshipForm),
    Step("person", THEM, caring.PersonForm, lambda facts: not facts.young or facts.home_matters),
    Step("their-postcode", THEM, caring.TheirPostcodeForm, lambda facts: facts.their_postcode_matters),
    Step("time", THEM, caring.TimeForm, lambda facts: not facts.young),
    Step("contact", YOU, person.ContactForm),
    Step("confirm", YOU, proving.ConfirmForm, lambda facts: not facts.theirs and facts.has_address_to_prove),
    Step("address", YOU, person.AddressForm),
    Step("adult", YOU, person.AdultForm, lambda facts: facts.young and not facts.theirs),
    Step("look", CARD, card.LookForm, lambda facts: facts.young),
    Step("photo", CARD, card.PhotoForm),
    Step("evidence", CARD, card.EvidenceForm, lambda facts: facts.application.route != Route.PROFESSIONAL),
    Step("proof", CARD, card.ProofForm, lambda facts: facts.application.route != Route.PROFESSIONAL),
    Step("news", END, caring.NewsForm, lambda facts: not facts.young),
    Step("agree", END, card.AgreeForm),
)
BY_SLUG = {step.slug: step for step in STEPS}


def steps_for(facts: Facts) -> list[Step]:
    """The pages of this application, in order."""
    return [step for step in STEPS if step.applies(facts)]


def open_steps(application: Application, scheme: Scheme, today: date) -> list[Step]:
    """The pages that have no answer yet."""
    facts = Facts(application, scheme, today)
    return [step for step in steps_for(facts) if not _is_answered(step, application, scheme)]


def _is_answered(step: Step, application: Application, scheme: Scheme) -> bool:
    done = step.slug in application.steps_done
    return done and step.form(application=application, scheme=scheme).is_complete


def stop_for(application: Application, scheme: Scheme, today: date) -> str:
    """Why it cannot go on as it is, or an empty text. Each has a page that says so kindly and what to do."""
    facts = Facts(application, scheme, today)
    if application.date_of_birth is not None:
        if facts.stage == ages.TOO_YOUNG:
            return TOO_YOUNG
        if facts.stage == ages.CHILD and not facts.theirs:
            return NEEDS_ADULT
        if facts.stage == ages.ADULT and facts.theirs:
            return NOT_YOUNG
    return OUTSIDE if facts.outside and not application.outside_area else ""


def part_of(step: Step, facts: Facts) -> str | Promise:
    """The step's place in words, for whoever fills it in."""
    if not facts.theirs:
        return step.part
    if step.slug in ("guardian", "professional", "confirm-adult"):
        return YOU
    return {YOU: _("The young carer"), THEM: _("The person they look after"), CARD: _("Their card")}.get(
        step.part, step.part
    )


def clear_unneeded(application: Application, scheme: Scheme, today: date) -> None:
    """Empties answers of questions that no longer apply (somebody corrected a date of birth): nothing
    unneeded is kept.
    """
    facts = Facts(application, scheme, today)
    asked = {
        name for step in steps_for(facts) for name in step.form(application=application, scheme=scheme).fields
    }
    asked |= {"guardian_relationship"} if facts.young else set()
    for name in ANSWER_FIELDS - asked:
        field = Application._meta.get_field(name)
        setattr(application, name, field.get_default())
    if application.route == Route.PROFESSIONAL:
        application.evidence_kind = "professional"
        application.evidence_words = f"{application.guardian_name}, {application.guardian_relationship}"
    if application.relationship == "child" and not facts.young:
        application.cared_for_age = "0-17"
