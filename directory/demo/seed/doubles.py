"""Applications that an assessor should notice: perhaps somebody applies twice, perhaps two people share a home."""

from __future__ import annotations

import random
from datetime import date

from .crowd import Carer

OUTSIDE = (("17 Harbour Row, Elsewhere", "ZZ9 4QA"), ("3 Station Road, Farport", "ZZ8 1TB"))


def add_doubles(carers: list[Carer], rng: random.Random) -> None:
    """Makes seven waiting ones resemble people who have a passport, in seven ways; two live outside the area."""
    waiting = [
        c
        for c in carers
        if c.fate == "waiting" and c.kind in ("adult", "parent") and c.answers["route"] == "self"
    ]
    holders = [c for c in carers if c.fate == "active" and c.kind in ("adult", "parent") and c.email]
    renewing = [c for c in carers if c.fate == "expiring" and c.kind in ("adult", "parent") and c.email]
    changes = (_typing_slip, _swapped_day, _new_address, _same_home, _swapped_names, _same_phone)
    for change, double, original in zip(changes, waiting[:6], rng.sample(holders, 6), strict=True):
        double.duplicate_of = original.number
        change(double, original)
    again, original = waiting[6], renewing[0]
    again.duplicate_of = original.number
    _person(again, original)
    again.email, again.phone, again.postcode, again.address = (
        original.email,
        original.phone,
        original.postcode,
        original.address,
    )
    for carer, (address, postcode) in zip(waiting[7:9], OUTSIDE, strict=True):
        carer.address, carer.postcode, carer.area = address, postcode, ""
        carer.answers |= {"cared_for_lives": "near", "cared_for_postcode": "ZZ9 4QB"}


def _person(double: Carer, original: Carer) -> None:
    double.first_name, double.last_name, double.born = original.first_name, original.last_name, original.born
    double.kind, double.language, double.area = original.kind, original.language, original.area


def _typing_slip(double: Carer, original: Carer) -> None:
    """The same person with another address of mail and a name typed in a hurry."""
    _person(double, original)
    double.last_name = original.last_name[:-1] if len(original.last_name) > 5 else original.last_name + "s"
    double.postcode, double.address = original.postcode, original.address


def _swapped_day(double: Carer, original: Carer) -> None:
    """Day and month of birth the other way round."""
    _person(double, original)
    day = min(original.born.day, 12)
    original.born = original.born.replace(day=day)
    double.born = date(original.born.year, day, min(original.born.month, 28))


def _new_address(double: Carer, original: Carer) -> None:
    """The same name and day of birth at another address."""
    _person(double, original)


def _same_home(double: Carer, original: Carer) -> None:
    """Two people of one household: no double, but it looks like one."""
    double.last_name, double.postcode, double.address, double.area = (
        original.last_name, original.postcode, original.address, original.area,
    )  # fmt: skip


def _swapped_names(double: Carer, original: Carer) -> None:
    """First and last name the other way round."""
    _person(double, original)
    double.first_name, double.last_name = original.last_name, original.first_name


def _same_phone(double: Carer, original: Carer) -> None:
    """A shared telephone."""
    double.phone = original.phone
