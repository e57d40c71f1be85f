"""How often an offer may be used, in the one form that the API and `list_offers` share."""

from __future__ import annotations


def limit_of(kind: str, count: int) -> dict[str, str | int] | None:
    """`{"kind": "day", "count": 1}`: once a day. None when there is no limit.

    `kind` is `day`, `week`, `month` or `ever` (all counted for each carer) or `total` (all carers together).
    """
    return None if kind == "none" else {"kind": kind, "count": count}
