"""A scheme’s trust list, written and read; `open_list` is the twin of `openTrust` in static/js/till/trust.mjs.

The document is JSON in one canonical spelling (keys sorted, no spaces, ASCII only). `signature` is over that spelling of all
the rest but `key_id`, made as `trust.seal` does, so a reader takes both out, writes the rest the same way and checks.
Everything in it hangs on the root key, which came another way (an officer read its fingerprint to another over the
phone): root key → list of issuing keys → trust list → card.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from . import status_list, trust
from .code import canonical_host
from .status_list import StatusList

FRESH, USABLE = timedelta(hours=24), timedelta(days=7)  # card-format.md, “What a till keeps”
PULL_EVERY = timedelta(minutes=15)
SKEW = timedelta(minutes=10)
EARLIEST = 2020


class NotATrustList(ValueError):
    """This is not a trust list of that scheme, sealed by keys that its root key vouches for. Says what was wrong."""


@dataclass(frozen=True, slots=True)
class TrustList:
    """What a scheme says of its cards. `schemes` are those that it trusts itself, as published."""

    sequence: int
    issued: datetime
    keys_issued: datetime
    keys: Mapping[int, Ed25519PublicKey]
    stopped: StatusList
    schemes: tuple[Mapping[str, Any], ...]

    def usable(self, now: datetime) -> bool:
        """Whether it may still be believed. It may be newer than `now`, when that is the moment of an earlier scan."""
        return now - self.issued < USABLE

    def from_the_future(self, now: datetime) -> bool:
        """Whether it cannot be: somebody’s clock is wrong, and it would be believed for too long."""
        return max(self.issued, self.keys_issued) > now + SKEW

    def fresh(self, now: datetime) -> bool:
        """Whether it is as new as it should be; an older one is believed, and the till says how old it is."""
        return now - self.issued < FRESH


def list_document(
    *,
    issuer_host: str,
    issued: datetime,
    keys: Mapping[str, Any] | None,
    stopped: bytes,
    schemes: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """What a list says: `keys` as the root key sealed them, `stopped` packed. Its number is its moment, in ms."""
    return {
        "sequence": int(issued.timestamp() * 1000),
        "issuer": canonical_host(issuer_host),
        "issued": issued.isoformat(timespec="milliseconds"),
        "next": (issued + PULL_EVERY).isoformat(timespec="milliseconds"),
        "keys": keys,
        "status_list": base64.b64encode(stopped).decode(),
        "schemes": list(schemes),
    }


def seal_list(document: Mapping[str, Any], *, key_id: int, private_key: Ed25519PrivateKey) -> str:
    """The list as it is published, sealed by an issuing key."""
    sealed = trust.seal(
        document,
        purpose=trust.TRUST,
        issuer_host=document["issuer"],
        key_id=key_id,
        private_key=private_key,
    )
    return spelled({**document, "key_id": key_id, "signature": sealed["signature"]})


def spelled(document: Mapping[str, Any]) -> str:
    """The one spelling."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"))


def open_list(text: str, *, root_key: Ed25519PublicKey, issuer_host: str, today: date) -> TrustList:
    """The list in `text`, checked from the root key down. Raises NotATrustList for anything else."""
    host = canonical_host(issuer_host)
    try:
        whole = json.loads(text)
        seal = {"key_id": whole.pop("key_id"), "signature": whole.pop("signature")}
        named = trust.read_key_list(whole["keys"], root_key=root_key, issuer_host=host)
        keys = {
            key_id: key.public_key
            for key_id, key in named.items()
            if key.verifies_until is None or key.verifies_until >= today
        }
        trust.unseal({"payload": spelled(whole), **seal}, purpose=trust.TRUST, issuer_host=host, keys=keys)
        if whole["issuer"] != host:
            raise NotATrustList("it is of another scheme")
        return TrustList(
            sequence=_number(whole["sequence"]),
            issued=_moment(whole["issued"]),
            keys_issued=_moment(json.loads(whole["keys"]["payload"])["issued"]),
            keys=keys,
            stopped=status_list.decode(base64.b64decode(whole["status_list"], validate=True)),
            schemes=tuple(one for one in whole.get("schemes") or () if isinstance(one, dict)),
        )
    except NotATrustList:
        raise
    except trust.BadSeal:
        raise NotATrustList("it is not sealed by a key that its root key vouches for") from None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, binascii.Error, RecursionError):
        raise NotATrustList("it is not a trust list") from None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or moment.year < EARLIEST:
        raise NotATrustList("its times cannot be")
    return moment


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**63:
        raise NotATrustList("its number cannot be")
    return value
