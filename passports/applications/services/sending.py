"""Sending an application: everything needed is there, what is not needed is cleared, the wait begins."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from passport_site.accounts.services import account_for
from passport_site.core import mail
from passport_site.core.errors import RuleBroken
from passport_site.scheme.models import Area, Scheme
from passport_site.scheme.querysets import current

from .. import steps
from ..domain import consents, proof, working_days
from ..models import Application, EqualityAnswer
from .adults import invite_adult
from .applying import latest_consents, remember_consents
from .claiming import open_accounts
from .codes import count_use
from .files import drop_unneeded_files
from .statuses import move
from .telling import tell


def submit_application(*, application: Application, by: object = None) -> Application:
    """Sends the draft. RuleBroken when a question is open, an adult has to start it, or the terms were
    not agreed to.

    A 14 to 17 year old's application goes to `waiting` at once, so that the promised day counts from
    today and an assessor can help; it is flagged “no adult has agreed yet” and cannot be approved before
    (`check_adult_agreed`).
    """
    try:
        with transaction.atomic():
            return _send(application, by)
    except IntegrityError:
        # applications_one_open_per_user: the account got another open application since we looked. This time we
        # see it, and the application goes without an account, as for any address that has one.
        with transaction.atomic():
            return _send(application, by)


def _send(application: Application, by: object) -> Application:
    application = Application.objects.select_for_update().get(pk=application.pk)
    scheme, today = current(), timezone.localdate()
    _check_complete(application, scheme, today)
    steps.clear_unneeded(application, scheme, today)
    drop_unneeded_files(application)
    young = application.is_young_on(today, scheme.adult_age)
    now = timezone.now()
    if young:
        _withdraw_unasked_consents(application, by)
    if young and application.for_someone_else:
        application.guardian_agreed_on = now
    application.submitted_at = now
    application.due_on = working_days.after(today, scheme.decision_days)
    application.saved_for = application.resume_code_hash = ""
    if proof.is_signed_in_with(application):
        application.confirmed_email = proof.address_to_prove(application)
    _attach_account(application, by)
    move(application, "submit", by=by, outside=application.outside_area, young=young)
    if young and not application.for_someone_else:
        invite_adult(application=application, by=by)
    count_use(application)
    _tell(application)
    return application


def _check_complete(application: Application, scheme: Scheme, today: date) -> None:
    open_steps = steps.open_steps(application, scheme, today)
    if open_steps:
        raise RuleBroken(_("Some questions have no answer yet."), code="incomplete")
    stop = steps.stop_for(application, scheme, today)
    if stop == steps.TOO_YOUNG:
        raise RuleBroken(
            _("The youngest age for a card is %(age)s.") % {"age": scheme.youngest_age}, code=stop
        )
    if stop == steps.NEEDS_ADULT:
        raise RuleBroken(_("A parent, guardian or professional has to start this with you."), code=stop)
    if stop == steps.NOT_YOUNG:
        raise RuleBroken(_("They are old enough to apply by themselves."), code=stop)
    if stop == steps.OUTSIDE:
        raise RuleBroken(_("Tell us first why we should look at your address."), code=stop)
    terms = latest_consents(application).get("terms")
    if terms is None or not terms.given:
        raise RuleBroken(_("Agree to the card’s terms before you send it."), code="terms")


def _withdraw_unasked_consents(application: Application, by: object) -> None:
    """Somebody who agreed as an adult and then corrected the year of birth: only the terms stay agreed to."""
    asked = {question.purpose for question in consents.asked_of(young=True)}
    given = [purpose for purpose, row in latest_consents(application).items() if row.given]
    remember_consents(application=application, given={p: False for p in given if p not in asked}, by=by)


def _attach_account(application: Application, by: object) -> None:
    """Opens the account with which the carer will see the answer and the card. Silent when it cannot be
    attached:

    whoever typed the address may not be its owner, and a page must look the same for known and unknown
    ones. An application without a user is found by the assessor as a possible duplicate. With an address that
    somebody else typed it stays without one until the owner claims it (services/claiming.py).
    """
    if application.assisted_how:
        return open_accounts(application, by)
    if application.for_someone_else and application.guardian_email and application.started_by_id is None:
        application.started_by = account_for(
            email=application.guardian_email, language=application.language, by=by
        )
    if application.for_someone_else:
        return open_accounts(application, by)
    if application.user_id is not None or not application.email:
        return
    user = account_for(
        email=application.email,
        first_name=application.first_name,
        last_name=application.last_name,
        language=application.language,
        by=by,
    )
    if not Application.objects.of(user).open().exists():
        application.user = user


def _tell(application: Application) -> None:
    with translation.override(application.language):
        link = mail.absolute(f"{reverse('account_login')}?next={reverse('applications:start')}")
        day = promised_day(application)
    tell(
        application,
        "application_received",
        answer_by=day,
        link=link,
        waits_for_adult=application.guardian_agreed_on is None and application.guardian_token_hash != "",
    )


def promised_day(application: Application) -> str:
    """The day of the answer in words, like `Friday 4 December`, in the language in force."""
    return date_format(application.due_on, "l j F") if application.due_on else ""


@transaction.atomic
def record_equality_answer(
    *, area: Area | None, sex: str = "", ethnic_group: str = "", disability: str = "", age_band: str = ""
) -> None:
    """Stores optional answers with the month and the area only: no link to anybody, and no audit row that
    would be one.
    """
    if not any((sex, ethnic_group, disability, age_band)):
        return
    month = timezone.localdate().replace(day=1)
    EqualityAnswer.objects.create(
        month=month, created_at=timezone.make_aware(timezone.datetime(month.year, month.month, 1)),
        area=area, sex=sex, ethnic_group=ethnic_group, disability=disability, age_band=age_band,
    )  # fmt: skip
