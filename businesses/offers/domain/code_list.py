"""A list of codes as businesses have it: pasted, or a CSV file with the code in the first column."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SHORTEST, LONGEST = 3, 60
HEADINGS = frozenset({"code", "codes", "cod", "codau"})
DUPLICATE = _("is in the list twice")
KNOWN = _("was here already")
BAD = _("is no code: 3 to 60 English letters, digits and signs without spaces")


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that was left out, counted from 1, and why."""

    line: int
    why: Promise


def read_list(text: str, known: Collection[str]) -> tuple[list[str], list[Problem]]:
    """The new codes in their order, and the lines that are none. Empty lines and a heading are passed over.

    Only the first column counts. `known` are the codes that the offer has already.
    """
    codes: dict[str, None] = {}
    problems = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        code = _first_column(line)
        if not code or (number == 1 and code.lower() in HEADINGS):
            continue
        why = _objection(code, codes, known)
        if why:
            problems.append(Problem(number, why))
        else:
            codes[code] = None
    return list(codes), problems


def _first_column(line: str) -> str:
    for separator in ("\t", ";", ","):
        line = line.partition(separator)[0]
    return line.strip().strip('"').strip()


def _objection(code: str, codes: Collection[str], known: Collection[str]) -> Promise | None:
    if not SHORTEST <= len(code) <= LONGEST or any(not "!" <= character <= "~" for character in code):
        return BAD
    if code in codes:
        return DUPLICATE
    return KNOWN if code in known else None
