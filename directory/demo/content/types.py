"""Shapes of the invented demo data. Frozen dataclasses only, so that nothing here can reach the database."""

from __future__ import annotations

from dataclasses import dataclass

CATEGORIES = (
    "food-and-drink",
    "leisure-and-sport",
    "health-and-beauty",
    "shops",
    "home-and-garden",
    "days-out",
    "council-services",
    "transport",
    "health-services",
    "online-and-phone",
)
OFFER_KINDS = ("percentage", "amount", "free_product", "concession", "waived_fee", "priority", "space")
OFFER_WHO = ("all", "adult", "young")
OFFER_COMPANION = ("alone", "with_person", "either")
OFFER_LIMITS = ("none", "day", "week", "month", "ever", "total")
OFFER_STATUSES = ("live", "paused", "ended")
OFFER_TAGS = ("alcohol", "gambling", "vaping", "adult_venue")
BLOCK_KINDS = ("heading", "text", "list", "callout", "contact", "quote")


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages of the scheme."""

    en: str
    cy: str


@dataclass(frozen=True, slots=True)
class Town:
    """An invented town or village; `sector` is the postcode sector it lies in, like "AJ1 2"."""

    name: str
    name_cy: str
    sector: str


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the territory that offers and figures are grouped by."""

    slug: str
    name: Words
    summary: Words
    sectors: tuple[str, ...]
    towns: tuple[Town, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """Everything the scheme settings need. Phones are from the ranges kept for drama."""

    slug: str
    name: Words
    short_name: Words
    county: Words
    council: Words
    council_address: Words
    carers_service: Words
    carers_service_address: Words
    helpline: str
    helpline_hours: Words
    emergency_line: str
    advice_line: str
    text_line: str
    email: str
    privacy_email: str
    business_email: str
    website: str
    main_colour: str
    accent_colour: str
    young_colour: str
    validity_months: int
    territory_rule: str
    young_from_age: int
    apply_alone_from_age: int
    adult_from_age: int
    answer_working_days: int
    elsewhere: Words
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a business gives. `value` is percent for `percentage`, pence for `amount` and `concession`, else None.

    `limit` with `number` reads "2 a week"; `total` is shared by everybody. `starts` and `ends` are days from today
    (negative means past); `ends=None` runs on. Of several `tags` the first is the main one.
    """

    kind: str
    title: Words
    terms: Words
    value: int | None = None
    who: str = "all"
    companion: str = "either"
    limit: str = "none"
    number: int | None = None
    tags: tuple[str, ...] = ()
    starts: int = -365
    ends: int | None = None
    status: str = "live"


@dataclass(frozen=True, slots=True)
class Branch:
    """A further place of the same business."""

    name: Words
    area: str
    town: str
    address: str
    postcode: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Business:
    """A business or council service. `shop_word` is the word an enrolled till shows, chosen by the shop."""

    slug: str
    name: str
    name_cy: str = ""
    area: str
    town: str
    category: str
    address: str
    postcode: str
    phone: str
    shop_word: str
    description: Words
    welcome: Words
    offers: tuple[Offer, ...]
    branches: tuple[Branch, ...] = ()

    @property
    def website(self) -> str:
        """Address of the shop's own site, under the reserved name `.example`."""
        return f"https://www.{self.slug}.example"

    @property
    def email(self) -> str:
        """Where the shop reads its mail."""
        return f"hello@{self.slug}.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One of the named demo cast. `email` is empty for people who have none. `language` is "en" or "cy"."""

    key: str
    given_name: str
    family_name: str
    email: str
    role: str
    language: str = "en"
    state: str = ""
    age: int | None = None
    town: str = ""
    postcode: str = ""
    phone: str = ""
    business: str = ""
    initials: str = ""
    pin: str = ""
    """At a till that asks who serves."""
    guardian: str = ""
    story: Words

    @property
    def name(self) -> str:
        """Name as used, given name first."""
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach somebody, shown as a box."""

    who: str
    phone: str
    detail: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What a demo carer might say, and how they are described. Never a real person."""

    text: str
    who: str


Block = tuple[str, "str | tuple[str, ...] | Contact | Quote"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of text in one language: the same slug exists in the other one."""

    slug: str
    title: str
    summary: str
    blocks: tuple[Block, ...]
