"""An offer's rules as words for carers: how often, for whom, alone or together, until when."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

SOON = timedelta(days=21)

TWICE: dict[str, Promise] = {
    "day": gettext_lazy("Twice a day"),
    "week": gettext_lazy("Twice a week"),
    "month": gettext_lazy("Twice a month"),
    "ever": gettext_lazy("Twice for each carer"),
}
ONCE: dict[str, Promise] = {
    "day": gettext_lazy("Once a day"),
    "week": gettext_lazy("Once a week"),
    "month": gettext_lazy("Once a month"),
    "ever": gettext_lazy("Once for each carer"),
}
COMPANION: dict[str, Promise] = {
    "either": gettext_lazy("On your own or with the person you look after"),
    "alone": gettext_lazy("When you come on your own"),
    "with_person": gettext_lazy("When the person you look after is with you"),
}
WHO: dict[str, Promise] = {
    "all": gettext_lazy("For all carers"),
    "adult": gettext_lazy("For adult carers"),
    "young": gettext_lazy("For young carers"),
}


def limit_words(kind: str, count: int) -> str:
    """`week`, 1 → “Once a week”; `total`, 50 → “For the first 50 uses”; no limit → “As often as you like”."""
    if kind == "none":
        return _("As often as you like")
    if kind == "total":
        return ngettext("For the first use only", "For the first %(count)d uses", count) % {"count": count}
    if count == 1:
        return str(ONCE[kind])
    if count == 2:
        return str(TWICE[kind])
    return {
        "day": _("%(count)d times a day"),
        "week": _("%(count)d times a week"),
        "month": _("%(count)d times a month"),
        "ever": _("%(count)d times for each carer"),
    }[kind] % {"count": count}


def who_words(who: str, adults_only: bool) -> str:
    """Who may use it. What is tagged for adults says so, whatever else was chosen."""
    return _("Over 18s only") if adults_only else str(WHO[who])


def companion_words(companion: str) -> str:
    """Whether the person looked after has to be there (S12)."""
    return str(COMPANION[companion])


def ends_soon(ends_on: date | None, today: date) -> str:
    """“Ends on 6 December” within three weeks of the end, otherwise nothing."""
    if ends_on is None or ends_on - today > SOON:
        return ""
    if ends_on == today:
        return _("Last day today")
    return _("Ends on %(day)s") % {"day": date_format(ends_on, "j F")}
