"""Talks with Google Wallet for the issuer: puts a pass there as it is now."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Any

import httpx

from passport_site.scheme.querysets import current
from passport_site.settings.wallet import GoogleWallet

from . import facts as pass_facts
from .google_content import class_json, object_json
from .google_link import signed
from .models import WalletPass
from .outcome import Ended, Outcome

SCOPE = "https://www.googleapis.com/auth/wallet_object.issuer"
PATIENCE = httpx.Timeout(3.0)
NOT_THERE, THERE_ALREADY = 404, 409


class GoogleApi:
    """One signed-in connection. `with GoogleApi(wallet) as google: google.put(wallet_pass)`."""

    def __init__(self, wallet: GoogleWallet) -> None:
        self.wallet = wallet
        self.client = httpx.Client(timeout=PATIENCE)
        self.token = ""

    def __enter__(self) -> GoogleApi:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.client.close()

    def put(self, wallet_pass: WalletPass) -> Outcome:
        """Replaces the pass at Google by what it is now; makes it, and its class, when they are not there yet.

        Whole, not in part: what a stopped pass no longer holds is gone there too. Safe to repeat.
        """
        content = content_of(wallet_pass, self.wallet)
        try:
            self._sign_in()
            answer = self._send("PUT", f"/genericObject/{content['id']}", content)
            if answer.status_code == NOT_THERE:
                made = self._send("POST", "/genericClass", class_json(self.wallet.issuer))
                if made.status_code not in (200, THERE_ALREADY):
                    return _failed(made)
                answer = self._send("POST", "/genericObject", content)
            if answer.status_code == THERE_ALREADY:  # somebody else made it between our two questions
                answer = self._send("PUT", f"/genericObject/{content['id']}", content)
        except (httpx.HTTPError, OSError, ValueError, KeyError) as problem:
            return Outcome(Ended.LATER, type(problem).__name__)
        return Outcome(Ended.DONE) if answer.status_code == 200 else _failed(answer)

    def _sign_in(self) -> None:
        """An access token for the service account (RFC 7523). Raises for any other answer than a token."""
        if self.token:
            return
        now = int(time.time())
        claims = {
            "iss": self.wallet.account,
            "scope": SCOPE,
            "aud": self.wallet.token_url,
            "iat": now,
            "exp": now + 600,
        }
        grant = "urn:ietf:params:oauth:grant-type:jwt-bearer"
        answer = self.client.post(
            self.wallet.token_url, data={"grant_type": grant, "assertion": signed(claims, self.wallet)}
        )
        answer.raise_for_status()
        self.token = str(answer.json()["access_token"])

    def _send(self, method: str, path: str, content: dict[str, Any]) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.token}"}
        return self.client.request(method, self.wallet.api_url + path, json=content, headers=headers)


def content_of(wallet_pass: WalletPass, wallet: GoogleWallet) -> dict[str, Any]:
    """The pass as Google is to show it. Reads `wallet_pass.card.passport` and its account."""
    card, scheme = wallet_pass.card, current()
    words = {language: pass_facts.words_of(card, scheme, language) for language in pass_facts.LANGUAGES}
    facts = pass_facts.facts_of(card, scheme)
    return object_json(facts, words, issuer=wallet.issuer, serial=wallet_pass.serial)


def _failed(answer: httpx.Response) -> Outcome:
    return Outcome(Ended.LATER, f"HTTP {answer.status_code}")
