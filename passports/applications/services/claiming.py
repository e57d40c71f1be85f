"""What somebody else filled in, an officer or a young carer's adult, becomes the carer's own: they signed in with
its address and know the date of birth.
"""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from passport_site.accounts.services import account_for
from passport_site.core import audit
from passport_site.core.errors import RuleBroken
from passports.cards.services import give_account

from ..domain import statuses
from ..models import Application, ApplicationStatusChange

NOT_FOUND = _("This is not the date of birth that we have. Check it, or call us and we will help.")
OPEN_EXISTS = _("You already have an application or a card with this address. Call us and we will help.")


def open_accounts(application: Application, by: object) -> None:
    """Accounts to sign in with, without a name and with nothing attached: whoever reads the mails at a
    mistyped address finds an empty account and a question for a date of birth (`claim_application`).
    """
    for address in filter(None, {application.email, _adults_address(application)}):
        account_for(email=address, language=application.language, by=by)


def _adults_address(application: Application) -> str:
    return application.guardian_email if application.for_someone_else else ""


def claim_application(*, user, date_of_birth: date) -> Application:
    """Attaches what waits for this person and has that date of birth, and its passport when there is one.

    RuleBroken, always the same, when none has it; and when the account already has its own.
    """
    found = Application.objects.waiting_for(user).filter(date_of_birth=date_of_birth).first()
    if found is None:
        raise RuleBroken(NOT_FOUND, field="date_of_birth", code="not_found")
    try:
        with transaction.atomic():
            return _attach(Application.objects.select_for_update().get(pk=found.pk), user)
    except IntegrityError:  # applications_one_open_per_user: another one was opened since we looked
        raise RuleBroken(OPEN_EXISTS, field="date_of_birth", code="open_exists") from None


def _attach(application: Application, user) -> Application:
    if application.email != user.email:
        application.started_by = user
    else:
        others = Application.objects.of(user).open().exclude(pk=application.pk)
        if application.status in statuses.OPEN and others.exists():
            raise RuleBroken(OPEN_EXISTS, field="date_of_birth", code="open_exists")
        application.user, application.confirmed_email = user, user.email
        if application.passport is not None and application.passport.user_id is None:
            give_account(passport=application.passport, user=user, by=user)
    application.save()
    audit.record("application.claimed", on=application, by=user)
    return application


@transaction.atomic
def disown_address(*, user) -> int:
    """The address is not the carer's: it is taken out, so that nothing more goes there. Officers see it in the
    history and call the carer. Returns how many applications had it.
    """
    waiting = list(Application.objects.waiting_for(user).select_for_update(of=("self",)))
    for application in waiting:
        if application.email == user.email:
            application.email, application.no_email = "", True
        else:
            application.guardian_email = ""
        application.save()
        ApplicationStatusChange.objects.create(
            application=application,
            verb="wrong_address",
            from_status=application.status,
            to_status=application.status,
        )
        audit.record("application.address_disowned", on=application, by=user)
    return len(waiting)
