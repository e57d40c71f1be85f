"""Small numbers are not shown, and cannot be worked out from the totals (quality bar 24; ONS and NHS practice).

A count from 1 to 4 is suppressed. Where one suppressed cell of a row or column could be worked out by taking the
others from the total, one more is suppressed: the smallest that is left. Zeros are shown: they tell of nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

THRESHOLD = 5
ON_PAGE = 100


class Suppressed:
    """Stands in a table where a small number was. Shows as "fewer than 5 or hidden" to people and as `c` in files."""

    def __repr__(self) -> str:
        return "c"

    __str__ = __repr__


SUPPRESSED = Suppressed()
Cell = int | Suppressed


@dataclass(frozen=True)
class Table:
    """Counts by row and column with their totals, as they may be shown."""

    row_names: tuple[str, ...]
    column_names: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    row_totals: tuple[Cell, ...]
    column_totals: tuple[Cell, ...]
    total: Cell

    def rows(self) -> Iterator[tuple[str, tuple[Cell, ...], Cell]]:
        """Name, cells and total of each row."""
        yield from zip(self.row_names, self.cells, self.row_totals, strict=True)

    def first_rows(self) -> list[tuple[str, tuple[Cell, ...], Cell]]:
        """What the page shows: two thousand offers are for a file, not for reading."""
        return list(islice(self.rows(), ON_PAGE))

    @property
    def more(self) -> int:
        """How many rows only the files have."""
        return max(0, len(self.row_names) - ON_PAGE)

    @property
    def hides(self) -> bool:
        """Whether anything is suppressed, so that the page explains it."""
        lines = [*self.cells, self.row_totals, self.column_totals, (self.total,)]
        return any(cell is SUPPRESSED for line in lines for cell in line)


def protect(row_names: list[str], column_names: list[str], counts: list[list[int]]) -> Table:
    """The table that may be shown. `counts[row][column]` are the true counts, none below zero."""
    if any(count < 0 for row in counts for count in row):
        raise ValueError("Counts cannot be below zero")
    # The last line and the last column hold the totals, so that each line is one sum that could be solved.
    full = [[*row, sum(row)] for row in counts]
    full.append(
        [sum(column) for column in zip(*full, strict=True)] if full else [0] * (len(column_names) + 1)
    )
    hidden = {(r, c) for r, row in enumerate(full) for c, count in enumerate(row) if 0 < count < THRESHOLD}
    _hide_what_could_be_worked_out(full, hidden)

    def shown(r: int, c: int) -> Cell:
        return SUPPRESSED if (r, c) in hidden else full[r][c]

    height, width = len(row_names), len(column_names)
    return Table(
        row_names=tuple(row_names),
        column_names=tuple(column_names),
        cells=tuple(tuple(shown(r, c) for c in range(width)) for r in range(height)),
        row_totals=tuple(shown(r, width) for r in range(height)),
        column_totals=tuple(shown(height, c) for c in range(width)),
        total=shown(height, width),
    )


def _hide_what_could_be_worked_out(full: list[list[int]], hidden: set[tuple[int, int]]) -> None:
    """Adds cells to `hidden` until no row or column (totals included) has exactly one. Each round adds one, so it ends."""
    height, width = len(full), len(full[0])
    lines = [[(r, c) for c in range(width)] for r in range(height)] + [
        [(r, c) for r in range(height)] for c in range(width)
    ]
    changed = True
    while changed:
        changed = False
        for line in lines:
            if sum(place in hidden for place in line) != 1:
                continue
            left = [place for place in line if place not in hidden]
            if not left:
                continue
            # The smallest count that tells of somebody; a zero only when there is nothing else. The inside of the
            # table before its totals, which are what people look for first.
            hidden.add(
                min(
                    left,
                    key=lambda p: (
                        full[p[0]][p[1]] == 0,
                        p[0] == height - 1 or p[1] == width - 1,
                        full[p[0]][p[1]],
                    ),
                )
            )
            changed = True


def protect_list(names: list[str], counts: list[int]) -> Table:
    """One column of counts with a total: the same rule."""
    return protect(names, ["n"], [[count] for count in counts])


def small_hidden(count: int) -> Cell:
    """A number that stands alone, beside no total it could be worked out from."""
    return SUPPRESSED if 0 < count < THRESHOLD else count
