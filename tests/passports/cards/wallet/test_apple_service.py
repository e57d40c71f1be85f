"""Apple’s web service as a phone uses it: register, ask, fetch, leave, log; and nothing for anybody without the token."""

from __future__ import annotations

import json
import logging

import pytest
from django.db import connection
from django.utils.http import parse_http_date

from passports.cards.models import PassCopy
from passports.cards.wallet import tokens
from tests.factories_cards import issued
from tests.passports.cards.wallet.conftest import PASS_TYPE
from tests.passports.cards.wallet.phones import BASE, Phone, later, made, verified

pytestmark = pytest.mark.django_db

SYSTEM = "system:test"


# registering


def test_a_phone_registers_once_and_again(phone, wallet_pass):
    assert phone.register(wallet_pass, PASS_TYPE).status_code == 201
    assert phone.register(wallet_pass, PASS_TYPE).status_code == 200
    copy = PassCopy.objects.get()
    assert copy.push_token == phone.push


def test_the_newest_push_token_counts(phone, wallet_pass):
    phone.register(wallet_pass, PASS_TYPE)
    phone.push = "cd" * 32
    assert phone.register(wallet_pass, PASS_TYPE).status_code == 200
    assert PassCopy.objects.get().push_token == "cd" * 32


def test_the_database_holds_neither_the_devices_name_nor_its_token(phone, wallet_pass):
    phone.register(wallet_pass, PASS_TYPE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT device, push_token FROM cards_passcopy")
        stored = " ".join(cursor.fetchone())
    assert phone.device not in stored
    assert phone.push not in stored


def test_two_phones_and_one_that_leaves(phone, wallet_pass):
    other = Phone("ffffffffffffffffffffffffffffffff", "ef" * 32)
    phone.register(wallet_pass, PASS_TYPE)
    other.register(wallet_pass, PASS_TYPE)
    assert phone.leave(wallet_pass, PASS_TYPE).status_code == 200
    assert phone.leave(wallet_pass, PASS_TYPE).status_code == 200, "leaving twice is harmless"
    assert PassCopy.objects.get().push_token == "ef" * 32


def test_a_pass_is_on_20_phones_at_most_the_newest(phone, wallet_pass):
    for number in range(22):
        Phone(f"{number:032}", f"{number:064}").register(wallet_pass, PASS_TYPE)
    kept = sorted(copy.push_token for copy in PassCopy.objects.all())
    assert kept == [f"{number:064}" for number in range(2, 22)]


@pytest.mark.parametrize("token", ["", "wrong", "x" * 43])
def test_a_wrong_token_is_refused_everywhere(phone, wallet_pass, token):
    assert phone.register(wallet_pass, PASS_TYPE, token).status_code == 401
    assert phone.leave(wallet_pass, PASS_TYPE, token).status_code == 401
    assert phone.fetches(wallet_pass, PASS_TYPE, token).status_code == 401
    assert not PassCopy.objects.exists()


def test_the_token_of_another_pass_is_refused(phone, wallet_pass, apple):
    foreign = tokens.token_for(made(issued()).serial)
    assert phone.register(wallet_pass, PASS_TYPE, foreign).status_code == 401
    assert phone.fetches(wallet_pass, PASS_TYPE, foreign).status_code == 401


def test_other_ways_to_say_the_token_are_refused(phone, wallet_pass):
    token = tokens.token_for(wallet_pass.serial)
    for header in (token, f"Bearer {token}", f"applepass {token}", "ApplePass", ""):
        answer = phone.client.get(
            f"{BASE}/passes/{PASS_TYPE}/{wallet_pass.serial}", HTTP_AUTHORIZATION=header
        )
        assert answer.status_code == 401, header


def test_an_unknown_pass_and_another_pass_type_are_refused_alike(phone, wallet_pass):
    class Nobody:
        serial = "no-such-pass"

    assert phone.fetches(Nobody, PASS_TYPE).status_code == 401
    assert phone.register(wallet_pass, "pass.somebody.else").status_code == 401
    assert phone.fetches(wallet_pass, "pass.somebody.else").status_code == 401


def test_a_session_opens_nothing(mine, wallet_pass):
    assert mine.get(f"{BASE}/passes/{PASS_TYPE}/{wallet_pass.serial}").status_code == 401


@pytest.mark.parametrize(
    "body",
    [{}, {"pushToken": ""}, {"pushToken": 7}, {"pushToken": "a b" * 9}, [], "x", {"pushToken": "a" * 9000}],
)
def test_a_senseless_registration_is_refused(phone, wallet_pass, body):
    assert phone.register(wallet_pass, PASS_TYPE, body=body).status_code == 400
    assert not PassCopy.objects.exists()


def test_a_token_of_an_older_key_is_still_believed(phone, wallet_pass, settings):
    old = tokens.token_for(wallet_pass.serial)
    settings.FIELD_ENCRYPTION_KEYS = [("new", b"n" * 32), *settings.FIELD_ENCRYPTION_KEYS]
    assert tokens.token_for(wallet_pass.serial) != old
    assert phone.fetches(wallet_pass, PASS_TYPE, old).status_code == 200
    settings.FIELD_ENCRYPTION_KEYS = settings.FIELD_ENCRYPTION_KEYS[:1]
    assert phone.fetches(wallet_pass, PASS_TYPE, old).status_code == 401


def test_who_guesses_is_slowed_and_a_real_phone_beside_is_not(phone, wallet_pass):
    answers = [phone.fetches(wallet_pass, PASS_TYPE, "wrong").status_code for _ in range(62)]
    assert answers[:60] == [401] * 60
    assert answers[60:] == [429] * 2
    assert phone.fetches(wallet_pass, PASS_TYPE).status_code == 200


@pytest.mark.parametrize("method", ["put", "patch", "get"])
def test_other_methods_are_refused(phone, wallet_pass, method):
    assert getattr(phone.client, method)(phone.place(wallet_pass, PASS_TYPE)).status_code == 405


def test_without_apple_wallet_there_is_no_web_service(phone, wallet_pass, settings):
    settings.WALLET_APPLE = None
    assert phone.register(wallet_pass, PASS_TYPE).status_code == 404
    assert phone.asks(PASS_TYPE).status_code == 404
    assert phone.fetches(wallet_pass, PASS_TYPE).status_code == 404
    assert phone.client.post(f"{BASE}/log", "{}", content_type="application/json").status_code == 404


# asking and fetching


def test_a_phone_that_knows_nothing_hears_of_all_its_passes_and_no_others(phone, wallet_pass):
    made(issued())
    phone.register(wallet_pass, PASS_TYPE)
    answer = phone.asks(PASS_TYPE)
    assert answer.status_code == 200
    assert answer.json()["serialNumbers"] == [wallet_pass.serial]
    assert answer.json()["lastUpdated"].isdigit()


def test_a_phone_that_knows_all_hears_nothing(phone, wallet_pass):
    phone.register(wallet_pass, PASS_TYPE)
    with later(60):
        tag = phone.asks(PASS_TYPE).json()["lastUpdated"]
    with later(120):
        answer = phone.asks(PASS_TYPE, since=tag)
    assert answer.status_code == 204
    assert answer.content == b""


def test_an_unknown_phone_hears_nothing(phone, wallet_pass):
    assert phone.asks(PASS_TYPE).status_code == 204
    assert phone.asks("pass.somebody.else").status_code == 401


@pytest.mark.parametrize("tag", ["yesterday", "-1", "9" * 40, "١٢٣"])
def test_a_senseless_tag_lists_everything(phone, wallet_pass, tag):
    phone.register(wallet_pass, PASS_TYPE)
    assert phone.asks(PASS_TYPE, since=tag).json()["serialNumbers"] == [wallet_pass.serial]


def test_the_fetched_pass_is_signed_and_dated(phone, wallet_pass, chain, tmp_path):
    answer = phone.fetches(wallet_pass, PASS_TYPE)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/vnd.apple.pkpass"
    assert parse_http_date(answer["Last-Modified"]) == int(wallet_pass.changed_at.timestamp())
    assert verified(tmp_path, answer.content, chain[0] / "root.pem").returncode == 0


def test_the_same_pass_is_not_sent_twice(phone, wallet_pass):
    dated = phone.fetches(wallet_pass, PASS_TYPE)["Last-Modified"]
    answer = phone.fetches(wallet_pass, PASS_TYPE, since=dated)
    assert (answer.status_code, answer.content) == (304, b"")
    assert phone.fetches(wallet_pass, PASS_TYPE, since="no date").status_code == 200
    assert phone.fetches(wallet_pass, PASS_TYPE, "wrong", since=dated).status_code == 401


def test_fetching_is_limited_by_pass(phone, wallet_pass):
    answers = [phone.fetches(wallet_pass, PASS_TYPE).status_code for _ in range(61)]
    assert answers == [200] * 60 + [429]


# the log


def log_lines(caplog):
    return [
        record.getMessage() for record in caplog.records if record.name == "passports.cards.wallet.phones"
    ]


def test_what_phones_complain_of_is_logged_without_secrets(phone, apple, caplog):
    caplog.set_level(logging.WARNING)
    secret = tokens.token_for("x")
    logs = [f"Signature of {secret} is bad\r\nfake line", "y " * 5000, *["more"] * 40]
    answer = phone.client.post(
        f"{BASE}/log", json.dumps({"logs": logs[:1] + logs[2:]}), content_type="application/json"
    )
    assert answer.status_code == 200
    lines = log_lines(caplog)
    assert lines[0] == "A phone says: Signature of … is badfake line"
    assert len(lines) == 20
    assert all(secret not in line and len(line) <= 320 for line in lines)


@pytest.mark.parametrize(
    "body", ["{", "[]", '{"logs": "x"}', '{"logs": [[1], {"a": 2}, null]}', "x" * 9000, "[" * 5000]
)
def test_a_senseless_log_does_no_harm(phone, apple, caplog, body):
    caplog.set_level(logging.WARNING)
    assert phone.client.post(f"{BASE}/log", body, content_type="application/json").status_code == 200
    assert len(log_lines(caplog)) <= 3


def test_the_log_is_bounded(phone, apple):
    answers = [
        phone.client.post(f"{BASE}/log", "{}", content_type="application/json").status_code for _ in range(21)
    ]
    assert answers == [200] * 20 + [429]
