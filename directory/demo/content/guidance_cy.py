"""All guidance pages in Welsh, in the order of the menu."""

from __future__ import annotations

from directory.demo.content import (
    guidance_cy_daily_life,
    guidance_cy_joining,
    guidance_cy_money_and_rest,
    guidance_cy_turning_points,
)
from directory.demo.content.types import Page

PAGES: tuple[Page, ...] = (
    *guidance_cy_joining.PAGES,
    *guidance_cy_money_and_rest.PAGES,
    *guidance_cy_daily_life.PAGES,
    *guidance_cy_turning_points.PAGES,
)
