"""Bars for a table, drawn as SVG by the template. A picture of the table beside it, never instead of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .disclosure import SUPPRESSED, Table

MOST = 24
LABEL, WIDTH, ROW = 220, 420, 26


@dataclass(frozen=True)
class Bar:
    """One row: where it stands (pixels from the top), how long it is (pixels), what it says."""

    name: str
    y: int
    length: int
    words: str


@dataclass(frozen=True)
class Chart:
    """All bars and the size of the drawing in pixels."""

    bars: tuple[Bar, ...]
    height: int
    width: int = LABEL + WIDTH + 80
    label: int = LABEL


def bars(table: Table) -> Chart | None:
    """One bar for each row total, the first 24; a hidden total has no bar. None when there is nothing to compare."""
    rows = [(name, total) for name, _cells, total in table.rows()][:MOST]
    highest = max((total for _name, total in rows if total is not SUPPRESSED), default=0)
    if len(rows) < 2 or highest == 0:
        return None
    drawn = tuple(
        Bar(
            name=name if len(name) <= 30 else name[:29] + "…",
            y=index * ROW,
            length=0 if total is SUPPRESSED else round(WIDTH * total / highest),
            words=_("hidden") if total is SUPPRESSED else f"{total:,}",
        )
        for index, (name, total) in enumerate(rows)
    )
    return Chart(bars=drawn, height=len(drawn) * ROW)
