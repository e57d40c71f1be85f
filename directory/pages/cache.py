"""The page cache: public pages are kept ready by address, and all forgotten at once when anything
public changes.

The key holds a generation, a random word in the cache. Forgetting pages means a new word; nothing has to be
found and deleted. A page is stored under the word that was read before it was made, so a page made from old
rows is never served after the change that made them old.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import BaseCache, InvalidCacheBackendError, caches
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

log = logging.getLogger(__name__)

SECONDS = 300
KNOWN_PARAMETERS = frozenset({"area", "category", "for", "page"})
"""Parameters that a kept page may have. Free text (`q`) and unknown ones are answered but not kept:
they have no end."""
CACHE_CONTROL = f"public, max-age={SECONDS}, s-maxage={SECONDS}, stale-while-revalidate=600"
OWN_CACHE_CONTROL = "private, no-cache"
NEVER = ("/api/", "/cms/")
"""Paths that have no public page, so that tills and officers do not ask the cache for nothing."""
GENERATION_KEY = "pages:generation"
DROPPED_HEADERS = frozenset({"vary", "cache-control", "set-cookie", "date", "etag", "expires"})


@dataclass(frozen=True)
class Kept:
    """One answer as it is stored."""

    content: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str


def page_cache() -> BaseCache:
    """Where pages are kept: the cache named `pages` when the settings have one, otherwise the default one."""
    try:
        return caches["pages"]
    except InvalidCacheBackendError:
        return caches["default"]


def generation() -> str:
    """The present word, from the default cache, which all workers share. A flushed cache gets a new word."""
    cache = caches["default"]
    word = cache.get(GENERATION_KEY)
    if word is None:
        cache.add(GENERATION_KEY, secrets.token_hex(8), timeout=None)
        word = cache.get(GENERATION_KEY) or "none"
    return word


def new_generation() -> None:
    """Forgets every kept page. With the cache down nothing is kept; what was kept ends in five minutes."""
    try:
        caches["default"].set(GENERATION_KEY, secrets.token_hex(8), timeout=None)
    except Exception:
        log.warning("The page cache does not answer; kept pages end by themselves", exc_info=True)


def look_up(request: HttpRequest) -> tuple[str, Kept | None]:
    """The key of this request, and what is kept under it. An empty key while the cache does not answer.

    A cache that is down must never take the pages with it (quality bar 27), whatever its client raises.
    """
    try:
        key = key_of(request, generation())
        return key, page_cache().get(key)
    except DisallowedHost:
        return "", None
    except Exception:
        log.warning("The page cache does not answer; pages are made for each visitor", exc_info=True)
        return "", None


def keep(key: str, kept: Kept) -> None:
    """Stores an answer for five minutes; does nothing without a key or while the cache does not answer."""
    if key:
        try:
            page_cache().set(key, kept, timeout=SECONDS)
        except Exception:
            log.warning("The page cache does not take pages", exc_info=True)


def mark_public(response: HttpResponse) -> HttpResponse:
    """Says that the answer is the same for everybody, so that `PublicPages` may keep it and let proxies
    keep it."""
    response.public_page = True
    return response


def may_be_kept(request: HttpRequest) -> bool:
    """A plain GET without a session, with nothing but known parameters."""
    return (
        request.method in {"GET", "HEAD"}
        and not request.path.startswith(NEVER)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not getattr(request, "is_dummy", False)
        and set(request.GET) <= KNOWN_PARAMETERS
    )


def key_of(request: HttpRequest, word: str) -> str:
    """Host, path (which holds the language), sorted parameters, day (offers end at midnight) and
    generation."""
    parameters = sorted((name, request.GET.get(name, "")) for name in request.GET)
    parts = (
        request.scheme,
        request.get_host(),
        request.path,
        repr(parameters),
        str(timezone.localdate()),
        word,
    )
    return "pages:" + hashlib.sha256("\n".join(parts).encode()).hexdigest()


def to_keep(response: HttpResponse) -> Kept:
    """The stored form of an answer."""
    headers = tuple((name, value) for name, value in response.items() if name.lower() not in DROPPED_HEADERS)
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    return Kept(content=response.content, headers=headers, etag=etag)
