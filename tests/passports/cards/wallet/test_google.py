"""Google Wallet: the pass is stored there, the signed link names it, and a stopped card empties it."""

from __future__ import annotations

import base64
import dataclasses
import json
from datetime import date
from urllib.parse import urlsplit

import pytest
from cryptography.hazmat.primitives import serialization
from django.utils import timezone

from passport_site.core.models import AuditEvent
from passport_site.scheme.models import Scheme
from passports.cards import public, services
from passports.cards.domain import numbers
from passports.cards.models import PassCopy, Passport, WalletKind, WalletPass
from passports.cards.wallet import telling
from tests.factories_cards import issued
from tests.passports.cards.wallet.phones import later, made, openssl
from tests.passports.cards.wallet.servers import google_server, holder

pytestmark = pytest.mark.django_db

BUTTON = "/card/wallet/google/"
SYSTEM = "system:test"


@pytest.fixture
def service(chain, google, settings):
    with google_server(holder(chain[0], "pass").key.public_key()) as server:
        settings.WALLET_GOOGLE = dataclasses.replace(
            google, api_url=server.url, token_url=f"{server.url}/token"
        )
        yield server


@pytest.fixture
def saved(service, mine):
    """The pass of a carer who pressed the button."""
    assert mine.post(BUTTON).status_code == 303
    return WalletPass.objects.get()


def decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def kept(service, google) -> dict:
    return service.objects[f"{google.issuer}.{WalletPass.objects.get().serial}"]


def test_the_button_stores_the_pass_and_leads_to_google(service, mine, card, google):
    answer = mine.post(BUTTON)
    assert answer.status_code == 303
    address = urlsplit(answer["Location"])
    assert (address.scheme, address.netloc) == ("https", "pay.google.com")
    assert address.path.startswith("/gp/v/save/")
    assert len(answer["Location"]) < 1800, "Google cuts off longer ones"
    claims = json.loads(decoded(address.path.rpartition("/")[2].split(".")[1]))
    wallet_pass = WalletPass.objects.get()
    assert claims["iss"] == google.account
    assert (claims["aud"], claims["typ"]) == ("google", "savetowallet")
    assert abs(claims["iat"] - timezone.now().timestamp()) < 60
    assert claims["origins"] == ["https://passport.example"]
    assert claims["payload"] == {
        "genericObjects": [
            {"id": f"{google.issuer}.{wallet_pass.serial}", "classId": f"{google.issuer}.carer-card"}
        ]
    }
    assert AuditEvent.objects.get(verb="wallet.pass_made").details == {"kind": "google", "card": card.pk}


def test_openssl_verifies_the_link_with_the_public_key(service, mine, chain, tmp_path):
    head, body, signature = mine.post(BUTTON)["Location"].rpartition("/")[2].split(".")
    assert json.loads(decoded(head)) == {"alg": "RS256", "typ": "JWT", "kid": "test-key"}
    public_key = holder(chain[0], "pass").key.public_key()
    (tmp_path / "key.pem").write_bytes(
        public_key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    (tmp_path / "signature").write_bytes(decoded(signature))
    check = (
        "dgst",
        "-sha256",
        "-verify",
        str(tmp_path / "key.pem"),
        "-signature",
        str(tmp_path / "signature"),
    )
    assert openssl(*check, stdin=f"{head}.{body}".encode()).stdout == b"Verified OK\n"
    assert openssl(*check, stdin=f"{head}.{body}x".encode()).returncode != 0


def test_the_address_holds_nothing_of_the_person(service, mine, card):
    location = mine.post(BUTTON)["Location"]
    body = decoded(location.rpartition("/")[2].split(".")[1]).decode()
    for personal in ("Gwenll", "Prydderch", card.number, services.address_for(card, live=False)):
        assert personal not in body


def test_google_holds_the_static_code_and_a_till_takes_it(saved, service, google, card):
    content = kept(service, google)
    assert content["state"] == "ACTIVE"
    assert content["barcode"] == {
        "type": "QR_CODE",
        "value": services.address_for(card, live=False),
        "alternateText": numbers.display(card.number),
    }
    check = public.check_code(content["barcode"]["value"], timezone.now())
    assert check.valid
    assert not check.live
    assert content["validTimeInterval"]["end"]["date"] == f"{card.expires_on.isoformat()}T23:59:59"
    assert content["header"]["defaultValue"]["value"] == card.passport.name
    assert (
        service.classes[content["classId"]]["multipleDevicesAndHoldersAllowedStatus"]
        == "ONE_USER_ALL_DEVICES"
    )


def test_google_learns_neither_the_kind_nor_anything_else(service, mine, google):
    young = issued(kind="young", date_of_birth=date(2011, 3, 1))
    mine.force_login(young.passport.user)
    assert mine.post(BUTTON).status_code == 303
    whole = json.dumps(kept(service, google))
    passport = young.passport
    assert kept(service, google)["hexBackgroundColor"] == Scheme.load().main_colour, "nor by its colour"
    for personal in (
        "oung",
        str(passport.date_of_birth),
        passport.phone,
        passport.postcode,
        passport.email,
        young.serial,
    ):
        assert personal not in whole


def test_both_languages_are_there_the_carers_own_first(service, mine, google):
    Scheme.objects.update_or_create(defaults={"name_en": "Arlen Passport", "name_cy": "Pasbort Arlen"})
    card = issued(language="cy")
    mine.force_login(card.passport.user)
    mine.post(BUTTON)
    content = kept(service, google)
    assert content["cardTitle"]["defaultValue"]["language"] == "cy"
    assert content["cardTitle"]["translatedValues"][0]["language"] == "en"
    until = next(module for module in content["textModulesData"] if module["id"] == "until")
    assert until["header"] == until["localizedHeader"]["defaultValue"]["value"] == "Dilys tan"
    assert until["localizedHeader"]["translatedValues"] == [{"language": "en", "value": "Good until"}]


def test_the_account_signs_in_for_the_wallet_only(saved, service, google):
    (claims,) = service.assertions
    assert claims["iss"] == google.account
    assert claims["scope"] == "https://www.googleapis.com/auth/wallet_object.issuer"
    assert 0 < claims["exp"] - claims["iat"] <= 3600


def test_pressing_again_leads_there_again_and_asks_google_nothing(saved, service, mine):
    asked = len(service.asked)
    assert mine.post(BUTTON).status_code == 303
    assert len(service.asked) == asked
    assert WalletPass.objects.count() == PassCopy.objects.count() == 1


def test_when_google_does_not_answer_the_person_is_told_and_nothing_is_lost(service, mine):
    service.down = True
    answer = mine.post(BUTTON, follow=True)
    assert "Google does not answer at the moment" in answer.content.decode()
    assert service.objects == {}
    service.down = False
    with later(70):
        assert telling.tell_waiting() == 1
    assert len(service.objects) == 1


def test_a_wrong_account_is_told_the_same(service, mine, settings):
    settings.WALLET_GOOGLE = dataclasses.replace(settings.WALLET_GOOGLE, key=holder_of_another().key)
    assert mine.post(BUTTON, follow=True).status_code == 200
    assert service.assertions == []
    assert PassCopy.objects.get().problem == "HTTPStatusError"


def holder_of_another():
    from passports.cards.wallet.trial_chain import issue, name

    return issue(name("another"))


STOPS = {
    "lost": lambda card: services.report_lost(card=card, by=SYSTEM),
    "replaced": lambda card: services.replace_card(card=card, by=SYSTEM),
    "paused": lambda card: services.suspend_passport(passport=card.passport, by=SYSTEM, why="a test"),
    "forgotten": lambda card: services.forget_person(card.passport.user),
}


@pytest.mark.parametrize("how", STOPS)
def test_a_stopped_card_expires_and_empties_the_pass_at_google(
    saved, service, google, card, how, django_capture_on_commit_callbacks
):
    code = services.address_for(card, live=False)
    with django_capture_on_commit_callbacks(execute=True):
        STOPS[how](card)
    content = kept(service, google)
    assert content["state"] == "EXPIRED"
    assert "barcode" not in content
    whole = json.dumps(content, ensure_ascii=False)
    for personal in ("Gwenll", "Prydderch", numbers.display(card.number), code):
        assert personal not in whole


def test_found_again_brings_it_back(saved, service, google, card):
    services.report_lost(card=card, by=SYSTEM)
    telling.tell_waiting()
    services.found_again(card=card, by=SYSTEM)
    telling.tell_waiting()
    assert kept(service, google)["state"] == "ACTIVE"
    assert kept(service, google)["barcode"]["value"] == services.address_for(card, live=False)


def test_an_outage_while_a_card_is_lost_is_made_up_for(
    saved, service, google, card, django_capture_on_commit_callbacks
):
    service.down = True
    with django_capture_on_commit_callbacks(execute=True):
        services.report_lost(card=card, by=SYSTEM)
    assert kept(service, google)["state"] == "ACTIVE"
    assert not public.check_code(kept(service, google)["barcode"]["value"], timezone.now()).valid
    service.down = False
    with later(70):
        assert telling.tell_waiting() == 1
    assert kept(service, google)["state"] == "EXPIRED"


def test_a_class_that_is_there_already_is_no_problem(service, mine, google):
    service.classes[f"{google.issuer}.carer-card"] = {}
    assert mine.post(BUTTON).status_code == 303


def test_renewing_moves_the_last_day_there(saved, service, google, card):
    soon = timezone.localdate()
    Passport.objects.filter(pk=card.passport_id).update(valid_until=soon)
    type(card).objects.filter(pk=card.pk).update(expires_on=soon)
    passport = services.renew_passport(passport=card.passport, by=SYSTEM)
    telling.tell_waiting()
    assert kept(service, google)["validTimeInterval"]["end"]["date"].startswith(
        passport.valid_until.isoformat()
    )


def test_the_button_may_lead_to_google_and_only_there(mine, google):
    policy = mine.get("/card/")["Content-Security-Policy"]
    directive = next(part for part in policy.split(";") if part.strip().startswith("form-action"))
    assert directive.split() == ["form-action", "'self'", "https://pay.google.com"]
    assert "pay.google.com" not in mine.get("/card/contact/")["Content-Security-Policy"]


def test_only_the_button_makes_a_pass(service, mine, card):
    assert mine.get(BUTTON).status_code == 405
    services.report_lost(card=card, by=SYSTEM)
    assert mine.post(BUTTON).status_code == 404
    assert service.asked == []
    assert not WalletPass.objects.exists()


def test_apple_and_google_are_two_passes(saved, card):
    other = made(card, WalletKind.APPLE)
    assert other.serial != saved.serial
