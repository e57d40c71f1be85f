"""What a carer without e-mail is told about the application, as a letter: the words of the mail, on paper.

Approved applications need none: the letter with the card says it.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from passport_site.scheme.querysets import current
from passports.cards import press

from .domain import statuses
from .models import Application
from .services.sending import promised_day

KINDS = {statuses.WAITING: "received", statuses.MORE_NEEDED: "more_needed", statuses.REFUSED: "refused"}

LONG = 1200
"""Letters of an officer's words from which the print is smaller, so that the longest (2,000) stay on one sheet."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose letter it is: the carer, or the adult who filled it in for them."""

    name: str
    address: str


def is_wanted(application: Application) -> bool:
    """Whether paper is the only way to tell them where the application stands."""
    return not application.write_to and application.status in KINDS and bool(application.address)


def letter_pdf(application: Application) -> bytes:
    """An A4 letter in the carer's language about the state the application is in. ValueError when there is none."""
    if not is_wanted(application):
        raise ValueError("Nothing to tell this carer on paper.")
    scheme, kind = current(), KINDS[application.status]
    asked = application.status_changes.filter(to_status=statuses.MORE_NEEDED).last()
    words = asked.words if asked and kind == "more_needed" else ""
    with translation.override(application.language):
        context = {
            "application": application,
            "reader": Reader(application.name, _address(application)),
            "scheme": scheme,
            "today": timezone.localdate(),
            "language": application.language,
            "title": _("About your application"),
            "kind": kind,
            "answer_by": promised_day(application),
            "asked": words,
            "long": len(words or application.decision_words) > LONG,
        }
        html = render_to_string("applications/paper_letter.html", context)
    return press.typeset(press.Copy(html[:], finders.find("css/print-card.css")))


def _address(application: Application) -> str:
    """The address as typed, with the postcode once."""
    lines = [application.address.strip()]
    if application.postcode and application.postcode not in application.address:
        lines.append(application.postcode)
    return "\n".join(lines)
