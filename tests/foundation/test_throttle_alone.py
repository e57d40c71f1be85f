"""When the cache is gone: nobody is stopped for that, guessing is still slowed, and nobody waits for it at each request."""

from __future__ import annotations

import pytest

from passport_site.core import careful_cache, throttle
from passport_site.core.throttle import Limit, allows, is_over

LIMIT = Limit("alone", 2, 86_400)


class Gone:
    """A cache that does not answer, and how often it was asked."""

    asked = 0

    def _ask(self, *args, **kwargs):
        self.asked += 1
        raise ConnectionError

    add = get = incr = _ask


@pytest.fixture
def gone(monkeypatch):
    cache = Gone()
    monkeypatch.setattr(throttle, "cache", cache)
    return cache


def test_each_process_counts_alone(gone):
    assert [allows(LIMIT, "one") for _ in range(3)] == [True, True, False]
    assert is_over(LIMIT, "one")
    assert not is_over(LIMIT, "another")


def test_it_is_not_asked_again_for_a_moment(gone, monkeypatch):
    for _ in range(5):
        allows(LIMIT, "one")
    assert gone.asked == 1
    now = careful_cache.time.monotonic()
    monkeypatch.setattr(careful_cache.time, "monotonic", lambda: now + careful_cache.SECONDS_ALONE + 1)
    allows(LIMIT, "one")
    assert gone.asked == 2


def test_what_is_counted_alone_does_not_grow_for_ever(gone, monkeypatch):
    monkeypatch.setattr(throttle, "MOST_ALONE", 10)
    for number in range(50):
        allows(LIMIT, str(number))
    assert len(throttle._alone) <= 10
