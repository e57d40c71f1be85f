"""Writes tests/vectors/card_codes.json: the same cards for Python’s, JavaScript’s and anybody’s own tests.

The keys are made from words and are worthless. Ed25519 signatures are deterministic, so a second run writes
the same file; a test runs this and compares. Run it only when the format changes:

    python scripts/make_card_vectors.py
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: E402

from passports.cards.domain import numbers, status_list  # noqa: E402
from passports.cards.domain.code import CardCode, Kind, encode  # noqa: E402
from passports.cards.domain.trust import PublishedKey, public_text, sign_key_list  # noqa: E402

FILE = ROOT / "tests" / "vectors" / "card_codes.json"
HOST = "card.example.gov.uk"
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
STOPPED_INDEX, SPACE = 77, 4096


def key(words: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(words.encode()).digest())


ISSUING, STRANGER, ROOT_KEY = key("card vector key 1"), key("card vector key 9"), key("card vector root")
GOOD = CardCode(
    key_id=1,
    kind=Kind.ADULT,
    has_photo=True,
    printed=False,
    serial=bytes.fromhex("a1b2c3d4e5f60718"),
    expires_on=date(2027, 11, 30),
    status_index=1234,
)


def facts(code: CardCode) -> dict[str, Any]:
    return {
        "version": code.version,
        "key_id": code.key_id,
        "kind": code.kind.word,
        "has_photo": code.has_photo,
        "printed": code.printed,
        "live": code.live,
        "serial": code.serial.hex(),
        "expires_on": code.expires_on.isoformat(),
        "status_index": code.status_index,
        "issued_at": code.issued_at,
        "check_code": numbers.check_code(code.serial),
    }


def read(name: str, code: CardCode, status: str, why: str) -> dict[str, Any]:
    """A code that is genuine; `status` is what a till without a network says of it at `now`."""
    digits = encode(code, ISSUING, HOST)
    return {
        "name": name,
        "why": why,
        "digits": digits,
        "says": facts(code),
        "refusal": None,
        "status": status,
    }


def refused(name: str, digits: str, refusal: str, why: str) -> dict[str, Any]:
    return {
        "name": name,
        "why": why,
        "digits": digits,
        "says": None,
        "refusal": refusal,
        "status": "not_valid",
    }


def changed(digits: str, place: int) -> str:
    return digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1 :]


def version_2(digits: str) -> str:
    return str(int(digits) ^ (0b11 << (8 * 79))).zfill(len(digits))


def vectors() -> dict[str, Any]:
    return {
        "about": "See shared/card-format.md and scripts/make_card_vectors.py. The keys are worthless.",
        "host": HOST,
        "now": NOW.isoformat(),
        "keys": {"1": public_text(ISSUING.public_key())},
        "root_key": public_text(ROOT_KEY.public_key()),
        "key_list": sign_key_list(
            [PublishedKey(1, ISSUING.public_key(), date(2028, 1, 31))],
            root_key=ROOT_KEY,
            issuer_host=HOST,
            issued=NOW,
        ),
        "stopped_hex": status_list.encode({STOPPED_INDEX}, SPACE).hex(),
        "codes": codes(),
        "numbers": typed_numbers(),
    }


def codes() -> list[dict[str, Any]]:
    """Each kind of answer once."""
    good = encode(GOOD, ISSUING, HOST)
    fresh, stale = int(NOW.timestamp()) - 90, int(NOW.timestamp()) - 601
    return [
        read("good", GOOD, "valid", "a static code"),
        read("good live", replace(GOOD, issued_at=fresh), "valid", "a live code, 90 seconds old"),
        read(
            "good young printed",
            replace(GOOD, kind=Kind.YOUNG, has_photo=False, printed=True),
            "valid",
            "other flags",
        ),
        read("live too old", replace(GOOD, issued_at=stale), "not_valid", "a screenshot, 601 seconds old"),
        read("expired", replace(GOOD, expires_on=date(2026, 11, 24)), "expired", "ran out yesterday"),
        read("last day", replace(GOOD, expires_on=date(2026, 11, 25)), "valid", "runs out tonight"),
        read("revoked", replace(GOOD, status_index=STOPPED_INDEX), "revoked", "its bit in the list is set"),
        refused("tampered", changed(good, 100), "bad_signature", "one digit is another"),
        refused(
            "wrong host",
            encode(GOOD, ISSUING, "card.elsewhere.example"),
            "bad_signature",
            "another scheme’s",
        ),
        refused("forged", encode(GOOD, STRANGER, HOST), "bad_signature", "signed by a stranger as key 1"),
        refused("unknown key", encode(replace(GOOD, key_id=9), STRANGER, HOST), "unknown_key", "key 9"),
        refused("unknown version", version_2(good), "unknown_version", "its first byte is 2"),
        refused("too short", good[1:], "malformed", "192 digits"),
        refused("not digits", good[:-1] + "x", "malformed", "a letter at the end"),
    ]


def typed_numbers() -> list[dict[str, Any]]:
    """As people type them: with spaces, mistaken letters, two letters swapped, too short."""
    return [
        {"typed": numbers.display("7K3M9QXA" + numbers.check_character("7K3M9QXA")), "valid": True},
        {"typed": " ol1o 2345 " + numbers.check_character("01102345").lower(), "valid": True},
        {"typed": "7K3M-9QAX-" + numbers.check_character("7K3M9QXA"), "valid": False},
        {"typed": "7K3M-9QXA", "valid": False},
        {"typed": "UUUU-UUUU-U", "valid": False},
    ]


def text() -> str:
    return json.dumps(vectors(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(text())
    print(f"wrote {FILE.relative_to(ROOT)}")
