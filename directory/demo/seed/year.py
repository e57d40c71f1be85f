"""The shape of a year at the tills: how busy which kind of place is, by weekday, month and hour. Invented, but plausible."""

from __future__ import annotations

import random
from datetime import date

# Monday to Sunday, against an ordinary day.
WEEKDAYS: dict[str, tuple[float, ...]] = {
    "food-and-drink": (0.8, 1.1, 0.9, 1.0, 1.2, 1.7, 0.9),
    "leisure-and-sport": (1.2, 1.1, 1.2, 1.1, 0.8, 1.3, 1.0),
    "health-and-beauty": (0.3, 1.2, 1.1, 1.3, 1.5, 1.4, 0.0),
    "shops": (0.9, 0.9, 1.0, 1.0, 1.2, 1.6, 0.6),
    "home-and-garden": (1.0, 0.9, 0.9, 0.9, 1.1, 1.4, 0.7),
    "days-out": (0.4, 0.5, 0.7, 0.6, 0.8, 2.0, 2.2),
    "council-services": (1.2, 1.2, 1.1, 1.1, 1.0, 0.9, 0.2),
    "transport": (1.1, 1.1, 1.1, 1.1, 1.2, 0.9, 0.4),
    "health-services": (1.3, 1.2, 1.2, 1.1, 1.0, 0.2, 0.0),
    "online-and-phone": (1.1, 1.0, 1.0, 1.0, 1.0, 0.9, 1.0),
}
# January to December.
MONTHS: dict[str, tuple[float, ...]] = {
    "food-and-drink": (0.8, 0.9, 1.0, 1.0, 1.1, 1.1, 1.2, 1.2, 1.0, 1.0, 0.9, 1.2),
    "leisure-and-sport": (1.5, 1.2, 1.1, 1.0, 1.0, 0.9, 0.9, 0.8, 1.1, 1.0, 0.9, 0.6),
    "health-and-beauty": (0.8, 0.9, 1.0, 1.0, 1.1, 1.1, 1.0, 1.0, 0.9, 0.9, 1.0, 1.5),
    "shops": (0.7, 0.8, 0.9, 0.9, 0.9, 0.9, 0.9, 1.0, 1.0, 1.0, 1.4, 1.8),
    "home-and-garden": (0.5, 0.7, 1.2, 1.5, 1.5, 1.2, 1.0, 0.9, 0.9, 0.9, 0.8, 0.7),
    "days-out": (0.4, 0.6, 0.7, 1.2, 1.3, 1.3, 1.7, 2.0, 1.1, 1.0, 0.5, 0.7),
    "council-services": (1.1, 1.1, 1.1, 1.0, 1.0, 0.9, 0.9, 0.8, 1.1, 1.1, 1.0, 0.7),
    "transport": (0.9, 0.9, 1.0, 1.0, 1.0, 1.0, 1.1, 1.1, 1.0, 1.0, 1.0, 1.0),
    "health-services": (1.1, 1.0, 1.0, 1.0, 1.0, 0.9, 0.8, 0.7, 1.1, 1.5, 1.3, 0.8),
    "online-and-phone": (1.2, 1.0, 1.0, 1.0, 0.9, 0.9, 0.9, 0.9, 1.0, 1.0, 1.2, 1.1),
}
HOURS: dict[str, tuple[int, int]] = {
    "food-and-drink": (9, 17),
    "leisure-and-sport": (8, 20),
    "days-out": (10, 16),
    "transport": (7, 19),
    "online-and-phone": (8, 21),
}
POPULAR: dict[str, float] = {
    "food-and-drink": 3.0,
    "leisure-and-sport": 1.7,
    "shops": 2.0,
    "days-out": 1.3,
    "council-services": 1.2,
    "transport": 1.4,
}
CLOSED = {(12, 25), (12, 26), (1, 1)}


def busy(category: str, day: date) -> float:
    """How busy such a place is on that day; 0 when it is closed."""
    if (day.month, day.day) in CLOSED:
        return 0.0
    return WEEKDAYS[category][day.weekday()] * MONTHS[category][day.month - 1]


def hours(category: str) -> tuple[int, int]:
    """When it opens and closes."""
    return HOURS.get(category, (9, 18))


def how_many(mean: float, rng: random.Random) -> int:
    """A count around that mean, spread as independent visits would be (Poisson, by its normal likeness)."""
    return max(0, round(rng.gauss(mean, mean**0.5)))
