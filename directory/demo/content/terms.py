"""Terms that many offers share, written once so that carers meet the same words everywhere."""

from __future__ import annotations

from directory.demo.content.types import Words

SHOW_FIRST = Words("Show your card before you pay.", "Dangoswch eich cerdyn cyn talu.")
NOT_WITH_OTHERS = Words(
    "Show your card before you pay. Not with any other offer.",
    "Dangoswch eich cerdyn cyn talu. Ni ellir ei gyfuno â chynnig arall.",
)
MONDAY_TO_THURSDAY = Words(
    "Monday to Thursday. Show your card when you order.",
    "Dydd Llun i ddydd Iau. Dangoswch eich cerdyn wrth archebu.",
)
ONCE_A_DAY = Words(
    "Once a day. Show your card when you order.", "Unwaith y dydd. Dangoswch eich cerdyn wrth archebu."
)
NOT_SALE = Words(
    "Show your card at the till. Not on sale items or gift cards.",
    "Dangoswch eich cerdyn wrth y til. Ddim ar nwyddau sêl na chardiau rhodd.",
)
BOTH_TOGETHER = Words(
    "For you, when you come with the person you look after. Show your card at the desk.",
    "I chi, pan fyddwch yn dod gyda’r person rydych chi’n gofalu amdano. Dangoswch eich cerdyn wrth y ddesg.",
)
ALONE_OR_TOGETHER = Words(
    "Come on your own or with the person you look after. Show your card at the desk.",
    "Dewch ar eich pen eich hun neu gyda’r person rydych chi’n gofalu amdano. Dangoswch "
    "eich cerdyn wrth y ddesg.",
)
SAY_WHEN_BOOKING = Words(
    "Tell us when you book and show your card when you come.",
    "Dywedwch wrthon ni wrth archebu a dangoswch eich cerdyn wrth gyrraedd.",
)
ADULTS_ONLY = Words(
    "Over-18s only. Show your card before you pay.", "I rai dros 18 oed. Dangoswch eich cerdyn cyn talu."
)
