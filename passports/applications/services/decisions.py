"""What an assessor decides. Each is one transaction with one status row, one audit row and one mail after commit.

Two assessors at once: `statuses.move` updates the row only while it has the status that was read, so the database
lets one win; the other is told who did it (issue 2, "An assessor decides").
"""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from passport_site.accounts.services import account_for
from passport_site.core import mail
from passport_site.core.errors import AlreadyDone, RuleBroken
from passport_site.scheme.querysets import current
from passports.cards.models import Passport
from passports.cards.services import ask_for_post, issue_passport

from ..choices import RefusalReason
from ..domain import proof
from ..domain.ages import kind_for
from ..domain.statuses import APPLICATION
from ..models import Application
from .adults import check_adult_agreed
from .assisting import check_four_eyes
from .statuses import move
from .telling import is_known_owner, tell


def _decide(application: Application, verb: str, *, by, words: str = "", **fields) -> Application:
    """Takes one arrow with these fields set, or raises AlreadyDone with what happened instead. In one transaction."""
    fresh = Application.objects.get(pk=application.pk)
    if not APPLICATION.allows(verb, fresh.status):
        raise AlreadyDone(_who_was_first(fresh), code="already_done")
    for name, value in fields.items():
        setattr(fresh, name, value)
    try:
        move(fresh, verb, by=by, words=words)
    except RuleBroken as moved_on:  # somebody was quicker between the two queries
        raise AlreadyDone(
            _who_was_first(Application.objects.get(pk=application.pk)), code="already_done"
        ) from moved_on
    application.refresh_from_db()
    return application


def _who_was_first(application: Application) -> str:
    last = application.status_changes.select_related("by").last()
    if last is None or last.by is None:
        return _("This application has changed: %(status)s. Nothing was done twice.") % {
            "status": application.get_status_display()
        }
    return _("%(who)s was first. The application now says: %(status)s. Nothing was done twice.") % {
        "who": last.by,
        "status": application.get_status_display(),
    }


def _tell(application: Application, template: str, **context) -> None:
    tell(application, template, apply_url=_page("applications:start", application.language), **context)


def _page(name: str, language: str) -> str:
    """The full address of one of our pages, in the reader's language."""
    with translation.override(language):
        return mail.absolute(reverse(name))


def _owner(application: Application):
    """The account the passport will belong to; None for a carer without e-mail, who is served on paper, and
    while nobody has shown that the address somebody else typed is theirs (services/claiming.py).
    """
    if application.user_id:
        return application.user
    if not application.email or proof.is_address_unproved(application):
        return None
    return account_for(
        email=application.email,
        first_name=application.first_name,
        last_name=application.last_name,
        language=application.language,
    )


def _running_passport(user) -> Passport | None:
    return Passport.objects.of(user).exclude(status="ended").first() if user else None


def _same_person(passport: Passport, application: Application) -> bool:
    """Same name and birthday. Couples share an address, and each of them may have a card."""

    def name(row) -> str:
        return " ".join(f"{row.first_name} {row.last_name}".casefold().split())

    return name(passport) == name(application) and passport.date_of_birth == application.date_of_birth


def approve_application(*, application: Application, by, kind: str | None = None) -> Passport:
    """Issues passport and card and tells the carer. `kind` overrides what the answers say.

    When the account of the address already has the passport of another person, this one is a card on paper
    without an account. Raises AlreadyDone when somebody decided before or gave the account a passport at the same
    moment, RuleBroken when the carer already has a passport that runs or no adult has agreed for a young carer.
    """
    try:
        with transaction.atomic():
            return _approve(application, by=by, kind=kind)
    except IntegrityError as collision:  # cards_one_passport_per_user: two approvals for one account at once
        fresh = Application.objects.get(pk=application.pk)
        if _running_passport(_owner(fresh)) is None:
            raise
        raise AlreadyDone(_("This carer has a passport already."), code="already_done") from collision


def _approve(application: Application, *, by, kind: str | None) -> Passport:
    check_adult_agreed(application)
    check_four_eyes(application, by)
    _decide(application, "approve", by=by, decided_at=timezone.now(), decided_by=by)
    owner = _owner(application)
    other = _running_passport(owner)
    if other and _same_person(other, application):
        raise RuleBroken(
            _(
                "This carer already has a passport. Renew or replace that one, or refuse with “already has a passport”."
            ),
            code="already_has_passport",
        )
    passport = _issue(application, owner=None if other else owner, by=by, kind=kind)
    if other and passport.address.strip():
        ask_for_post(card=passport.cards.get(), by=by)
    _tell(
        application,
        "application_approved",
        passport=passport,
        shared_address=other is not None,
        card_url=_page("cards:card", application.language),
    )
    return passport


def _issue(application: Application, *, owner, by, kind: str | None) -> Passport:
    passport = issue_passport(
        first_name=application.first_name,
        last_name=application.last_name,
        date_of_birth=application.date_of_birth,
        kind=kind
        or kind_for(
            born=application.date_of_birth,
            relationship=application.relationship,
            day=timezone.localdate(),
            adult_age=current().adult_age,
        ),
        area=application.area,
        photo_name=application.photo.name,
        user=owner,
        language=application.language,
        email=application.email if is_known_owner(application) else "",
        phone=application.phone,
        address=application.address,
        postcode=application.postcode,
        discreet=application.discreet,
        by=by,
    )
    Application.objects.filter(pk=application.pk).update(passport=passport, user=owner)
    application.refresh_from_db()
    return passport


@transaction.atomic
def ask_for_more(*, application: Application, by, words: str) -> Application:
    """Asks the carer for something, in the officer's own words. Raises RuleBroken without words, AlreadyDone when late."""
    if not words.strip():
        raise RuleBroken(_("Write what you need from the carer"), field="words")
    _decide(application, "ask_for_more", by=by, words=words.strip())
    _tell(application, "application_more_needed", words=words.strip())
    return application


@transaction.atomic
def refuse_application(*, application: Application, by, reason: str, words: str) -> Application:
    """Refuses with a reason from the list and words of the officer's own; the mail says how to appeal."""
    if reason not in RefusalReason.values:
        raise RuleBroken(_("Choose a reason"), field="reason")
    if not words.strip():
        raise RuleBroken(
            _("Write a few words to the carer, so that the reason makes sense to them"), field="words"
        )
    _decide(
        application,
        "refuse",
        by=by,
        words=words.strip(),
        decided_at=timezone.now(),
        decided_by=by,
        refusal_reason=reason,
        decision_words=words.strip(),
    )
    _tell(application, "application_refused", words=words.strip(), reason=RefusalReason(reason).label)
    return application
