"""The wallets of Apple and Google, from the environment. Nothing set: there are none. Half set: the start stops.

A certificate that has run out does not stop the start: workers start again every few hours, and a wallet must never take
the whole scheme down. The button goes, and `manage.py check` and the log say why (passports/cards/wallet/checks.py).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.x509.oid import NameOID

from . import env

APPLE = (
    "WALLET_APPLE_PASS_TYPE",
    "WALLET_APPLE_TEAM",
    "WALLET_APPLE_CERTIFICATE",
    "WALLET_APPLE_KEY",
    "WALLET_APPLE_WWDR",
)
GOOGLE = ("WALLET_GOOGLE_ISSUER", "WALLET_GOOGLE_ACCOUNT")
PUSH_URL = "https://api.push.apple.com"
API_URL = "https://walletobjects.googleapis.com/walletobjects/v1"


@dataclass(frozen=True)
class AppleWallet:
    """What signs passes for Apple Wallet and tells phones of changes."""

    pass_type: str
    team: str
    certificate: x509.Certificate
    key: RSAPrivateKey = field(repr=False)
    wwdr: x509.Certificate
    certificate_file: str
    key_file: str
    key_password: str = field(repr=False)
    push_url: str = PUSH_URL
    push_ca: str = ""
    """A file of roots to believe instead of the public ones. For tests."""

    @property
    def good_until(self) -> datetime:
        """When the first of the two certificates runs out."""
        return min(self.certificate.not_valid_after_utc, self.wwdr.not_valid_after_utc)

    def works_at(self, moment: datetime) -> bool:
        """Whether a phone would take a pass that is signed at that moment."""
        begins = max(self.certificate.not_valid_before_utc, self.wwdr.not_valid_before_utc)
        return begins <= moment < self.good_until


@dataclass(frozen=True)
class GoogleWallet:
    """The issuer at Google Wallet and the service account that acts for it."""

    issuer: str
    account: str
    key: RSAPrivateKey = field(repr=False)
    key_id: str
    token_url: str
    api_url: str = API_URL


def apple() -> AppleWallet | None:
    """The WALLET_APPLE_… variables; None when none is set."""
    if not _all_or_none(APPLE):
        return None
    pass_type, team, certificate_file, key_file, wwdr_file = (env.text(name) for name in APPLE)
    password = env.text("WALLET_APPLE_KEY_PASSWORD", "")
    certificate = _certificate("WALLET_APPLE_CERTIFICATE", certificate_file)
    key = _private_key("WALLET_APPLE_KEY", _read("WALLET_APPLE_KEY", key_file), password)
    wwdr = _certificate("WALLET_APPLE_WWDR", wwdr_file)
    _check_certificate(certificate, pass_type, team)
    if certificate.public_key() != key.public_key():
        raise env.SettingsProblem("WALLET_APPLE_KEY", "does not belong to WALLET_APPLE_CERTIFICATE.")
    try:
        certificate.verify_directly_issued_by(wwdr)
    except (InvalidSignature, ValueError, TypeError):
        raise env.SettingsProblem(
            "WALLET_APPLE_WWDR",
            "is not the authority that issued WALLET_APPLE_CERTIFICATE. Its certificate names the right one as its issuer.",
        ) from None
    return AppleWallet(
        pass_type=pass_type, team=team, certificate=certificate, key=key, wwdr=wwdr,
        certificate_file=certificate_file, key_file=key_file, key_password=password,
        push_url=_https("WALLET_APPLE_PUSH_URL", PUSH_URL), push_ca=env.text("WALLET_APPLE_PUSH_CA", ""),
    )  # fmt: skip


def google() -> GoogleWallet | None:
    """The WALLET_GOOGLE_… variables; None when none is set."""
    if not _all_or_none(GOOGLE):
        return None
    issuer, name = env.text("WALLET_GOOGLE_ISSUER"), "WALLET_GOOGLE_ACCOUNT"
    if not (issuer.isascii() and issuer.isdigit()):
        raise env.SettingsProblem("WALLET_GOOGLE_ISSUER", f"is {issuer!r}. Set it to the issuer’s number.")
    try:
        account = json.loads(_read(name, env.text(name)))
        pem, email, token_url = (str(account[part]) for part in ("private_key", "client_email", "token_uri"))
    except (ValueError, KeyError, TypeError):
        raise env.SettingsProblem(
            name, "is not the JSON file of a service account (private_key, client_email, token_uri)."
        ) from None
    return GoogleWallet(
        issuer=issuer, account=email, key=_private_key(name, pem.encode(), ""),
        key_id=str(account.get("private_key_id", "")), token_url=token_url,
        api_url=_https("WALLET_GOOGLE_API_URL", API_URL),
    )  # fmt: skip


def _all_or_none(names: tuple[str, ...]) -> bool:
    """True when all are set, False when none is. Anything between stops the start."""
    missing = [name for name in names if not env.text(name, "").strip()]
    if missing and len(missing) < len(names):
        raise env.SettingsProblem(
            missing[0], f"is not set, but others of {', '.join(names)} are. Set all or none."
        )
    return not missing


def _read(name: str, path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as problem:
        raise env.SettingsProblem(name, f"names {path}, which cannot be read ({problem.strerror}).") from None


def _certificate(name: str, path: str) -> x509.Certificate:
    """A certificate as PEM, or as DER the way Apple hands it out."""
    raw = _read(name, path)
    try:
        return (
            x509.load_pem_x509_certificate(raw)
            if b"-----BEGIN" in raw
            else x509.load_der_x509_certificate(raw)
        )
    except ValueError:
        raise env.SettingsProblem(
            name, f"names {path}, which holds no certificate. Use PEM or DER (.cer)."
        ) from None


def _private_key(name: str, pem: bytes, password: str) -> RSAPrivateKey:
    try:
        key = serialization.load_pem_private_key(pem, password.encode() or None)
    except (ValueError, TypeError):
        raise env.SettingsProblem(
            name, "holds no private key in PEM that opens" + (" with that password." if password else ".")
        ) from None
    if not isinstance(key, RSAPrivateKey):
        raise env.SettingsProblem(name, "must be an RSA key.")
    return key


def _check_certificate(certificate: x509.Certificate, pass_type: str, team: str) -> None:
    """Apple writes the pass type into the subject as UID and the team as OU. A phone compares both with the pass."""
    for variable, wanted, oid in (
        ("WALLET_APPLE_PASS_TYPE", pass_type, NameOID.USER_ID),
        ("WALLET_APPLE_TEAM", team, NameOID.ORGANIZATIONAL_UNIT_NAME),
    ):
        names = [str(part.value) for part in certificate.subject.get_attributes_for_oid(oid)]
        if wanted not in names:
            found = ", ".join(names) or "nothing"
            raise env.SettingsProblem(
                variable, f"is {wanted!r}, but WALLET_APPLE_CERTIFICATE is for {found}."
            )


def _https(name: str, default: str) -> str:
    url = env.text(name, default).rstrip("/")
    if not url.startswith(("https://", "http://127.0.0.1:", "https://127.0.0.1:")):
        raise env.SettingsProblem(name, "must start with https://")
    return url


def says_expired(wallet: AppleWallet) -> str:
    """The sentence for the log and for `manage.py check`."""
    return (
        f"The certificate for Apple Wallet ran out on {wallet.good_until.astimezone(UTC):%-d %B %Y}: no button, no updates. "
        "Renew it at Apple and set WALLET_APPLE_CERTIFICATE and WALLET_APPLE_KEY (and WALLET_APPLE_WWDR)."
    )
