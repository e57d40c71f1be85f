"""The WALLET_… variables: none, all, or a sentence that says what to do. An expired certificate never stops the start."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.checks import run_checks
from django.core.management import call_command
from django.utils import timezone

from passport_site.settings import wallet
from passport_site.settings.env import SettingsProblem
from passports.cards.wallet import checks, setup
from passports.cards.wallet.trial_chain import google_account, issue, name
from tests.foundation.test_settings import start
from tests.passports.cards.wallet.conftest import PASS_TYPE, TEAM
from tests.passports.cards.wallet.servers import holder


def test_nothing_set_means_no_wallets():
    assert wallet.apple() is None
    assert wallet.google() is None


def test_all_set_means_both(environment):
    assert wallet.apple().pass_type == PASS_TYPE
    assert wallet.google().account == "wallet@carer-passport.example"


def test_keys_are_not_in_what_is_printed(environment, monkeypatch):
    monkeypatch.setenv("WALLET_APPLE_KEY_PASSWORD", "")
    printed = repr(wallet.apple()) + repr(wallet.google())
    assert "RSAPrivateKey" not in printed
    assert "password" not in printed


@pytest.mark.parametrize("missing", [*wallet.APPLE, *wallet.GOOGLE])
def test_half_set_names_what_is_missing(environment, monkeypatch, missing):
    monkeypatch.delenv(missing)
    with pytest.raises(SettingsProblem, match=f"{missing} is not set, but others of .* Set all or none"):
        wallet.apple() if "APPLE" in missing else wallet.google()


@pytest.mark.parametrize(
    "variable", ["WALLET_APPLE_CERTIFICATE", "WALLET_APPLE_KEY", "WALLET_APPLE_WWDR", "WALLET_GOOGLE_ACCOUNT"]
)
def test_a_file_that_is_not_there_is_named(environment, monkeypatch, variable):
    monkeypatch.setenv(variable, "/nowhere/at/all")
    with pytest.raises(SettingsProblem, match=f"{variable} names /nowhere/at/all, which cannot be read"):
        wallet.apple() if "APPLE" in variable else wallet.google()


@pytest.mark.parametrize(
    ("variable", "sentence"),
    [
        ("WALLET_APPLE_CERTIFICATE", "which holds no certificate"),
        ("WALLET_APPLE_WWDR", "which holds no certificate"),
        ("WALLET_APPLE_KEY", "holds no private key in PEM that opens"),
        ("WALLET_GOOGLE_ACCOUNT", "is not the JSON file of a service account"),
    ],
)
def test_a_file_that_holds_something_else_is_named(environment, monkeypatch, tmp_path, variable, sentence):
    (tmp_path / "letter.txt").write_text("Dear council")
    monkeypatch.setenv(variable, str(tmp_path / "letter.txt"))
    with pytest.raises(SettingsProblem, match=f"{variable}.*{sentence}"):
        wallet.apple() if "APPLE" in variable else wallet.google()


def test_a_certificate_for_another_pass_type_or_team_says_which(environment, monkeypatch):
    monkeypatch.setenv("WALLET_APPLE_PASS_TYPE", "pass.somebody.else")
    with pytest.raises(
        SettingsProblem, match=f"'pass.somebody.else', but WALLET_APPLE_CERTIFICATE is for {PASS_TYPE}"
    ):
        wallet.apple()
    monkeypatch.setenv("WALLET_APPLE_PASS_TYPE", PASS_TYPE)
    monkeypatch.setenv("WALLET_APPLE_TEAM", "OTHERTEAM1")
    with pytest.raises(SettingsProblem, match=f"'OTHERTEAM1', but WALLET_APPLE_CERTIFICATE is for {TEAM}"):
        wallet.apple()


def test_a_key_of_another_certificate_is_refused(environment, chain, monkeypatch):
    monkeypatch.setenv("WALLET_APPLE_KEY", str(chain[0] / "root.key"))
    with pytest.raises(SettingsProblem, match="WALLET_APPLE_KEY does not belong to WALLET_APPLE_CERTIFICATE"):
        wallet.apple()


def test_another_authority_is_refused(environment, chain, monkeypatch):
    """Apple has several WWDR certificates; the wrong one makes passes that no phone takes."""
    monkeypatch.setenv("WALLET_APPLE_WWDR", str(chain[0] / "root.pem"))
    with pytest.raises(SettingsProblem, match="WALLET_APPLE_WWDR is not the authority that issued"):
        wallet.apple()


def test_an_authority_of_the_same_name_with_another_key_is_refused(environment, chain, monkeypatch, tmp_path):
    twin = issue(name("Test WWDR, not Apple"), authority=True)
    (tmp_path / "twin.pem").write_bytes(twin.pem())
    monkeypatch.setenv("WALLET_APPLE_WWDR", str(tmp_path / "twin.pem"))
    with pytest.raises(SettingsProblem, match="WALLET_APPLE_WWDR is not the authority"):
        wallet.apple()


def test_the_authority_may_be_der_as_apple_hands_it_out(environment, chain, monkeypatch, tmp_path):
    wwdr = holder(chain[0], "wwdr").certificate
    (tmp_path / "AppleWWDRCAG4.cer").write_bytes(wwdr.public_bytes(serialization.Encoding.DER))
    monkeypatch.setenv("WALLET_APPLE_WWDR", str(tmp_path / "AppleWWDRCAG4.cer"))
    assert wallet.apple().wwdr == wwdr


def test_a_key_with_a_password(environment, chain, monkeypatch, tmp_path):
    (tmp_path / "sealed.key").write_bytes(holder(chain[0], "pass").key_pem("a secret"))
    monkeypatch.setenv("WALLET_APPLE_KEY", str(tmp_path / "sealed.key"))
    with pytest.raises(SettingsProblem, match="WALLET_APPLE_KEY holds no private key"):
        wallet.apple()
    monkeypatch.setenv("WALLET_APPLE_KEY_PASSWORD", "wrong")
    with pytest.raises(SettingsProblem, match="opens with that password"):
        wallet.apple()
    monkeypatch.setenv("WALLET_APPLE_KEY_PASSWORD", "a secret")
    assert wallet.apple() is not None


def test_a_key_that_is_not_rsa_is_refused(environment, monkeypatch, tmp_path):
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (tmp_path / "ec.key").write_bytes(pem)
    monkeypatch.setenv("WALLET_APPLE_KEY", str(tmp_path / "ec.key"))
    with pytest.raises(SettingsProblem, match="WALLET_APPLE_KEY must be an RSA key"):
        wallet.apple()


@pytest.mark.parametrize("change", [{"private_key": "no key"}, {"private_key": None}, {"client_email": None}])
def test_an_account_without_its_parts_is_refused(environment, chain, monkeypatch, tmp_path, change):
    account = json.loads(google_account(holder(chain[0], "pass"))) | change
    account = {key: value for key, value in account.items() if value is not None}
    (tmp_path / "account.json").write_text(json.dumps(account))
    monkeypatch.setenv("WALLET_GOOGLE_ACCOUNT", str(tmp_path / "account.json"))
    with pytest.raises(SettingsProblem, match="WALLET_GOOGLE_ACCOUNT"):
        wallet.google()


def test_senseless_addresses_and_numbers_are_refused(environment, monkeypatch):
    monkeypatch.setenv("WALLET_GOOGLE_ISSUER", "our council")
    with pytest.raises(SettingsProblem, match="WALLET_GOOGLE_ISSUER is 'our council'"):
        wallet.google()
    monkeypatch.setenv("WALLET_APPLE_PUSH_URL", "http://push.example")
    with pytest.raises(SettingsProblem, match="WALLET_APPLE_PUSH_URL must start with https://"):
        wallet.apple()


def test_the_start_says_it_and_nothing_else(chain):
    done = start(WALLET_APPLE_PASS_TYPE=PASS_TYPE)
    assert done.returncode != 0
    assert "Carer Passport cannot start: WALLET_APPLE_TEAM is not set" in done.stderr
    assert "Traceback" not in done.stderr
    assert start(**chain[1]).returncode == 0


# out of date


@pytest.fixture
def short(environment, chain, monkeypatch, tmp_path, settings):
    """A certificate that runs out in 40 days."""
    leaf = issue(name("short", uid=PASS_TYPE, ou=TEAM), holder(chain[0], "wwdr"), days=41)
    (tmp_path / "short.pem").write_bytes(leaf.pem())
    (tmp_path / "short.key").write_bytes(leaf.key_pem())
    monkeypatch.setenv("WALLET_APPLE_CERTIFICATE", str(tmp_path / "short.pem"))
    monkeypatch.setenv("WALLET_APPLE_KEY", str(tmp_path / "short.key"))
    settings.WALLET_APPLE = wallet.apple()
    return settings.WALLET_APPLE


def ids() -> list[str]:
    return [message.id for message in run_checks() if message.id.startswith("cards.W10")]


def test_a_certificate_is_asked_about_in_time(short, caplog):
    assert ids() == []
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        assert ids() == ["cards.W102"]
        assert setup.apple() is short
    with time_machine.travel(timezone.now() + timedelta(days=41)):
        assert ids() == ["cards.W101"]
        assert setup.apple() is None
        assert wallet.apple() is not None, "it does not stop the start"
        caplog.set_level(logging.WARNING)
        checks.say_at_start()
    assert f"ran out on {short.good_until:%-d %B %Y}" in caplog.text


def test_the_authority_may_run_out_first(short):
    early = short.wwdr.not_valid_before_utc - timedelta(days=1)
    assert not short.works_at(early)
    assert short.good_until == min(short.certificate.not_valid_after_utc, short.wwdr.not_valid_after_utc)


def test_the_command_makes_a_chain_that_the_settings_take(tmp_path, capsys, monkeypatch):
    call_command("wallet_test_chain", tmp_path / "chain")
    lines = [line.removeprefix("export ").split("=", 1) for line in capsys.readouterr().out.splitlines()]
    for variable, value in lines:
        monkeypatch.setenv(variable, value)
    assert wallet.apple().works_at(datetime.now(UTC))
    assert wallet.google().issuer.isdigit()
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "chain").iterdir())
