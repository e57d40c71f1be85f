"""A small client of the Carer Passport till API, with Python's standard library only. Copy it and change it.

    python carer_passport.py https://passport.example cpk_… TEST-0001-B

checks a card, records a use of the first offer, and takes it back. The guide: /developers/ of the scheme.
"""

from __future__ import annotations

import json
import sys
import time
import uuid
from datetime import UTC, datetime
from urllib import error, request

TRIES = 4


class Problem(Exception):
    """The scheme said no to the request itself: problem+json, with `status`, `title` and `detail`."""

    def __init__(self, body: dict):
        super().__init__(f"{body.get('status')} {body.get('title')}: {body.get('detail')}")
        self.body = body


class CannotCheck(Exception):
    """No answer after several tries. Show “Cannot check”: never yes and never no."""


class CarerPassport:
    """One till. `branch` is needed only for a key that is for all branches of a business."""

    def __init__(
        self, site: str, token: str, branch: int | None = None, timeout: float = 5, wait: float = 0.5
    ):
        self.site, self.timeout, self.wait = site.rstrip("/"), timeout, wait
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        if branch is not None:
            self.headers["Branch"] = str(branch)

    def check(self, code: str) -> dict:
        """Whether the card is good, and which offers it may use here. `code`: what was scanned or typed."""
        return self._post("check", {"code": code})

    def redeem(self, code: str, offer: int, key: str | None = None) -> dict:
        """Records one use. All tries carry the same key, so it counts once however often the line breaks.

        Keep a key of your own beside the sale if your till may restart in between.
        """
        return self._post(
            "redeem", {"code": code, "offer": offer, "idempotency_key": key or str(uuid.uuid4())}
        )

    def void(self, redemption: int) -> dict:
        """Takes a use back, within ten minutes. A second time is harmless."""
        return self._post("void", {"redemption": redemption})

    def upload(self, items: list[dict], waiting: int | None = None) -> dict:
        """Sends what was scanned without a network, at most 1,000 at once. Forget an item when it is answered.

        Keep for each: `sequence` (your own count, from `next_sequence` on), `key` (a UUID), `purpose` ("redeem" or "check"),
        `code` (as scanned), `offer`, `scanned_at` (your clock), `accepted` and `reason` (what the cashier was told).
        """
        now = datetime.now(UTC).isoformat()
        return self._post(
            "uploads",
            {"device_time": now, "waiting": len(items) if waiting is None else waiting, "items": items},
        )

    def _post(self, name: str, body: dict) -> dict:
        data = json.dumps(body).encode()
        for number in range(TRIES):
            wait = self.wait * 2**number
            call = request.Request(f"{self.site}/api/v1/{name}", data, self.headers)
            try:
                with request.urlopen(call, timeout=self.timeout) as answer:
                    return json.load(answer)
            except error.HTTPError as problem:
                if problem.code not in (429, 502, 503, 504):
                    raise Problem(json.load(problem)) from None
                wait = max(wait, min(float(problem.headers.get("Retry-After") or 0), 10))
            except OSError:  # no connection, or it broke: nobody knows whether the request arrived
                pass
            if number + 1 < TRIES:
                time.sleep(wait)
        raise CannotCheck("No answer. Try again with the same key.")


def main(site: str, token: str, code: str) -> None:
    """Check, use, take back."""
    till = CarerPassport(site, token)
    card = till.check(code)
    print("check:", card["status"])
    if card["status"] != "valid" or not card.get("offers"):
        return
    use = till.redeem(code, card["offers"][0]["id"])
    print("redeem:", use["redemption"] if use["accepted"] else use["message"])
    if use["accepted"]:
        print("void:", till.void(use["redemption"])["voided"])


if __name__ == "__main__":
    main(*sys.argv[1:4])
