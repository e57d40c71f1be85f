"""The consent questions and the version of their words. Change the words: give them a new version.

Each is asked alone and unticked, stored with the version that was shown, and withdrawn in one step
(quality bar 22).
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Question:
    """One consent. `needed`: without it there is no card; then withdrawing it means giving the card back."""

    purpose: str
    version: str
    words: str | Promise
    young_words: str | Promise
    hint: str | Promise
    needed: bool = False


TERMS = Question(
    "terms",
    "2026-11",
    _("I agree to the card’s terms"),
    _("I will use the card only for myself and tell you if I lose it"),
    _("The card is yours alone. Tell us when you lose it, move away or stop looking after someone."),
    needed=True,
)
INFORMATION_SERVICE = Question(
    "information_service",
    "2026-11",
    _("Sign me up to the carers’ information service"),
    "",
    _("News about help, money and breaks. The card is yours whether you tick this or not."),
)
CARERS_TEAM = Question(
    "carers_team",
    "2026-11",
    _("Tell the council’s carers team about me"),
    "",
    _(
        "They can offer you a talk about what would help you. "
        "We give them your name and how to reach you, nothing else."
    ),
)
ALL = (TERMS, INFORMATION_SERVICE, CARERS_TEAM)
BY_PURPOSE = {question.purpose: question for question in ALL}


def asked_of(*, young: bool) -> tuple[Question, ...]:
    """Under 18 nothing but the terms: no mailing list and no sharing (Children's Code, standards 8 and 9)."""
    return (TERMS,) if young else ALL
