"""Phones are told that a pass changed: over HTTP/2 with the pass’s certificate, to a server that asks for it."""

from __future__ import annotations

import dataclasses
import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from passport_site.core import careful_cache
from passport_site.core.models import JobRun
from passports.cards import services
from passports.cards.models import PassCopy
from passports.cards.wallet import telling
from passports.cards.wallet.apple_push import ApplePush
from passports.cards.wallet.outcome import Ended
from passports.cards.wallet.trial_chain import issue, name
from tests.factories_cards import issued
from tests.passports.cards.wallet.conftest import PASS_TYPE
from tests.passports.cards.wallet.phones import Phone, later, made
from tests.passports.cards.wallet.servers import apple_server

pytestmark = pytest.mark.django_db

SYSTEM = "system:test"
PUSH, OTHER = "ab" * 32, "cd" * 32


@pytest.fixture
def service(chain, apple, settings):
    """Apple’s push service, and a wallet that knows where it is."""
    with apple_server(chain[0]) as server:
        settings.WALLET_APPLE = dataclasses.replace(
            apple, push_url=server.url, push_ca=str(chain[0] / "root.pem")
        )
        yield server


@pytest.fixture
def on_phone(service, wallet_pass, phone):
    phone.register(wallet_pass, PASS_TYPE)
    return wallet_pass


def lose(card, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        services.report_lost(card=card, by=SYSTEM)


def waiting() -> int:
    return PassCopy.objects.waiting(timezone.now()).count()


def test_the_message_is_empty_and_by_the_certificate_of_the_pass_type(service, settings):
    with ApplePush(settings.WALLET_APPLE) as push:
        assert push.tell(PUSH).ended is Ended.DONE
        assert push.tell(OTHER).ended is Ended.DONE
    asked = service.heard[0]
    assert asked["headers"][":method"] == "POST"
    assert asked["headers"][":path"] == f"/3/device/{PUSH}"
    assert asked["headers"]["apns-topic"] == PASS_TYPE
    assert int(asked["headers"]["apns-expiration"]) > timezone.now().timestamp() + 86_400
    assert json.loads(asked["body"]) == {}
    assert asked["by"]["userId"] == PASS_TYPE
    assert service.tokens() == [PUSH, OTHER]


def test_a_server_that_is_not_apples_is_not_believed(service, settings, tmp_path):
    other = tmp_path / "other.pem"
    other.write_bytes(issue(name("another root"), authority=True).pem())
    with ApplePush(dataclasses.replace(settings.WALLET_APPLE, push_ca=str(other))) as push:
        outcome = push.tell(PUSH)
    assert (outcome.ended, outcome.problem) == (Ended.LATER, "ConnectError")
    assert service.heard == []


def test_losing_the_card_tells_the_phone_at_once(service, on_phone, card, django_capture_on_commit_callbacks):
    lose(card, django_capture_on_commit_callbacks)
    assert service.tokens() == [PUSH]
    assert waiting() == 0
    assert telling.tell_waiting() == 0, "once is enough"


def test_two_changes_before_anybody_was_told_are_one_message(service, on_phone, card):
    services.report_lost(card=card, by=SYSTEM)
    services.found_again(card=card, by=SYSTEM)
    assert telling.tell_waiting() == 1
    assert service.tokens() == [PUSH]


def test_every_phone_is_told_and_phones_of_others_are_not(service, on_phone, card):
    Phone("ffffffffffffffffffffffffffffffff", OTHER).register(on_phone, PASS_TYPE)
    Phone("eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee", "ee" * 32).register(made(issued()), PASS_TYPE)
    services.report_lost(card=card, by=SYSTEM)
    assert telling.tell_waiting() == 2
    assert sorted(service.tokens()) == [PUSH, OTHER]


@pytest.mark.parametrize(
    "answer",
    [
        (410, {"reason": "Unregistered"}),
        (400, {"reason": "BadDeviceToken"}),
        (400, {"reason": "DeviceTokenNotForTopic"}),
    ],
)
def test_a_phone_that_apple_no_longer_knows_is_forgotten(service, on_phone, card, answer):
    service.answers[PUSH] = answer
    services.report_lost(card=card, by=SYSTEM)
    telling.tell_waiting()
    assert not PassCopy.objects.exists()


def test_a_phone_that_came_back_meanwhile_is_not_forgotten(service, on_phone, card, phone):
    service.answers[PUSH] = (410, {"reason": "Unregistered"})
    services.report_lost(card=card, by=SYSTEM)
    copy = PassCopy.objects.get()
    PassCopy.objects.filter(pk=copy.pk).update(push_token=OTHER)  # registered again while we were sending
    telling._forget(copy)
    assert PassCopy.objects.get().push_token == OTHER


@pytest.mark.parametrize(
    "answer", [(429, {"reason": "TooManyRequests"}), (503, {}), (403, {"reason": "BadCertificate"})]
)
def test_what_went_wrong_is_tried_again_later_and_later(service, on_phone, card, answer):
    service.answers[PUSH] = answer
    services.report_lost(card=card, by=SYSTEM)
    assert telling.tell_waiting() == 0
    copy = PassCopy.objects.get()
    assert copy.problem.startswith(str(answer[0]))
    assert copy.tries == 1
    assert telling.tell_waiting() == 0
    assert len(service.heard) == 1, "not before its time"
    with later(70):
        telling.tell_waiting()
        assert len(service.heard) == 2
    with later(150):
        telling.tell_waiting()
        assert len(service.heard) == 2, "the second wait is longer"
    service.answers.clear()
    with later(400):
        assert telling.tell_waiting() == 1
    copy.refresh_from_db()
    assert (copy.tries, copy.problem, copy.try_after) == (0, "", None)


def test_after_many_tries_it_rests_until_the_next_change(service, on_phone, card):
    service.answers[PUSH] = (503, {})
    services.report_lost(card=card, by=SYSTEM)
    for day in range(1, 60):
        with later(86_400 * day):
            telling.tell_waiting()
    assert len(service.heard) == 20
    service.answers.clear()
    services.found_again(card=card, by=SYSTEM)
    assert telling.tell_waiting() == 1


def test_without_a_network_the_card_is_stopped_all_the_same(
    service, on_phone, card, settings, django_capture_on_commit_callbacks
):
    settings.WALLET_APPLE = dataclasses.replace(settings.WALLET_APPLE, push_url="https://127.0.0.1:9")
    lose(card, django_capture_on_commit_callbacks)
    card.refresh_from_db()
    assert card.status == "lost"
    assert PassCopy.objects.get().problem == "ConnectError"
    settings.WALLET_APPLE = dataclasses.replace(settings.WALLET_APPLE, push_url=service.url)
    with later(70):
        assert telling.tell_waiting() == 1


def test_while_apple_does_not_answer_nobody_waits_for_it(
    service, on_phone, card, django_capture_on_commit_callbacks
):
    careful_cache.note_down("wallet-apple")
    lose(card, django_capture_on_commit_callbacks)
    assert service.heard == []
    assert waiting() == 1


def test_of_two_who_tell_one_goes_on(service, on_phone, card):
    services.report_lost(card=card, by=SYSTEM)
    copy = PassCopy.objects.get()
    assert telling._take(copy)
    assert not telling._take(copy), "the turn that it read is over"


def test_a_teller_that_dies_loses_nothing(service, on_phone, card):
    services.report_lost(card=card, by=SYSTEM)
    assert telling._take(PassCopy.objects.get())  # and never heard of again
    assert telling.tell_waiting() == 0
    with later(70):
        assert telling.tell_waiting() == 1


def test_a_change_while_it_is_told_is_told_as_well(service, on_phone, card):
    services.report_lost(card=card, by=SYSTEM)
    copy = PassCopy.objects.select_related("wallet_pass").get()
    assert telling._take(copy)
    copy = PassCopy.objects.select_related("wallet_pass").get()
    services.found_again(card=card, by=SYSTEM)
    assert telling._note_told(copy)
    assert waiting() == 1


def test_who_was_overtaken_tells_once_more(service, on_phone, card):
    services.report_lost(card=card, by=SYSTEM)
    slow = PassCopy.objects.get()
    assert telling._take(slow)
    slow = PassCopy.objects.select_related("wallet_pass").get()
    with later(70):
        quick = PassCopy.objects.select_related("wallet_pass").get()
        assert telling._take(quick)
        quick = PassCopy.objects.select_related("wallet_pass").get()
        assert not telling._note_told(slow)
        assert not telling._note_told(quick), "whose words came last?"
        assert waiting() == 1


def test_the_command_tells_and_notes_its_run(service, on_phone, card, capsys):
    services.report_lost(card=card, by=SYSTEM)
    call_command("tell_wallets")
    call_command("tell_wallets")
    assert capsys.readouterr().out.split("\n")[:2] == ["1 told", "0 told"]
    assert JobRun.objects.get(job="cards.tell_wallets").done == {"told": 1}


def test_a_phone_that_registers_an_old_file_is_told(service, wallet_pass, card, phone):
    """The file was saved, the card was stopped, and only then the file was added to the wallet."""
    services.report_lost(card=card, by=SYSTEM)
    phone.register(wallet_pass, PASS_TYPE)
    assert telling.tell_waiting() == 1


def test_without_apple_wallet_nothing_is_sent(service, on_phone, card, settings):
    settings.WALLET_APPLE = None
    services.report_lost(card=card, by=SYSTEM)
    assert telling.tell_waiting() == 0
    assert PassCopy.objects.get().tries == 0


def test_a_moment_later_than_the_last_even_within_a_second():
    from passports.cards.wallet.changes import after

    now = timezone.now()
    first = after(now - timedelta(days=1), now)
    assert first.microsecond == 0
    assert after(first, now) == first + timedelta(seconds=1)
