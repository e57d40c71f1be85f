"""A word in time before the certificate for Apple Wallet runs out, and after: at each `manage.py` command,
and in the log of a web server that starts."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register
from django.utils import timezone

from passport_site.settings.wallet import says_expired

log = logging.getLogger(__name__)
DAYS_BEFORE = 30


@register()
def certificate_in_date(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """W101: it ran out. W102: it will within 30 days."""
    wallet, now = settings.WALLET_APPLE, timezone.now()
    if wallet is None:
        return []
    if not wallet.works_at(now):
        return [Warning(says_expired(wallet), id="cards.W101")]
    if not wallet.works_at(now + timedelta(days=DAYS_BEFORE)):
        return [
            Warning(
                f"The certificate for Apple Wallet runs out on {wallet.good_until:%-d %B %Y}.",
                hint="Renew it at Apple and set WALLET_APPLE_CERTIFICATE and WALLET_APPLE_KEY.",
                id="cards.W102",
            )
        ]
    return []


def say_at_start() -> None:
    """For the web server, which runs no checks."""
    for message in certificate_in_date(None):
        log.warning(message.msg)
