"""Writes of this room, as verbs."""

from .checking import CheckAnswer, OfferLeft, check_card
from .redeeming import KeyUsedElsewhere, RedeemAnswer, TooBusy, redeem_offer
from .upload_rows import Item
from .uploading import ItemAnswer, UploadAnswer, store_upload
from .voiding import void_redemption

__all__ = [
    "CheckAnswer",
    "Item",
    "ItemAnswer",
    "KeyUsedElsewhere",
    "OfferLeft",
    "RedeemAnswer",
    "TooBusy",
    "UploadAnswer",
    "check_card",
    "redeem_offer",
    "store_upload",
    "void_redemption",
]
