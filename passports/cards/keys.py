"""Which key signs and which keys we believe. Private halves are in CARD_SIGNING_KEY or in files (key_files).

A check at a till must not ask the database for keys, so that all of this is read at most every 30 seconds
in each process and kept in memory. A key that is marked as leaked is therefore treated as such everywhere
within 30 seconds. Services call `forget()` so that their own process knows at once.
"""

from __future__ import annotations

import json
import logging
import time
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from django.utils import timezone

from . import key_files
from .domain import code as card_code
from .domain.code import CardCode, Kind
from .domain.trust import PublishedKey, public_key, public_text, sign_key_list
from .domain.verdict import CodeFacts
from .key_files import KeyProblem
from .models import IssuingKey, KeyStatus

logger = logging.getLogger(__name__)

SECONDS_KEPT = 30


@dataclass(frozen=True, slots=True)
class KeyRing:
    """All that one process knows of keys at a moment. `signer` is None when nothing here can sign."""

    signer: tuple[int, Ed25519PrivateKey] | None
    verifying: dict[int, Ed25519PublicKey]
    """Keys whose codes we read when online. Leaked ones too: the database still knows the good serials."""
    compromised: frozenset[int]
    published: tuple[PublishedKey, ...]
    """Keys that a till without a network may believe: all of `verifying` but the leaked ones."""


_kept: tuple[float, tuple[object, ...], KeyRing] | None = None


def issuer_host() -> str:
    """The host in our cards’ codes, as it is signed and as other schemes know us."""
    return card_code.canonical_host(settings.CARD_ISSUER_HOST)


def active_signer() -> tuple[int, Ed25519PrivateKey]:
    """The key id and private key to sign cards with now. Raises KeyProblem, which says what to do."""
    signer = _ring().signer
    if signer is None:
        raise KeyProblem(
            "No key can sign cards. Set CARD_SIGNING_KEY, or run:  manage.py card_keys generate  and then  "
            "manage.py card_keys activate"
        )
    return signer


def verifying_keys() -> dict[int, Ed25519PublicKey]:
    """Public keys to read codes with, by key id. Costs no query, but once in 30 seconds."""
    return _ring().verifying


def compromised_keys() -> frozenset[int]:
    """Ids of the leaked keys among `verifying_keys()`: nothing that their codes say counts but the serial."""
    return _ring().compromised


def published_keys() -> tuple[PublishedKey, ...]:
    """The keys that the trust list gives to tills."""
    return _ring().published


def sign(
    *,
    kind: Kind,
    has_photo: bool,
    printed: bool,
    serial: bytes,
    expires_on: date,
    status_index: int,
    live_at: datetime | None = None,
) -> str:
    """The digits of a card’s code, signed with the active key. With `live_at` it is live from then on.

    Raises KeyProblem when nothing can sign, ValueError for facts that the format cannot carry.
    """
    key_id, private_key = active_signer()
    facts = CardCode(
        key_id=key_id,
        kind=kind,
        has_photo=has_photo,
        printed=printed,
        serial=serial,
        expires_on=expires_on,
        status_index=status_index,
        issued_at=None if live_at is None else int(live_at.timestamp()),
    )
    return card_code.encode(facts, private_key, settings.CARD_ISSUER_HOST)


def read(digits: str) -> tuple[CardCode, CodeFacts]:
    """What a genuine code of this scheme says, also as `verdict.judge` wants it. Raises a `NotACard`."""
    ring = _ring()
    code = card_code.decode(digits, ring.verifying, settings.CARD_ISSUER_HOST)
    return code, CodeFacts.of(code, key_compromised=code.key_id in ring.compromised)


def key_list(*, issued: datetime | None = None) -> dict[str, Any] | None:
    """The list of issuing keys sealed by the root key, for the trust list; None when there is none yet.

    In development the root key lies beside the others and seals a new list each time, dated `issued`.
    Elsewhere it is offline, and `manage.py card_keys publish` left the sealed list in CARD_KEYS_DIR.
    """
    folder = _folder()
    root = _development_root(folder)
    if root is not None:
        return seal_key_list(root, issued=issued)
    try:
        return json.loads((folder / key_files.KEY_LIST).read_text())
    except (OSError, ValueError):
        return None


def seal_key_list(root_key: Ed25519PrivateKey, *, issued: datetime | None = None) -> dict[str, Any]:
    """The list of the keys published now, sealed with the root key and dated `issued`, or now."""
    return sign_key_list(
        published_keys(),
        root_key=root_key,
        issuer_host=settings.CARD_ISSUER_HOST,
        issued=issued or timezone.now(),
    )


def root_public_text() -> str | None:
    """The root key’s public half in base64, to be pinned in the till page; None when there is none yet."""
    folder = _folder()
    root = _development_root(folder)
    if root is not None:
        return public_text(root.public_key())
    try:
        return (folder / key_files.ROOT_PUBLIC).read_text("ascii").strip()
    except OSError:
        return None


def held_keys() -> dict[int, Ed25519PrivateKey]:
    """The issuing keys whose private half is on this machine: the environment’s first, then the files’."""
    ours = _from_environment()
    return ours | {
        key_id: key for key_id, key in key_files.issuing_keys(_folder()).items() if key_id not in ours
    }


def forget() -> None:
    """Reads everything anew at the next use. For services that change a key, and for tests."""
    global _kept
    _kept = None


def _ring() -> KeyRing:
    global _kept
    now, source = time.monotonic(), _source()
    if _kept is None or _kept[0] < now or _kept[1] != source:
        _kept = (now + SECONDS_KEPT, source, _read_ring())
    return _kept[2]


def _source() -> tuple[object, ...]:
    return settings.CARD_SIGNING_KEY, settings.CARD_KEYS_DIR, settings.CARD_KEYS_AUTO


def _read_ring() -> KeyRing:
    today = timezone.localdate()
    rows = {row.key_id: row for row in IssuingKey.objects.all()}
    held = held_keys()
    signer = _choose_signer(rows, _matching(rows, held), today)
    if signer is None and settings.CARD_KEYS_AUTO:
        signer = _make_in_development(max([0, *rows, *held]) + 1)
        held[signer[0]] = signer[1]
    verifying, published = {}, []
    for key_id in sorted(rows.keys() | held.keys()):
        row = rows.get(key_id)
        if row and row.verifies_until and row.verifies_until < today:
            continue
        key = public_key(row.public_key) if row else held[key_id].public_key()
        verifying[key_id] = key
        if not row or row.status != KeyStatus.COMPROMISED:
            published.append(PublishedKey(key_id, key, row.verifies_until if row else None))
    return KeyRing(
        signer=signer,
        verifying=verifying,
        compromised=frozenset(row.key_id for row in rows.values() if row.status == KeyStatus.COMPROMISED),
        published=tuple(published),
    )


def _make_in_development(key_id: int) -> tuple[int, Ed25519PrivateKey]:
    """Processes that start together come to the same id, and so to the same file and key."""
    return key_id, key_files.make(_folder() / key_files.issuing_name(key_id), repository=settings.BASE_DIR)


def _matching(
    rows: dict[int, IssuingKey], held: dict[int, Ed25519PrivateKey]
) -> dict[int, Ed25519PrivateKey]:
    """The held keys that are what the database says. A wrong file would sign cards that nobody believes."""
    matching = {}
    for key_id, private_key in held.items():
        if key_id in rows and rows[key_id].public_key != public_text(private_key.public_key()):
            logger.error(
                "Card key %s on this machine is not the one in the database. It is not used.", key_id
            )
        else:
            matching[key_id] = private_key
    return matching


def _choose_signer(
    rows: dict[int, IssuingKey], held: dict[int, Ed25519PrivateKey], today: date
) -> tuple[int, Ed25519PrivateKey] | None:
    """The environment’s first usable key; else the one active in the database; else, in development, any.

    A key past its signing year still signs when there is no other, with an error in the log: carers must not
    lose their cards because somebody forgot a date.
    """
    usable = {
        key_id
        for key_id in held
        if key_id not in rows or rows[key_id].status in (KeyStatus.READY, KeyStatus.ACTIVE)
    }
    in_environment = [key_id for key_id in _from_environment() if key_id in usable]
    active = [key_id for key_id, row in rows.items() if row.status == KeyStatus.ACTIVE and key_id in usable]
    without_row = [key_id for key_id in held if key_id not in rows] if settings.CARD_KEYS_AUTO else []
    candidates = in_environment + active + without_row
    if not candidates:
        return None
    in_time = [k for k in candidates if k not in rows or not _past(rows[k].signs_until, today)]
    if not in_time:
        logger.error("Card key %s is past its signing year. Run: manage.py card_keys generate", candidates[0])
    chosen = (in_time or candidates)[0]
    return chosen, held[chosen]


def _past(day: date | None, today: date) -> bool:
    return day is not None and day < today


def _from_environment() -> dict[int, Ed25519PrivateKey]:
    return key_files.from_environment(settings.CARD_SIGNING_KEY)


def _folder() -> Path:
    return Path(settings.CARD_KEYS_DIR)


def _development_root(folder: Path) -> Ed25519PrivateKey | None:
    if not settings.CARD_KEYS_AUTO:
        return None
    return key_files.make(folder / key_files.ROOT, repository=settings.BASE_DIR)
