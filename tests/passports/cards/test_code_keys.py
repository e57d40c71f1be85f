"""Which key signs, which keys are believed, and the command that changes it."""

from __future__ import annotations

import base64
import io
import json
import secrets
from datetime import date, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management import CommandError, call_command
from django.utils import timezone

from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent
from passports.cards import key_files, keys
from passports.cards.domain import trust
from passports.cards.domain.code import Kind
from passports.cards.domain.refusals import NotACard, UnknownKey
from passports.cards.key_files import KeyProblem
from passports.cards.models import IssuingKey
from passports.cards.services import keys as services

pytestmark = pytest.mark.django_db
FACTS = {
    "kind": Kind.ADULT,
    "has_photo": True,
    "printed": False,
    "serial": bytes(range(8)),
    "expires_on": date(2027, 11, 30),
    "status_index": 5,
}


@pytest.fixture(autouse=True)
def own_keys(settings, tmp_path):
    """A production-like place: an empty folder, nothing in the environment, nothing made by itself."""
    settings.CARD_KEYS_DIR = tmp_path / "keys"
    settings.CARD_SIGNING_KEY = ""
    settings.CARD_KEYS_AUTO = False
    settings.CARD_ISSUER_HOST = "card.example.gov.uk"
    keys.forget()
    yield settings
    keys.forget()


def a_key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(secrets.token_bytes(32))


def in_environment(*numbered: tuple[int, Ed25519PrivateKey]) -> str:
    return ",".join(f"{number}:{key_files.seed_text(key)}" for number, key in numbered)


def card_keys(*words: str) -> str:
    out = io.StringIO()
    call_command("card_keys", *words, stdout=out)
    return out.getvalue()


def a_ready_key(key_id: int) -> IssuingKey:
    private_key = key_files.make(
        keys._folder() / key_files.issuing_name(key_id), repository=keys.settings.BASE_DIR
    )
    return services.register_key(key_id=key_id, private_key=private_key, by="system:test")


# Where the key comes from


def test_without_any_key_nothing_is_signed_and_the_text_says_what_to_do():
    with pytest.raises(KeyProblem, match="card_keys generate"):
        keys.active_signer()
    assert keys.verifying_keys() == {}


def test_the_first_key_of_the_environment_signs_and_all_of_them_are_believed(settings):
    new, old = a_key(), a_key()
    settings.CARD_SIGNING_KEY = in_environment((8, new), (3, old))
    assert keys.active_signer()[0] == 8
    assert set(keys.verifying_keys()) == {3, 8}
    settings.CARD_SIGNING_KEY = in_environment((3, old), (8, new))
    assert keys.active_signer()[0] == 3


def test_in_development_a_key_is_made_at_first_use_and_kept(settings):
    settings.CARD_KEYS_AUTO = True
    key_id, private_key = keys.active_signer()
    assert key_id == 1
    assert (settings.CARD_KEYS_DIR / "issuing-1.key").stat().st_mode & 0o777 == 0o600
    keys.forget()
    assert keys.active_signer()[1].private_bytes_raw() == private_key.private_bytes_raw()
    assert not IssuingKey.objects.exists()


def test_in_development_a_new_key_never_takes_the_id_of_an_old_one(settings):
    IssuingKey.objects.create(key_id=4, public_key=trust.public_text(a_key().public_key()), status="retired")
    settings.CARD_KEYS_AUTO = True
    assert keys.active_signer()[0] == 5


def test_outside_development_no_key_is_ever_made_by_itself(settings):
    keys.verifying_keys()
    assert not settings.CARD_KEYS_DIR.exists()


def test_a_file_that_is_not_the_key_in_the_database_is_not_used(caplog):
    a_ready_key(1)
    IssuingKey.objects.update(public_key=trust.public_text(a_key().public_key()))
    with pytest.raises(RuleBroken):
        services.activate_key(key_id=2, by="system:test")
    services.activate_key(key_id=1, by="system:test")
    with pytest.raises(KeyProblem):
        keys.active_signer()
    assert "not the one in the database" in caplog.text


# Signing and reading


def test_what_is_signed_is_read_back(settings):
    settings.CARD_SIGNING_KEY = in_environment((7, a_key()))
    now = timezone.now()
    code, facts = keys.read(keys.sign(**FACTS, live_at=now))
    assert (code.key_id, code.serial, code.issued_at) == (7, FACTS["serial"], int(now.timestamp()))
    assert (facts.expires_on, facts.issued_at, facts.key_compromised) == (
        date(2027, 11, 30),
        code.issued_at,
        False,
    )
    assert not keys.read(keys.sign(**FACTS))[0].live


def test_a_static_code_is_the_same_each_time(settings):
    settings.CARD_SIGNING_KEY = in_environment((7, a_key()))
    assert keys.sign(**FACTS) == keys.sign(**FACTS)


def test_a_code_of_another_issuer_is_refused(settings):
    settings.CARD_SIGNING_KEY = in_environment((7, a_key()))
    digits = keys.sign(**FACTS)
    settings.CARD_ISSUER_HOST = "card.elsewhere.example"
    with pytest.raises(NotACard):
        keys.read(digits)


def test_checking_a_code_asks_the_database_nothing(settings, django_assert_num_queries):
    settings.CARD_SIGNING_KEY = in_environment((7, a_key()))
    digits = keys.sign(**FACTS)
    with django_assert_num_queries(0):
        for _ in range(20):
            keys.read(digits)


def test_another_process_hears_of_a_change_within_half_a_minute(monkeypatch, settings):
    settings.CARD_SIGNING_KEY = in_environment((7, a_key()))
    assert keys.compromised_keys() == frozenset()
    text = trust.public_text(keys.verifying_keys()[7])
    IssuingKey.objects.create(
        key_id=7, public_key=text, status="compromised"
    )  # by another process: no forget()
    assert keys.compromised_keys() == frozenset()
    later = keys.time.monotonic() + 31
    monkeypatch.setattr(keys.time, "monotonic", lambda: later)
    assert keys.compromised_keys() == {7}


# The life of a key


def test_a_key_lives_from_ready_to_retired_and_its_cards_outlive_it():
    first, second = a_ready_key(1), a_ready_key(2)
    with pytest.raises(KeyProblem):
        keys.active_signer()
    services.activate_key(key_id=1, by="system:test")
    digits = keys.sign(**FACTS)
    services.activate_key(key_id=2, by="system:test")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == ("retired", "active")
    assert second.signs_until.year == timezone.localdate().year + 1
    assert first.verifies_until == timezone.localdate() + timedelta(days=30)
    assert keys.active_signer()[0] == 2
    assert keys.read(digits)[0].key_id == 1
    verbs = list(AuditEvent.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["card_key.generated"] * 2 + [
        "card_key.activated",
        "card_key.retired",
        "card_key.activated",
    ]


def test_a_retired_key_is_not_read_after_its_last_day():
    a_ready_key(1)
    services.activate_key(key_id=1, by="system:test")
    digits = keys.sign(**FACTS)
    today = timezone.localdate()
    for last_day, good in ((today, True), (today - timedelta(days=1), False)):
        IssuingKey.objects.update(status="retired", verifies_until=last_day)
        keys.forget()
        assert (1 in keys.verifying_keys()) is good
    with pytest.raises(UnknownKey):
        keys.read(digits)


def test_a_forgotten_date_does_not_take_the_carers_cards_away(caplog):
    a_ready_key(1)
    services.activate_key(key_id=1, by="system:test")
    IssuingKey.objects.update(signs_until=timezone.localdate() - timedelta(days=1))
    keys.forget()
    assert keys.active_signer()[0] == 1
    assert "past its signing year" in caplog.text


def test_a_leaked_key_never_signs_leaves_the_list_and_is_read_with_suspicion():
    a_ready_key(1)
    services.activate_key(key_id=1, by="system:test")
    digits = keys.sign(**FACTS, live_at=timezone.now())
    services.compromise_key(key_id=1, by="system:test")
    with pytest.raises(KeyProblem):
        keys.active_signer()
    assert keys.published_keys() == ()
    assert keys.read(digits)[1].key_compromised


def test_a_leaked_key_of_the_environment_does_not_sign_either(settings):
    leaked, other = a_key(), a_key()
    settings.CARD_SIGNING_KEY = in_environment((8, leaked), (9, other))
    services.compromise_key(key_id=8, by="system:test")
    assert keys.active_signer()[0] == 9
    assert [key.key_id for key in keys.published_keys()] == [9]


def test_when_the_signing_key_leaks_a_ready_one_takes_over():
    a_ready_key(1), a_ready_key(2)
    services.activate_key(key_id=1, by="system:test")
    _, successor = services.compromise_key(key_id=1, by="system:test")
    assert successor.key_id == keys.active_signer()[0] == 2


@pytest.mark.parametrize(
    ("step", "status"),
    [
        (services.activate_key, "active"),
        (services.activate_key, "retired"),
        (services.activate_key, "compromised"),
        (services.retire_key, "active"),
        (services.retire_key, "retired"),
        (services.retire_key, "compromised"),
        (services.compromise_key, "compromised"),
    ],
)
def test_steps_that_make_no_sense_are_refused_and_change_nothing(step, status):
    row = a_ready_key(1)
    IssuingKey.objects.update(status=status)
    with pytest.raises(RuleBroken):
        step(key_id=1, by="system:test")
    row.refresh_from_db()
    assert row.status == status


def test_a_key_whose_private_half_is_elsewhere_cannot_be_activated(settings):
    a_ready_key(1)
    (settings.CARD_KEYS_DIR / "issuing-1.key").unlink()
    with pytest.raises(RuleBroken, match="not here"):
        services.activate_key(key_id=1, by="system:test")


def test_no_private_half_is_in_the_database_or_the_audit_trail():
    a_ready_key(1)
    seed = key_files.seed_text(keys.held_keys()[1])
    rows = [*IssuingKey.objects.values(), *AuditEvent.objects.values()]
    assert seed not in json.dumps(rows, default=str)
    assert base64.b64decode(seed).hex() not in json.dumps(rows, default=str)


# The command


def test_the_command_takes_a_key_through_its_life(settings):
    assert "Key 1 is ready" in card_keys("generate")
    assert "Key 1 signs cards from now on" in card_keys("activate", "1")
    card_keys("generate")
    assert "Key 1 has retired" in card_keys("activate", "2")
    listed = card_keys("list")
    assert "retired" in listed.splitlines()[0]
    assert "active, signs now, private half here" in listed.splitlines()[1]
    said = card_keys("compromise", "2")
    assert "Nothing can sign cards now" in said
    assert (settings.CARD_KEYS_DIR / "issuing-2.key").exists()


def test_a_key_for_the_environment_is_shown_once_and_not_written(settings):
    said = card_keys("generate", "--print")
    assert not settings.CARD_KEYS_DIR.exists()
    settings.CARD_SIGNING_KEY = next(line.strip() for line in said.splitlines() if "1:" in line[:8])
    assert keys.active_signer()[0] == 1
    assert IssuingKey.objects.get().public_key == trust.public_text(keys.active_signer()[1].public_key())


@pytest.mark.parametrize("words", [("activate", "9"), ("retire", "9"), ("compromise", "9")])
def test_the_command_answers_a_wrong_id_with_a_sentence(words):
    with pytest.raises(CommandError, match="no key 9"):
        card_keys(*words)


def test_the_root_key_seals_the_list_and_a_second_root_is_refused(settings, tmp_path):
    card_keys("generate")
    card_keys("activate", "1")
    assert keys.key_list() is None
    assert keys.root_public_text() is None
    stick = tmp_path / "stick" / "root.key"
    assert "Keep it offline" in card_keys("root", str(stick))
    with pytest.raises(CommandError, match="there already"):
        card_keys("root", str(stick))
    assert "(1) is sealed" in card_keys("publish", "--root-key", str(stick))
    assert not (settings.CARD_KEYS_DIR / "root.key").exists()
    pinned = trust.public_key(keys.root_public_text())
    listed = trust.read_key_list(keys.key_list(), root_key=pinned, issuer_host=settings.CARD_ISSUER_HOST)
    assert set(listed) == {1}


def test_in_development_the_key_list_is_sealed_without_anybody_asking(settings):
    settings.CARD_KEYS_AUTO = True
    pinned = trust.public_key(keys.root_public_text())
    listed = trust.read_key_list(keys.key_list(), root_key=pinned, issuer_host=settings.CARD_ISSUER_HOST)
    assert set(listed) == set(keys.verifying_keys()) == {1}
