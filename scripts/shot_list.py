"""What `make shots` photographs: one line a page or state. `who` is a key of the demo cast (see /demo/)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Shot:
    """One page. `then` brings it into the state to photograph; `welsh` also takes its /cy/ twin."""

    name: str
    path: str
    who: str | None = None
    then: Callable[[Page], None] | None = None
    welsh: bool = True


def _submit(page: Page) -> None:
    page.locator("main form button[type=submit], main form button:not([type])").first.click()


SHOTS: list[Shot] = [
    Shot("home", "/"),
    Shot("directory", "/offers/"),
    Shot("apply-start", "/apply/"),
    Shot("sign-in", "/account/login/"),
    Shot("till-stranger", "/v"),
    Shot("design", "/design/", welsh=False),
    Shot("demo", "/demo/", welsh=False),
    Shot("not-found", "/no-such-page/"),
]
