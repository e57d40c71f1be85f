"""What a till without a network trusts, as signed documents: the list of keys and the trust list around it.

A sealed document is `{"payload": text, "key_id": number, "signature": base64}`. The payload is the JSON
text itself, and the signature is over exactly its bytes, so that nobody has to agree on how to write JSON:
a reader checks first and parses then. The purpose and the host are signed with it, so one kind of document
can never be passed off as another, nor as a card’s code.

The **root key** (key id 0) signs only the key list. Its public half is pinned in the till page. The issuing
keys, which the list names, sign the cards and the trust list.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from .code import canonical_host

ROOT_KEY_ID = 0
KEYS, TRUST, VISITS = "keys", "trust", "visits"


class BadSeal(ValueError):
    """This is not a document sealed by one of the keys, for this purpose and this host."""


@dataclass(frozen=True, slots=True)
class PublishedKey:
    """The public half of an issuing key. Cards signed with it may be accepted up to `verifies_until`."""

    key_id: int
    public_key: Ed25519PublicKey
    verifies_until: date | None = None


def seal(
    document: Mapping[str, Any],
    *,
    purpose: str,
    issuer_host: str,
    key_id: int,
    private_key: Ed25519PrivateKey,
) -> dict[str, Any]:
    """The document signed. It must be writable as JSON."""
    payload = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    signature = private_key.sign(_message(purpose, issuer_host, payload))
    return {"payload": payload, "key_id": key_id, "signature": base64.b64encode(signature).decode()}


def unseal(
    sealed: Mapping[str, Any], *, purpose: str, issuer_host: str, keys: Mapping[int, Ed25519PublicKey]
) -> dict[str, Any]:
    """The document again. Raises BadSeal for anything that is not exactly as one of `keys` signed it."""
    try:
        payload, key = sealed["payload"], keys[sealed["key_id"]]
        signature = base64.b64decode(sealed["signature"], validate=True)
        key.verify(signature, _message(purpose, issuer_host, payload))
    except (KeyError, TypeError, AttributeError, binascii.Error, ValueError, InvalidSignature):
        raise BadSeal("not sealed by a key that we trust") from None
    return json.loads(payload)


def sign_key_list(
    keys: Iterable[PublishedKey], *, root_key: Ed25519PrivateKey, issuer_host: str, issued: datetime
) -> dict[str, Any]:
    """The list of issuing keys, sealed by the root key. Leave a leaked key out and it is refused offline."""
    document = {
        "issuer": canonical_host(issuer_host),
        "issued": issued.isoformat(timespec="seconds"),
        "keys": [
            {
                "id": key.key_id,
                "public_key": public_text(key.public_key),
                "verifies_until": key.verifies_until and key.verifies_until.isoformat(),
            }
            for key in sorted(keys, key=lambda key: key.key_id)
        ],
    }
    return seal(document, purpose=KEYS, issuer_host=issuer_host, key_id=ROOT_KEY_ID, private_key=root_key)


def read_key_list(
    sealed: Mapping[str, Any], *, root_key: Ed25519PublicKey, issuer_host: str
) -> dict[int, PublishedKey]:
    """The issuing keys in a sealed list. Raises BadSeal."""
    document = unseal(sealed, purpose=KEYS, issuer_host=issuer_host, keys={ROOT_KEY_ID: root_key})
    return {
        entry["id"]: PublishedKey(
            key_id=entry["id"],
            public_key=public_key(entry["public_key"]),
            verifies_until=date.fromisoformat(entry["verifies_until"]) if entry["verifies_until"] else None,
        )
        for entry in document["keys"]
    }


def fingerprint(key_text: str) -> str:
    """What two officers compare over the phone: 32 characters in groups of four, from the SHA-256 of the public key.

    Raises ValueError for what is no public key.
    """
    digest = hashlib.sha256(public_key(key_text).public_bytes_raw()).hexdigest()[:32].upper()
    return " ".join(digest[at : at + 4] for at in range(0, 32, 4))


def public_text(key: Ed25519PublicKey) -> str:
    """The 32 bytes of a public key in base64, as we store and publish it."""
    return base64.b64encode(key.public_bytes_raw()).decode()


def public_key(text: str) -> Ed25519PublicKey:
    """The public key again. Raises ValueError for anything but 32 bytes in base64."""
    return Ed25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))


def _message(purpose: str, issuer_host: str, payload: str) -> bytes:
    return f"CPC1-{purpose}|{canonical_host(issuer_host)}|{payload}".encode()
