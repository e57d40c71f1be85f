"""All guidance pages in Welsh, in the order of the menu."""

from __future__ import annotations

from directory.demo.content import guidance_cy_living, guidance_cy_starting
from directory.demo.content.types import Page

PAGES: tuple[Page, ...] = (*guidance_cy_starting.PAGES, *guidance_cy_living.PAGES)
