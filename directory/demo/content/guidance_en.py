"""All guidance pages in English, in the order of the menu."""

from __future__ import annotations

from directory.demo.content import (
    guidance_en_daily_life,
    guidance_en_joining,
    guidance_en_money_and_rest,
    guidance_en_turning_points,
)
from directory.demo.content.types import Page

PAGES: tuple[Page, ...] = (
    *guidance_en_joining.PAGES,
    *guidance_en_money_and_rest.PAGES,
    *guidance_en_daily_life.PAGES,
    *guidance_en_turning_points.PAGES,
)
