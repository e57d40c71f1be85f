"""How often a machine may ask, counted in the memory of each process, and the headers that say so.

A till must not pay a query for being counted, and the cache may be the database. So every process counts for itself:
nobody is ever allowed less than the headers say. They follow the IETF draft “RateLimit header fields for HTTP” (10):
`RateLimit-Policy: "till";q=1200;w=60` and `RateLimit: "till";r=1187;t=42`.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.http import HttpResponse

from .throttle import Limit, Taken

MOST_NAMES = 20_000


@dataclass
class ProcessCounter:
    """Counts tries by name in windows of a limit. Forgets everybody when a new window begins."""

    limit: Limit
    window: int = 0
    counts: dict[str, int] | None = None

    def take(self, who: str, times: int = 1) -> Taken:
        """Counts one try, or so many. `left` is what this name still has until `seconds` from now."""
        now = int(time.time())
        window = now // self.limit.seconds
        if self.counts is None or window != self.window or len(self.counts) > MOST_NAMES:
            self.window, self.counts = window, {}
        used = self.counts.get(who, 0) + times
        self.counts[who] = used
        return Taken(self.limit, used, self.limit.seconds - now % self.limit.seconds)

    def forget(self) -> None:
        """Starts again. For tests."""
        self.counts = None


def put_headers(response: HttpResponse, taken: Taken) -> HttpResponse:
    """Says how much there is and how much is left."""
    limit = taken.limit
    response["RateLimit-Policy"] = f'"{limit.name}";q={limit.times};w={limit.seconds}'
    response["RateLimit"] = f'"{limit.name}";r={taken.left};t={taken.seconds}'
    return response
