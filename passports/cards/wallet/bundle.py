"""A .pkpass: a ZIP of the pass's files, the list of their hashes, and the signature over that list."""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from django.conf import settings

from passport_site.core import mail
from passport_site.scheme.querysets import current
from passport_site.settings.wallet import AppleWallet

from . import facts as pass_facts
from .apple_content import pass_json, strings
from .models import WalletPass
from .pictures import pictures
from .tokens import token_for

TYPE = "application/vnd.apple.pkpass"


def pkpass(wallet_pass: WalletPass, wallet: AppleWallet) -> bytes:
    """The pass as it is now, signed. Reads `wallet_pass.card.passport` and its account."""
    return packed(files_of(wallet_pass, wallet), wallet)


def files_of(wallet_pass: WalletPass, wallet: AppleWallet) -> dict[str, bytes]:
    """The files before they are signed.

    The pass is in the language that the carer chose with us. Who chose English and has a phone in Welsh reads Welsh; who
    chose Welsh reads Welsh on any phone, because no iPhone has menus in Welsh.
    """
    card, scheme = wallet_pass.card, current()
    facts = pass_facts.facts_of(card, scheme)
    words = {language: pass_facts.words_of(card, scheme, language) for language in pass_facts.LANGUAGES}
    own = words[facts.reads]
    names = {
        "passTypeIdentifier": wallet.pass_type,
        "teamIdentifier": wallet.team,
        "serialNumber": wallet_pass.serial,
    }
    content = pass_json(facts, own, names=names, service=_service(wallet_pass.serial))
    return {
        "pass.json": json.dumps(content, ensure_ascii=False, indent=1).encode(),
        "en.lproj/pass.strings": strings(own, own),
        "cy.lproj/pass.strings": strings(own, words["cy"]),
        **pictures(facts),
    }


def packed(files: dict[str, bytes], wallet: AppleWallet) -> bytes:
    """Adds manifest.json and signature. SHA-1 is what Apple's format lists files by; the signature is SHA-256."""
    manifest = json.dumps(
        {name: hashlib.sha1(content, usedforsecurity=False).hexdigest() for name, content in files.items()}
    ).encode()
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in (
            files | {"manifest.json": manifest, "signature": signed(manifest, wallet)}
        ).items():
            archive.writestr(name, content)
    return out.getvalue()


def signed(manifest: bytes, wallet: AppleWallet) -> bytes:
    """A detached PKCS #7 signature with the time, our certificate and the one between it and Apple's root."""
    return (
        pkcs7.PKCS7SignatureBuilder()
        .set_data(manifest)
        .add_signer(wallet.certificate, wallet.key, SHA256())
        .add_certificate(wallet.wwdr)
        .sign(
            Encoding.DER,
            [
                pkcs7.PKCS7Options.DetachedSignature,
                pkcs7.PKCS7Options.Binary,
                pkcs7.PKCS7Options.NoCapabilities,
            ],
        )
    )


def _service(serial: str) -> dict[str, str]:
    """Where a phone asks for news. Apple takes https only; a laptop's pass has no news."""
    if not settings.BASE_URL.startswith("https://"):
        return {}
    return {"webServiceURL": mail.absolute("/wallet/apple"), "authenticationToken": token_for(serial)}
