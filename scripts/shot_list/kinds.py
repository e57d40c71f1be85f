"""What one photograph is, and what the camera knows about the demo it looks at."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

OUT = Path(__file__).resolve().parents[2] / "var" / "shots"
Then = Callable[["Page"], None]


@dataclass(frozen=True)
class Shot:
    """One page or state.

    `who`    a key of the demo cast (/demo/) or of shots_cast.py; nobody is signed in without one
    `then`   brings the page into the state to photograph
    `shows`  where that ends, when it is another address than `path`; `*` stands for a number or a name. The
             camera fails when the page is elsewhere, and a test reads here which pages are photographed
    `also`   more pictures of the same state: "dark", "narrow" (320 px), "paper" (print style)
    `kind`   "page", or "pdf": each of its sheets as a picture
    """

    name: str
    path: str
    who: str | None = None
    then: Then | None = None
    welsh: bool = True
    shows: str = ""
    also: tuple[str, ...] = ()
    kind: str = "page"

    @property
    def is_mail(self) -> bool:
        return self.path.startswith(("mail:", "/design/mail/"))

    @property
    def where(self) -> str:
        """The address that is in the picture, with `*` for what differs."""
        return self.shows or self.path.partition("?")[0]

    def is_at(self, path: str) -> bool:
        """Whether an address, without its language, is the one that should be in the picture."""
        return re.fullmatch(re.escape(self.where).replace(r"\*", "[^/]+"), path) is not None

    @property
    def in_cms(self) -> bool:
        """Wagtail's own screens: the officers' language, and no axe on what is not ours."""
        return self.path.startswith("/cms")


@cache
def facts() -> dict[str, Any]:
    """What scripts/shots_cast.py found in the demo. Empty when nothing is photographed (a test reads the list)."""
    found = OUT / "facts.json"
    return json.loads(found.read_text()) if found.is_file() else {}


def number(name: str) -> str:
    """A row's number for an address; 1 when nothing is photographed."""
    return str(facts().get("rows", {}).get(name, 1))


def card(status: str) -> str:
    """The number of a card of that status."""
    return facts().get("cards", {}).get(status, "00000000A")


@cache
def _pool() -> Iterator[str]:
    return itertools.cycle(facts().get("unused", ["00000000A"]))


def unused_card() -> str:
    """The next card that has recorded nothing at the demo's till."""
    return next(_pool())
