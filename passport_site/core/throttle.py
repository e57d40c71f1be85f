"""How often something may be tried, counted in the cache. Slows guessing; never locks a person or a till out.

ASVS 6.3.1 and 2.4.1. When the cache is gone each process counts for itself: a till works on without it (quality bar 27), and
whoever guesses is still slowed, by as many tries more as there are processes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from allauth.core.internal.httpkit import get_client_ip
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.utils import timezone

from . import careful_cache


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
    key = _key(limit, who)
    try:
        used = careful_cache.ask(lambda: cache.get(key))
    except careful_cache.CacheGone:
        used = _alone.get(key)
    return int(used or 0) >= limit.times


def _key(limit: Limit, who: str) -> str:
    window = int(timezone.now().timestamp()) // limit.seconds
    digest = hashlib.sha256(who.encode()).hexdigest()[:24]
    return f"throttle:{limit.name}:{digest}:{window}"


def allows(limit: Limit, who: str) -> bool:
    """Counts one try and says whether it is within the limit."""
    return bool(take(limit, who))


def take(limit: Limit, who: str) -> Taken:
    """Counts one try and says how many there were."""
    seconds = limit.seconds - int(timezone.now().timestamp()) % limit.seconds
    return Taken(limit, _count(limit, _key(limit, who)), seconds)


def give_back(limit: Limit, who: str) -> None:
    """Uncounts one try. For things that count only when they go wrong, and are counted first so that many at once do."""
    key = _key(limit, who)

    def shared() -> None:
        try:
            cache.decr(key)
        except ValueError:  # the window has ended meanwhile
            return

    try:
        careful_cache.ask(shared)
    except careful_cache.CacheGone:
        if _alone.get(key):
            _alone[key] -= 1


def _count(limit: Limit, key: str) -> int:
    def shared() -> int:
        if cache.add(key, 1, timeout=limit.seconds + 5):
            return 1
        try:
            return cache.incr(key)
        except ValueError:  # the key ran out between add and incr
            return 0

    try:
        return careful_cache.ask(shared)
    except careful_cache.CacheGone:
        if len(_alone) >= MOST_ALONE:
            _alone.clear()
        _alone[key] = _alone.get(key, 0) + 1
        return _alone[key]


def forget_alone() -> None:
    """Asks the cache again, and forgets what was counted without it. For tests."""
    careful_cache.ask_again()
    _alone.clear()


_alone: dict[str, int] = {}
"""What this process counted without the cache, by key. Each key names its own window of time."""
MOST_ALONE = 20_000
