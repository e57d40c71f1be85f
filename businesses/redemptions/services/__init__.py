"""Writes of this room, as verbs."""

from .checking import CheckAnswer, OfferLeft, check_card
from .redeeming import KeyUsedElsewhere, RedeemAnswer, TooBusy, redeem_offer
from .voiding import void_redemption

__all__ = [
    "CheckAnswer",
    "KeyUsedElsewhere",
    "OfferLeft",
    "RedeemAnswer",
    "TooBusy",
    "check_card",
    "redeem_offer",
    "void_redemption",
]
