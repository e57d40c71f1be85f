"""What a camera read, a USB scanner typed, or a cashier keyed in: a card’s code, or a card number."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from . import numbers
from .code import LIVE_DIGITS, STATIC_DIGITS, canonical_host
from .refusals import Foreign, Malformed, Mistyped, WrongPurpose

MOST_CHARACTERS = 500

# A scanner set to an American keyboard on a British till types “£” for “#”, and the other way round “\”.
_ADDRESS = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?P<host>[^/?#£\\@\s]*)(?P<path>[^#£\\\s]*)(?:[#£\\](?P<fragment>\S*))?",
    re.IGNORECASE | re.ASCII,
)
_CARD_PATH = re.compile(r"(?:/(?:cy|en))?/v/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ScannedCode:
    """The digits of a card’s code, not yet checked, and the host its address named (ours for bare digits)."""

    digits: str
    host: str


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A card number whose check character fits, without spaces or dashes."""

    number: str


Scanned = ScannedCode | TypedNumber


def parse_scanned(text: str, issuer_host: str, *, also: Collection[str] = ()) -> Scanned:
    """What `text` is: the address in a card’s QR, its bare digits, or a typed card number.

    `also` names further hosts whose cards we take (schemes that we trust, or this server under another name).
    Raises a `NotACard`: Foreign for any other host, WrongPurpose for another page of ours (an emergency
    code), Mistyped for a card number with a slip in it, Malformed for anything else.
    """
    text = text.strip()
    if len(text) > MOST_CHARACTERS:
        raise Malformed
    if "://" in text:
        return _from_address(text, {canonical_host(host) for host in (issuer_host, *also)})
    if len(text) in (STATIC_DIGITS, LIVE_DIGITS):
        return _code(text, canonical_host(issuer_host))
    return _typed(text)


def address(digits: str, base_url: str) -> str:
    """What the QR holds: the checking page, and the code in the fragment, which browsers never send."""
    return f"{base_url.rstrip('/')}/v#{digits}"


def _from_address(text: str, hosts: set[str]) -> ScannedCode:
    match = _ADDRESS.fullmatch(text)
    if match is None:
        raise Malformed
    host = canonical_host(match["host"])
    # http as well: development has no certificate, and the signature, not the transport, is what we trust.
    if match["scheme"].lower() not in ("https", "http") or host not in hosts:
        raise Foreign
    if not _CARD_PATH.fullmatch(match["path"]):
        raise WrongPurpose
    return _code(match["fragment"] or "", host)


def _code(digits: str, host: str) -> ScannedCode:
    if len(digits) not in (STATIC_DIGITS, LIVE_DIGITS) or not (digits.isascii() and digits.isdigit()):
        raise Malformed
    return ScannedCode(digits=digits, host=host)


def _typed(text: str) -> TypedNumber:
    number = numbers.normalise(text)
    if numbers.is_valid(number):
        return TypedNumber(number=number)
    nearly = numbers.looks_like_number(number) or numbers.is_nearly_a_number(number)
    raise Mistyped if nearly else Malformed
