"""Passport, card and issuing key. A passport is the recognition; a card is one thing that shows it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from passport_site.core.constraints import one_of
from passport_site.core.models import AppendOnlyModel, BaseModel
from passport_site.core.privacy import Keep
from passport_site.core.storage import private_storage

from .domain.statuses import CardStatus, PassportStatus
from .querysets import CardQuerySet, PassportQuerySet, PrintBatchQuerySet
from .wallet.models import PassCopy, WalletKind, WalletPass

__all__ = [
    "Card", "CardStatus", "CardStatusChange", "IssuingKey", "KeyStatus", "PassCopy", "Passport", "PassportKind",
    "PassportStatus", "PassportStatusChange", "PrintBatch", "WalletKind", "WalletPass",
]  # fmt: skip


class PassportKind(models.TextChoices):
    """Whose passport it is. Its number in the signed code's flags stands in domain/code.py."""

    ADULT = "adult", _("Adult carer")
    YOUNG = "young", _("Young carer")
    PARENT = "parent", _("Parent carer")
    FORMER = "former", _("Former carer")


class KeyStatus(models.TextChoices):
    READY = "ready", _("Ready")
    ACTIVE = "active", _("Active")
    RETIRED = "retired", _("Retired")
    COMPROMISED = "compromised", _("Compromised")


class Passport(BaseModel):
    """One per carer: who they are to the scheme, and from when until when (the last good day)."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="passports"
    )
    first_name = models.CharField(_("first name"), max_length=80)
    last_name = models.CharField(_("last name"), max_length=80, blank=True)
    date_of_birth = models.DateField(_("date of birth"))
    kind = models.CharField(_("kind"), max_length=8, choices=PassportKind.choices)
    area = models.ForeignKey("scheme.Area", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    photo = models.FileField(_("photo"), storage=private_storage, max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=5, default="en")
    email = models.EmailField(_("e-mail address"), max_length=254, blank=True)
    phone = models.CharField(_("telephone"), max_length=24, blank=True)
    address = models.TextField(_("postal address"), blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=PassportStatus.choices, default=PassportStatus.ACTIVE
    )
    valid_from = models.DateField(_("good from"))
    valid_until = models.DateField(_("good until"))
    discreet = models.BooleanField(_("plain design"), default=False)
    """The carer asked for a card that does not say `carer` in large letters."""
    sandbox = models.BooleanField(default=False, editable=False)
    """Nobody’s: its cards are published for people who build till systems, and work at the sandbox business only."""
    renew_asked_at = models.DateTimeField(_("asked to renew"), null=True, blank=True)
    """The carer said that they still look after someone. Renewing or ending empties it."""

    objects = PassportQuerySet.as_manager()

    class Meta:
        verbose_name = _("passport")
        verbose_name_plural = _("passports")
        permissions = [("manage_card", "Can replace, stop and print cards")]
        indexes = [
            models.Index(fields=["user"], name="cards_passport_user"),
            models.Index(fields=["last_name", "date_of_birth"], name="cards_passport_person"),
            models.Index(fields=["status", "valid_until"], name="cards_passport_live"),
        ]
        constraints = [
            one_of("kind", PassportKind.values, app="cards_passport"),
            one_of("status", PassportStatus.values, app="cards_passport"),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")), name="cards_passport_until_after_from"
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=~Q(status="ended") & Q(user__isnull=False),
                name="cards_one_passport_per_user",
            ),
        ]

    class Privacy:
        append_only = False
        personal = {
            "first_name": "shown on the card and at the till",
            "last_name": "shown on the card",
            "date_of_birth": "young or adult card",
            "photo": "to see that the card is theirs",
            "language": "the language they read",
            "email": "to write to them",
            "phone": "to call them",
            "address": "to post the card",
            "postcode": "area and post",
            "kind": "says that they are a carer",
            "valid_from": "dates of their passport",
            "valid_until": "dates of their passport",
        }
        not_personal = ("status",)
        keep = Keep("1 year after the passport ends", job="cards.passports")

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def name(self) -> str:
        return str(self)

    @property
    def write_to(self) -> str:
        """Where mails go: the account's address, else the one given when applying."""
        return self.user.email if self.user else self.email

    @property
    def reads(self) -> str:
        """The language for mails and letters: the account's, else the one chosen when applying."""
        return self.user.language if self.user else self.language


class Card(BaseModel):
    """Something that shows the passport. A replacement is a new row with a new serial and number."""

    passport = models.ForeignKey(Passport, on_delete=models.CASCADE, related_name="cards")
    number = models.CharField(_("card number"), max_length=9, unique=True)
    """8 Crockford base32 characters and a check character, without the hyphens it is shown with."""
    serial = models.CharField(max_length=16, unique=True)
    """8 random bytes as hex: what the signed code carries. Never shown, not derived from the number."""
    status_index = models.PositiveIntegerField(unique=True)
    """Its bit in the published status list: random, so the list tells nothing about order."""
    key_id = models.PositiveSmallIntegerField()
    status = models.CharField(
        _("status"), max_length=10, choices=CardStatus.choices, default=CardStatus.ACTIVE
    )
    issued_at = models.DateTimeField(_("issued"))
    expires_on = models.DateField(_("good until"))
    printed_at = models.DateTimeField(_("printed"), null=True, blank=True)
    print_asked_at = models.DateTimeField(_("asked for by post"), null=True, blank=True)
    """Waits for the next batch of letters. Whoever takes it into a batch empties it."""
    print_batch = models.ForeignKey(
        "PrintBatch", null=True, blank=True, on_delete=models.SET_NULL, related_name="cards"
    )
    """The letters it was last printed with."""

    objects = CardQuerySet.as_manager()

    class Meta:
        verbose_name = _("card")
        verbose_name_plural = _("cards")
        constraints = [
            one_of("status", CardStatus.values, app="cards_card"),
            models.UniqueConstraint(
                fields=["passport"], condition=Q(status="active"), name="cards_one_active_card"
            ),
            models.CheckConstraint(
                condition=Q(status_index__lt=2**24), name="cards_status_index_three_bytes"
            ),
            models.CheckConstraint(condition=Q(key_id__gte=1, key_id__lte=255), name="cards_key_id_one_byte"),
        ]
        indexes = [
            models.Index(fields=["status", "expires_on"], name="cards_card_live"),
            models.Index(
                fields=["print_asked_at"],
                name="cards_card_to_print",
                condition=Q(print_asked_at__isnull=False),
            ),
        ]

    class Privacy:
        append_only = False
        personal = {
            "number": "stands on the carer's card",
            "serial": "in the carer's code",
            "expires_on": "on the card",
        }
        not_personal = ("status",)
        keep = Keep("with its passport", job="cards.passports")

    def __str__(self) -> str:
        return f"card {self.pk}"


class PrintBatch(BaseModel):
    """Letters that are printed together. Their cards leave the list when it is made, so nobody prints them twice."""

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    letters = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    worked_on_at = models.DateTimeField(null=True, blank=True)
    """The last sign of life of the process that makes the file. Without one for a while, another takes over."""
    finished_at = models.DateTimeField(null=True, blank=True)
    file = models.FileField(storage=private_storage, max_length=120, blank=True)
    """PDFs of letters, zipped. Empty for a small batch, which is one PDF that is not kept, and once it was taken."""

    objects = PrintBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    class Privacy:
        append_only = False
        personal = {"file": "the letters, until they were downloaded, at most 3 days"}
        not_personal = ()
        keep = Keep("1 year; the file 3 days at most", job="cards.print_batches")

    def __str__(self) -> str:
        return f"print batch {self.pk}"


class StatusChange(AppendOnlyModel):
    """One change of a status: what, from, to, by whom, why. The current one is stored on the row as well."""

    verb = models.CharField(max_length=40)
    from_status = models.CharField(max_length=10, blank=True)
    to_status = models.CharField(max_length=10)
    actor = models.CharField(max_length=80, blank=True)
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True
        ordering = ["created_at", "pk"]


class CardStatusChange(StatusChange):
    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="status_changes")

    class Privacy:
        append_only = True
        personal = {"actor": "the number of the account that acted", "why": "may tell of the carer"}
        not_personal = ("verb", "from_status", "to_status")
        keep = Keep("with its card", job="cards.passports")

    def __str__(self) -> str:
        return f"{self.verb} → {self.to_status}"


class PassportStatusChange(StatusChange):
    passport = models.ForeignKey(Passport, on_delete=models.CASCADE, related_name="status_changes")

    class Privacy:
        append_only = True
        personal = {"actor": "the number of the account that acted", "why": "may tell of the carer"}
        not_personal = ("verb", "from_status", "to_status")
        keep = Keep("with its passport", job="cards.passports")

    def __str__(self) -> str:
        return f"{self.verb} → {self.to_status}"


class IssuingKey(BaseModel):
    """The public half of a key that signs cards. The private half is in a file or the environment."""

    key_id = models.PositiveSmallIntegerField(unique=True)
    public_key = models.CharField(max_length=44, unique=True)
    """32 bytes, base64."""
    status = models.CharField(max_length=12, choices=KeyStatus.choices, default=KeyStatus.READY)
    activated_at = models.DateTimeField(null=True, blank=True)
    signs_until = models.DateField(null=True, blank=True)
    verifies_until = models.DateField(null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    compromised_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("status", KeyStatus.values, app="cards_key"),
            models.UniqueConstraint(
                fields=["status"], condition=Q(status="active"), name="cards_one_active_key"
            ),
            models.CheckConstraint(
                condition=Q(key_id__gte=1, key_id__lte=255), name="cards_issuing_key_id_one_byte"
            ),
        ]

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("public_key", "status", "signs_until", "verifies_until")
        keep = Keep("until 30 days after the last card it signed expires")

    def __str__(self) -> str:
        return f"key {self.key_id}"
