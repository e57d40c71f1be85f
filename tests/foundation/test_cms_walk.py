"""Every CMS screen is refused to somebody who may enter the CMS and nothing else (patterns.md, pattern 9,
trap 1).

Wagtail's own check fails open for a view without a model, so that a new screen of ours is only safe
because of this.
"""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from passport_site.core.models import AuditEvent, JobRun
from passport_site.scheme.querysets import current
from tests.factories import (
    ApplicationFactory,
    BranchFactory,
    CardFactory,
    CategoryFactory,
    EvidenceCodeFactory,
    OfferFactory,
    UserFactory,
)
from tests.factories_accounts import signed_in
from tests.factories_partners import OtherScheme, trusted
from tests.urls import Address, addresses

pytestmark = pytest.mark.django_db
OURS = ("passport_site.", "passports.", "businesses.", "directory.")

# Screens that anybody with access to the CMS may see, and why. A name that no longer answers fails.
OPEN = {
    "wagtailadmin_home": "the start page; its panels hide themselves",
    "wagtailadmin_account": "their own profile",
    "wagtailadmin_dismissibles": "their own hints",
    "wagtailadmin_sprite": "icons",
    "wagtailadmin_javascript_catalog": "words of the interface",
    "wagtail_localize:javascript_catalog": "words of the interface",
    "wagtailadmin_choose_page": "chooser: titles of pages they may choose",
    "wagtailadmin_choose_page_child": "chooser",
    "wagtailadmin_choose_page_search": "chooser",
    "wagtailadmin_choose_page_chosen_multiple": "chooser",
    "wagtailadmin_choose_page_anchor_link": "a form for a link",
    "wagtailadmin_choose_page_email_link": "a form for a link",
    "wagtailadmin_choose_page_external_link": "a form for a link",
    "wagtailadmin_choose_page_phone_link": "a form for a link",
    "wagtaildocs_chooser:choose": "chooser: only documents they may choose",
    "wagtaildocs_chooser:choose_results": "chooser",
    "wagtaildocs_chooser:chosen_multiple": "chooser",
    "wagtailimages_chooser:choose": "chooser: only images they may choose",
    "wagtailimages_chooser:choose_results": "chooser",
    "wagtailimages_chooser:chosen_multiple": "chooser",
    "wagtailembeds:chooser": "a form for an address",
    "wagtailembeds:chooser_upload": "a form for an address",
    "wagtail_localize:translations_report": "lists only what they may translate: nothing here",
    "wagtail_localize:translations_report_results": "the same",
    "wagtailadmin_reports:site_history": "lists only actions on what they may see",
    "wagtailadmin_reports:site_history_results": "the same",
    "wagtailadmin_tag_autocomplete": "tags of pictures",
    "wagtailadmin_workflows:task_chooser": "names of tasks in the workflow",
    "wagtailadmin_workflows:task_chooser_results": "the same",
    "wagtailadmin_workflows:task_chooser_create": "a form that only workflow editors can send",
    "wagtailadmin_pages:preview_on_add": "previews their own unsaved form",
    "wagtailadmin_explore": "the part of the tree they may see: nothing",
    "wagtailadmin_pages:confirm_workflow_cancellation": "a question; the answer is refused",
}
ROUTES_OPEN = {"cms/test404/": "Wagtail’s specimen of a 404 page"}
SKIPPED = {"wagtailadmin_error_test": "raises on purpose"}
ALL = [one for one in addresses() if one.route.startswith("cms/")]
CONCRETE = {"reports:export": ["cms/figures/applications.csv", "cms/figures/applications.xlsx"]}
"""Addresses given by a regular expression, spelt out."""


@pytest.fixture
def rows() -> dict[str, int]:
    """A real row for each of our screens, by the first part of its address: a refusal must not hide behind a
    404.
    """
    card = CardFactory()
    offer = OfferFactory()
    now = timezone.now()
    return {
        "applications": ApplicationFactory(waiting=True).pk,
        "evidence-codes": EvidenceCodeFactory().pk,
        "passports": card.passport.pk,
        "areas": card.passport.area.pk,
        "businesses": BranchFactory(business=offer.business).business.pk,
        "categories": CategoryFactory().pk,
        "offers": offer.pk,
        "partners": trusted(OtherScheme()).pk,
        "audit": AuditEvent.objects.create(verb="x", actor="user:1", subject="x:1").pk,
        "jobs": JobRun.objects.create(job="x", started_at=now).pk,
        "users": UserFactory().pk,
        "groups": Group.objects.first().pk,
        "sites": Site.objects.first().pk,
        "locales": Locale.objects.first().pk,
        "pages": Page.objects.filter(depth=2).first().pk,
        "settings": current().pk,
    }


@pytest.fixture
def powerless():
    """May enter the CMS, with a second factor; has no permission in it."""
    user = UserFactory()
    user.user_permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    return signed_in(user)


def first_part(one: Address) -> str:
    return one.route.removeprefix("cms/").split("/")[0]


def is_ours(one: Address, rows: dict[str, int]) -> bool:
    return one.module.startswith(OURS) or (
        first_part(one) in rows and first_part(one) not in {"pages", "sites", "locales"}
    )


def paths(one: Address, rows: dict[str, int]) -> list[str]:
    if one.name in CONCRETE:
        return ["/" + path for path in CONCRETE[one.name]]
    if one.regex:
        return []
    number = rows.get(first_part(one), 999999)
    values = {
        part: number for part, kind in one.parts if part in {"pk", "page_id", "parent_page_id", "object_id"}
    }
    if first_part(one) == "settings":
        values |= {"app_name": "scheme", "model_name": "scheme"}
    return [one.path(**values)]


def refused(answer) -> bool:
    """403, or the way back to the CMS’s start; settings first lead to the one row, and are asked again
    there.
    """
    return answer.status_code == 403 or (
        answer.status_code == 302 and answer.url in ("/cms/", "/account/login/")
    )


@pytest.mark.parametrize("method", ["get", "post"])
def test_our_screens_are_refused_to_somebody_without_permissions(powerless, rows, method):
    wrong = {}
    for one in ALL:
        if not is_ours(one, rows) or one.name in SKIPPED:
            continue
        for path in paths(one, rows):
            answer = getattr(powerless, method)(path)
            if answer.status_code == 302 and answer.url == f"{path}{rows['settings']}/":
                answer = getattr(powerless, method)(answer.url)
            if not refused(answer) and not (answer.status_code == 405 and method == "get"):
                wrong[f"{one.name} {path}"] = answer.status_code
    assert wrong == {}, "set model and permission_required on the view"


def test_wagtails_screens_show_nothing_to_somebody_without_permissions(powerless, rows):
    wrong = {}
    for one in ALL:
        if is_ours(one, rows) or one.name in OPEN or one.route in ROUTES_OPEN or one.name in SKIPPED:
            continue
        for path in paths(one, rows):
            status = powerless.get(path).status_code
            if status == 200 or status >= 500:
                wrong[f"{one.name} {path}"] = status
    assert wrong == {}, "refuse it, or say in OPEN why anybody in the CMS may see it"


def test_no_reason_is_stale():
    names = {one.name for one in ALL}
    assert (set(OPEN) | set(SKIPPED) | set(CONCRETE)) - names == set()
    assert set(ROUTES_OPEN) - {one.route for one in ALL} == set()


def test_the_walk_reaches_our_screens(rows):
    """A superuser sees what the powerless person was refused: the addresses above are real."""
    root = signed_in(UserFactory(is_superuser=True))
    root.raise_request_exception = False
    answers = {
        (one, path): root.get(path).status_code
        for one in ALL
        if is_ours(one, rows)
        for path in paths(one, rows)
    }
    assert {path: status for (_one, path), status in answers.items() if status >= 500} == {}
    seen = {first_part(one) for (one, _path), status in answers.items() if status == 200}
    assert {
        "applications",
        "evidence-codes",
        "passports",
        "areas",
        "businesses",
        "offers",
        "audit",
        "jobs",
        "users",
        "settings",
        "figures",
    } <= seen


@pytest.mark.parametrize("name", ["wagtailadmin_home"])
def test_the_start_page_of_the_powerless_tells_nothing(powerless, rows, name):
    page = powerless.get("/cms/").content.decode()

    assert "/cms/applications/" not in page
    assert "/cms/passports/" not in page
    assert "/cms/users/" not in page
