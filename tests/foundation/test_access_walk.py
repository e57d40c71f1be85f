"""Everything is denied by default: each address is public by name, or protected by a mark that holds
(pattern 9).

A new page joins by carrying a mark from `passport_site.accounts.access`; a public one also gets a line in
PUBLIC.
"""

from __future__ import annotations

import pytest
from django.test import Client

from passport_site.accounts.roles import ROLES
from tests.factories import UserFactory
from tests.factories_accounts import signed_in
from tests.urls import Address, addresses

# Public by name, and why. A name that no address has any more fails.
PUBLIC = {
    "health": "load balancers; says nothing else",
    "scheme_css": "two colours",
    "till_api:openapi-json": "how tills talk to us; no data",
    "till_api:api-root": "ninja’s own root; no data",
    "till_api:check": "a stranger learns only whether a card is good (issue 2)",
    "till_api:trust": "public keys and a list of stopped cards without names",
    "till_api:trust_schemes": "lists of stopped cards of other schemes, without names",
    "partners_public:next_county": "names of councils",
    "till_api_nothing": "an address that there is not",
    "redemptions:check": "anybody’s camera: only whether a card is good",
    "redemptions:developers": "a guide; all in it is invented",
    "redemptions:client": "an example to copy",
    "redemptions:enrol": "the one-time code in the form is the proof",
    "redemptions:worker": "a script",
    "redemptions:offline": "a page without data, the same for everybody",
    "apple_wallet:registration": "Apple’s phones; the token inside the pass is the proof",
    "apple_wallet:updatable": "Apple’s phones; says only which of its own passes changed",
    "apple_wallet:latest": "Apple’s phones; the token inside the pass is the proof",
    "apple_wallet:log": "Apple’s phones complain; a few short lines into the log",
    "cards:worker": "a script",
    "cards:gone": "a page without data",
    "applications:start": "people without an account apply",
    "applications:go_on": "reads the draft of this browser’s session only",
    "applications:close": "reads the draft of this browser’s session only",
    "applications:next": "reads the draft of this browser’s session only",
    "applications:save": "reads the draft of this browser’s session only",
    "applications:code": "asks for the code that was mailed",
    "applications:come_back": "asks for the code that was mailed",
    "applications:stop": "a page without data",
    "applications:check": "reads the draft of this browser’s session only",
    "applications:sent": "reads the application of this browser’s session only",
    "applications:equality": "answers are kept without a person",
    "applications:thanks": "a page without data",
    "applications:adult": "the one-time token in the form is the proof",
    "applications:own_photo": "reads the draft of this browser’s session only",
    "applications:step": "reads the draft of this browser’s session only",
    "accounts:closed": "a page without data",
    "account_login": "signing in",
    "account_request_login_code": "leads to signing in",
    "account_confirm_login_code": "the code is the proof; bound to this browser’s session",
    "account_logout": "signing out, by POST",
    "account_inactive": "a page without data",
    "account_email_verification_sent": "a step of signing in, bound to this browser’s session",
    "account_signup": "leads to the application",
    "account_reset_password": "leads to signing in; there are no passwords",
    "account_reset_password_done": "404",
    "account_change_password": "404",
    "account_set_password": "404",
    "account_email": "404",
    "account_reauthenticate": "404",
    "mfa_authenticate": "a step of signing in, bound to this browser’s session",
    "mfa_login_webauthn": "signing in by passkey",
    "pages:offers_feed": "published offers",
    "pages:sitemap": "published pages",
}
PUBLIC_ROUTES = {
    ".well-known/security.txt": "RFC 9116",
    "robots.txt": "for crawlers",
    "cms/login/": "leads to signing in",
    "cms/password_reset/": "leads to signing in",
    "_util/login/": "leads to signing in",
}
# Views of Wagtail that carry no mark of ours, and what protects them instead.
ELSEWHERE = {
    "wagtaildocs_serve": "published documents; private collections ask for their password",
    "wagtaildocs_authenticate_with_password": "asks for that password",
    "wagtailcore_authenticate_with_password": "asks for a private page’s password",
    "wagtailcore_login": "shadowed by the redirect to our sign-in",
    "wagtail_serve": "published pages; Wagtail refuses drafts and private pages",
}
ALL = [one for one in addresses() if not one.route.startswith("cms/") or one.route in PUBLIC_ROUTES]
MARKED = [one for one in ALL if one.mark]
OPEN = [one for one in MARKED if one.mark == "public"]
OWN = [one for one in MARKED if one.mark in ("signed_in", "carer")]
TILL = [one for one in MARKED if one.mark == "till"]
STAFF = [one for one in MARKED if one.mark.startswith("staff:")]


def label(one: Address) -> str:
    return one.name or one.route


def is_sign_in(answer) -> bool:
    return answer.status_code == 302 and answer.url.startswith(("/account/login/", "/cy/account/login/"))


def test_every_address_carries_a_mark_or_a_reason():
    bare = [
        label(one)
        for one in ALL
        if not one.mark and one.name not in ELSEWHERE and one.route not in PUBLIC_ROUTES
    ]
    assert bare == [], "put a mark of accounts.access on the view"


def test_every_public_address_is_public_by_name():
    unlisted = [label(one) for one in OPEN if one.name not in PUBLIC and one.route not in PUBLIC_ROUTES]
    assert unlisted == [], "say in PUBLIC why anybody may open it"


def test_no_reason_is_stale():
    names, routes = {one.name for one in OPEN}, {one.route for one in ALL}
    assert set(PUBLIC) - names == set()
    assert set(PUBLIC_ROUTES) - routes == set()
    assert set(ELSEWHERE) - {one.name for one in ALL if not one.mark} == set()


def test_the_walk_covers_each_kind_of_mark():
    assert OPEN
    assert OWN
    assert TILL
    assert STAFF
    assert {one.mark.partition(":")[0] for one in MARKED} == {"public", "signed_in", "carer", "till", "staff"}


@pytest.fixture
def stranger(db):
    return Client()


@pytest.fixture(params=[role.name for role in ROLES])
def somebody(db, request):
    client = signed_in(UserFactory(role=request.param))
    client.role = next(role for role in ROLES if role.name == request.param)
    return client


@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_are_sent_to_sign_in(stranger, method):
    wrong = [f"{label(one)}" for one in OWN + STAFF if not is_sign_in(getattr(stranger, method)(one.path()))]
    assert wrong == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_public_pages_never_fail_and_never_refuse(stranger, method):
    wrong = {}
    for one in OPEN:
        status = getattr(stranger, method)(one.path()).status_code
        if status >= 500 or status == 403:
            wrong[label(one)] = status
    assert wrong == {}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_gets_nothing_from_a_till(stranger, method):
    """No device: a kind page, a redirect or a refusal; never a fault."""
    wrong = {}
    for one in TILL:
        answer = getattr(stranger, method)(one.path())
        if answer.status_code >= 500 or ("api/" in one.route and answer.status_code == 200):
            wrong[label(one)] = answer.status_code
    assert wrong == {}


def test_each_role_reaches_exactly_what_its_permissions_say(somebody):
    wrong = {}
    for one in STAFF:
        allowed = one.mark.removeprefix("staff:") in somebody.role.permissions
        status = somebody.get(one.path()).status_code
        if status >= 500 or (status == 403) == allowed:
            wrong[label(one)] = status
    assert wrong == {}


def test_own_pages_open_or_explain_for_each_role(somebody):
    """What belongs to somebody else (number 999999) is not found; nothing fails."""
    wrong = {}
    for one in OWN:
        status = somebody.get(one.path()).status_code
        if status not in (200, 302, 404, 405):
            wrong[label(one)] = status
    assert wrong == {}


@pytest.mark.django_db
def test_own_pages_are_never_stored(somebody):
    stored = []
    for one in OWN + STAFF:
        answer = somebody.get(one.path())
        control = answer.headers.get("Cache-Control", "")
        if answer.status_code == 200 and "no-store" not in control and "no-cache" not in control:
            stored.append(f"{label(one)}: {control}")
    assert stored == []


def test_each_permission_in_a_mark_is_held_by_some_role():
    known = {name for role in ROLES for name in role.permissions}
    assert {one.mark.removeprefix("staff:") for one in STAFF} - known == set(), (
        "no role could ever open these"
    )
