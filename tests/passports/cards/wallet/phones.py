"""What an iPhone does with our passes, for tests: adds, registers, asks, fetches, leaves."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import time_machine
from django.test import Client
from django.utils import timezone

from passports.cards.models import WalletKind
from passports.cards.services import __all__ as _services  # noqa: F401 – loads the room
from passports.cards.wallet import services
from passports.cards.wallet.tokens import token_for

BASE = "/wallet/apple/v1"


class Phone:
    """One device with one push token."""

    def __init__(self, device: str = "a1b2c3d4e5f60718293a4b5c6d7e8f90", push: str = "ab" * 32) -> None:
        self.client, self.device, self.push = Client(enforce_csrf_checks=True), device, push

    def place(self, wallet_pass, pass_type: str) -> str:
        return f"{BASE}/devices/{self.device}/registrations/{pass_type}/{wallet_pass.serial}"

    def register(self, wallet_pass, pass_type, token: str | None = None, body: Any = None):
        return self.client.post(
            self.place(wallet_pass, pass_type),
            json.dumps({"pushToken": self.push} if body is None else body),
            content_type="application/json",
            **proof(wallet_pass, token),
        )

    def leave(self, wallet_pass, pass_type, token: str | None = None):
        return self.client.delete(self.place(wallet_pass, pass_type), **proof(wallet_pass, token))

    def asks(self, pass_type, since: str = ""):
        query = {"passesUpdatedSince": since} if since else {}
        return self.client.get(f"{BASE}/devices/{self.device}/registrations/{pass_type}", query)

    def fetches(self, wallet_pass, pass_type, token: str | None = None, since: str = ""):
        headers = proof(wallet_pass, token) | ({"HTTP_IF_MODIFIED_SINCE": since} if since else {})
        return self.client.get(f"{BASE}/passes/{pass_type}/{wallet_pass.serial}", **headers)


def proof(wallet_pass, token: str | None = None) -> dict[str, str]:
    """The header of a phone that has the pass, or of one that shows another token."""
    return {"HTTP_AUTHORIZATION": f"ApplePass {token_for(wallet_pass.serial) if token is None else token}"}


def made(card, kind=WalletKind.APPLE):
    return services.make_pass(card=card, kind=kind, by=card.passport.user)


def opened(content: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(BytesIO(content))
    assert archive.testzip() is None
    return archive


def pass_in(content: bytes) -> dict:
    return json.loads(opened(content).read("pass.json"))


def texts(content: bytes, language: str) -> dict[str, str]:
    """A pass.strings as Apple reads it."""
    text = opened(content).read(f"{language}.lproj/pass.strings").decode("utf-16")
    pairs = re.findall(r'^"((?:[^"\\]|\\.)*)" = "((?:[^"\\]|\\.)*)";$', text, re.MULTILINE)
    assert len(pairs) == len(text.splitlines())
    return dict(pairs)


def openssl(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess:
    return subprocess.run(["openssl", *arguments], input=stdin, capture_output=True, timeout=30, check=False)


def verified(folder: Path, content: bytes, root: Path, how: str = "smime") -> subprocess.CompletedProcess:
    """What openssl says to the signature of a pass, knowing nothing but the root."""
    archive = opened(content)
    (folder / "manifest.json").write_bytes(archive.read("manifest.json"))
    (folder / "signature").write_bytes(archive.read("signature"))
    return openssl(
        how, "-verify", "-inform", "DER", "-in", str(folder / "signature"), "-content", str(folder / "manifest.json"),
        "-CAfile", str(root), "-purpose", "any", "-out", str(folder / "said"),
    )  # fmt: skip


def later(seconds: float):
    """The clock so many seconds on."""
    return time_machine.travel(timezone.now() + timedelta(seconds=seconds), tick=False)
