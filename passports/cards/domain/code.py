"""The signed code in a card’s QR: what it says, and the way from facts to digits and back.

    body = version | key id | flags | serial (8) | expiry day (2) | status index (3) [| issued at (4) if live]
    code = body | Ed25519 signature (64) over  b"CPC1|" + issuer host + b"|" + body

The code travels as one big-endian number in decimal, padded with zeros to a fixed length, because QR’s
numeric mode is the densest for it: 80 bytes are 193 digits, and 84 bytes (a live code) are 203. There is
exactly one way to write a code, and `decode` accepts no other. The issuer host is signed but not carried: a
code of one scheme is noise at another. Nothing in it is about a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from .refusals import BadSignature, Malformed, UnknownKey, UnknownVersion

VERSION = 1
FIRST_DAY = date(2020, 1, 1)
LAST_DAY = FIRST_DAY + timedelta(days=0xFFFF)
SERIAL_BYTES = 8
STATUS_INDEXES = 1 << 24
LIVE_SECONDS = 600  # a live code is good for ten minutes (card-format.md, “Live and static”)

_SIGNATURE_BYTES = 64
_STATIC_BODY, _LIVE_BODY = 16, 20
STATIC_DIGITS, LIVE_DIGITS = 193, 203
_BODY_OF_LENGTH = {STATIC_DIGITS: _STATIC_BODY, LIVE_DIGITS: _LIVE_BODY}

_KIND_MASK, _PHOTO, _PRINTED, _LIVE = 0b111, 1 << 3, 1 << 4, 1 << 5
_UNUSED_FLAGS = 0xFF & ~(_KIND_MASK | _PHOTO | _PRINTED | _LIVE)


class Kind(IntEnum):
    """Which card it is. The numbers are part of the format and never change."""

    ADULT = 1
    YOUNG = 2
    PARENT = 3
    FORMER = 4

    @property
    def word(self) -> str:
        """The kind as stored elsewhere: “adult”, “young”, “parent”, “former”."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Kind:
        """The kind for its word. Raises KeyError for a word that is none."""
        return cls[word.upper()]


@dataclass(frozen=True, slots=True)
class CardCode:
    """What a card’s code says.

    `expires_on` is the last day on which the card is good. `issued_at` (whole seconds since 1970, UTC) is
    there exactly when the code is live. Raises ValueError for facts that the format cannot carry.
    """

    key_id: int
    kind: Kind
    has_photo: bool
    printed: bool
    serial: bytes
    expires_on: date
    status_index: int
    issued_at: int | None = None
    version: int = VERSION

    def __post_init__(self) -> None:
        if self.version != VERSION:
            raise ValueError(f"Only version {VERSION} of the card code can be written.")
        if not 1 <= self.key_id <= 255:
            raise ValueError("A key id is between 1 and 255.")
        if not isinstance(self.kind, Kind):
            raise ValueError("The kind must be a Kind.")
        if len(self.serial) != SERIAL_BYTES:
            raise ValueError(f"A serial has {SERIAL_BYTES} bytes.")
        if not FIRST_DAY <= self.expires_on <= LAST_DAY:
            raise ValueError(f"The expiry day must be between {FIRST_DAY} and {LAST_DAY}.")
        if not 0 <= self.status_index < STATUS_INDEXES:
            raise ValueError("A status index has 24 bits.")
        if self.issued_at is not None and not 0 <= self.issued_at < 1 << 32:
            raise ValueError("The time of issue must be between 1970 and 2106.")

    @property
    def live(self) -> bool:
        """Whether the server minted this code for a phone just now, as against a printed or stored one."""
        return self.issued_at is not None


def encode(code: CardCode, private_key: Ed25519PrivateKey, issuer_host: str) -> str:
    """The digits of `code`, signed for `issuer_host` with `private_key`, the private key of its key id."""
    body = _body(code)
    signed = body + private_key.sign(_message(issuer_host, body))
    length = LIVE_DIGITS if code.live else STATIC_DIGITS
    return str(int.from_bytes(signed, "big")).zfill(length)


def decode(digits: str, keys: Mapping[int, Ed25519PublicKey], issuer_host: str) -> CardCode:
    """What the genuine code in `digits` says. It may still be expired, revoked or too old: see `verdict`.

    `keys` are the issuing keys to trust, by key id. Raises a `NotACard`: Malformed, UnknownVersion,
    UnknownKey or BadSignature, looked at in this order. Costs one signature check, about 0.05 ms.
    """
    signed = _signed_bytes(digits)
    body, signature = signed[:-_SIGNATURE_BYTES], signed[-_SIGNATURE_BYTES:]
    if body[0] != VERSION:
        raise UnknownVersion
    flags = body[2]
    if bool(flags & _LIVE) != (len(body) == _LIVE_BODY):
        raise Malformed
    key = keys.get(body[1])
    if key is None:
        raise UnknownKey
    try:
        VerifyKey(key.public_bytes_raw()).verify(_message(issuer_host, body), signature)
    except BadSignatureError:
        raise BadSignature from None
    return _read(body)


def key_id_of(digits: str) -> int:
    """The key id that a code names, without checking anything else. Raises Malformed. For our own records."""
    return _signed_bytes(digits)[1]


def canonical_host(host: str) -> str:
    """The one spelling of a host that is signed: lower case, no final dot, no default port."""
    host = host.strip().lower()
    for port in (":443", ":80"):
        host = host.removesuffix(port)
    return host.rstrip(".")


def _message(issuer_host: str, body: bytes) -> bytes:
    return b"CPC1|" + canonical_host(issuer_host).encode("ascii") + b"|" + body


def _signed_bytes(digits: str) -> bytes:
    body_length = _BODY_OF_LENGTH.get(len(digits))
    # isdigit alone would let Arabic or full-width digits through, which int() reads happily.
    if body_length is None or not (digits.isascii() and digits.isdigit()):
        raise Malformed
    try:
        return int(digits).to_bytes(body_length + _SIGNATURE_BYTES, "big")
    except OverflowError:
        raise Malformed from None


def _body(code: CardCode) -> bytes:
    flags = code.kind | code.has_photo * _PHOTO | code.printed * _PRINTED | code.live * _LIVE
    body = bytes([code.version, code.key_id, flags]) + code.serial
    body += (code.expires_on - FIRST_DAY).days.to_bytes(2, "big") + code.status_index.to_bytes(3, "big")
    if code.issued_at is not None:
        body += code.issued_at.to_bytes(4, "big")
    return body


def _read(body: bytes) -> CardCode:
    flags = body[2]
    if flags & _UNUSED_FLAGS:
        raise Malformed
    try:
        return CardCode(
            version=body[0],
            key_id=body[1],
            kind=Kind(flags & _KIND_MASK),
            has_photo=bool(flags & _PHOTO),
            printed=bool(flags & _PRINTED),
            serial=body[3:11],
            expires_on=FIRST_DAY + timedelta(days=int.from_bytes(body[11:13], "big")),
            status_index=int.from_bytes(body[13:16], "big"),
            issued_at=int.from_bytes(body[16:20], "big") if flags & _LIVE else None,
        )
    except ValueError:
        raise Malformed from None
