"""Keys of till systems: who makes them, what they may do, a new secret beside the old one, and where they act."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from businesses.members.models import ApiKey, Device
from businesses.members.services import create_key, revoke_key, rotate_key
from businesses.redemptions.models import Redemption, Scan
from passport_site.core import retention
from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent
from tests.businesses.members.test_owner_page import somebody_of
from tests.factories import BranchFactory, OfferFactory, UserFactory
from tests.factories_tills import Api, a_card, a_till, code

pytestmark = pytest.mark.django_db
ALL = ["check", "redeem", "void", "upload"]
PLACE = "/business/keys/"


@pytest.fixture
def branch():
    return BranchFactory()


def a_key(at, scopes=ALL, **fields):
    fields = {"branch": at} | fields
    return create_key(business=at.business, name="Till system", scopes=scopes, by="system:test", **fields)


def in_branch(secret: str, branch) -> Api:
    api = Api(secret)
    api.headers["Branch"] = str(getattr(branch, "pk", branch))
    return api


def test_a_key_checks_uses_and_voids_at_its_branch(branch):
    _key, secret = a_key(branch)
    api, card, offer = Api(secret), a_card(), OfferFactory(business=branch.business, limit_kind="day")
    assert api.post("check", {"code": code(card)}).json()["offers"][0]["id"] == offer.pk
    body = {"code": code(card), "offer": offer.pk, "idempotency_key": "k"}
    first, again = api.post("redeem", body).json(), api.post("redeem", body).json()
    assert first == again
    assert first["accepted"]
    use, scan = Redemption.objects.get(), Scan.objects.get(purpose="redeem")
    assert (use.branch, scan.branch, scan.device.branch) == (branch, branch, branch)
    assert api.post("void", {"redemption": use.pk}).json()["voided"]


def test_only_a_hash_is_stored(branch):
    key, secret = a_key(branch)
    assert secret.startswith("cpk_")
    assert secret not in str(list(ApiKey.objects.values()) + list(Device.objects.values()))
    assert secret.startswith(key.prefix)
    assert len(key.prefix) < 12


@pytest.mark.parametrize("scope", ["check", "redeem", "void"])
def test_what_a_key_may_not_do_is_403(branch, scope):
    offer, card = OfferFactory(business=branch.business), a_card()
    bodies = {
        "check": {"code": code(card)},
        "redeem": {"code": code(card), "offer": offer.pk, "idempotency_key": "k"},
        "void": {"redemption": 1},
    }
    _key, secret = a_key(branch, [one for one in ALL if one != scope])
    for path, body in bodies.items():
        answer = Api(secret).post(path, body)
        assert (answer.status_code == 403) == (path == scope)
        if path == scope:
            assert answer.headers["Content-Type"] == "application/problem+json"
            assert scope in answer.json()["detail"]


def test_a_key_for_all_branches_names_one_in_each_request(branch):
    other, foreign = BranchFactory(business=branch.business, name="Quay"), BranchFactory()
    _key, secret = a_key(branch, branch=None)
    text = code(a_card())
    for place in (branch, other, branch):
        assert in_branch(secret, place).post("check", {"code": text}).status_code == 200
    assert list(Scan.objects.order_by("pk").values_list("branch", flat=True)) == [
        branch.pk,
        other.pk,
        branch.pk,
    ]
    assert Device.objects.count() == 2
    for wrong in (foreign, 999999, "x", "-1", "٣", "9" * 40):
        answer = in_branch(secret, str(getattr(wrong, "pk", wrong)).encode().decode("latin-1"))
        status = 403 if wrong in (foreign, 999999) else 422
        assert answer.post("check", {"code": text}).status_code == status, wrong
    bare = Api(secret).post("check", {"code": text})
    assert bare.status_code == 403
    assert "header Branch" in bare.json()["detail"]
    assert [
        line["field"] for line in in_branch(secret, "x").post("check", {"code": text}).json()["errors"]
    ] == ["Branch"]


def test_a_key_for_one_branch_acts_for_no_other(branch):
    other = BranchFactory(business=branch.business, name="Quay")
    _key, secret = a_key(branch)
    assert in_branch(secret, other).post("check", {"code": "1"}).status_code == 403
    assert in_branch(secret, branch).post("check", {"code": "1"}).status_code == 200


@pytest.mark.parametrize("branch_sent", ["0", "-1", "one", "1e3", "9" * 30, ""])
def test_a_branch_that_is_no_number_is_malformed_for_everybody(branch, branch_sent):
    """Found by Schemathesis: devices and strangers were not told."""
    _device, token = a_till(branch)
    for sender in (token, ""):
        assert in_branch(sender, branch_sent).post("check", {"code": "1"}).status_code == 422
    assert in_branch(token, branch).post("check", {"code": "1"}).status_code == 200
    assert in_branch(token, BranchFactory()).post("check", {"code": "1"}).status_code == 403


def test_after_a_change_both_secrets_work_for_a_week_and_count_a_use_once(branch):
    key, old = a_key(branch)
    offer, card = OfferFactory(business=branch.business, limit_kind="day"), a_card()
    body = {"code": code(card), "offer": offer.pk, "idempotency_key": "k"}
    first = Api(old).post("redeem", body).json()
    key, new = rotate_key(key=key, by=UserFactory())
    assert Api(old).post("redeem", body).json() == first
    assert Api(new).post("redeem", body).json() == first
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        assert Api(old).post("redeem", body).status_code == 401
        assert Api(new).post("redeem", body).json() == first
    assert AuditEvent.objects.filter(verb="api_key.rotated").exists()


def test_a_leaked_secret_can_stop_at_once(branch):
    key, old = a_key(branch)
    _key, new = rotate_key(key=key, by=UserFactory(), old_works_for=timedelta(0))
    assert Api(old).post("check", {"code": "1"}).status_code == 401
    assert Api(new).post("check", {"code": "1"}).status_code == 200


def test_a_key_that_was_stopped_ran_out_or_whose_shop_left_is_a_stranger(branch):
    stopped, secret = a_key(branch)
    revoke_key(key=stopped, by=UserFactory())
    assert Api(secret).post("check", {"code": "1"}).status_code == 401
    _key, secret = a_key(branch, expires_at=timezone.now() + timedelta(days=1))
    assert Api(secret).post("check", {"code": "1"}).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert Api(secret).post("check", {"code": "1"}).status_code == 401
    _key, secret = a_key(branch)
    type(branch.business).objects.update(status="paused")
    assert Api(secret).post("check", {"code": "1"}).status_code == 401


def test_a_photo_opens_for_the_key_that_checked_and_for_no_other(branch, tmp_path, settings):
    from tests.factories_cards import issued

    card = issued(photo=True)
    _key, secret = a_key(branch)
    photo = Api(secret).post("check", {"code": code(card)}).json()["photo"]
    assert Api(secret).client.get(photo, headers={"Authorization": f"Bearer {secret}"}).status_code == 200
    _device, token = a_till(branch)
    assert Api().client.get(photo, headers={"Authorization": f"Bearer {token}"}).status_code == 404


def test_a_key_costs_one_query_like_a_device(branch):
    _key, secret = a_key(branch)
    api, text = Api(secret), code(a_card())
    offer = OfferFactory(business=branch.business, limit_kind="day")
    api.post("check", {"code": text})
    frame = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    with CaptureQueriesContext(connection) as check:
        api.post("check", {"code": text})
    with CaptureQueriesContext(connection) as redeem:
        api.post("redeem", {"code": text, "offer": offer.pk, "idempotency_key": "k"})
    count = [len([q for q in c.captured_queries if not q["sql"].startswith(frame)]) for c in (check, redeem)]
    assert count[0] <= 1 + 2
    assert count[1] <= 1 + 4


def test_the_database_wants_a_scope_and_one_device_for_each_branch(branch):
    key, _secret = a_key(branch)
    with pytest.raises(RuleBroken):
        a_key(branch, [])
    with pytest.raises(IntegrityError), transaction.atomic():
        ApiKey.objects.update(may_check=False, may_redeem=False, may_void=False, may_upload=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        Device.objects.create(api_key=key, branch=branch, name="again", token_hash="x" * 64)


def test_keys_go_13_months_after_they_stopped_and_scans_stay(branch):
    key, secret = a_key(branch)
    kept, _secret = a_key(branch)
    Api(secret).post("check", {"code": "1"})
    revoke_key(key=key, by=UserFactory())
    with time_machine.travel(timezone.now() + timedelta(days=395)):
        assert retention.run(["members.keys"]) == {"members.keys": 0}
    with time_machine.travel(timezone.now() + timedelta(days=397)):
        assert retention.run(["members.keys"]) == {"members.keys": 1}
    assert list(ApiKey.objects.all()) == [kept]
    assert Scan.objects.get().device is None


# the owner’s page


def test_an_owner_makes_a_key_that_is_shown_once_and_works(branch):
    owner = somebody_of(branch.business)
    wish = {"action": "make", "business": branch.business.pk, "name": "Chain tills", "branch": branch.pk}
    html = owner.post(PLACE, wish | {"scopes": ["check", "redeem"], "days": "365"}).content.decode()
    secret = re.search(r"cpk_[\w-]{43}", html)[0]
    assert Api(secret).post("check", {"code": "1"}).status_code == 200
    assert Api(secret).post("void", {"redemption": 1}).status_code == 403
    again = owner.get(PLACE).content.decode()
    assert secret not in again
    assert "Chain tills" in again
    assert ApiKey.objects.get().created_by == owner.user


def test_an_owner_changes_and_stops_a_key(branch):
    owner, (key, old) = somebody_of(branch.business), a_key(branch)
    wish = {"business": branch.business.pk, "row": key.pk}
    html = owner.post(PLACE, wish | {"action": "rotate", "old_days": "0"}).content.decode()
    new = re.search(r"cpk_[\w-]{43}", html)[0]
    assert Api(old).post("check", {"code": "1"}).status_code == 401
    assert Api(new).post("check", {"code": "1"}).status_code == 200
    owner.post(PLACE, wish | {"action": "stop"})
    assert Api(new).post("check", {"code": "1"}).status_code == 401


def test_nobody_touches_the_keys_of_another_shop(branch):
    key, secret = a_key(branch)
    stranger, staff = somebody_of(BranchFactory().business), somebody_of(branch.business, "staff")
    for client in (stranger, staff):
        for business in (branch.business.pk, BranchFactory().business.pk):
            wish = {"action": "stop", "business": business, "row": key.pk}
            assert client.post(PLACE, wish).status_code == 404
    own = {"action": "stop", "business": stranger.user.team_memberships.get().business_id, "row": key.pk}
    assert stranger.post(PLACE, own).status_code == 404
    assert Api(secret).post("check", {"code": "1"}).status_code == 200
    assert staff.get(PLACE).status_code == 302


def test_a_key_without_a_name_or_scope_is_explained(branch):
    owner = somebody_of(branch.business)
    html = owner.post(PLACE, {"action": "make", "business": branch.business.pk, "days": "0"}).content.decode()
    assert "Give the key a name" in html
    assert "Choose at least one thing" in html
    assert not ApiKey.objects.exists()


def test_the_hidden_device_is_no_till_on_any_page(branch, client_of):
    a_key(branch)
    owner, officer = somebody_of(branch.business), client_of("Commissioner")
    for client, place in ((owner, "/business/"), (officer, f"/cms/businesses/tills/{branch.business.pk}/")):
        assert "No till yet" in client.get(place).content.decode()
        hidden = {"action": "take_off", "business": branch.business.pk, "row": Device.objects.get().pk}
        assert client.post(place, hidden).status_code == 404


def test_an_officer_makes_and_stops_keys_in_the_cms(branch, client_of):
    place = f"/cms/businesses/keys/{branch.business.pk}/"
    officer = client_of("Commissioner")
    wish = {"action": "make", "name": "Chain", "scopes": ["check"], "days": "730"}
    html = officer.post(place, wish).content.decode()
    secret = re.search(r"cpk_[\w-]{43}", html)[0]
    assert in_branch(secret, branch).post("check", {"code": "1"}).status_code == 200
    assert secret not in officer.get(place).content.decode()
    officer.post(place, {"action": "stop", "row": ApiKey.objects.get().pk})
    assert in_branch(secret, branch).post("check", {"code": "1"}).status_code == 401
    assert client_of("Assessor").get(place).status_code in (302, 403)
