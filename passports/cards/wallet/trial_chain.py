"""Certificates like Apple’s and an account like Google’s, made by ourselves: for tests, and to see the buttons on a laptop.

Root → intermediate (as Apple’s WWDR) → leaf with the pass type in its subject. No iPhone trusts it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

BITS = 2048


@dataclass(frozen=True)
class Holder:
    """A certificate and its private key."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey

    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    def key_pem(self, password: str = "") -> bytes:
        form = serialization.PrivateFormat.PKCS8
        sealed = (
            serialization.BestAvailableEncryption(password.encode())
            if password
            else serialization.NoEncryption()
        )
        return self.key.private_bytes(serialization.Encoding.PEM, form, sealed)


def name(common: str, **others: str) -> x509.Name:
    """A subject: CN, and UID and OU where Apple puts the pass type and the team."""
    parts = [(NameOID.COMMON_NAME, common)]
    parts += [(NameOID.USER_ID, others["uid"])] if "uid" in others else []
    parts += [(NameOID.ORGANIZATIONAL_UNIT_NAME, others["ou"])] if "ou" in others else []
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts])


def issue(
    subject: x509.Name,
    by: Holder | None = None,
    *,
    authority: bool = False,
    start: datetime | None = None,
    days: int = 365,
    extra: Callable[[x509.CertificateBuilder], x509.CertificateBuilder] = lambda builder: builder,
) -> Holder:
    """A certificate for a new key, issued by `by`, or by itself."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    start = start or datetime.now(UTC) - timedelta(days=1)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(_usage(authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key((by.key if by else key).public_key()),
            critical=False,
        )
    )
    return Holder(extra(builder).sign(by.key if by else key, hashes.SHA256()), key)


def write_chain(folder: Path, *, pass_type: str, team: str, days: int = 365) -> dict[str, str]:
    """Root, WWDR, leaf and Google account as files in the folder; returns the variables that name them."""
    folder.mkdir(parents=True, exist_ok=True)
    root = issue(name("Test root, not Apple"), authority=True, days=days + 30)
    wwdr = issue(name("Test WWDR, not Apple"), root, authority=True, days=days + 20)
    leaf = issue(name(f"Pass Type ID: {pass_type}", uid=pass_type, ou=team), wwdr, days=days)
    files = {"root.pem": root.pem(), "root.key": root.key_pem(), "wwdr.pem": wwdr.pem(), "wwdr.key": wwdr.key_pem(),
             "pass.pem": leaf.pem(), "pass.key": leaf.key_pem(), "google.json": google_account(leaf)}  # fmt: skip
    for file, content in files.items():
        path = folder / file
        path.touch(mode=0o600)
        path.write_bytes(content)
    return {
        "WALLET_APPLE_PASS_TYPE": pass_type,
        "WALLET_APPLE_TEAM": team,
        "WALLET_APPLE_CERTIFICATE": str(folder / "pass.pem"),
        "WALLET_APPLE_KEY": str(folder / "pass.key"),
        "WALLET_APPLE_WWDR": str(folder / "wwdr.pem"),
        "WALLET_GOOGLE_ISSUER": "3388000000000000001",
        "WALLET_GOOGLE_ACCOUNT": str(folder / "google.json"),
    }


def google_account(holder: Holder, token_url: str = "https://oauth2.googleapis.com/token") -> bytes:  # noqa: S107
    """A file like the one that Google Cloud gives for a service account."""
    return json.dumps(
        {
            "type": "service_account",
            "private_key_id": "test-key",
            "private_key": holder.key_pem().decode(),
            "client_email": "wallet@carer-passport.example",
            "token_uri": token_url,
        }
    ).encode()


def _usage(authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority, key_cert_sign=authority, crl_sign=authority, content_commitment=False,
        key_encipherment=False, data_encipherment=False, key_agreement=False, encipher_only=False,
        decipher_only=False,
    )  # fmt: skip
