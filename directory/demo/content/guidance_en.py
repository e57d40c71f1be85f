"""All guidance pages in English, in the order of the menu."""

from __future__ import annotations

from directory.demo.content import guidance_en_living, guidance_en_starting
from directory.demo.content.types import Page

PAGES: tuple[Page, ...] = (*guidance_en_starting.PAGES, *guidance_en_living.PAGES)
