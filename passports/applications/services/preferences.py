"""What a carer may choose under “My details” after applying: how we write to them, and each consent apart."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.accounts.choices import Choice
from passport_site.core import audit
from passport_site.scheme.querysets import current

from ..domain import consents, statuses
from ..models import Application
from .answering import change_consent
from .applying import latest_consents

WAYS = {"by_email": _("By e-mail"), "by_post": _("By post"), "by_text": _("By text message")}


def _newest(user) -> Application | None:
    """The person's newest application that was sent and not taken back."""
    return Application.objects.of(user).submitted().exclude(status=statuses.WITHDRAWN).first()


def _is_young(application: Application) -> bool:
    return application.is_young_on(timezone.localdate(), current().adult_age)


def choices_of(user) -> list[Choice]:
    """The present answers. The card's terms are not here: without them there is no card."""
    application = _newest(user)
    if application is None:
        return []
    if _is_young(application):  # no news, no mailing list: nothing to choose (Children's Code, standard 8)
        return []
    found = [
        Choice(name, str(words), getattr(application, name), group="contact") for name, words in WAYS.items()
    ]
    last = latest_consents(application)
    for question in consents.ALL:
        if not question.needed and question.purpose in last:
            yes = last[question.purpose].given
            found.append(Choice(question.purpose, str(question.words), yes, hint=str(question.hint)))
    return found


@transaction.atomic
def set_choice(*, user, key: str, yes: bool, by: object) -> None:
    """Writes one answer. A consent becomes a new row; a way to write is changed in place."""
    application = _newest(user)
    if application is None or _is_young(application):
        return
    if key in WAYS:
        setattr(application, key, yes)
        application.save(update_fields=[key, "changed_at"])
        audit.record("application.contact", on=application, by=by, way=key, yes=yes)
    else:
        change_consent(application=application, purpose=key, given=yes, by=by)
