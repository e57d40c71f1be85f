"""The link that asks a person whether to save the pass to their Google account, signed.

The pass is stored at Google first and the link names it only. So no name or code stands in an address, the link stays
short (Google cuts off long ones), and stopping a card reaches the pass wherever it was saved.
"""

from __future__ import annotations

import time
from typing import Any

import jwt
from django.conf import settings

from passport_site.settings.wallet import GoogleWallet

from .google_content import class_id, object_id
from .models import WalletPass

SAVE_URL = "https://pay.google.com/gp/v/save/"
SAVE_ORIGIN = "https://pay.google.com"


def save_link(wallet_pass: WalletPass, wallet: GoogleWallet) -> str:
    """The address that asks a person whether to save the pass to their Google account."""
    claims = {
        "iss": wallet.account,
        "aud": "google",
        "typ": "savetowallet",
        "iat": int(time.time()),
        "origins": [settings.BASE_URL.rstrip("/")],
        "payload": {
            "genericObjects": [
                {"id": object_id(wallet.issuer, wallet_pass.serial), "classId": class_id(wallet.issuer)}
            ]
        },
    }
    return SAVE_URL + signed(claims, wallet)


def signed(claims: dict[str, Any], wallet: GoogleWallet) -> str:
    """Claims signed by the service account (RS256)."""
    headers = {"kid": wallet.key_id} if wallet.key_id else None
    return jwt.encode(claims, wallet.key, algorithm="RS256", headers=headers)
