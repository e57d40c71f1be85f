"""Writes of this room, as verbs."""

from .checking import CheckAnswer, OfferLeft, check_card
from .own_use import may_use_own, use_own
from .reading import read_at
from .redeeming import KeyUsedElsewhere, RedeemAnswer, TooBusy, redeem_offer
from .taking_back import take_back_own
from .upload_rows import Item
from .uploading import ItemAnswer, UploadAnswer, store_upload
from .voiding import VOID_WITHIN, void_redemption

__all__ = [
    "VOID_WITHIN",
    "CheckAnswer",
    "Item",
    "ItemAnswer",
    "KeyUsedElsewhere",
    "OfferLeft",
    "RedeemAnswer",
    "TooBusy",
    "UploadAnswer",
    "check_card",
    "may_use_own",
    "read_at",
    "redeem_offer",
    "store_upload",
    "take_back_own",
    "use_own",
    "void_redemption",
]
