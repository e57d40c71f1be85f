"""How a call to Apple or Google ended, in three words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Ended(Enum):
    DONE = "done"
    GONE = "gone"
    """There is nobody there any more: the copy can be forgotten."""
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Outcome:
    ended: Ended
    problem: str = ""
    """A code for the log and the row: never a token, a name or an address."""
