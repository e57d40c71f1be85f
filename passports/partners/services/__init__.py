"""What may be done with other schemes."""

from .refreshing import Refreshed, refresh_all, refresh_partner, take_list
from .trusting import change_partner, forget_list, replace_key, resume_partner, suspend_partner, trust_partner

__all__ = [
    "Refreshed",
    "change_partner",
    "forget_list",
    "refresh_all",
    "refresh_partner",
    "replace_key",
    "resume_partner",
    "suspend_partner",
    "take_list",
    "trust_partner",
]
