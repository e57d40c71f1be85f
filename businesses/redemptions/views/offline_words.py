"""What the till says without a network: the results of `wording.py` as templates in the page, and small sentences.

The script fills `{month}`, `{when}`, `{code}` and `{count}`. Nothing here is about a person, so it is made once for each
language.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from businesses.offers.models import Offer
from passports.cards import public as cards
from passports.cards.public import CardCheck

from ..domain.decide import Refusal
from ..domain.without_network import OfflineRefusal
from ..services import OfferLeft
from ..services.voiding import TOO_LATE
from . import wording
from .wording import Result

REASONS = {
    "expired": "expired",
    "revoked": "card_revoked",
    "not_valid": "unknown_card",
    "scan_again": "live_code_too_old",
    "mistyped": "mistyped",
}
"""Refusals of a card, and the reason of the scan log whose words they share."""
FORMS = (1, 2, 3, 8)
"""One number for each plural form of Welsh (django.po); the script picks as the catalogue does."""


def results() -> dict[str, Result]:
    """Each result by its name in the page."""
    found = {name: wording.for_till(_refused(reason)) for name, reason in REASONS.items()}
    found |= {
        f"valid{live}{photo}": _valid(live, photo) for live in ("", "-live") for photo in ("", "-photo")
    }
    found["recorded"] = wording.for_use(True, "", "", "{offer}")
    found |= {f"use-{one.value}": wording.for_use(False, one.value, one.label, "{offer}") for one in Refusal}
    found |= {f"use-{one.value}": Result("bad", _("Not now"), one.label) for one in OfflineRefusal}
    return found | _undo() | _cannot()


def _undo() -> dict[str, Result]:
    """What became of a use that somebody takes back."""
    return {
        "undo-undone": wording.undone("{offer}"),
        "undo-sent": Result(
            "warn", _("Sent already"), _("This use was sent a moment ago. You can still undo it here.")
        ),
        "undo-late": Result("warn", _("Too late"), TOO_LATE),
    }


def _valid(live: str, photo: str) -> Result:
    """As online, but without name and picture: the photo to look at is the one on the card."""
    reason = _("Good until %(month)s.") % {"month": "{month}"}
    if live:
        reason = _("Shown live on a phone. Good until %(month)s.") % {"month": "{month}"}
        advice = _("Check that the photo is of the person in front of you.") if photo else ""
        return Result("good", pgettext("till", "Yes"), reason, advice)
    advice = _("Check that this 4-character code is on the card.")
    if photo:
        advice = _("Check the photo on the card, and that these 4 characters are on it.")
    return Result("good", pgettext("till", "Yes"), reason, advice, check_code="{code}")


def _cannot() -> dict[str, Result]:
    """When we do not know: never a yes, never a no."""
    word = _("Cannot check")
    nothing = _("There is no connection at the moment. This says nothing about the card.")
    return {
        "cannot-none": Result("warn", word, nothing, _("Try again. Nothing is counted twice.")),
        "cannot-too_old": Result(
            "warn", word, nothing, _("This till has had no network for more than 7 days. Connect it first.")
        ),
        "cannot-clock_wrong": Result(
            "warn",
            word,
            _("This phone’s clock is wrong. This says nothing about the card."),
            _("Set the time to automatic, then connect to the network once."),
        ),
        "cannot-typed": Result(
            "warn",
            word,
            _("Cannot check a typed number without a network: scan the code."),
            _("This says nothing about the card."),
        ),
        "cannot-visiting": Result(
            "warn",
            word,
            _("This is a card of {scheme}, and we have not heard from there for days."),
            _("This says nothing about the card. Try again with a network."),
        ),
    }


def words() -> dict[str, Any]:
    """The small sentences, for the script."""
    return {
        "months": [date_format(date(2000, month, 1), "F") for month in range(1, 13)],
        "days": [date_format(date(2001, 1, day), "l") for day in range(1, 8)],
        "nobody": _("nobody chosen"),
        "today": _("today {time}"),
        "yesterday": _("yesterday {time}"),
        "checked": _("Checked without a network. The list of stopped cards is from {when}."),
        "since": _("Not checked since {when}. A card that was stopped since then still looks good."),
        "too_old": _(
            "This till has had no network for more than 7 days. It cannot check cards until it has."
        ),
        "clock_wrong": _("This till’s clock is wrong. It cannot check cards without a network."),
        "offline": _("There is no network at the moment. You can go on: it is kept and sent later."),
        "sent": _("All sent."),
        "gone": _("This till was taken off. Ask the person who runs your shop’s account."),
        "lost": _forms(
            lambda n: (
                ngettext(
                    "%(count)d use was not sent and is lost. Tell the person who runs your shop’s account.",
                    "%(count)d uses were not sent and are lost. Tell the person who runs your shop’s account.",
                    n,
                )
                % {"count": n}
            )
        ),
        "waiting": _forms(
            lambda n: (
                ngettext(
                    "%(count)d waiting. It is sent by itself when there is a network.",
                    "%(count)d waiting. They are sent by themselves when there is a network.",
                    n,
                )
                % {"count": n}
            )
        ),
        "how_often": {
            kind: _forms(lambda n, kind=kind: wording.how_often(_limit(kind, n)))
            for kind in ("day", "week", "month", "ever", "total")
        },
        "companion": {
            "with_person": _("When the person they look after is with them."),
            "alone": _("When they come alone."),
        },
    }


def _forms(sentence: Callable[[int], str]) -> list[str]:
    return [sentence(number).replace(str(number), "{count}") for number in FORMS]


def _limit(kind: str, count: int) -> OfferLeft:
    """An offer with that limit and nothing left, whose sentence is the bare rule."""
    offer = Offer(limit_kind=kind, limit_count=count)
    return OfferLeft(offer=offer, remaining=0)  # type: ignore[arg-type]


def _refused(reason: str) -> CardCheck:
    return CardCheck(
        status=cards.status_of(reason), live=False, reason=reason, way=cards.CAMERA, first_name="", has_photo=False,
        check_code="", valid_until=None, kind="", card_id=None, passport_id=None,
    )  # fmt: skip


def templates() -> SafeString:
    """All of it as HTML: `<template>`s and one block of JSON."""
    language = get_language() or settings.LANGUAGE_CODE
    return _made(language) if not settings.DEBUG else _render()


@functools.cache
def _made(language: str) -> SafeString:
    return _render()


def _render() -> SafeString:
    known = {"results": results().items(), "words": words(), "alone": OfflineRefusal.choices}
    return render_to_string("redemptions/offline_templates.html", known)
