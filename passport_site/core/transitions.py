"""Statuses change along a table, one per thing (pattern 2). `manage.py states` draws docs/states.md from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from .errors import RuleBroken


@dataclass(frozen=True)
class Transition:
    """One arrow: its verb, where it may start, where it ends, who may take it, the audit verb, who is told."""

    name: str
    sources: tuple[str, ...]
    target: str
    permission: str | None = None
    """Permission that an officer needs; None when the thing's owner or a rule takes the arrow."""
    audit: str = ""
    notice: str | None = None
    """Mail template sent on commit, or None."""


@dataclass(frozen=True)
class Table:
    """All arrows of one thing. `initial` is the status of a new row."""

    thing: str
    initial: str
    transitions: tuple[Transition, ...]
    words: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> Transition:
        """The arrow of that name. Raises KeyError for a name that is not in the table."""
        for transition in self.transitions:
            if transition.name == name:
                return transition
        raise KeyError(f"{self.thing} has no transition {name!r}")

    def allows(self, name: str, current: str) -> bool:
        """Whether the arrow may start at `current`."""
        return current in self.get(name).sources

    def check(self, name: str, current: str) -> Transition:
        """The arrow, or RuleBroken when it cannot start at `current`."""
        if not self.allows(name, current):
            raise RuleBroken(
                _("This cannot be done any more. Somebody may have changed it a moment ago."), code="moved_on"
            )
        return self.get(name)

    def statuses(self) -> list[str]:
        """Every status, in the order of the table."""
        seen = [self.initial]
        for transition in self.transitions:
            for status in (*transition.sources, transition.target):
                if status not in seen:
                    seen.append(status)
        return seen


TABLES: dict[str, Table] = {}


def register(table: Table) -> Table:
    """Makes a table known to the generated documentation. Returns it, so rooms write ``X = register(Table(…))``."""
    TABLES[table.thing] = table
    return table
