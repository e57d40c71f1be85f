"""How often something may be tried, counted in the cache. Slows guessing; never locks a person or a till out.

ASVS 6.3.1 and 2.4.1. When the cache is gone the answer is yes: a till must work without it (quality bar 27).
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass

from allauth.core.internal.httpkit import get_client_ip
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.utils import timezone

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limit:
    """At most `times` in `seconds` for one name (a device, an account, a network)."""

    name: str
    times: int
    seconds: int


@dataclass(frozen=True)
class Taken:
    """One try that was counted: true when it is within the limit. `seconds`: until the count starts again."""

    limit: Limit
    used: int
    seconds: int

    def __bool__(self) -> bool:
        return self.used <= self.limit.times

    @property
    def left(self) -> int:
        """How many more there may be."""
        return max(0, self.limit.times - self.used)


def network_of(request: HttpRequest) -> str:
    """The caller's network address, read behind the trusted proxies only: a made-up X-Forwarded-For is ignored."""
    try:
        return str(get_client_ip(request) or "unknown")
    except (
        ImproperlyConfigured
    ):  # fewer proxies in the header than configured: count the direct neighbour instead
        return str(request.META.get("REMOTE_ADDR", "unknown"))


def is_over(limit: Limit, who: str) -> bool:
    """Whether the limit is used up, without counting. For things that count only when they go wrong."""
    try:
        return int(cache.get(_key(limit, who)) or 0) >= limit.times
    except Exception as problem:  # as in `allows`
        log.warning("Throttle %s is off, the cache does not answer: %s", limit.name, type(problem).__name__)
        return False


def _key(limit: Limit, who: str) -> str:
    window = int(timezone.now().timestamp()) // limit.seconds
    digest = hashlib.sha256(who.encode()).hexdigest()[:24]
    return f"throttle:{limit.name}:{digest}:{window}"


def allows(limit: Limit, who: str) -> bool:
    """Counts one try and says whether it is within the limit."""
    return bool(take(limit, who))


def take(limit: Limit, who: str) -> Taken:
    """Counts one try and says how many there were. Without a cache there was none."""
    seconds = limit.seconds - int(timezone.now().timestamp()) % limit.seconds
    return Taken(limit, _count(limit, _key(limit, who)), seconds)


def give_back(limit: Limit, who: str) -> None:
    """Uncounts one try. For things that count only when they go wrong, and are counted first so that many at once do."""
    try:
        cache.decr(_key(limit, who))
    except ValueError:  # the window has ended meanwhile
        return
    except Exception as problem:  # as in `_count`
        log.warning("Throttle %s is off, the cache does not answer: %s", limit.name, type(problem).__name__)


def _count(limit: Limit, key: str) -> int:
    try:
        if cache.add(key, 1, timeout=limit.seconds + 5):
            return 1
        return cache.incr(key)
    except ValueError:  # the key ran out between add and incr
        return 0
    except Exception as problem:  # each cache backend has its own errors; none may stop a till
        log.warning("Throttle %s is off, the cache does not answer: %s", limit.name, type(problem).__name__)
        return 0
