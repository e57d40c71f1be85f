"""What a person may say yes or no to under “My details”: contact by post, e-mail, text, and each consent
apart.

The rooms that keep these register them in their ``apps.ready()``; this room only shows and passes on the
answers::

    from passport_site.accounts import choices
    choices.register("applications", read=services.choices_of, write=services.set_choice)

`read(user)` returns a list of `Choice`; `write(user=…, key=…, yes=…, by=user)` stores one answer in a
transaction with its audit line. Withdrawing is one step: one tick away, one button (UK GDPR article 7(3);
quality bar 22).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One question with its present answer. `group` is `contact` or `consent`."""

    key: str
    label: str
    yes: bool
    group: str = "consent"
    hint: str = ""


@dataclass(frozen=True)
class Keeper:
    read: Callable[..., list[Choice]]
    write: Callable[..., object]


KEEPERS: dict[str, Keeper] = {}


def register(label: str, *, read: Callable[..., list[Choice]], write: Callable[..., object]) -> None:
    """Makes a room's choices known under its app label."""
    KEEPERS[label] = Keeper(read, write)


def choices_of(user) -> list[tuple[str, Choice]]:
    """Every choice of the person as (`label.key`, choice)."""
    return [
        (f"{label}.{choice.key}", choice) for label, keeper in KEEPERS.items() for choice in keeper.read(user)
    ]


def set_choices(user, answers: dict[str, bool], *, by: object) -> list[str]:
    """Writes the answers that differ from the present ones and returns their names. Unknown names are
    ignored.
    """
    changed = []
    for name, choice in choices_of(user):
        if name in answers and answers[name] != choice.yes:
            KEEPERS[name.split(".", 1)[0]].write(user=user, key=choice.key, yes=answers[name], by=by)
            changed.append(name)
    return changed
