"""Counts of uses across borders: ours written down and given, theirs taken in."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from businesses.redemptions.public import last_closed
from passport_site.core import audit
from passport_site.core.errors import RuleBroken
from passports.partners.public import NotTheirFile, PartnerScheme, issuer_host, open_visits, seal_visits

from ..models import VisitReport, VisitsGiven
from ..visits import closed_months, number, visits_in

MOST = 2**31 - 1
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
_ENVELOPE = ("issuer", "payload", "key_id", "signature")


def write_down(today: date) -> int:
    """Writes every closed month of every other scheme that is not written yet. Returns how many. Safe to repeat."""
    wanted: dict[date, list[PartnerScheme]] = {}
    known = set(VisitsGiven.objects.values_list("partner_id", "month"))
    for partner in PartnerScheme.objects.defer("document"):
        for month in closed_months(partner, today):
            if (partner.pk, month) not in known:
                wanted.setdefault(month, []).append(partner)
    done = 0
    for month, partners in sorted(wanted.items()):
        tables = visits_in(month)
        for partner in partners:
            done += _write(partner, month, tables.get(partner.pk))
    return done


def _write(partner: PartnerScheme, month: date, table: Any) -> int:
    rows = [[name, number(cells[0])] for name, cells, _total in table.rows()] if table else []
    uses = number(table.total) if table else 0
    try:
        with transaction.atomic():
            VisitsGiven.objects.create(partner=partner, month=month, uses=uses, by_category=rows)
    except IntegrityError:  # another job was faster, with the same numbers
        return 0
    return 1


def give_visits(*, partner: PartnerScheme, month: date, by: Any) -> str:
    """The signed file of that month for that scheme: counts only. Always the same counts.

    Raises VisitsGiven.DoesNotExist for a month that is not closed, KeyProblem when nothing here can sign.
    """
    if not VisitsGiven.objects.filter(partner=partner, month=month).exists():
        write_down(timezone.localdate())
    row = VisitsGiven.objects.get(partner=partner, month=month)
    text = seal_visits(
        {
            "issuer": issuer_host(),
            "to": partner.host,
            "month": month.strftime("%Y-%m"),
            "uses": row.uses,
            "by_category": row.by_category,
        }
    )
    audit.record("visits.given", on=partner, by=by, month=str(month))
    return text


def take_visits(*, text: str, by: Any) -> tuple[VisitReport, bool]:
    """Keeps the counts of one month, and whether they are new; the same counts again change nothing.

    Raises RuleBroken for a file of a scheme that we do not know or that is suspended, that somebody changed, that is for
    another scheme, of a month that is not closed, or that says something else than the one we have for that month.
    """
    try:
        partner, document = open_visits(text)
    except NotTheirFile as problem:
        raise RuleBroken(_WORDS[str(problem)](), field="file") from None
    if partner.suspended_at is not None:
        raise RuleBroken(_("This scheme is suspended. Its counts are not taken"), field="file")
    month, uses, rows = _read(document)
    if document.get("to") != issuer_host():
        raise RuleBroken(_("This file is for another scheme"), field="file")
    if month > last_closed(timezone.localdate()):
        raise RuleBroken(_("This month is not closed yet. Ask for the file after the 8th"), field="file")
    whole = json.loads(text)
    kept = json.dumps({name: whole[name] for name in _ENVELOPE})
    try:
        with transaction.atomic():
            row = VisitReport.objects.create(
                partner=partner, month=month, uses=uses, by_category=rows, file=kept
            )
            audit.record("visits.taken", on=row, by=by, month=str(month), scheme=partner.host)
    except IntegrityError:
        before = VisitReport.objects.get(partner=partner, month=month)
        if (before.uses, _sorted(before.by_category)) != (uses, _sorted(rows)):
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


def _sorted(rows: list[list[Any]]) -> list[tuple[str, int]]:
    return sorted((name, -1 if n is None else n) for name, n in rows)


def _read(document: dict[str, Any]) -> tuple[date, int | None, list[list[Any]]]:
    try:
        if not _MONTH.fullmatch(document["month"]):
            raise ValueError
        year, month = document["month"].split("-")
        rows = [[_plain(name), _count(n)] for name, n in document["by_category"]][:500]
        return date(int(year), int(month), 1), _count(document["uses"]), rows
    except (KeyError, ValueError, TypeError, AttributeError):
        raise RuleBroken(_WORDS["unreadable"](), field="file") from None


def _plain(name: Any) -> str:
    """A category’s name without what no database or page wants."""
    return "".join(sign for sign in str(name) if sign.isprintable())[:80]


def _count(value: Any) -> int | None:
    if value is None:
        return None
    if type(value) is not int or not 0 <= value <= MOST:
        raise ValueError
    return value
