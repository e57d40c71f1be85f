"""What the till says: one enormous word, a reason, and what to do next. Pure: answers in, words out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from passports.cards.public import CardCheck, Status, status_of

from ..domain.decide import Refusal
from ..domain.offline import KEY_USED, UNDONE, Offline
from ..domain.without_network import OfflineRefusal
from ..services import OfferLeft


@dataclass(frozen=True, slots=True)
class Result:
    """What `{% till_result %}` shows. `tone` is good, warn or bad, and is also the sound; off is silent: nothing counts."""

    tone: str
    word: Any
    reason: Any
    advice: Any = ""
    name: str = ""
    photo_url: str = ""
    check_code: str = ""


_WORDS = {
    Status.EXPIRED: gettext_lazy("Run out"),
    Status.REVOKED: gettext_lazy("Stopped"),
    Status.NOT_YET_VALID: gettext_lazy("Not yet"),
    Status.NOT_VALID: gettext_lazy("Not valid"),
}
_USE_WORDS = {
    Refusal.USED_TODAY: gettext_lazy("Used today"),
    Refusal.USED_THIS_WEEK: gettext_lazy("Used this week"),
    Refusal.USED_THIS_MONTH: gettext_lazy("Used this month"),
    Refusal.USED_UP: gettext_lazy("Used"),
    Refusal.ALL_GONE: gettext_lazy("All gone"),
    Refusal.ENDED: gettext_lazy("Ended"),
    Refusal.PAUSED: gettext_lazy("Paused"),
    Refusal.NOT_STARTED: gettext_lazy("Not yet"),
    Refusal.NOT_FOR_YOUNG: gettext_lazy("Not this one"),
    Refusal.YOUNG_ONLY: gettext_lazy("Not this one"),
    Refusal.NOT_FOR_VISITORS: gettext_lazy("Not this one"),
    Refusal.NO_SUCH_OFFER: gettext_lazy("Not here"),
}

_OFFLINE_WORDS = {
    UNDONE: gettext_lazy("Undone"),
    KEY_USED: gettext_lazy("Sent twice, counts once"),
    Offline.DUPLICATE: gettext_lazy("Used"),
    Offline.STOPPED: gettext_lazy("Stopped"),
    Offline.UNPROVEN: gettext_lazy("Cannot check"),
    Offline.MALFORMED: gettext_lazy("Cannot check"),
    OfflineRefusal.NOT_ALLOWED: gettext_lazy("Not this one"),
    OfflineRefusal.CAP: gettext_lazy("Not this one"),
}


def for_till(check: CardCheck, photo_url: str = "") -> Result:
    """A check on an enrolled device."""
    if not check.valid:
        return _not_good(check)
    until = date_format(check.valid_until, "F Y")
    reason = _("Good until %(month)s.") % {"month": until}
    if check.live:
        advice = _("Check that the photo is of the person in front of you.") if check.has_photo else ""
        reason = _("Shown live on a phone. Good until %(month)s.") % {"month": until}
    elif check.has_photo:
        advice = _("Check the photo and the 4-character code.")
    elif check.visiting:
        advice = _("Check the photo on the card, and that these 4 characters are on it.")
    else:
        advice = _("Check that this 4-character code is on the card.")
    return Result(
        tone="good",
        word=pgettext("till", "Yes"),
        reason=reason,
        advice=advice,
        name=check.first_name,
        photo_url=photo_url,
        check_code=check.check_code,
    )


def visiting_from(check: CardCheck, now: datetime) -> dict[str, Any] | None:
    """What stands above the result for a card of another scheme: its name, and since when we have not heard from there,
    when that is a day or more (ADR 0022)."""
    if check.visiting is None:
        return None
    listed = check.visiting.trust_list
    old = listed is not None and not listed.fresh(now)
    return {"scheme": check.visiting.name, "since": listed.issued if old else None}


def _not_good(check: CardCheck) -> Result:
    if check.cannot_check:
        return Result("warn", _("Cannot check"), check.sentence)
    if check.reason == "live_code_too_old":
        return Result("warn", _("Scan again"), check.sentence)
    if check.reason == "mistyped":
        return Result(
            "warn",
            _("Type again"),
            _("A letter or digit is wrong, missing or too many. A card number has 9. Type it again."),
        )
    return Result("bad", _WORDS[check.status], check.sentence)


def for_stranger(check: CardCheck) -> Result:
    """A check on anybody’s phone: genuine or not, never who it is, and never what to give."""
    if check.valid:
        until = date_format(check.valid_until, "F Y")
        return Result(
            "good", _("Genuine"), _("This card is genuine and in date until %(month)s.") % {"month": until}
        )
    if check.cannot_check:
        return _not_good(check)
    if check.status is Status.NOT_VALID:
        return Result(
            "bad", _WORDS[check.status], _("This is not a card that we know, or its code has run out.")
        )
    return Result("bad", _WORDS[check.status], check.sentence)


def for_use(accepted: bool, reason: str, message: Any, title: str) -> Result:
    """After the button of an offer."""
    if accepted:
        return Result("good", _("Recorded"), title)
    if reason in Refusal.values:
        return Result("bad", _USE_WORDS[Refusal(reason)], message)
    return Result("bad", _WORDS.get(Status(reason), _WORDS[Status.NOT_VALID]), message)


def undone(offer: str) -> Result:
    """A use that was taken back."""
    return Result("off", _("Undone"), _("This use does not count any more."), offer)


def cannot_check() -> Result:
    """When we do not know: never a yes, and never a no that the carer would have to explain."""
    return Result(
        "warn",
        _("Cannot check"),
        _("We cannot reach the cards at the moment. This says nothing about the card."),
        _("Try again in a minute. Until then you can decide by the photo and the date on the card."),
    )


def slow_down() -> Result:
    """Too many numbers in a row that were none."""
    return Result(
        "warn", _("Wait"), _("There were many numbers that did not work. Wait a moment, then try again.")
    )


def how_often(line: OfferLeft) -> str:
    """“Once a day. Not used today.” and the like; empty without a limit."""
    offer, left = line.offer, line.remaining
    if left is None:
        return ""
    count = offer.limit_count
    rule = {
        "day": ngettext("Once a day.", "%(count)d times a day.", count),
        "week": ngettext("Once a week.", "%(count)d times a week.", count),
        "month": ngettext("Once a month.", "%(count)d times a month.", count),
        "ever": ngettext("Once for each carer.", "%(count)d times for each carer.", count),
        "total": ngettext("1 for all carers together.", "%(count)d for all carers together.", count),
    }[offer.limit_kind] % {"count": count}
    if left == 0:
        return rule
    return f"{rule} " + ngettext("%(left)d left.", "%(left)d left.", left) % {"left": left}


def refusal_in_short(logged: str) -> Any:
    """The word for a scan that was refused."""
    if logged in Refusal.values:
        return _USE_WORDS[Refusal(logged)]
    return _OFFLINE_WORDS.get(logged) or _WORDS[status_of(logged)]
