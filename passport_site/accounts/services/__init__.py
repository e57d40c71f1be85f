"""What may be done to an account. Other rooms use these names."""

from .opening import account_for

__all__ = ["account_for"]
