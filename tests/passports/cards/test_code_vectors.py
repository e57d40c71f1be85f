"""The shared test vectors: Python and JavaScript read the same codes the same way."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from passports.cards.domain import numbers, status_list, trust
from passports.cards.domain.code import decode
from passports.cards.domain.refusals import NotACard
from passports.cards.domain.verdict import CardFacts, CodeFacts, judge

ROOT = Path(__file__).resolve().parents[3]
VECTORS = json.loads((ROOT / "tests/vectors/card_codes.json").read_text())
HOST, NOW = VECTORS["host"], datetime.fromisoformat(VECTORS["now"])
KEYS = {int(key_id): trust.public_key(text) for key_id, text in VECTORS["keys"].items()}
STOPPED = status_list.decode(bytes.fromhex(VECTORS["stopped_hex"]))
READ = [pytest.param(v, id=v["name"]) for v in VECTORS["codes"] if v["says"]]
REFUSED = [pytest.param(v, id=v["name"]) for v in VECTORS["codes"] if v["refusal"]]


def test_the_file_holds_the_six_that_card_format_asks_for():
    names = {vector["name"] for vector in VECTORS["codes"]}
    assert names >= {"good", "tampered", "wrong host", "expired", "revoked", "unknown key"}


@pytest.mark.parametrize("vector", READ)
def test_a_genuine_vector_says_what_the_file_says(vector):
    code = decode(vector["digits"], KEYS, HOST)
    says = vector["says"]
    assert (code.version, code.key_id, code.kind.word) == (says["version"], says["key_id"], says["kind"])
    assert (code.has_photo, code.printed, code.live) == (says["has_photo"], says["printed"], says["live"])
    assert code.serial.hex() == says["serial"]
    assert code.expires_on == date.fromisoformat(says["expires_on"])
    assert (code.status_index, code.issued_at) == (says["status_index"], says["issued_at"])
    assert numbers.check_code(code.serial) == says["check_code"]


@pytest.mark.parametrize("vector", READ)
def test_a_genuine_vector_is_judged_as_the_file_says(vector):
    code = decode(vector["digits"], KEYS, HOST)
    status = "revoked" if STOPPED.is_stopped(code.status_index) else "active"
    card = CardFacts(status, "active", starts_on=date(2026, 1, 1), expires_on=code.expires_on)
    assert judge(CodeFacts.of(code), card, NOW).status == vector["status"]


@pytest.mark.parametrize("vector", REFUSED)
def test_any_other_vector_is_refused_for_the_reason_in_the_file(vector):
    with pytest.raises(NotACard) as caught:
        decode(vector["digits"], KEYS, HOST)
    assert caught.value.reason == vector["refusal"]


@pytest.mark.parametrize("vector", VECTORS["numbers"], ids=lambda vector: vector["typed"])
def test_card_numbers_are_good_or_not_as_the_file_says(vector):
    assert numbers.is_valid(vector["typed"]) is vector["valid"]


def test_the_key_list_in_the_file_opens_with_the_root_key():
    root_key = trust.public_key(VECTORS["root_key"])
    listed = trust.read_key_list(VECTORS["key_list"], root_key=root_key, issuer_host=HOST)
    assert {key_id: trust.public_text(key.public_key) for key_id, key in listed.items()} == {
        int(key_id): text for key_id, text in VECTORS["keys"].items()
    }


def test_the_script_still_makes_the_same_file():
    code = (
        "import sys; sys.path.insert(0, 'scripts'); import make_card_vectors as m; sys.stdout.write(m.text())"
    )
    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert made.stdout == (ROOT / "tests/vectors/card_codes.json").read_text()


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node on this machine")
def test_javascript_reads_the_vectors_in_the_same_way():
    run = subprocess.run(
        ["node", "--test", "tests/js/card_code.test.mjs"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "# fail 0" in run.stdout or "ℹ fail 0" in run.stdout
