"""A request for a passport, and what became of it. What is kept beside it: records.py, evidence_code.py."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from passport_site.core.constraints import one_of, paired
from passport_site.core.crypto import EncryptedTextField
from passport_site.core.models import BaseModel
from passport_site.core.privacy import Keep
from passport_site.core.storage import private_storage

from . import choices
from .domain import ages, statuses
from .evidence_code import EvidenceCode as EvidenceCode
from .querysets import ApplicationQuerySet
from .records import ApplicationStatusChange as ApplicationStatusChange
from .records import Consent as Consent
from .records import EqualityAnswer as EqualityAnswer
from .records import Evidence as Evidence


def new_draft_key() -> str:
    """192 random bits. The session of the device that fills in the draft holds it; no address or mail
    ever does.
    """
    return secrets.token_urlsafe(24)


class Application(BaseModel):
    """One row from the first answer on: the draft is this row too, so nothing is lost by a time-out."""

    reference = models.CharField(_("reference"), max_length=12, unique=True)
    status = models.CharField(
        _("status"), max_length=12, choices=choices.ApplicationStatus.choices, default=statuses.DRAFT
    )
    route = models.CharField(
        _("filled in by"), max_length=12, choices=choices.Route.choices, default=choices.Route.SELF
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="applications",
    )
    language = models.CharField(_("language"), max_length=5, default="en")
    changed_at = models.DateTimeField(auto_now=True)
    steps_done = models.JSONField(default=list, blank=True)
    """Names of the questions that have been answered; where to go on is derived from it."""
    draft_key = models.CharField(max_length=43, default=new_draft_key, unique=True, editable=False)
    resume_code_hash = models.CharField(max_length=64, blank=True, db_index=True)
    """Of the short code with which a person without e-mail goes on elsewhere, together with the date of
    birth.
    """
    saved_for = models.EmailField(max_length=254, blank=True, db_index=True)
    """Whoever signs in with this address finds the draft. Nothing is attached before they have proved it
    is theirs.
    """
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="applications_for_others",
    )
    """The guardian or professional who fills it in for a young carer; `user` is always the carer."""

    assisted_how = models.CharField(
        _("by phone or at a desk"), max_length=6, choices=choices.AssistedHow.choices, blank=True
    )
    """Set when an officer fills it in for somebody who calls or stands at the desk (ADR 0013)."""
    assisted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """The officer who sent it, or began it while it is not sent. Somebody else says yes."""
    paper_seen = models.TextField(max_length=400, blank=True)
    """What the carer showed at the desk, in the officer's words: evidence without a copy."""

    # The carer
    first_name = models.CharField(_("first name"), max_length=80, blank=True)
    last_name = models.CharField(_("last name"), max_length=80, blank=True)
    date_of_birth = models.DateField(_("date of birth"), null=True, blank=True)
    email = models.EmailField(_("e-mail address"), max_length=254, blank=True)
    no_email = models.BooleanField(_("has no e-mail"), default=False)
    confirmed_email = models.EmailField(max_length=254, blank=True)
    """The address that whoever fills it in has proved by a code: the carer's, or the adult's (ADR 0012)."""
    phone = models.CharField(_("telephone"), max_length=24, blank=True)
    address = models.TextField(_("postal address"), max_length=400, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    area = models.ForeignKey("scheme.Area", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    # Whom they look after. Never the condition unless they want to tell us.
    relationship = models.CharField(max_length=14, choices=choices.Relationship.choices, blank=True)
    cared_for_age = models.CharField(max_length=6, choices=choices.AgeBand.choices, blank=True)
    cared_for_lives = models.CharField(max_length=10, choices=choices.LivesWhere.choices, blank=True)
    cared_for_postcode = models.CharField(max_length=8, blank=True)
    condition = EncryptedTextField(max_length=1000, blank=True)
    hours = models.CharField(max_length=8, choices=choices.HoursBand.choices, blank=True)
    since = models.CharField(max_length=4, choices=choices.SinceBand.choices, blank=True)
    outside_area = models.BooleanField(default=False)
    """By the scheme's rule nobody lives in the area, and the carer thinks we are wrong. The assessor
    decides.
    """

    # What they show us
    photo_way = models.CharField(max_length=8, choices=choices.PhotoWay.choices, blank=True)
    photo = models.FileField(storage=private_storage, max_length=120, blank=True)
    discreet = models.BooleanField(_("plain design"), default=False)
    """A young carer who wants a card that does not say so in large letters."""
    evidence_kind = models.CharField(max_length=14, blank=True)
    evidence_code = models.CharField(max_length=40, blank=True)
    evidence_words = models.TextField(max_length=1000, blank=True)
    evidence_by_post = models.BooleanField(default=False)
    heard_from = models.CharField(max_length=14, choices=choices.HeardFrom.choices, blank=True)
    by_post = models.BooleanField(default=False)
    by_email = models.BooleanField(default=False)
    by_text = models.BooleanField(default=False)

    # Under 18: the adult who takes part
    guardian_name = models.CharField(max_length=120, blank=True)
    guardian_email = models.EmailField(max_length=254, blank=True)
    guardian_relationship = models.CharField(max_length=60, blank=True)
    guardian_token_hash = models.CharField(max_length=64, blank=True, db_index=True)
    guardian_token_expires = models.DateTimeField(null=True, blank=True)
    guardian_agreed_on = models.DateTimeField(null=True, blank=True)

    submitted_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    refusal_reason = models.CharField(max_length=14, choices=choices.RefusalReason.choices, blank=True)
    decision_words = models.TextField(max_length=2000, blank=True)
    evidence_removed_at = models.DateTimeField(null=True, blank=True)
    passport = models.OneToOneField(
        "cards.Passport", null=True, blank=True, on_delete=models.SET_NULL, related_name="application"
    )

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        permissions = [
            ("decide_application", "Can approve, refuse and ask for more"),
            ("view_evidence", "Can open photos and evidence"),
            ("assist_application", "Can fill in an application for somebody who calls or comes to a desk"),
        ]
        indexes = [
            models.Index(fields=["status", "due_on"], name="applications_queue"),
            models.Index(fields=["last_name", "date_of_birth"], name="applications_person"),
            models.Index(fields=["submitted_at"], name="applications_submitted"),
        ]
        constraints = [
            one_of("status", choices.ApplicationStatus.values, app="applications"),
            paired("decided", app="applications"),
            models.CheckConstraint(
                condition=Q(status__in=statuses.DECIDED, decided_at__isnull=False)
                | (~Q(status__in=statuses.DECIDED) & Q(decided_at__isnull=True)),
                name="applications_decided_by_status",
            ),
            models.CheckConstraint(
                condition=(Q(status="refused") & ~Q(refusal_reason=""))
                | (~Q(status="refused") & Q(refusal_reason="")),
                name="applications_refused_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "withdrawn"]) | Q(submitted_at__isnull=False),
                name="applications_submitted_when_not_draft",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "withdrawn"])
                | ~Q(route="self")
                | Q(email="")
                | Q(email=F("confirmed_email")),
                name="applications_sent_from_a_proved_address",
            ),
            models.CheckConstraint(
                condition=Q(assisted_how="", assisted_by=None)
                | (~Q(assisted_how="") & Q(assisted_by__isnull=False)),
                name="applications_assisted_names_officer",
            ),
            models.CheckConstraint(
                condition=~Q(status="approved") | Q(assisted_by=None) | ~Q(decided_by=F("assisted_by")),
                name="applications_four_eyes",
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(status__in=statuses.OPEN, user__isnull=False),
                name="applications_one_open_per_user",
            ),
        ]

    class Privacy:
        append_only = False
        personal = {
            "first_name": "on the card", "last_name": "on the card", "date_of_birth": "young or adult card",
            "email": "to write to them", "confirmed_email": "that it is theirs", "phone": "to call them",
            "address": "to post the card",
            "postcode": "whether they live in the area", "relationship": "that they look after someone",
            "cared_for_age": "that they look after someone", "cared_for_lives": "territory rule",
            "cared_for_postcode": "territory rule", "condition": "only if they want to tell us (encrypted)",
            "hours": "planning of services", "since": "planning of services", "photo": "on the card",
            "evidence_kind": "the check", "evidence_code": "the check", "evidence_words": "the check",
            "heard_from": "planning of publicity", "guardian_name": "consent for under 18",
            "guardian_email": "to ask the adult", "guardian_relationship": "consent for under 18",
            "language": "the language they read", "decision_words": "what we told them",
            "refusal_reason": "what we told them", "photo_way": "how the photo comes",
            "saved_for": "to find the draft on another device", "paper_seen": "the check",
        }  # fmt: skip
        not_personal = (
            "reference",
            "status",
            "route",
            "assisted_how",
            "steps_done",
            "guardian_token_hash",
            "due_on",
            "draft_key",
            "resume_code_hash",
        )
        keep = Keep(
            "drafts 90 days; evidence 30 days after the decision; "
            "the rest 1 year after the decision or with the passport",
            job="applications.applications",
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def for_someone_else(self) -> bool:
        """Whether an adult fills it in for a young carer: pages then say “they”."""
        return self.route in (choices.Route.GUARDIAN, choices.Route.PROFESSIONAL)

    @property
    def is_assisted(self) -> bool:
        """Whether an officer fills it in: then no code can prove an address in the middle of a call."""
        return bool(self.assisted_how) or self.route == choices.Route.ASSISTED

    @property
    def write_to(self) -> str:
        """Where our mails about it go: the carer's own address, else the adult's."""
        return self.email or self.guardian_email

    @property
    def adult_is(self) -> str:
        """Who the adult is to the young carer, in words: one of the choices, or what a professional wrote."""
        return str(dict(choices.AdultIs.choices).get(self.guardian_relationship, self.guardian_relationship))

    def is_young_on(self, day, adult_age: int) -> bool:
        """Under 18 on that day (with the scheme's age). False while the date of birth is not known."""
        return self.date_of_birth is not None and ages.age_on(self.date_of_birth, day) < adult_age
