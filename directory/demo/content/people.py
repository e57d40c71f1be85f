"""The named demo cast, each with a story that `/demo/` shows, so that a visitor knows whom to be."""

from __future__ import annotations

from directory.demo.content.people_carers import CARERS
from directory.demo.content.people_staff import BUSINESS_PEOPLE, STAFF
from directory.demo.content.types import Person

__all__ = ["BUSINESS_PEOPLE", "CARERS", "CAST", "STAFF"]

CAST: tuple[Person, ...] = CARERS + STAFF + BUSINESS_PEOPLE
