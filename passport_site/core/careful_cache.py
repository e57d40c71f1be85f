"""The shared cache, asked in such a way that a broken one stops nobody: no till, no mail, no pass (quality bar 27)."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache import cache

log = logging.getLogger(__name__)

SECONDS_ALONE = 5
"""For so long a cache that did not answer is left alone, or everybody would wait for it at every request."""
DOWN_SECONDS = 60
_gone_until = 0.0


class CacheGone(Exception):
    """The cache does not answer."""


def ask(work: Callable[[], Any]) -> Any:
    """What `work` gives, which talks to the cache and to nothing else. Raises CacheGone."""
    global _gone_until
    if time.monotonic() < _gone_until:
        raise CacheGone
    try:
        return work()
    except Exception as problem:  # each cache backend has its own errors
        _gone_until = time.monotonic() + SECONDS_ALONE
        log.warning("The cache does not answer: %s", type(problem).__name__)
        raise CacheGone from problem


def ask_again() -> None:
    """Asks at once, whatever happened before. For tests."""
    global _gone_until
    _gone_until = 0.0


def is_down(server: str) -> bool:
    """Whether some process found within the last minute that this server of somebody else does not answer."""
    try:
        return bool(ask(lambda: cache.get(_down(server))))
    except CacheGone:
        return False


def note_down(server: str) -> None:
    """Tells all processes, so that one request a minute waits for that server and no more."""
    try:
        ask(lambda: cache.set(_down(server), True, timeout=DOWN_SECONDS))
    except CacheGone:
        return


def _down(server: str) -> str:
    return f"{server}:does-not-answer"
