"""The sandbox: published cards and key that work with each other only, are in no figure, and are new every night."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from businesses.members.models import ApiKey, Business
from businesses.members.services import create_key
from businesses.redemptions import api_auth
from businesses.redemptions.counting import count_uses
from businesses.redemptions.domain.counting import first_of
from businesses.redemptions.models import GuessAlarm, Redemption, RedemptionVoid, Scan
from businesses.redemptions.services.sandbox import find_sandbox, open_sandbox
from passport_site.core import retention
from passport_site.core.throttle import Limit
from passports.cards import trust_document
from passports.cards.domain import status_list
from passports.cards.domain.numbers import is_valid
from passports.cards.figures import active_by_area_and_kind
from passports.cards.models import Card, Passport
from passports.cards.public import check_code, read_code
from tests.factories import AreaFactory
from tests.factories_tills import Api, a_card, a_till, an_offer, code

pytestmark = pytest.mark.django_db


@pytest.fixture
def sandbox(area):
    api_auth.SANDBOX.forget()
    return open_sandbox()


@pytest.fixture
def api(sandbox):
    return Api(sandbox.secret)


def use(sandbox, kind: str, offer: str, key: str = "k") -> dict:
    return {
        "code": sandbox.cards[kind].number,
        "offer": sandbox.offers[offer].pk,
        "idempotency_key": key,
    }


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("valid", "valid"),
        ("limit_reached", "valid"),
        ("expired", "expired"),
        ("revoked", "revoked"),
        ("not_yet_valid", "not_yet_valid"),
        ("young", "valid"),
    ],
)
def test_each_test_card_does_what_it_is_for_typed_and_scanned(sandbox, api, kind, status):
    card = sandbox.cards[kind]
    for text in (card.number, card.shown, card.code, card.address):
        assert api.post("check", {"code": text}).json()["status"] == status


def test_the_numbers_are_the_same_in_every_scheme(sandbox):
    assert next(card.shown for card in sandbox.cards.values()) == "TEST-0001-B"
    assert all(is_valid(card.number) for card in sandbox.cards.values())


def test_a_use_a_refusal_and_a_void(sandbox, api):
    used_up = api.post("redeem", use(sandbox, "limit_reached", "once")).json()
    assert (used_up["accepted"], used_up["reason"]) == (False, "used_up")
    done = api.post("redeem", use(sandbox, "valid", "daily", "k2")).json()
    assert done["accepted"]
    assert api.post("redeem", use(sandbox, "valid", "daily", "k3")).json()["reason"] == "used_today"
    assert api.post("void", {"redemption": done["redemption"]}).json()["voided"]
    assert api.post("redeem", use(sandbox, "young", "adults", "k4")).json()["reason"] == "not_for_young"


def test_a_real_card_is_none_in_the_test_shop(sandbox, api):
    card = a_card(passport__first_name="Priya")
    for text in (card.number, code(card), code(card, live=True)):
        answer = api.post("check", {"code": text})
        assert answer.json()["status"] == "not_valid"
        assert "Priya" not in answer.text
    body = use(sandbox, "valid", "always") | {"code": code(card)}
    assert api.post("redeem", body).json()["reason"] == "not_valid"
    assert not Redemption.objects.filter(passport=card.passport).exists()


def test_a_test_card_is_none_at_a_real_till_and_for_a_stranger(sandbox):
    device, token = a_till()
    offer = an_offer(device)
    for text in (sandbox.cards["valid"].number, sandbox.cards["valid"].code):
        for api in (Api(token), Api()):
            assert api.post("check", {"code": text}).json()["status"] == "not_valid"
        body = {"code": text, "offer": offer.pk, "idempotency_key": text[:20]}
        assert Api(token).post("redeem", body).json()["reason"] == "not_valid"
        assert not check_code(text, timezone.now()).valid
    assert read_code(sandbox.cards["valid"].code).failure == ""  # genuine, so only the database keeps it out


def test_a_till_without_a_network_takes_test_cards_as_stopped(sandbox):
    real = a_card()
    trust_document.forget()
    bits = status_list.decode(base64.b64decode(Api().get("trust").json()["status_list"]))
    trust_document.forget()
    tests = Card.objects.filter(passport__sandbox=True, expires_on__gte=timezone.localdate())
    assert tests.count() == 5
    assert all(bits.is_stopped(card.status_index) for card in tests)
    assert not bits.is_stopped(real.status_index)


def test_nothing_of_it_is_counted_or_listed(sandbox, api, client_of):
    assert api.post("redeem", use(sandbox, "valid", "always")).json()["accepted"]
    month = first_of(timezone.localdate())
    assert sum(count_uses(("month",), [month]).values()) == 0
    assert active_by_area_and_kind(timezone.localdate()) == {}
    assert "Test Card" not in client_of("Assessor").get("/cms/passports/").content.decode()
    from businesses.offers.public import businesses_with_offers

    assert list(businesses_with_offers(timezone.localdate())) == []


def test_a_real_use_beside_it_is_counted(sandbox):
    device, token = a_till()
    body = {"code": code(a_card()), "offer": an_offer(device).pk, "idempotency_key": "k"}
    assert Api(token).post("redeem", body).json()["accepted"]
    assert list(count_uses(("month",), [first_of(timezone.localdate())]).values()) == [1]


def test_every_night_it_is_as_new_and_nothing_else_is_touched(sandbox, api):
    device, token = a_till()
    body = {"code": code(a_card()), "offer": an_offer(device).pk, "idempotency_key": "k"}
    Api(token).post("redeem", body)
    done = api.post("redeem", use(sandbox, "valid", "once")).json()
    api.post("void", {"redemption": done["redemption"]})
    Card.objects.filter(number=sandbox.cards["valid"].number).update(status="lost")
    Passport.objects.filter(pk=sandbox.cards["young"].passport_id).update(first_name="Rude")
    assert retention.run(["redemptions.sandbox"]) == {"redemptions.sandbox": 2}
    assert Redemption.objects.exclude(offer__business__sandbox=True).count() == 1
    assert Redemption.objects.filter(offer__business__sandbox=True).count() == 1  # the limit that is reached
    assert not RedemptionVoid.objects.exists()
    again = find_sandbox()
    assert (again.secret, again.cards.keys()) == (sandbox.secret, sandbox.cards.keys())
    assert api.post("check", {"code": sandbox.cards["valid"].number}).json()["first_name"] == "Test"
    assert api.post("redeem", use(sandbox, "valid", "once", "n")).json()["accepted"]


def test_test_cards_stay_good_for_years_and_are_never_forgotten(sandbox, api):
    for days in (400, 1200):
        with time_machine.travel(timezone.now() + timedelta(days=days)):
            retention.run()
            assert api.post("check", {"code": sandbox.cards["valid"].number}).json()["status"] == "valid"
            assert api.post("check", {"code": sandbox.cards["expired"].number}).json()["status"] == "expired"


def test_where_there_is_no_sandbox_the_night_makes_none(area):
    assert retention.run(["redemptions.sandbox"]) == {"redemptions.sandbox": 0}
    assert not Business.objects.exists()


def test_the_command_is_safe_to_repeat_and_wants_an_area(db, capsys):
    with pytest.raises(CommandError):
        call_command("sandbox")
    AreaFactory()
    call_command("sandbox")
    call_command("sandbox")
    assert "6 cards, 4 offers" in capsys.readouterr().out
    assert (Business.objects.count(), ApiKey.objects.count(), Passport.objects.count()) == (1, 1, 6)
    assert Scan.objects.count() == 1


def test_there_is_one_sandbox_at_most(sandbox):
    other = a_till()[0].branch.business
    with pytest.raises(IntegrityError), transaction.atomic():
        Business.objects.filter(pk=other.pk).update(sandbox=True)


def test_everybody_has_the_published_key_so_it_is_counted_by_network(sandbox, api, monkeypatch):
    monkeypatch.setattr(api_auth.SANDBOX, "limit", Limit("sandbox", 2, 3600))
    answers = [api.post("void", {"redemption": 1}, REMOTE_ADDR="192.0.2.1") for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert answers[0].headers["RateLimit-Policy"].startswith('"sandbox";')
    assert api.post("void", {"redemption": 1}, REMOTE_ADDR="192.0.2.2").status_code == 200


def test_wrong_numbers_there_ring_at_nobody(sandbox, api):
    for _ in range(31):
        api.post("check", {"code": "00000000Z"})
    assert not GuessAlarm.objects.exists()


def uploaded(api: Api, text: str, sequence: int) -> dict:
    item = {
        "sequence": sequence, "key": f"u{sequence}", "purpose": "check", "code": text, "offer": None,
        "scanned_at": timezone.now().isoformat(), "accepted": True, "reason": "", "staff": "",
    }  # fmt: skip
    body = {"device_time": timezone.now().isoformat(), "waiting": 0, "items": [item]}
    return api.post("uploads", body).json()["items"][0]


def test_uploads_know_test_cards_in_the_test_shop_only_and_real_ones_elsewhere_only(sandbox, api):
    own, secret = create_key(
        business=sandbox.branch.business,
        branch=sandbox.branch,
        name="Mine",
        scopes=["upload"],
        by="system:test",
    )
    _device, token = a_till()
    test, real = sandbox.cards["valid"].code, code(a_card())
    told = {
        (where, what): uploaded(till, text, number)["reason"]
        for where, till in (("sandbox", Api(secret)), ("everybody", api), ("shop", Api(token)))
        for number, (what, text) in enumerate((("test", test), ("real", real)), start=1)
    }
    assert told[("sandbox", "test")] == told[("everybody", "test")] == told[("shop", "real")] == ""
    assert told[("sandbox", "real")] == told[("everybody", "real")] == told[("shop", "test")] == "not_valid"
    open_sandbox()
    assert ApiKey.objects.filter(pk=own.pk).exists()
    assert uploaded(Api(secret), test, 1)["reason"] == ""


def many(text: str, *numbers: int) -> dict:
    at = timezone.now().isoformat()
    items = [
        {
            "sequence": n,
            "key": f"many-{n}",
            "purpose": "check",
            "code": text,
            "scanned_at": at,
            "accepted": True,
        }
        for n in numbers
    ]
    return {"device_time": at, "waiting": len(items), "items": items}


def test_the_published_key_uploads_and_nobody_meets_the_numbers_of_others(sandbox, api):
    # given somebody sent the highest number that there is
    text = sandbox.cards["valid"].code
    last = api.post("uploads", many(text, 2**31 - 1)).json()
    assert last["items"][0]["result"] == "stored"
    # when somebody else begins with 1
    body = many(text, 1, 2, 5)
    answer = api.post("uploads", body).json()
    # then they are answered as by a till of their own
    assert [item["result"] for item in answer["items"]] == ["stored"] * 3
    assert (answer["next_sequence"], answer["missing"]) == (6, [3, 4])
    assert all(item["repeated"] for item in api.post("uploads", body).json()["items"])
    assert not Scan.objects.filter(sequence__isnull=False).exists()
    assert Scan.objects.filter(offline=True).count() == 4
    # and at night it is forgotten
    open_sandbox()
    assert not Scan.objects.filter(offline=True).exists()


def test_an_upload_there_is_small_and_each_scan_counts_as_a_request(sandbox, api, monkeypatch):
    text = sandbox.cards["valid"].code
    too_many = api.post("uploads", many(text, *range(1, 52)))
    assert too_many.status_code == 422
    assert too_many.json()["errors"][0]["field"] == "items"
    monkeypatch.setattr(api_auth.SANDBOX, "limit", Limit("sandbox", 10, 3600))
    api_auth.SANDBOX.forget()
    assert api.post("uploads", many(text, *range(1, 9))).headers["RateLimit"].startswith('"sandbox";r=2;')
    assert api.post("uploads", many(text, 9, 10, 11)).status_code == 429
    assert Scan.objects.filter(offline=True).count() == 8


def test_a_key_that_was_published_before_it_might_upload_may_do_so_now(sandbox):
    ApiKey.objects.update(may_upload=False)
    assert Api(sandbox.secret).post("uploads", many("x", 1)).status_code == 403
    open_sandbox()
    assert ApiKey.objects.get().may_upload
    assert Api(sandbox.secret).post("uploads", many(sandbox.cards["valid"].code, 1)).status_code == 200


def test_the_history_of_a_test_card_ends_in_its_status(sandbox):
    Card.objects.filter(number=sandbox.cards["valid"].number).update(status="lost")
    open_sandbox()
    for card in Card.objects.filter(passport__sandbox=True):
        assert card.status_changes.last().to_status == card.status
        assert card.passport.status_changes.last().to_status == card.passport.status
