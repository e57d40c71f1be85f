"""Tells a phone that its pass changed, through Apple’s push service: HTTP/2 with the certificate that signs passes.

The message is empty. The phone then asks our web service what changed (Apple: Adding a Web Service to Update Passes).
"""

from __future__ import annotations

import ssl
import time
from types import TracebackType

import httpx

from passport_site.settings.wallet import AppleWallet

from .outcome import Ended, Outcome

PATIENCE = httpx.Timeout(3.0)
KEPT_SECONDS = 30 * 24 * 3600
"""How long Apple keeps the message for a phone that is off."""
NOBODY_THERE = {"BadDeviceToken", "DeviceTokenNotForTopic", "Unregistered", "ExpiredToken"}


class ApplePush:
    """One connection for many phones. `with ApplePush(wallet) as push: push.tell(token)`."""

    def __init__(self, wallet: AppleWallet) -> None:
        context = ssl.create_default_context(cafile=wallet.push_ca or None)
        context.load_cert_chain(wallet.certificate_file, wallet.key_file, wallet.key_password or None)
        self.topic = wallet.pass_type
        self.client = httpx.Client(base_url=wallet.push_url, http2=True, verify=context, timeout=PATIENCE)

    def __enter__(self) -> ApplePush:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.client.close()

    def tell(self, token: str) -> Outcome:
        """Sends the empty message. Safe to repeat: a phone that knows already finds nothing new."""
        headers = {"apns-topic": self.topic, "apns-expiration": str(int(time.time()) + KEPT_SECONDS)}
        try:
            answer = self.client.post(f"/3/device/{token}", headers=headers, json={})
        except (httpx.HTTPError, OSError) as problem:
            return Outcome(Ended.LATER, type(problem).__name__)
        if answer.status_code == 200:
            return Outcome(Ended.DONE)
        reason = _reason(answer)
        gone = answer.status_code == 410 or reason in NOBODY_THERE
        return Outcome(Ended.GONE if gone else Ended.LATER, f"{answer.status_code} {reason}".strip())


def _reason(answer: httpx.Response) -> str:
    """Apple’s word for what was wrong, when it gives one."""
    try:
        reason = str(answer.json().get("reason", ""))
    except (ValueError, AttributeError):
        return ""
    return reason if reason.isalnum() and len(reason) <= 40 else ""
