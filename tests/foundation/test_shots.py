"""Every page is photographed by `make shots`: the list names each address, or this file says why it is no picture."""

from __future__ import annotations

import sys

from django.urls import Resolver404, resolve
from wagtail.models import get_page_models

from passports.applications import steps
from tests.urls import Address, addresses
from tests.welsh import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
from shot_list import SHOTS

# What is no page of its own, and why. A name that no address has any more, or that is photographed, fails.
NO_PICTURE = {
    "health": "a word for load balancers",
    "scheme_css": "colours; in every picture",
    "applications_queue:letter": "a PDF; letters are in card-letter, this one in tests",
    "cards_passports:download": "a ZIP of letters; its page is cms-letters",
    "redemptions:client": "a download",
    "redemptions:use": "till-recorded; the script shows the answer in the till’s own page",
    "redemptions:undo": "till-undone; the same",
    "redemptions:bundle": "data for the till’s script",
    "redemptions:upload": "data from the till’s script",
    "redemptions:photo": "a picture; inside a till’s answer",
    "redemptions:worker": "a script",
    "own_use:undo": "a button; its answer is use-undone",
    "applications:go_on": "a button; leads on to the next question",
    "applications:next": "leads on to the next question",
    "applications:own_photo": "a picture; inside /apply/photo/",
    "applications:not_mine": "a button; leads on to applying",
    "applications:draft_photo": "a picture that an officer opens",
    "applications:photo": "a picture that an officer opens",
    "applications:my_photo": "a picture; inside /apply/mine/",
    "applications:consent": "a button; comes back to the application",
    "partners:action": "buttons; they come back to the scheme’s screen",
    "reports:visits_file": "a download",
    "reports:take_visits": "a button; comes back to the scheme’s screen",
    "cards:code": "data for the page’s script",
    "cards:photo": "a picture; inside the card",
    "cards:worker": "a script",
    "cards:found": "a button; comes back to the card",
    "cards:design": "a button; comes back to the card",
    "cards:post": "a button; comes back to the card",
    "cards:renew": "a button; comes back to the card",
    "cards:add_to_apple": "a button; leads to the file. card shows both buttons",
    "cards:apple_pass": "a signed file for a phone",
    "cards:add_to_google": "a button; leads to Google",
    "accounts:after_sign_in": "leads on to the person’s place",
    "accounts:sign_out_everywhere": "a button; comes back to the list of devices",
    "accounts:my_data_file": "a download",
    "account_request_login_code": "leads to sign-in",
    "account_email_verification_sent": "leads to sign-in",
    "account_signup": "leads to applying",
    "account_reset_password": "leads to sign-in; there are no passwords",
    "account_reset_password_done": "404; there are no passwords",
    "account_change_password": "404; there are no passwords",
    "account_set_password": "404; there are no passwords",
    "account_email": "404; My details has its own",
    "account_reauthenticate": "404; My details has its own",
    "mfa_login_webauthn": "data for a script of sign-in",
    "mfa_download_recovery_codes": "a download",
    "pages:offers_feed": "a feed",
    "pages:sitemap": "for crawlers",
    "wagtaildocs_serve": "a download",
    "wagtaildocs_authenticate_with_password": "no document of ours has a password",
    "wagtailcore_authenticate_with_password": "no page of ours has a password",
    "wagtailcore_login": "shadowed by our sign-in",
    # the CMS
    "reports:export": "a download",
    "applications_queue:add_photo": "a button; comes back to the application",
    "cards_passports:photo": "a picture; inside the passport",
    "cards_passports:change_photo": "a button; comes back to the passport",
    "cards_passports:contact": "a button; comes back to the passport",
    "cards_passports:letter": "the PDF of card-letter",
    "cards_passports:print": "the PDF of card-letter, for many",
    "cards_passports:again": "the PDF of card-letter, for many",
}
MACHINES = (
    "api/",
    "media/",
    "wallet/",
    ".well-known/",
    "robots.txt",
    "_util/login/",
    "cms/login/",
    "cms/password_reset/",
)
PUBLISHED = {
    "HomePage": "home",
    "DirectoryPage": "directory",
    "BusinessPage": "offer",
    "GuidanceIndexPage": "guidance",
    "GuidancePage": "guidance-page",
    "StandardPage": "privacy",
}
OURS = ("passport_site.", "passports.", "businesses.", "directory.")
ASIDE = ("_results", "delete", "history", "usage", "copy")
"""Wagtail's own screens around a list of ours: parts of a page, or its questions and logs in its own words."""


def is_page(one: Address) -> bool:
    """Ours, and for people: every address outside the CMS, and the screens of our own in it."""
    if one.route.startswith(MACHINES):
        return False
    if one.route.startswith("cms/"):
        return one.module.startswith(OURS) and not one.name.endswith(ASIDE)
    return True


def name_at(path: str) -> str:
    """The name of the address that a picture shows."""
    try:
        return resolve(path.replace("*", "1")).view_name
    except Resolver404:
        return ""


PHOTOGRAPHED = {name_at(shot.where) for shot in SHOTS if not shot.path.startswith("mail:")}
PAGES = {one.name for one in addresses() if is_page(one)}


def test_every_page_is_photographed():
    missing = PAGES - PHOTOGRAPHED - set(NO_PICTURE)
    assert missing == set(), (
        "add a line to scripts/shot_list/, or say in NO_PICTURE why there is nothing to see"
    )


def test_no_reason_is_stale():
    names = {one.name for one in addresses()}
    assert set(NO_PICTURE) - names == set()
    assert set(NO_PICTURE) & PHOTOGRAPHED == set()


def test_every_line_leads_somewhere():
    lost = [shot.name for shot in SHOTS if not shot.path.startswith("mail:") and not name_at(shot.where)]
    assert lost == []


def test_names_are_used_once():
    names = [shot.name for shot in SHOTS]
    assert sorted(set(names)) == sorted(names)


def test_every_question_of_applying_is_photographed():
    wheres = {shot.where for shot in SHOTS}
    assert [step.slug for step in steps.STEPS if f"/apply/{step.slug}/" not in wheres] == []
    stops = (steps.TOO_YOUNG, steps.NEEDS_ADULT, steps.NOT_YOUNG, steps.OUTSIDE)
    assert [why for why in stops if f"/apply/stop/{why}/" not in wheres] == []


def test_every_kind_of_published_page_is_photographed():
    """Wagtail serves them all by one address, so the address alone does not tell."""
    ours = {model.__name__ for model in get_page_models() if model.__module__.startswith(OURS)}
    assert ours == set(PUBLISHED), "name the picture of the new kind of page"
    assert set(PUBLISHED.values()) - {shot.name for shot in SHOTS} == set()


def test_the_camera_knows_where_it_is():
    """A control: `*` stands for one part of an address, never for more or none."""
    (shot,) = (one for one in SHOTS if one.name == "apply-withdraw")
    assert shot.is_at("/apply/mine/7/withdraw/")
    assert not shot.is_at("/apply/mine/7/8/withdraw/")
    assert not shot.is_at("/apply/mine/withdraw/")
    assert not shot.is_at("/apply/")
