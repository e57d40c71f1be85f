"""The buttons of a passport’s screen: what each says, when it makes sense, and the one service it calls."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passport_site.core.errors import RuleBroken

from . import services
from .domain import periods
from .domain.statuses import CARD, PASSPORT
from .forms import NoteForm, WhyForm
from .models import Passport


def _newest(passport: Passport):
    card = passport.cards.newest()
    if card is None:
        raise RuleBroken(_("This passport has no card."), code="no_card")
    card.passport = passport
    return card


def _step(
    text: Any, help: Any, done: Any, do: Any, *, form: type[forms.Form] = forms.Form, strong: bool = False
) -> dict[str, Any]:
    return {"text": text, "help": help, "done": done, "do": do, "form": form, "strong": strong}


def _replace(passport: Passport, why: str, by: Any) -> None:
    """A card that was stopped for good is followed by a new one without a step in between."""
    card = _newest(passport)
    if CARD.allows("replace", card.status):
        services.replace_card(card=card, by=by, why=why)
    else:
        services.issue_card(passport=passport, by=by)


STEPS: dict[str, dict[str, Any]] = {
    "report_lost": _step(
        gettext_lazy("Reported lost"),
        gettext_lazy("Stops the card at once. It can be found again."),
        gettext_lazy("The card of %(name)s is stopped."),
        lambda passport, why, by: services.report_lost(card=_newest(passport), by=by, why=why),
        form=NoteForm,
    ),
    "found_again": _step(
        gettext_lazy("Found again"),
        gettext_lazy("The same card works again."),
        gettext_lazy("The card of %(name)s works again."),
        lambda passport, why, by: services.found_again(card=_newest(passport), by=by),
    ),
    "replace": _step(
        gettext_lazy("New card"),
        gettext_lazy("A new number and code. The old card never works again."),
        gettext_lazy("%(name)s has a new card."),
        _replace,
        form=NoteForm,
    ),
    "renew": _step(
        gettext_lazy("Renew"),
        gettext_lazy("The same card, a later last day. They are told, and paper is printed again."),
        gettext_lazy("The passport of %(name)s is renewed."),
        lambda passport, why, by: services.renew_passport(passport=passport, by=by),
    ),
    "post": _step(
        gettext_lazy("Post the card"),
        gettext_lazy("Puts a letter with the card on the print list."),
        gettext_lazy("The card of %(name)s is on the print list."),
        lambda passport, why, by: services.ask_for_post(card=_newest(passport), by=by),
    ),
    "revoke": _step(
        gettext_lazy("Stop the card for good"),
        gettext_lazy("For misuse or a mistake. The passport stays; a new card can follow."),
        gettext_lazy("The card of %(name)s is stopped for good."),
        lambda passport, why, by: services.revoke_card(card=_newest(passport), by=by, why=why),
        form=WhyForm,
        strong=True,
    ),
    "suspend": _step(
        gettext_lazy("Pause the passport"),
        gettext_lazy("The card is refused until you resume it."),
        gettext_lazy("The passport of %(name)s is paused."),
        lambda passport, why, by: services.suspend_passport(passport=passport, by=by, why=why),
        form=WhyForm,
        strong=True,
    ),
    "resume": _step(
        gettext_lazy("Resume the passport"),
        gettext_lazy("The same card works again."),
        gettext_lazy("The passport of %(name)s is active again."),
        lambda passport, why, by: services.resume_passport(passport=passport, by=by, why=why),
    ),
    "end": _step(
        gettext_lazy("End the passport"),
        gettext_lazy("Caring has ended, or they moved away. There is no way back; they may apply again."),
        gettext_lazy("The passport of %(name)s has ended."),
        lambda passport, why, by: services.end_passport(passport=passport, by=by, why=why),
        form=WhyForm,
        strong=True,
    ),
}


def buttons(passport: Passport, card: Any, bound: tuple[str, forms.Form] | None) -> list[dict[str, Any]]:
    """The buttons that make sense now, each with its form; `bound` is the one with a mistake."""
    return [
        {
            **step,
            "verb": verb,
            "filled": bound[1] if bound and bound[0] == verb else step["form"](prefix=verb),
        }
        for verb, step in STEPS.items()
        if _makes_sense(verb, passport, card)
    ]


def _makes_sense(verb: str, passport: Passport, card: Any) -> bool:
    if verb in ("suspend", "resume", "end"):
        return PASSPORT.allows(verb, passport.status)
    if verb == "renew":
        return passport.status == "active" and periods.time_to_renew(
            passport.valid_until, timezone.localdate()
        )
    running = passport.status == "active" and passport.valid_until >= timezone.localdate()
    if card is None or not running:
        return False
    if verb == "post":
        return card.status == "active" and card.print_asked_at is None and bool(passport.address)
    if verb == "replace":
        return card.status != "replaced"
    return CARD.allows(verb, card.status)
