"""The state diagrams, drawn from the transition tables (pattern 3). `docs/states.md`."""

from __future__ import annotations

from .docs import table
from .transitions import TABLES, Table, Transition


def text() -> str:
    """The whole document: one diagram and one table per thing."""
    parts = [
        "# States",
        "",
        "Made by `manage.py states` from the transition tables in each room's `domain/`; a test fails when",
        "it is not up to date. An arrow without a permission is taken by the thing's owner or by a rule.",
    ]
    for thing in sorted(TABLES):
        parts += ["", *_thing(TABLES[thing])]
    return "\n".join(parts) + "\n"


def _thing(states: Table) -> list[str]:
    arrows = [f"    [*] --> {states.initial}"]
    for one in states.transitions:
        arrows += [f"    {source} --> {one.target}: {one.name}" for source in one.sources]
    words = [
        [f"`{status}`", str(states.words[status])] for status in states.statuses() if status in states.words
    ]
    lines = [f"## {states.thing}", "", "```mermaid", "stateDiagram-v2", *arrows, "```", ""]
    lines.append(
        table(
            ["step", "from", "to", "permission", "in the trail", "mail"],
            [_row(one) for one in states.transitions],
        )
    )
    if words:
        lines += ["", table(["status", "in words"], words)]
    return lines


def _row(one: Transition) -> list[str]:
    return [
        one.name,
        ", ".join(one.sources) or "–",
        one.target,
        f"`{one.permission}`" if one.permission else "–",
        f"`{one.audit}`" if one.audit else "–",
        f"`{one.notice}`" if one.notice else "–",
    ]
