"""The ways through applying: what each kind of applicant answers, and how a page of /apply/ comes into sight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .kinds import OUT, Then
from .steps import here, in_turn, mailed_code, press, send

if TYPE_CHECKING:
    from playwright.sync_api import Page

Answers = dict[str, dict[str, str]]


def born(year: int) -> dict[str, str]:
    """A birthday in that year."""
    return {"date_of_birth_day": "27", "date_of_birth_month": "3", "date_of_birth_year": str(year)}


ADULT: Answers = {
    "name": {"first_name": "Priya", "last_name": "Menon-Hughes"},
    "born": born(1980),
    "home": {"postcode": "AJ1 1PM"},
    "relationship": {"relationship": "parent"},
    "person": {"cared_for_age": "80+", "cared_for_lives": "near"},
    "their-postcode": {"cared_for_postcode": "ZZ9 9ZZ"},
    "time": {"hours": "20-34", "since": "1-4"},
    "contact": {"no_email": "on"},
    "address": {"address": "12 Mill Lane\nArlenford", "phone": "07700 900 103"},
    "photo": {"photo_way": "desk"},
    "evidence": {"evidence_kind": "declaration"},
    "proof": {"evidence_words": "I cook, wash and shop for my mum every day."},
    "news": {"by_post": "on", "heard_from": "gp"},
    "agree": {"terms": "on"},
    "check": {},
}
YOUNG: Answers = {
    "name": {"first_name": "Aled", "last_name": "Price"},
    "born": born(2010),
    "privacy": {},
    "home": ADULT["home"],
    "relationship": {"relationship": "sibling"},
    "contact": {"no_email": "on"},
    "address": {"address": "12 Mill Lane\nArlenford"},
    "adult": {
        "guardian_name": "Nia Price",
        "guardian_relationship": "parent",
        "guardian_email": "nia.price{n}@post.example",
    },
    "look": {"discreet": "no"},
    "photo": ADULT["photo"],
    "evidence": {"evidence_kind": "code"},
    "proof": {"evidence_code": "SCH-4417"},
    "agree": ADULT["agree"],
    "check": {},
}
"""From 14 on they start by themselves and name an adult."""
ADULT_OF: Answers = {
    "guardian": {
        "guardian_name": "Nia Price",
        "guardian_email": "nia.price{n}@post.example",
    },
    "professional": {
        "guardian_name": "Rosalind Pugh",
        "guardian_relationship": "Pastoral lead, Gullsea High",
        "guardian_email": "rosalind.pugh{n}@gullsea-high.example",
    },
}
ROUTES: dict[str, Answers] = {
    "guardian": {"guardian": ADULT_OF["guardian"]} | YOUNG | {"born": born(2014)},
    "professional": {"professional": ADULT_OF["professional"]} | YOUNG | {"born": born(2014)},
}
"""Somebody fills it in for a young carer."""


CODES = ("confirm", "confirm-adult")
"""Questions that ask for a code from a mail."""


def start(route: str = "self") -> Then:
    """From the start page to the first question."""
    return press("main form button" if route == "self" else f"button[value={route}]")


def apply_until(last: str, answers: Answers = ADULT, route: str = "self", **changed: dict[str, str]) -> Then:
    """Goes through applying until the page with that address is shown; keywords change the answers of a page."""
    known = answers | changed

    def then(page: Page) -> None:
        start(route)(page)
        seen = ""
        while (slug := page.url.rstrip("/").rsplit("/", 1)[1]) != last:
            if slug == seen or (slug not in known and slug not in CODES):
                raise LookupError(f"on the way to {last!r}, /apply/{slug}/ did not take our answer")
            if slug in CODES:
                mailed_code(page)
            else:
                send(**known[slug])(page)
            seen = slug

    return then


def choose_photo(page: Page) -> None:
    """A wide photo, so that it has to be moved."""
    page.set_input_files("input[type=file]", OUT / "photo.jpg")
    page.locator("#photo-preview img").wait_for()


def leave_empty(last: str, **known: dict[str, str]) -> Then:
    """Sends a question without an answer: the error summary."""
    return in_turn(apply_until(last, **known), press())


def with_token(page: Page) -> None:
    """A young carer asks an adult, and the adult opens the link of the newest mail."""
    apply_until("sent", YOUNG)(page)
    back = here(page)
    page.goto(back.removesuffix("/cy") + "/demo/outbox/")
    page.locator("main .rows a", has_text=re.compile("Aled")).first.click()
    token = page.locator("main a[href*='adult-answer']").first.get_attribute("href").partition("#")[2]
    page.goto(back + "/apply/adult-answer/")
    page.locator("[name=token]").fill(token)
    press()(page)
