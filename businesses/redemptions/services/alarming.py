"""Telling the privacy officer that somebody may be guessing card numbers."""

from __future__ import annotations

import ipaddress
import logging
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from businesses.members.models import Device
from passport_site.accounts.roles import privacy_officers
from passport_site.core import audit, mail
from passport_site.scheme.querysets import current

from ..alarms import GuessAlarm

log = logging.getLogger(__name__)
KEPT_DAYS = 90
EVERYWHERE = "everywhere"
BY = "system:guessing"


def source_of(*, device: Device | None, network: str) -> str:
    """How a source is named. Of a network only what many share: 24 bits of an IPv4 address, 48 of an IPv6 one."""
    if device is not None:
        return f"device:{device.pk}"
    try:
        address = ipaddress.ip_address(network)
    except ValueError:
        return "network:unknown"
    bits = 24 if address.version == 4 else 48
    return f"network:{ipaddress.ip_network(f'{address}/{bits}', strict=False)}"


def raise_alarm(*, source: str, wrong: int) -> None:
    """Notes it, and writes one mail a day. A till is waiting for its answer, so no fault gets out of here."""
    try:
        with transaction.atomic():
            _raise(source, wrong)
    except Exception:
        log.exception("The alarm about guessed numbers could not be raised")


def _raise(source: str, wrong: int) -> None:
    day = timezone.localdate()
    alarm, new = GuessAlarm.objects.get_or_create(day=day, source=source)
    GuessAlarm.objects.filter(pk=alarm.pk).update(wrong=F("wrong") + wrong)
    if new:
        audit.record("guessing.alarm", on=alarm, by=BY, source=source, wrong=wrong)
    if not GuessAlarm.objects.filter(day=day, mailed=True).exists():
        _mail_once(alarm, wrong)


def _mail_once(alarm: GuessAlarm, wrong: int) -> None:
    """The row that is marked is the proof: of two at the same moment one is refused by the database."""
    try:
        with transaction.atomic():
            GuessAlarm.objects.filter(pk=alarm.pk).update(mailed=True)
    except IntegrityError:
        return
    for officer in privacy_officers():
        mail.queue(
            to=officer.email,
            template="guessing_alarm",
            language=officer.language,
            about=alarm,
            wrong=wrong,
            where=where_of([alarm])[alarm.source],
            cms_url=mail.absolute(reverse("wagtailadmin_home")),
            scheme=current(),
        )


def where_of(alarms: list[GuessAlarm]) -> dict[str, dict[str, str]]:
    """What each source is called: a till with its shop, or a network. At most one query."""
    numbers = [
        int(each.source.removeprefix("device:")) for each in alarms if each.source.startswith("device:")
    ]
    tills = {}
    if numbers:
        rows = Device.objects.filter(pk__in=numbers).select_related("branch__business")
        tills = {f"device:{row.pk}": row for row in rows}
    found = {}
    for each in alarms:
        till = tills.get(each.source)
        kind, _colon, rest = each.source.partition(":")
        found[each.source] = {
            "kind": kind,
            "network": rest if kind == "network" else "",
            "till": till.name if till else "",
            "shop": f"{till.branch.business.name}, {till.branch.name}" if till else "",
        }
    return found


def remove_old_alarms() -> int:
    """Alarms of more than 90 days ago."""
    return GuessAlarm.objects.filter(day__lt=timezone.localdate() - timedelta(days=KEPT_DAYS)).delete()[0]
