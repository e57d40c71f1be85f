"""Many businesses: each with a branch, a till, offers and a published page in both languages."""

from __future__ import annotations

import hashlib
import random
import uuid
from collections.abc import Callable
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from businesses.members.models import Branch, Business, Category, Device
from businesses.offers.models import Offer
from directory.demo.content.names import FAMILY_NAMES
from directory.demo.content.scheme import AREAS
from directory.pages.domain.search import fold, search_text
from directory.pages.models import BusinessPage, DirectoryPage
from directory.pages.services import ensure_site_tree
from passport_site.scheme.models import Area

from ..crowd import INWARD, STREETS
from .bulk import Rows, a_load, next_id, refresh_statistics

BATCH = 2000
TRADES: dict[str, tuple[tuple[str, str], ...]] = {
    "food-and-drink": (("Kitchen", "Cegin"), ("Tea Room", "Ystafell De"), ("Bakery", "Becws")),
    "leisure-and-sport": (("Gym", "Campfa"), ("Dance School", "Ysgol Ddawns"), ("Swim Club", "Clwb Nofio")),
    "health-and-beauty": (("Hair", "Gwallt"), ("Massage", "Tylino")),
    "shops": (("Books", "Llyfrau"), ("Hardware", "Nwyddau"), ("Toys", "Teganau")),
    "home-and-garden": (("Gardening", "Garddio"), ("Decorating", "Addurno")),
    "days-out": (("Farm Park", "Parc Fferm"), ("Museum", "Amgueddfa")),
    "council-services": (("Library", "Llyfrgell"), ("Leisure Pass", "Tocyn Hamdden")),
    "transport": (("Taxis", "Tacsis"), ("Community Bus", "Bws Cymunedol")),
    "health-services": (("Pharmacy", "Fferyllfa"), ("Opticians", "Optegwyr")),
    "online-and-phone": (("Online", "Ar-lein"), ("Mobile", "Ffonau")),
}
OFFERS: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("10% off", "10% oddi ar bopeth", {"kind": "percentage", "value": 10}),
    ("15% off on weekdays", "15% oddi ar ddyddiau’r wythnos", {"kind": "percentage", "value": 15}),
    ("A free hot drink", "Diod boeth am ddim", {"kind": "free_product", "limit_kind": "day"}),
    (
        "£5 off when you spend £20",
        "£5 oddi ar bryniant o £20",
        {"kind": "amount", "value": 500, "limit_kind": "week"},
    ),
    ("Two for one", "Dau am bris un", {"kind": "free_product", "limit_kind": "month", "limit_count": 2}),
    ("No joining fee", "Dim ffi ymuno", {"kind": "waived_fee", "limit_kind": "ever"}),
    (
        "10% off wine",
        "10% oddi ar win",
        {"kind": "percentage", "value": 10, "who": "adult", "tag": "alcohol"},
    ),
    ("Half price under 18", "Hanner pris dan 18", {"kind": "percentage", "value": 50, "who": "young"}),
    ("Go to the front", "Ewch i’r blaen", {"kind": "priority"}),
)
OFTEN = (30, 14, 14, 10, 9, 6, 5, 5, 7)


def add_businesses(count: int, today: date, step: Callable[[int], None]) -> None:
    """So many more, with pages below the directory."""
    first = next_id(Business)
    rng = random.Random(f"businesses {first}")
    tree = ensure_site_tree(by="system:seed_scale")
    welsh = DirectoryPage.objects.exclude(pk=tree.directory.pk).get(
        translation_key=tree.directory.translation_key
    )
    models = (Business, Branch, Device, Offer, Page, BusinessPage)
    with a_load(*models, rows=count):
        shops = _Shops(today, rng, [DirectoryPage.objects.get(pk=tree.directory.pk), welsh])
        for start in range(0, count, BATCH):
            size = min(BATCH, count - start)
            shops.write(size)
            step(size)
        for directory in shops.parents:
            Page.objects.filter(pk=directory.pk).update(numchild=directory.numchild)
    refresh_statistics(*models)


class _Shops:
    """Writes one batch after the other."""

    def __init__(self, today: date, rng: random.Random, parents: list[DirectoryPage]):
        self.rng, self.parents = rng, parents
        self.categories = list(Category.objects.order_by("pk"))
        self.areas = {area.slug: area for area in Area.objects.all()}
        self.towns = [(area.slug, town) for area in AREAS for town in area.towns]
        self.ids = {model: next_id(model) for model in (Business, Branch, Device, Offer, Page)}
        since = timezone.now() - timedelta(days=500)
        self.business = Rows(Business, created_at=since)
        self.branch = Rows(Branch, created_at=since, business_id=1, area_id=1)
        self.device = Rows(Device, created_at=since, name="Till 1", branch_id=1, last_seen_at=timezone.now())
        self.offers = [
            Rows(
                Offer,
                created_at=since,
                business_id=1,
                title_en=en,
                title_cy=cy,
                starts_on=today - timedelta(days=400),
                **more,
            )
            for en, cy, more in OFFERS
        ]
        kind = ContentType.objects.get_for_model(BusinessPage)
        self.page = Rows(
            Page, content_type=kind, depth=parents[0].depth + 1, live=True, first_published_at=since, last_published_at=since,
            latest_revision_created_at=since, locale=parents[0].locale, has_unpublished_changes=False,
        )  # fmt: skip
        self.details = Rows(BusinessPage, business_id=1)
        self.lines: dict[object, list] = {}

    def write(self, size: int) -> None:
        """So many businesses with all that belongs to them."""
        self.lines = {
            rows: []
            for rows in (self.business, self.branch, self.device, self.page, self.details, *self.offers)
        }
        for _ in range(size):
            self._one()
        for rows, lines in self.lines.items():
            rows.write(lines)  # type: ignore[attr-defined]

    def _next(self, model: type) -> int:
        self.ids[model] += 1
        return self.ids[model] - 1

    def _one(self) -> None:
        rng, number = self.rng, self._next(Business)
        category = rng.choice(self.categories)
        trade = rng.choice(TRADES.get(category.slug, (("Shop", "Siop"),)))
        owner, street = rng.choice(FAMILY_NAMES), rng.choice(STREETS)
        area, town = rng.choice(self.towns)
        name, slug = f"{owner} {trade[0]}, {street}", f"scale-{number}"
        phone = f"01632 960 {number % 1000:03d}"
        self.lines[self.business].append(
            self.business.row(id=number, name=name, slug=slug, category_id=category.pk, shop_word="Bluebell", phone=phone,
                              email=f"hello@{slug}.example", website=f"https://{slug}.example")
        )  # fmt: skip
        branch, address = self._next(Branch), f"{rng.randrange(1, 150)} {street}, {town.name}"
        place = {
            "name": town.name,
            "town": town.name,
            "address": address,
            "postcode": f"{town.sector}{rng.choice(INWARD)}{rng.choice(INWARD)}",
        }
        self.lines[self.branch].append(
            self.branch.row(id=branch, business_id=number, area_id=self.areas[area].pk, phone=phone, **place)
        )
        token = hashlib.sha256(f"scale {branch}".encode()).hexdigest()
        self.lines[self.device].append(
            self.device.row(id=self._next(Device), branch_id=branch, token_hash=token)
        )
        titles = []
        for which in set(rng.choices(range(len(OFFERS)), OFTEN, k=rng.choice((1, 1, 2)))):
            rows = self.offers[which]
            titles += OFFERS[which][:2]
            self.lines[rows].append(rows.row(id=self._next(Offer), business_id=number))
        area_row = self.areas[area]
        found_by = [
            name,
            category.name_en,
            category.name_cy,
            *place.values(),
            area_row.name_en,
            area_row.name_cy,
            *titles,
        ]
        self._pages(
            number, slug, name, f"{trade[0]} in {town.name}.", f"{trade[1]} yn {town.name_cy}.", found_by
        )

    def _pages(
        self, business: int, slug: str, name: str, english: str, welsh: str, found_by: list[str]
    ) -> None:
        key = uuid.UUID(int=self.rng.getrandbits(128), version=4)
        stored = str(key) if connection.features.has_native_uuid_field else key.hex
        for parent, intro in zip(self.parents, (english, welsh), strict=True):
            parent.numchild += 1
            number = self._next(Page)
            path = BusinessPage._get_path(parent.path, parent.depth + 1, parent.numchild)
            values = {
                "id": number, "path": path, "title": name, "draft_title": name, "slug": slug, "url_path": f"{parent.url_path}{slug}/",
                "locale_id": parent.locale_id, "translation_key": stored,
            }  # fmt: skip
            self.lines[self.page].append(self.page.row(**values))
            self.lines[self.details].append(
                self.details.row(
                    page_ptr_id=number, business_id=business, intro=intro, sort_name=fold(name)[:255],
                    search_text=search_text([*found_by, intro]),
                )
            )  # fmt: skip
