"""What the card page says to somebody whose application is under way. The cards room asks; it does not know us."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from passports.cards.pending import Pending

from .domain import statuses
from .models import Application


def pending_for(user: Any) -> Pending | None:
    """The person’s open application in words, or None. One query."""
    application = Application.objects.of(user).open().first()
    if application is None:
        return None
    if application.status == statuses.DRAFT:
        return Pending(
            title=_("You have started to apply"),
            sentence=_("Your answers are saved. You can go on where you stopped."),
            action=_("Go on"),
            href=reverse("applications:start"),
        )
    href = reverse("applications:mine", args=[application.pk])
    if application.status == statuses.MORE_NEEDED:
        return Pending(
            title=_("We need a little more from you"),
            sentence=_(
                "Before you can have a card, there is one thing to send us. We wrote to you about it."
            ),
            action=_("See what we need"),
            href=href,
        )
    by = date_format(application.due_on, "l j F") if application.due_on else ""
    promise = _("We aim to answer by %(day)s. Your card will then be on this page.") % {"day": by}
    return Pending(
        title=_("We have your application"),
        sentence=promise if by else _("Your card will be on this page when we have decided."),
        action=_("See your application"),
        href=href,
    )
