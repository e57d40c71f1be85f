"""All 60 invented businesses with their 90 offers."""

from __future__ import annotations

from directory.demo.content import (
    businesses_castle_living,
    businesses_castle_out,
    businesses_coast_living,
    businesses_coast_out,
    businesses_northmoor_living,
    businesses_northmoor_out,
    businesses_vale_living,
    businesses_vale_out,
)
from directory.demo.content.types import Business

BUSINESSES: tuple[Business, ...] = (
    *businesses_vale_out.BUSINESSES,
    *businesses_vale_living.BUSINESSES,
    *businesses_northmoor_out.BUSINESSES,
    *businesses_northmoor_living.BUSINESSES,
    *businesses_coast_out.BUSINESSES,
    *businesses_coast_living.BUSINESSES,
    *businesses_castle_out.BUSINESSES,
    *businesses_castle_living.BUSINESSES,
)
