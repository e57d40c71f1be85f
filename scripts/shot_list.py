"""What `make shots` photographs: one line a page or state. `who` is a key of the demo cast (see /demo/)."""

from __future__ import annotations

import os
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


def start_applying(page: Page) -> None:
    """From the start page to the first question."""
    page.locator("main form button").first.click()


APPLY_ANSWERS: dict[str, dict[str, str]] = {
    "name": {"first_name": "Priya", "last_name": "Menon-Hughes"},
    "born": {"date_of_birth_day": "27", "date_of_birth_month": "3", "date_of_birth_year": "1980"},
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


def apply_until(last: str, **changed: dict[str, str]) -> Callable[[Page], None]:
    """Goes through applying until the page with that address is shown; keywords change the answers of a page."""
    answers = APPLY_ANSWERS | changed

    def then(page: Page) -> None:
        start_applying(page)
        while (slug := page.url.rstrip("/").rsplit("/", 1)[1]) != last:
            for name, value in answers[slug].items():
                field = page.locator(f"main [name={name}]")
                if field.first.get_attribute("type") in ("radio", "checkbox"):
                    page.locator(
                        f'main [name={name}][value="{value}"], main [type=checkbox][name={name}]'
                    ).check()
                else:
                    field.fill(value)
            page.locator("main form button:not([name])").first.click()

    return then


def type_number(number: str) -> Callable[[Page], None]:
    """Types a card number into the field of /v or /till/."""

    def then(page: Page) -> None:
        page.locator("input[name=code]").fill(number)
        page.locator("main form button").first.click()
        page.locator(".till-result").wait_for()

    return then


def record_use(page: Page) -> None:
    """A good card, and the first offer that can be recorded."""
    type_number(os.environ.get("SHOTS_ACTIVE", ""))(page)
    page.locator(".till-offer form button").first.click()
    page.locator(".till-undo").wait_for()


def first_result(page: Page) -> None:
    """Follows the first link of a list."""
    page.locator("main .rows a").first.click()


def first_in_queue(page: Page) -> None:
    """Opens the first row of a CMS list."""
    page.locator("table.listing tbody a").first.click()


SHOTS: list[Shot] = [
    # the public
    Shot("home", "/"),
    Shot("directory", "/offers/"),
    Shot("directory-filtered", "/offers/?area=northmoor&for=young"),
    Shot("directory-nothing", "/offers/?q=xylophone"),
    Shot("business", "/offers/", then=first_result),
    Shot("guidance", "/guidance/"),
    Shot("guidance-page", "/guidance/am-i-a-carer/"),
    Shot("privacy", "/privacy/"),
    Shot("contact", "/contact/"),
    Shot("not-found", "/no-such-page/"),
    # applying
    Shot("apply-start", "/apply/"),
    Shot("apply-name", "/apply/", then=start_applying),
    Shot("apply-person", "/apply/", then=apply_until("person")),
    Shot("apply-outside", "/apply/", then=apply_until("outside", home={"postcode": "ZZ9 9ZZ"})),
    Shot(
        "apply-privacy",
        "/apply/",
        then=apply_until("privacy", born=APPLY_ANSWERS["born"] | {"date_of_birth_year": "2011"}),
    ),
    Shot("apply-photo", "/apply/", then=apply_until("photo")),
    Shot("apply-agree", "/apply/", then=apply_until("agree")),
    Shot("apply-check", "/apply/", then=apply_until("check")),
    Shot("apply-sent", "/apply/", then=apply_until("sent")),
    Shot("apply-adult", "/apply/adult-answer/"),
    Shot("apply-come-back", "/apply/come-back/"),
    Shot("apply-waiting", "/apply/", who="waiting"),
    Shot("apply-more-needed", "/apply/", who="more-needed"),
    Shot("apply-refused", "/apply/", who="refused"),
    Shot("apply-young-waiting", "/apply/", who="young-waiting"),
    # accounts
    Shot("sign-in", "/account/login/"),
    Shot("my-data", "/me/data/", who="active"),
    Shot("close-account", "/me/close/", who="active"),
    Shot("details", "/me/", who="active"),
    Shot("second-factor", "/account/2fa/", who="active"),
    # the card
    Shot("card", "/card/", who="active"),
    Shot("card-young", "/card/", who="young"),
    Shot("card-expiring", "/card/", who="renewing"),
    Shot("card-expired", "/card/", who="expired"),
    Shot("card-lost", "/card/", who="lost"),
    Shot("card-none", "/card/", who="waiting"),
    Shot("card-contact", "/card/contact/", who="active"),
    Shot("card-replace", "/card/replace/", who="active"),
    Shot("card-ended", "/card/", who="former"),
    Shot("card-report-lost", "/card/lost/", who="active"),
    # the till
    Shot("till-stranger", "/v"),
    Shot("till-stranger-no", "/v", then=type_number("00000000A")),
    Shot("till-not-enrolled", "/till/"),
    Shot("till-enrol", "/till/enrol"),
    Shot("till", "/till/", who="till"),
    Shot("till-yes", "/till/", who="till", then=type_number(os.environ.get("SHOTS_ACTIVE", ""))),
    Shot("till-recorded", "/till/", who="till", then=record_use),
    Shot("till-stopped", "/till/", who="till", then=type_number(os.environ.get("SHOTS_LOST", ""))),
    Shot("till-stranger-yes", "/v", then=type_number(os.environ.get("SHOTS_ACTIVE", ""))),
    Shot("till-refused", "/till/", who="till", then=type_number("00000000A")),
    # officers
    Shot("cms-assessor", "/cms/", who="assessor", welsh=False),
    Shot("cms-queue", "/cms/applications/", who="assessor", welsh=False),
    Shot("cms-application", "/cms/applications/", who="assessor", then=first_in_queue, welsh=False),
    Shot("cms-passport", "/cms/passports/", who="assessor", then=first_in_queue, welsh=False),
    Shot("cms-passports", "/cms/passports/", who="assessor", welsh=False),
    Shot("cms-figures", "/cms/figures/", who="commissioner", welsh=False),
    Shot("cms-businesses", "/cms/businesses/", who="commissioner", welsh=False),
    Shot("cms-offers", "/cms/offers/", who="commissioner", welsh=False),
    Shot("cms-scheme", "/cms/settings/scheme/scheme/", who="commissioner", welsh=False),
    # development
    Shot("design", "/design/", welsh=False),
    Shot("demo", "/demo/", welsh=False),
]
