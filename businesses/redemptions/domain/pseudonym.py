"""What stands for a carer on a use that names nobody any more."""

from __future__ import annotations

from django.utils.crypto import salted_hmac


def holder_key(*, passport_id: int, offer_id: int) -> str:
    """32 characters that are the same for one carer and one offer, and mean nothing without our secret key."""
    text = f"{passport_id}:{offer_id}"
    return salted_hmac("redemptions.holder", text, algorithm="sha256").hexdigest()[:32]
