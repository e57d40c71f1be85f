"""The crowd of carers as rows: accounts, applications with photos and evidence, passports, cards, and their history."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db.models.functions import Coalesce
from django.utils import timezone

from directory.demo.content.people import CARERS
from passport_site.accounts.models import User
from passport_site.core.audit import subject_of
from passport_site.core.models import AuditEvent
from passport_site.core.storage import private_storage, unguessable
from passport_site.scheme.models import Area
from passport_site.scheme.querysets import current
from passports.applications.domain.consents import asked_of
from passports.applications.domain.references import new_reference
from passports.applications.models import (
    Application,
    ApplicationStatusChange,
    Consent,
    EqualityAnswer,
    Evidence,
)

from . import words
from .codes import count_uses
from .crowd import Carer, crowd
from .doubles import add_doubles
from .faces import face_of
from .fates import give_dates
from .letters import letter
from .passports import write_passports
from .people import open_accounts, the
from .portraits import portrait

EVIDENCE_DAYS = 30  # quality bar 19: evidence goes 30 days after the decision
ANSWERS = frozenset(field.name for field in Application._meta.fields)


def plan(today: date, rng: random.Random) -> list[Carer]:
    """The crowd with all its dates, ready to be written."""
    scheme = current()
    carers = crowd(today, rng)
    give_dates(carers, today, scheme.validity_months, scheme.decision_days, rng)
    add_doubles(carers, rng)
    return carers


def seed_carers(today: date, rng: random.Random) -> str:
    """All of the crowd, unless some are there: then nothing is added, because people may have changed since."""
    dice = random.Random(rng.random())
    references = [new_reference(dice) for _ in range(600)]
    if Application.objects.filter(reference__in=references).exists():
        return "there already"
    carers = plan(today, rng)
    accounts = open_accounts(
        [(c.email, c.first_name, c.last_name, c.language, c.started_at) for c in carers]
        + [
            (_guardian_account(c), c.answers["guardian_name"], "", c.language, c.started_at)
            for c in carers
            if _guardian_account(c)
        ],
        rng,
    )
    officers = [the("assessor"), the("assessor-two")]
    applications = _write_applications(carers, references, accounts, officers, today, rng)
    _write_files(carers, applications, today, rng)
    write_passports(carers, applications, officers, today, rng)
    _write_trail(carers, applications, officers, rng)
    _write_equality_answers(carers, applications, today, rng)
    count_uses(c.answers["evidence_code"] for c in carers if c.submitted_at and c.answers["evidence_code"])
    return f"{len(carers) + len(CARERS) - 1} carers"


def _guardian_account(carer: Carer) -> str:
    """The address of an adult who filled the form in, and so has an account."""
    sent_by_adult = carer.answers["route"] in ("guardian", "professional") and carer.fate != "draft"
    return carer.answers["guardian_email"] if sent_by_adult else ""


def _write_applications(
    carers: list[Carer],
    references: list[str],
    accounts: dict[str, User],
    officers: list[User],
    today: date,
    rng: random.Random,
) -> list[Application]:
    areas = {area.slug: area for area in Area.objects.all()}
    rows, open_users = (
        [],
        set(Application.objects.open().exclude(user=None).values_list("user_id", flat=True)),
    )
    for carer, reference in zip(carers, references, strict=False):
        user = accounts.get(carer.email)
        if user is not None and not carer.has_passport and carer.fate in ("draft", "waiting", "more_needed"):
            if user.pk in open_users or (carer.fate == "draft" and rng.random() < 0.4):
                user = None
            else:
                open_users.add(user.pk)
        row = Application(reference=reference, user=user, started_by=accounts.get(_guardian_account(carer)))
        _fill(row, carer, areas, today, rng)
        if carer.decided_at is not None:
            row.decided_by = rng.choice(officers)
        if row.route == "assisted":
            _help(row, officers)
        rows.append(row)
    Application.objects.bulk_create(rows, batch_size=200)
    ours = Application.objects.filter(pk__in=[row.pk for row in rows])
    ours.update(changed_at=Coalesce("decided_at", "submitted_at", "created_at"))
    return rows


def _help(row: Application, officers: list[User]) -> None:
    """By telephone or at a desk; the other officer decided. Nobody has claimed what still waits (ADR 0013)."""
    row.assisted_how = "desk" if row.photo_way != "post" else "phone"
    row.assisted_by = next(officer for officer in officers if officer != row.decided_by)
    if row.decided_by is None:
        row.user = None


def _fill(row: Application, carer: Carer, areas: dict[str, Area], today: date, rng: random.Random) -> None:
    status = "approved" if carer.has_passport else carer.fate
    values: dict[str, Any] = {name: value for name, value in carer.answers.items() if name in ANSWERS}
    values |= {
        "status": status,
        "language": carer.language,
        "first_name": carer.first_name,
        "last_name": carer.last_name,
        "date_of_birth": carer.born,
        "email": carer.email,
        "confirmed_email": carer.email if carer.answers["route"] == "self" else "",
        "phone": carer.phone,
        "address": carer.address,
        "postcode": carer.postcode,
        "area": areas.get(carer.area),
        "outside_area": carer.area not in areas,
        "created_at": carer.started_at,
        "submitted_at": carer.submitted_at,
        "due_on": carer.due_on,
        "decided_at": carer.decided_at,
        "steps_done": words.steps_of(carer.answers["route"], young=carer.young),
    }
    for name, value in values.items():
        setattr(row, name, value)
    if carer.young and carer.submitted_at and not _waits_for_adult(carer):
        row.guardian_agreed_on = carer.submitted_at + timedelta(hours=0 if row.for_someone_else else 20)
    if not carer.young and rng.random() < 0.18:
        row.condition = words.condition(rng)
    if carer.fate == "refused":
        row.refusal_reason = carer.changes[0][2]
        row.decision_words = words.refusal(row.refusal_reason, carer.language)
    if carer.fate == "draft":
        words.forget_unanswered(row, rng.randrange(2, 11))
    if _evidence_gone_at(carer):
        row.evidence_removed_at = _evidence_gone_at(carer)
        row.evidence_code = row.evidence_words = row.condition = ""


def _waits_for_adult(carer: Carer) -> bool:
    return carer.fate == "waiting" and carer.answers["route"] == "self" and carer.number % 2 == 0


def _closed_at(carer: Carer) -> datetime | None:
    return carer.decided_at or (carer.changes[0][1] if carer.fate == "withdrawn" else None)


def _evidence_gone_at(carer: Carer) -> datetime | None:
    """When retention took the evidence, if it is long enough since the end of the application."""
    closed = _closed_at(carer)
    gone = closed + timedelta(days=EVIDENCE_DAYS) if closed else None
    return gone if gone and gone < timezone.now() else None


def _write_files(
    carers: list[Carer], applications: list[Application], today: date, rng: random.Random
) -> None:
    """Photos for those who chose to upload one, evidence for what is still open or was decided lately."""
    storage, evidence = private_storage(), []
    for carer, row in zip(carers, applications, strict=True):
        gone = _evidence_gone_at(carer) is not None
        if row.photo_way == "upload" and not (gone and not carer.has_passport):
            face = face_of(carer.first_name, carer.age, random.Random(f"face {carer.number}"))
            row.photo = storage.save(unguessable("photos", "jpg"), ContentFile(portrait(face)))
        wants_file = row.evidence_kind == "benefit" or (
            row.evidence_kind == "professional" and rng.random() < 0.5
        )
        if wants_file and row.submitted_at and not gone and not row.evidence_by_post:
            written = row.submitted_at.date() - timedelta(days=rng.randrange(5, 60))
            content, kind = letter(
                row.evidence_kind, row.name, row.address, written, as_pdf=rng.random() < 0.2
            )
            name = storage.save(
                unguessable("evidence", "pdf" if kind.endswith("pdf") else "jpg"), ContentFile(content)
            )
            evidence.append(
                Evidence(
                    application=row,
                    file=name,
                    content_type=kind,
                    size=len(content),
                    created_at=row.created_at,
                )
            )
    Application.objects.bulk_update([row for row in applications if row.photo], ["photo"], batch_size=200)
    Evidence.objects.bulk_create(evidence)


def _write_trail(
    carers: list[Carer], applications: list[Application], officers: list[User], rng: random.Random
) -> None:
    """Status rows, consents and audit rows, dated as if each step had been taken then."""
    changes: list[ApplicationStatusChange] = []
    consents: list[Consent] = []
    audits: list[AuditEvent] = []
    for carer, row in zip(carers, applications, strict=True):
        sender = row.assisted_by or row.started_by or row.user
        audits.append(_audit("application.started", row, sender, row.created_at, route=row.route))
        if row.submitted_at is None:
            continue
        consents += _consents(carer, row)
        for verb, source, target, by, when, said in _steps(carer, row, sender, officers, rng):
            changes.append(
                ApplicationStatusChange(
                    application=row,
                    verb=verb,
                    from_status=source,
                    to_status=target,
                    by=by,
                    words=said,
                    created_at=when,
                )
            )
            audits.append(_audit(words.AUDIT[verb], row, by, when, **{"from": source, "to": target}))
    ApplicationStatusChange.objects.bulk_create(changes, batch_size=500)
    Consent.objects.bulk_create(consents, batch_size=500)
    AuditEvent.objects.bulk_create(audits, batch_size=500)


def _steps(
    carer: Carer, row: Application, sender: User | None, officers: list[User], rng: random.Random
) -> Iterable[tuple[str, str, str, User | None, datetime, str]]:
    yield "submit", "draft", "waiting", sender, row.submitted_at, ""
    if row.status == "approved":
        yield "approve", "waiting", "approved", row.decided_by, row.decided_at, ""
    elif row.status == "refused":
        source = "waiting"
        if row.refusal_reason == "no_evidence":
            asked = row.submitted_at + (row.decided_at - row.submitted_at) / 2
            yield (
                "ask_for_more",
                "waiting",
                "more_needed",
                row.decided_by,
                asked,
                words.request(row.language, rng),
            )
            source = "more_needed"
        yield "refuse", source, "refused", row.decided_by, row.decided_at, row.decision_words
    elif row.status == "more_needed":
        yield (
            "ask_for_more",
            "waiting",
            "more_needed",
            rng.choice(officers),
            carer.changes[0][1],
            words.request(row.language, rng),
        )
    elif row.status == "withdrawn":
        yield "withdraw", "waiting", "withdrawn", sender, carer.changes[0][1], ""


def _consents(carer: Carer, row: Application) -> list[Consent]:
    given = {"terms": True, "information_service": carer.answers.get("information_service", False)}
    given["carers_team"] = carer.answers.get("carers_team", False)
    return [
        Consent(
            application=row, purpose=question.purpose, version=question.version, given=given[question.purpose],
            how=row.assisted_how, noted_by=row.assisted_by, created_at=row.submitted_at - timedelta(minutes=1),
        )
        for question in asked_of(young=carer.young)
    ]  # fmt: skip


def _write_equality_answers(
    carers: list[Carer], applications: list[Application], today: date, rng: random.Random
) -> None:
    """A third answer; nothing leads back to them but the month and the area."""
    sent = [
        row for carer, row in zip(carers, applications, strict=True) if row.submitted_at and not carer.young
    ]
    EqualityAnswer.objects.bulk_create(
        [words.equality_answer(row, today, rng) for row in sent if rng.random() < 0.34]
    )


def _audit(verb: str, row: Any, by: User | None, when: datetime, **details: Any) -> AuditEvent:
    actor = f"user:{by.pk}" if by is not None else "anyone"
    return AuditEvent(verb=verb, actor=actor, subject=subject_of(row), details=details, created_at=when)
