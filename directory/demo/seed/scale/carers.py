"""Many carers: account, application, passport, card and their history, in the states that a real scheme has."""

from __future__ import annotations

import base64
import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone

from directory.demo.content.names import FAMILY_NAMES, GIVEN_NAMES
from directory.demo.content.scheme import AREAS
from passport_site.accounts.models import User
from passport_site.accounts.roles import CARER
from passport_site.core.storage import private_storage, unguessable
from passport_site.scheme.models import Area
from passport_site.scheme.querysets import current
from passports.applications.domain.references import new_reference
from passports.applications.domain.working_days import after
from passports.applications.models import Application, ApplicationStatusChange
from passports.cards import keys
from passports.cards.domain import numbers, status_list
from passports.cards.domain.code import SERIAL_BYTES
from passports.cards.domain.periods import valid_until
from passports.cards.models import Card, CardStatusChange, Passport, PassportStatusChange

from .. import words
from ..crowd import INWARD, STREETS
from ..faces import face_of
from ..portraits import portrait
from .bulk import Rows, a_load, next_id, refresh_statistics

BATCH = 2000
PORTRAITS = 24
STATES: dict[str, float] = {
    "active": 84, "replaced": 3, "expired": 4, "lost": 0.7, "revoked": 0.3, "suspended": 0.5, "ended": 2, "waiting": 3,
    "refused": 2.5,
}  # fmt: skip
KINDS = {"adult": 62, "parent": 22, "young": 12, "former": 4}
WHOM = ("parent", "parent", "partner", "partner", "sibling", "friend", "neighbour")
MODELS = (
    User, EmailAddress, User.groups.through, Application, ApplicationStatusChange, Passport, PassportStatusChange, Card,
    CardStatusChange,
)  # fmt: skip


def add_carers(count: int, today: date, step: Callable[[int], None]) -> None:
    """So many more. About one in twenty has no passport (yet)."""
    writer = None
    with a_load(*MODELS, rows=count):
        writer = _Carers(count, today)
        for start in range(0, count, BATCH):
            size = min(BATCH, count - start)
            writer.write(size)
            step(size)
    refresh_statistics(*MODELS)


def _portraits(rng: random.Random) -> list[str]:
    """A few photos that many share: files are not what this measures."""
    storage = private_storage()
    return [
        storage.save(
            unguessable("photos", "jpg"),
            ContentFile(portrait(face_of(rng.choice(GIVEN_NAMES), rng.randrange(12, 85), rng))),
        )
        for _ in range(PORTRAITS)
    ]


class _Carers:
    """Writes one batch after the other. Keeps sets of numbers, indexes and references, so that none comes twice."""

    def __init__(self, count: int, today: date):
        self.rng = rng = random.Random(f"carers {next_id(Application)}")
        self.today, self.now, self.scheme = today, timezone.now(), current()
        self.ids = {model: next_id(model) for model in MODELS}
        self.numbers = set(Card.objects.values_list("number", flat=True).iterator())
        self.indexes = set(Card.objects.values_list("status_index", flat=True).iterator())
        self.references = set(Application.objects.values_list("reference", flat=True).iterator())
        self.space = status_list.space_for(len(self.indexes) + round(count * 1.05))
        self.photos = _portraits(rng)
        self.carer_group = Group.objects.get(name=CARER.name).pk
        self.officer = User.objects.filter(groups__name="Assessor").values_list("pk", flat=True).first()
        areas = {area.slug: area.pk for area in Area.objects.all()}
        self.towns = [(areas[area.slug], town) for area in AREAS for town in area.towns if area.slug in areas]
        self.rows = {model: Rows(model, **same) for model, same in self._patterns().items()}
        self.lines: dict[type, list] = {}

    def _patterns(self) -> dict[type, dict]:
        return {
            User: {"date_joined": self.now, "is_active": True},
            EmailAddress: {"verified": True, "primary": True, "user_id": 1},
            User.groups.through: {"user_id": 1, "group_id": self.carer_group},
            Application: {
                "hours": "20-34",
                "since": "1-4",
                "cared_for_lives": "with_me",
                "evidence_kind": "benefit",
                "photo_way": "upload",
            },
            ApplicationStatusChange: {"application_id": 1},
            Passport: {"date_of_birth": self.today, "valid_from": self.today, "valid_until": self.today},
            PassportStatusChange: {"passport_id": 1},
            Card: {
                "passport_id": 1,
                "status_index": 0,
                "key_id": keys.active_signer()[0],
                "issued_at": self.now,
                "expires_on": self.today,
            },
            CardStatusChange: {"card_id": 1},
        }

    def write(self, size: int) -> None:
        """So many carers with all that belongs to them."""
        self.lines = {model: [] for model in MODELS}
        for state in self.rng.choices(list(STATES), list(STATES.values()), k=size):
            self._one(state)
        for model, lines in self.lines.items():
            self.rows[model].write(lines)

    def _add(self, model: type, **values) -> int:
        number = self.ids[model]
        self.ids[model] += 1
        self.lines[model].append(self.rows[model].row(id=number, **values))
        return number

    def _one(self, state: str) -> None:
        rng = self.rng
        kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
        sent, decided = self._dates(state)
        first_day = timezone.localdate(decided) if decided else self.today
        young = kind == "young"
        age = 10 + 6 * rng.random() if young else 24 + 60 * rng.random()
        area, town = rng.choice(self.towns)
        person = {
            "first_name": rng.choice(GIVEN_NAMES),
            "last_name": rng.choice(FAMILY_NAMES),
            "date_of_birth": first_day - timedelta(days=round(age * 365.25)),
            "address": f"{rng.randrange(1, 200)} {rng.choice(STREETS)}, {town.name}",
            "postcode": f"{town.sector}{rng.choice(INWARD)}{rng.choice(INWARD)}",
            "phone": "" if young else f"07700 900 {rng.randrange(1000):03d}",
            "language": "cy" if rng.random() < 0.1 else "en",
            "area_id": area,
            "photo": rng.choice(self.photos) if rng.random() < 0.8 else "",
        }
        user, email = self._account(person, sent) if rng.random() < 0.9 else (None, "")
        person |= {"email": email, "user_id": user}
        passport = self._passport(state, kind, person, decided) if decided and state != "refused" else None
        self._application(state, kind, person, sent, decided, passport)

    def _dates(self, state: str) -> tuple[datetime, datetime | None]:
        months = self.scheme.validity_months * 30.44
        if state == "waiting":
            return self.now - timedelta(days=self.rng.uniform(0.1, 13)), None
        ago = self.rng.uniform(1, 360) if state == "refused" else 2 + (months - 10) * self.rng.random() ** 1.3
        if state == "expired":
            ago = months + self.rng.uniform(35, 300)
        decided = self.now - timedelta(days=ago)
        return decided - timedelta(days=self.rng.uniform(0.5, 9)), decided

    def _account(self, person: dict, since: datetime) -> tuple[int, str]:
        email = f"scale{self.ids[User]}@post.example"
        user = self._add(
            User, email=email, first_name=person["first_name"], last_name=person["last_name"], language=person["language"],
            date_joined=since, password="!" + self._letters(30),
        )  # fmt: skip
        self._add(EmailAddress, user_id=user, email=email)
        self._add(User.groups.through, user_id=user)
        return user, email

    def _application(
        self,
        state: str,
        kind: str,
        person: dict,
        sent: datetime,
        decided: datetime | None,
        passport: int | None,
    ) -> None:
        status = state if state in ("waiting", "refused") else "approved"
        route = "guardian" if kind == "young" else "self" if person["email"] else "assisted"
        number = self._add(
            Application, reference=self._free(lambda: new_reference(self.rng), self.references), status=status, route=route,
            draft_key=self._letters(24), created_at=sent, changed_at=decided or sent, submitted_at=sent,
            due_on=after(sent.date(), self.scheme.decision_days), decided_at=decided, decided_by_id=self.officer if decided else None,
            passport_id=passport, no_email=not person["email"], confirmed_email=person["email"], guardian_agreed_on=sent if kind == "young" else None,
            relationship="child" if kind == "parent" else self.rng.choice(WHOM),
            refusal_reason="no_evidence" if status == "refused" else "",
            decision_words=words.refusal("no_evidence", person["language"]) if status == "refused" else "", **person,
        )  # fmt: skip
        said = {"application_id": number}
        self._add(
            ApplicationStatusChange,
            verb="submit",
            from_status="draft",
            to_status="waiting",
            created_at=sent,
            by_id=person["user_id"],
            **said,
        )
        if decided:
            verb = "refuse" if status == "refused" else "approve"
            self._add(
                ApplicationStatusChange,
                verb=verb,
                from_status="waiting",
                to_status=status,
                created_at=decided,
                by_id=self.officer,
                **said,
            )

    def _passport(self, state: str, kind: str, person: dict, decided: datetime) -> int:
        starts = timezone.localdate(decided)
        until = valid_until(
            starts_on=starts, months=self.scheme.validity_months, young=kind == "young", born=person["date_of_birth"],
            adult_age=self.scheme.adult_age,
        )  # fmt: skip
        status = state if state in ("suspended", "ended") else "active"
        later = decided + (self.now - decided) * self.rng.uniform(0.3, 0.95)
        passport = self._add(
            Passport,
            kind=kind,
            status=status,
            valid_from=starts,
            valid_until=until,
            created_at=decided,
            **person,
        )
        actor = {"actor": f"user:{self.officer}" if self.officer else "system:seed_scale"}
        self._add(
            PassportStatusChange,
            passport_id=passport,
            verb="issue",
            to_status="active",
            created_at=decided,
            **actor,
        )
        if status != "active":
            verb = "suspend" if status == "suspended" else "end"
            self._add(
                PassportStatusChange,
                passport_id=passport,
                verb=verb,
                from_status="active",
                to_status=status,
                created_at=later,
                **actor,
            )
        stop = {"replaced": "replaced", "lost": "lost", "revoked": "revoked", "ended": "revoked"}.get(state)
        card = self._card(passport, until, decided, stop or "active")
        if stop:
            verb = {"replaced": "replace", "lost": "report_lost"}.get(stop, "revoke")
            self._add(
                CardStatusChange,
                card_id=card,
                verb=verb,
                from_status="active",
                to_status=stop,
                created_at=later,
                **actor,
            )
        if stop == "replaced":
            self._card(passport, until, later, "active")
        return passport

    def _card(self, passport: int, until: date, issued: datetime, status: str) -> int:
        card = self._add(
            Card, passport_id=passport, number=self._free(lambda: numbers.new_number(self.rng), self.numbers),
            serial=self.rng.randbytes(SERIAL_BYTES).hex(), status=status, issued_at=issued, created_at=issued, expires_on=until,
            status_index=self._free(lambda: self.rng.randrange(self.space), self.indexes),
        )  # fmt: skip
        self._add(
            CardStatusChange,
            card_id=card,
            verb="issue",
            to_status="active",
            created_at=issued,
            actor="system:seed_scale",
        )
        return card

    def _free(self, draw: Callable, taken: set):
        value = draw()
        while value in taken:
            value = draw()
        taken.add(value)
        return value

    def _letters(self, size: int) -> str:
        return base64.urlsafe_b64encode(self.rng.randbytes(size)).decode()
