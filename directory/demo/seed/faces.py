"""What an invented person looks like: a few choices, drawn from the person’s own dice so that they never change.

Names only lean the choice, so that a face does not surprise beside its name; a part of every group looks otherwise.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

SKINS = {
    "fair": ("#fbe3d2", "#f6d3bd", "#f1c9ae", "#eebfa2"),
    "brown": ("#d9a276", "#c98f63", "#b97d52", "#a96d45"),
    "dark": ("#8f5a3a", "#7c4b2f", "#6a3f28", "#573220"),
    "tan": ("#e9bd97", "#e0ae85", "#d8a178"),
}
HAIRS = {
    "fair": ("#3b2a20", "#5a3d28", "#7a5232", "#a9743f", "#c99a55", "#8c3f22", "#2a211d"),
    "brown": ("#1d1715", "#251c19", "#2f221c"),
    "dark": ("#171312", "#1f1917", "#2b201b"),
    "tan": ("#231b18", "#35261e", "#4a3325"),
}
GREYS = ("#8d8b8a", "#a9a6a3", "#c4c1bd", "#d9d6d2", "#efece8")
CLOTHES = (
    "#0f4a4f",
    "#7b4b94",
    "#c2572f",
    "#3a6ea5",
    "#94374b",
    "#4f7a3a",
    "#e0a32e",
    "#465468",
    "#b5646f",
    "#2f8f83",
    "#d5c7ae",
)
BACKGROUNDS = ("#e3eeee", "#f6e9d2", "#ece4f1", "#e5efdf", "#f7e3dd", "#e2eaf3", "#f2efe6", "#dfecf0")
SCARVES = ("#2f5d62", "#8c5a86", "#c98b8b", "#3f5f8f", "#6f7f5b", "#3b3440", "#d8c3a5", "#a34f45")
TURBANS = ("#d9822b", "#24406b", "#7d2338", "#2f6b5b", "#1f1d24", "#b8862d")

MEN = frozenset(
    [
        "Alan",
        "Alfie",
        "Alun",
        "Andrew",
        "Aneurin",
        "Arjun",
        "Ayodele",
        "Barry",
        "Bilal",
        "Callum",
        "Chidi",
        "Chinedu",
        "Ciarán",
        "Clive",
        "Colin",
        "Dafydd",
        "Daniel",
        "David",
        "Delroy",
        "Derek",
        "Desmond",
        "Devon",
        "Emeka",
        "Emyr",
        "Frank",
        "Gareth",
        "George",
        "Geraint",
        "Gethin",
        "Graham",
        "Guto",
        "Hassan",
        "Huw",
        "Ibrahim",
        "Ieuan",
        "Imran",
        "Ioan",
        "Isaac",
        "Jacek",
        "James",
        "José",
        "Kacper",
        "Keith",
        "Kenneth",
        "Kwame",
        "Kyle",
        "Leroy",
        "Lewis",
        "Lloyd",
        "Łukasz",
        "Marek",
        "Michael",
        "Mohammed",
        "Mo",
        "Noel",
        "Norman",
        "Olu",
        "Osian",
        "Owain",
        "Patrick",
        "Paul",
        "Paweł",
        "Peter",
        "Piotr",
        "Rajesh",
        "Rashid",
        "Rhys",
        "Robert",
        "Roy",
        "Seán",
        "Stanley",
        "Stephen",
        "Tariq",
        "Terence",
        "Tomasz",
        "Tomos",
        "Trevor",
        "Umar",
        "Vijay",
        "Winston",
        "Wyn",
        "D’Arcy",
        "Gurpreet",
        "Harjit",
        "Sandeep",
    ]
)
DARK = frozenset(
    [
        "Adaeze",
        "Amara",
        "Ayodele",
        "Chidi",
        "Chinedu",
        "Claudette",
        "Delroy",
        "Denise",
        "Devon",
        "Efua",
        "Emeka",
        "Folasade",
        "Ifeoma",
        "Kwame",
        "Leroy",
        "Marcia",
        "Ngozi",
        "Nkechi",
        "Olu",
        "Oluwaseun",
        "Patience",
        "Ronke",
        "Shanice",
        "Temitope",
        "Thandeka",
        "Uchenna",
        "Winston",
        "Yetunde",
        "Oluwadamilola",
        "Desmond",
    ]
)
BROWN = frozenset(
    [
        "Aisha",
        "Amina",
        "Aneesa",
        "Anjali",
        "Arjun",
        "Bilal",
        "Deepa",
        "Farah",
        "Farida",
        "Fatima",
        "Gurpreet",
        "Harjit",
        "Hassan",
        "Ibrahim",
        "Imran",
        "Iqra",
        "Jaswinder",
        "Lakshmi",
        "Mandeep",
        "Meera",
        "Mohammed",
        "Nadia",
        "Nasreen",
        "Neha",
        "Pooja",
        "Priti",
        "Priya",
        "Rajesh",
        "Rashid",
        "Saira",
        "Sandeep",
        "Sunita",
        "Tariq",
        "Umar",
        "Usha",
        "Vijay",
        "Yasmin",
        "Zainab",
    ]
)
TAN = frozenset(["Francesca", "Ines", "José", "Lena", "Mo", "Kamila"])
SCARF_OFTEN = frozenset(
    [
        "Aisha",
        "Amina",
        "Aneesa",
        "Farah",
        "Farida",
        "Fatima",
        "Iqra",
        "Nadia",
        "Nasreen",
        "Saira",
        "Yasmin",
        "Zainab",
    ]
)
TURBAN_OFTEN = frozenset(["Gurpreet", "Harjit", "Sandeep"])


@dataclass(frozen=True, slots=True)
class Face:
    """One person’s looks. Colours are hex; `wrinkles` 0 to 2; `head` is the width of the head against the usual one."""

    background: str
    skin: str
    hair: str
    hair_style: str
    cover: str
    cover_colour: str
    clothes: str
    collar: str
    beard: str
    glasses: str
    wrinkles: int
    head: float
    smile: float
    freckles: bool
    earrings: bool
    child: bool


def face_of(first_name: str, age: int, rng: random.Random) -> Face:
    """The looks of somebody of that first name and age. The same dice give the same face."""
    known = first_name.split()[0].split("-")[0]
    man = known in MEN if rng.random() < 0.97 else known not in MEN
    tone = "dark" if known in DARK else "brown" if known in BROWN else "tan" if known in TAN else "fair"
    if rng.random() < 0.08:
        tone = rng.choice(sorted(SKINS))
    child = age < 13
    cover = ""
    if known in SCARF_OFTEN and age >= 11 and not man and rng.random() < 0.7:
        cover = "scarf"
    elif known in TURBAN_OFTEN and man and rng.random() < 0.75:
        cover = "turban"
    return Face(
        background=rng.choice(BACKGROUNDS),
        skin=rng.choice(SKINS[tone]),
        hair=_hair(tone, age, rng),
        hair_style=_style(man, tone, age, rng),
        cover=cover,
        cover_colour=rng.choice(TURBANS if cover == "turban" else SCARVES),
        clothes=rng.choice(CLOTHES),
        collar=rng.choice(("round", "shirt", "vee", "roll")),
        beard=_beard(man, age, cover, rng),
        glasses=_glasses(age, rng),
        wrinkles=2 if age >= 72 else 1 if age >= 50 else 0,
        head=rng.uniform(0.95, 1.06),
        smile=rng.uniform(0.7, 1.15),
        freckles=tone == "fair" and rng.random() < (0.3 if age < 30 else 0.06),
        earrings=not man and not cover and age > 12 and rng.random() < 0.4,
        child=child,
    )


def _hair(tone: str, age: int, rng: random.Random) -> str:
    grey = 0.0 if age < 40 else min(0.97, (age - 38) / 38)
    if rng.random() < grey:
        return rng.choice(GREYS[:3] if age < 65 else GREYS[1:])
    return rng.choice(HAIRS[tone])


def _style(man: bool, tone: str, age: int, rng: random.Random) -> str:
    if man:
        old = (
            ["bald", "fringe_of_hair", "short", "side"]
            if age > 50
            else ["short", "side", "short", "curly", "bald" if age > 32 else "mop"]
        )
        return rng.choice(
            ["short", "curly", "crop", "bald" if age > 40 else "curly"] if tone == "dark" else old
        )
    if tone == "dark":
        return rng.choice(["afro", "curly", "bun", "long", "braids"])
    return rng.choice(
        ["bob", "short_curly", "bun", "bob", "wavy"]
        if age > 58
        else ["long", "bob", "bun", "wavy", "ponytail", "mop"]
    )


def _beard(man: bool, age: int, cover: str, rng: random.Random) -> str:
    if not man or age < 19:
        return ""
    if cover == "turban":
        return "full"
    return rng.choice(["", "", "", "full", "stubble", "moustache" if age > 45 else "stubble"])


def _glasses(age: int, rng: random.Random) -> str:
    often = 0.16 if age < 40 else 0.34 if age < 60 else 0.52
    return rng.choice(["round", "square", "half"]) if rng.random() < often else ""
