"""What the commissioner's wing may know of uses: counts, no carer and no single use."""

from __future__ import annotations

from .counting import count_uses, first_month_of_uses
from .domain.counting import closes_on, first_of, last_closed, month_before, next_month

__all__ = [
    "closes_on",
    "count_uses",
    "first_month_of_uses",
    "first_of",
    "last_closed",
    "month_before",
    "next_month",
]
