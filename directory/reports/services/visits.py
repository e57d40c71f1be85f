"""Taking in what another scheme counted of our carers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from passport_site.core import audit
from passport_site.core.errors import RuleBroken
from passports.partners.public import NotTheirFile, open_visits, our_host

from ..models import VisitReport

MOST = 2**31 - 1


def take_visits(*, text: str, by: Any) -> tuple[VisitReport, bool]:
    """Keeps the counts of one month, and whether they are new; the same file again changes nothing.

    Raises RuleBroken for a file of a scheme that we do not know, that somebody changed, that is for another scheme, or
    that says something else than the one we have for that month.
    """
    try:
        partner, document = open_visits(text)
    except NotTheirFile as problem:
        raise RuleBroken(_WORDS[str(problem)](), field="file") from None
    month, uses, rows = _read(document)
    if document.get("to") != our_host():
        raise RuleBroken(_("This file is for another scheme"), field="file")
    try:
        with transaction.atomic():
            row = VisitReport.objects.create(
                partner=partner, month=month, uses=uses, by_category=rows, file=text
            )
            audit.record("visits.taken", on=row, by=by, month=str(month), scheme=partner.host)
    except IntegrityError:
        before = VisitReport.objects.get(partner=partner, month=month)
        if (before.uses, before.by_category) != (uses, rows):
            raise RuleBroken(
                _("We have other numbers for this month already. Ask them which are right"), field="file"
            ) from None
        return before, False
    return row, True


_WORDS = {
    "unknown": lambda: _("This is not from a scheme that we trust, or we do not have its list yet"),
    "changed": lambda: _("Somebody changed this file. Ask them for it again"),
    "unreadable": lambda: _("This is not a file of counts from another scheme"),
}


def _read(document: dict[str, Any]) -> tuple[date, int | None, list[list[Any]]]:
    try:
        year, month = document["month"].split("-")
        rows = [[str(name)[:80], _count(n)] for name, n in document["by_category"]][:500]
        return date(int(year), int(month), 1), _count(document["uses"]), rows
    except (KeyError, ValueError, TypeError, AttributeError):
        raise RuleBroken(_WORDS["unreadable"](), field="file") from None


def _count(value: Any) -> int | None:
    if value is None:
        return None
    if type(value) is not int or not 0 <= value <= MOST:
        raise ValueError
    return value
