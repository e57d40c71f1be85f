"""Which wallets this scheme has. Nothing else asks the settings."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from passport_site.settings.wallet import AppleWallet, GoogleWallet


def apple() -> AppleWallet | None:
    """What signs for Apple Wallet; None when it is not set up, or its certificate has run out."""
    wallet = settings.WALLET_APPLE
    return wallet if wallet is not None and wallet.works_at(timezone.now()) else None


def google() -> GoogleWallet | None:
    """The issuer at Google Wallet; None when it is not set up."""
    return settings.WALLET_GOOGLE
