"""The invented carers as facts, before any row: who they are, what they told us, and what became of them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from directory.demo.content.names import AWKWARD_NAMES, FAMILY_NAMES, GIVEN_NAMES
from directory.demo.content.people import CARERS
from directory.demo.content.scheme import AREAS
from passports.cards.domain.periods import birthday

from .codes import typed_code

CROWD = 400 - (len(CARERS) - 1)  # the cast but for the guardian, who is nobody’s carer

FATES: dict[str, int] = {
    "active": 233,
    "expiring": 14,
    "expired": 16,
    "lost": 5,
    "replaced": 12,
    "revoked": 4,
    "suspended": 3,
    "ended": 11,
    "waiting": 38,
    "more_needed": 10,
    "refused": 16,
    "withdrawn": 8,
    "draft": 18,
}
"""How many end up where. Together they are CROWD; a test says so."""

WITH_PASSPORT = ("active", "expiring", "expired", "lost", "replaced", "revoked", "suspended", "ended")
STREETS = (
    "Heron Close", "Mill Lane", "Weir Street", "Chapel Row", "Orchard Way", "Tanners Hill", "Fuller’s Yard", "Plover Drive",
    "Quarry Road", "St Aldhelm’s Court", "Lime Avenue", "Bakehouse Lane", "Ferry Terrace", "Sorrel Gardens", "Brook View",
    "Tŷ Gwyn Terrace", "Larch Grove", "Packhorse Street", "Almshouse Lane", "Kiln Road",
)  # fmt: skip
INWARD = "ABDEFGHJLNPQRSTUWXYZ"


@dataclass(slots=True)
class Carer:
    """One of the crowd. Dates and moments are filled in by fates.py; `number` is the place in the crowd."""

    number: int
    fate: str
    kind: str
    first_name: str
    last_name: str
    age: int
    born: date
    language: str
    email: str
    phone: str
    address: str
    postcode: str
    area: str
    answers: dict[str, Any] = field(default_factory=dict)
    started_at: datetime | None = None
    submitted_at: datetime | None = None
    due_on: date | None = None
    decided_at: datetime | None = None
    valid_until: date | None = None
    changes: list[tuple[str, datetime, str]] = field(default_factory=list)
    """(what happened to card or passport, when, why), oldest first."""
    keen: float = 1.0
    """How often the card is used, against the usual carer."""
    printed: bool = False
    duplicate_of: int | None = None

    @property
    def has_passport(self) -> bool:
        return self.fate in WITH_PASSPORT

    @property
    def young(self) -> bool:
        return self.kind == "young"


class Names:
    """Pairs of names, each given once; the awkward ones come first, spread over the crowd."""

    def __init__(self, rng: random.Random):
        self.rng = rng
        self.given: set[tuple[str, str]] = {(person.given_name, person.family_name) for person in CARERS}
        self.awkward = dict(
            zip(sorted(rng.sample(range(CROWD), len(AWKWARD_NAMES))), AWKWARD_NAMES, strict=True)
        )

    def next(self, number: int) -> tuple[str, str]:
        while True:
            pair = self.awkward.pop(number, None) or (
                self.rng.choice(GIVEN_NAMES),
                self.rng.choice(FAMILY_NAMES),
            )
            if pair not in self.given:
                self.given.add(pair)
                return pair


def crowd(today: date, rng: random.Random) -> list[Carer]:
    """All of them, shuffled, without dates of what happened to them."""
    fates = [fate for fate, count in FATES.items() for _ in range(count)]
    rng.shuffle(fates)
    names, homes = Names(rng), _homes(rng)
    return [_carer(number, fate, today, names, homes, rng) for number, fate in enumerate(fates)]


def _carer(number: int, fate: str, today: date, names: Names, homes: list, rng: random.Random) -> Carer:
    kind = _kind(fate, rng)
    age = _age(kind, fate, rng)
    born = birthday(today, -age) - timedelta(days=rng.randrange(20, 340))
    first, last = names.next(number)
    area, town, sector, letters = homes[number]
    young = kind == "young"
    reads_mail = rng.random() < (0.6 if young and age < 14 else 0.97 if young else 0.93 if age < 70 else 0.66)
    carer = Carer(
        number=number,
        fate=fate,
        kind=kind,
        first_name=first,
        last_name=last,
        age=age,
        born=born,
        language="cy" if rng.random() < (0.22 if area == "castle-towns" else 0.07) else "en",
        email=f"carer{number + 1:03d}@post.example" if reads_mail or fate == "draft" else "",
        phone="" if young else f"07700 900 {400 + number}",
        address=f"{rng.randrange(1, 140)} {rng.choice(STREETS)}, {town}",
        postcode=f"{sector}{letters}",
        area=area,
        keen=rng.choice((0.0, 0.25, 0.5, 0.5, 1.0, 1.0, 1.0, 1.6, 2.4, 4.0)),
    )
    carer.answers = answers(carer, rng)
    return carer


def _kind(fate: str, rng: random.Random) -> str:
    if fate in ("revoked", "ended", "refused", "withdrawn"):
        return rng.choice(("adult", "adult", "parent"))
    return rng.choices(
        ("adult", "parent", "young", "former"), (56, 23, 16, 5 if fate in WITH_PASSPORT else 0)
    )[0]


def _age(kind: str, fate: str, rng: random.Random) -> int:
    """At the time of the demo. A young card of somebody who has just turned 18 has run out or is about to."""
    if kind == "young":
        return 18 if fate in ("expired", "expiring") else rng.randrange(10, 17)
    if kind == "parent":
        return rng.randrange(25, 57)
    low, high = (45, 88) if kind == "former" else (20, 90)
    return min(high, max(low, round(rng.gauss(57, 15))))


def _homes(rng: random.Random) -> list[tuple[str, str, str, str]]:
    """(area, town, sector, last two letters): more people in the county town, nobody at another’s address."""
    weights = {"arlen-vale": 34, "northmoor": 18, "saltmarsh-coast": 26, "castle-towns": 22}
    taken: set[tuple[str, str]] = {(person.postcode[:5], person.postcode[5:]) for person in CARERS}
    found = []
    while len(found) < CROWD:
        area = rng.choices(AREAS, [weights[area.slug] for area in AREAS])[0]
        town = rng.choices(area.towns, [6, 4, 3, 2, 2, 1][: len(area.towns)])[0]
        letters = rng.choice(INWARD) + rng.choice(INWARD)
        if (town.sector, letters) not in taken:
            taken.add((town.sector, letters))
            found.append((area.slug, town.name, town.sector, letters))
    return found


def answers(carer: Carer, rng: random.Random) -> dict[str, Any]:
    """What they answered, as the form would have kept it: under 18 nothing that is not needed."""
    if carer.young:
        return _young_answers(carer, rng)
    relationship = "child" if carer.kind == "parent" else _whom(carer.age, rng)
    evidence = rng.choices(("benefit", "professional", "code", "declaration"), (40, 25, 15, 20))[0]
    assisted = not carer.email or rng.random() < 0.06
    news = carer.email != "" and rng.random() < 0.6
    return {
        "route": "assisted" if assisted else "self",
        "no_email": not carer.email,
        "relationship": relationship,
        "cared_for_age": "0-17" if relationship == "child" else _their_age(relationship, rng),
        "cared_for_lives": rng.choices(("with_me", "near", "care_home"), (62, 34, 4))[0],
        "hours": rng.choices(("0-9", "10-19", "20-34", "35-49", "50+", "varies"), (17, 15, 17, 12, 30, 9))[0],
        "since": rng.choices(("<1", "1-4", "5-9", "10+"), (16, 42, 22, 20))[0],
        "photo_way": rng.choices(("upload", "desk", "post"), (86, 9, 5))[0],
        "evidence_kind": evidence,
        "evidence_code": typed_code(rng.randrange(1000, 9999), young=False) if evidence == "code" else "",
        "evidence_words": _evidence_words(evidence, relationship, rng),
        "evidence_by_post": evidence == "benefit" and rng.random() < 0.15,
        "heard_from": rng.choice(
            (
                "gp",
                "gp",
                "carers_centre",
                "carers_centre",
                "library",
                "shop",
                "friend",
                "friend",
                "event",
                "online",
                "other",
                "",
            )
        ),
        "by_email": news,
        "by_post": rng.random() < 0.15,
        "by_text": rng.random() < 0.25,
        "information_service": rng.random() < 0.62,
        "carers_team": rng.random() < 0.4,
    }


def _young_answers(carer: Carer, rng: random.Random) -> dict[str, Any]:
    then = carer.age - 2 if carer.has_passport else carer.age  # the age at which they applied, at the least
    route = (
        rng.choice(("guardian", "guardian", "professional"))
        if then < 14
        else rng.choice(("self", "self", "self", "professional"))
    )
    evidence = (
        "professional" if route == "professional" else rng.choice(("code", "professional", "declaration"))
    )
    adult = rng.choice(GIVEN_NAMES)
    work = route == "professional" or (route == "self" and rng.random() < 0.5)
    job = rng.choice(
        (
            "Pastoral lead at Merrow School",
            "Young carers worker, Castle Towns",
            "Head of year, Tollminster High",
        )
    )
    guardian = {"guardian": "parent", "professional": job, "self": "school" if work else "parent"}[route]
    name = f"{adult} {rng.choice(FAMILY_NAMES)}" if work else f"{adult} {carer.last_name}"
    return {
        "route": route,
        "no_email": not carer.email,
        "relationship": rng.choice(
            ("parent", "parent", "parent", "sibling", "sibling", "grandparent", "several")
        ),
        "photo_way": rng.choices(("upload", "desk", "post"), (80, 15, 5))[0],
        "discreet": rng.random() < 0.3,
        "evidence_kind": evidence,
        "evidence_code": typed_code(rng.randrange(1000, 9999), young=True) if evidence == "code" else "",
        "evidence_words": f"{name}, {guardian}"
        if route == "professional"
        else _evidence_words(evidence, "parent", rng),
        "guardian_name": name,
        "guardian_email": f"adult{carer.number + 1:03d}@{'school' if work else 'post'}.example",
        "guardian_relationship": guardian,
    }


def _whom(age: int, rng: random.Random) -> str:
    if age > 68:
        return rng.choices(
            ("partner", "adult_child", "sibling", "friend", "neighbour", "several"), (68, 12, 6, 5, 5, 4)
        )[0]
    kinds = (
        "parent",
        "partner",
        "adult_child",
        "sibling",
        "grandparent",
        "other_family",
        "friend",
        "neighbour",
        "several",
    )
    return rng.choices(kinds, (44, 20, 9, 6, 4, 4, 4, 3, 6))[0]


def _their_age(relationship: str, rng: random.Random) -> str:
    if relationship in ("parent", "grandparent", "neighbour"):
        return rng.choices(("25-64", "65-79", "80+"), (14, 40, 46))[0]
    return rng.choices(("18-24", "25-64", "65-79", "80+"), (10, 40, 30, 20))[0]


def _evidence_words(kind: str, relationship: str, rng: random.Random) -> str:
    if kind == "professional":
        return rng.choice((
            "Ms Okafor, community nurse, Arlenford Health Centre, 01632 960 321",
            "Carers’ Centre, support worker Dan, 01632 960 010",
            "Dr Lewis, Tollminster Surgery, 01632 960 322",
        ))  # fmt: skip
    if kind == "declaration":
        return rng.choice((
            "I cook, wash and shop for them every day, and stay the night when it is bad.",
            "I do all the driving, forms and tablets. They cannot be left alone for long.",
            "I help with getting up, dressing and meals, before and after my job.",
            "I keep the house going and listen out at night.",
        ))  # fmt: skip
    return ""
