"""What may be done to an account. Other rooms use these names."""

from .closing import close_account, forget_account
from .details import change_email, correct_details, set_person
from .opening import account_for
from .sessions import end_sessions

__all__ = [
    "account_for",
    "change_email",
    "close_account",
    "correct_details",
    "end_sessions",
    "forget_account",
    "set_person",
]
