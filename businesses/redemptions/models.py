"""Every look at a code, and every use of an offer. Rows are only ever added (architecture.md)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from passport_site.core.constraints import one_of
from passport_site.core.models import AppendOnlyModel
from passport_site.core.privacy import Keep

from .alarms import GuessAlarm as GuessAlarm  # a model of this room in a file of its own
from .domain.offline import DUPLICATE, Offline


class ScanWay(models.TextChoices):
    CAMERA = "camera", _("QR code")
    TYPED = "typed", _("Typed number")
    SELF = "self", _("The carer’s own phone")


class ScanPurpose(models.TextChoices):
    CHECK = "check", _("Check")
    REDEEM = "redeem", _("Use of an offer")


class Scan(AppendOnlyModel):
    """One look at a code, refused ones too. `created_at`: when it reached us; `scanned_at`: when it was."""

    device = models.ForeignKey(
        "members.Device", null=True, on_delete=models.SET_NULL, related_name="scans", db_index=False
    )
    """None for a stranger's phone. Found by the index of device and time."""
    branch = models.ForeignKey("members.Branch", null=True, on_delete=models.SET_NULL, related_name="+")
    card = models.ForeignKey("cards.Card", null=True, on_delete=models.SET_NULL, related_name="+")
    offer = models.ForeignKey(
        "offers.Offer", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    purpose = models.CharField(max_length=8, choices=ScanPurpose.choices)
    way = models.CharField(max_length=8, choices=ScanWay.choices, default=ScanWay.CAMERA)
    accepted = models.BooleanField()
    reason = models.CharField(max_length=32, blank=True)
    """Why it was refused: a code of domain/decide.py or of cards.public. Empty exactly when accepted."""
    live = models.BooleanField(default=False)
    """The code was a live one, minted within ten minutes."""
    scanned_at = models.DateTimeField()
    idempotency_key = models.CharField(max_length=80, blank=True)
    body_hash = models.CharField(max_length=64, blank=True)
    offline = models.BooleanField(default=False)
    """Made by a till without a network, and uploaded afterwards (docs/till-api.md)."""
    sequence = models.PositiveIntegerField(null=True)
    """The device's own running number of an offline scan. A number that is missing tells of a lost scan."""
    device_accepted = models.BooleanField(null=True)
    """What the till told the cashier then. `accepted` is what we found when it reached us."""
    winner = models.ForeignKey(
        "redemptions.Redemption",
        null=True,
        on_delete=models.PROTECT,
        related_name="duplicates",
        db_index=False,
    )
    """The use that counted, where this one came second."""
    visiting = models.ForeignKey(
        "partners.PartnerScheme", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    """The other scheme that the card is of. Which card it was is not kept."""
    staff = models.CharField(max_length=12, blank=True)
    """The initials that the cashier chose."""

    class Meta:
        indexes = [
            models.Index(fields=["device", "-created_at"], name="redemptions_scan_device"),
            models.Index(
                fields=["offer"], condition=Q(offer__isnull=False), name="redemptions_scan_offer"
            ),  # most scans are checks, which have none
            models.Index(
                fields=["branch", "-created_at"],
                condition=Q(offline=True, accepted=False, device_accepted=True),
                name="redemptions_not_counted",
            ),
        ]
        constraints = [
            one_of("purpose", ScanPurpose.values, app="redemptions_scan"),
            models.CheckConstraint(
                condition=Q(accepted=True, reason="") | (Q(accepted=False) & ~Q(reason="")),
                name="redemptions_refused_with_reason",
            ),
            models.UniqueConstraint(
                fields=["device", "idempotency_key"],
                condition=~Q(idempotency_key=""),
                name="redemptions_one_answer_per_key",
            ),
            models.UniqueConstraint(
                fields=["device", "sequence"],
                condition=Q(sequence__isnull=False),
                name="redemptions_sequence_once",
            ),
            models.CheckConstraint(
                condition=Q(offline=True, device_accepted__isnull=False)
                | Q(offline=False, device_accepted__isnull=True, sequence__isnull=True),
                name="redemptions_offline_facts",
            ),
            models.CheckConstraint(
                condition=Q(offline=True) | ~Q(reason__in=Offline.values), name="redemptions_offline_reasons"
            ),
            models.CheckConstraint(
                condition=Q(winner__isnull=True) | Q(reason=DUPLICATE), name="redemptions_winner_of_duplicate"
            ),
            models.CheckConstraint(
                condition=Q(sequence__isnull=True) | Q(sequence__gte=1), name="redemptions_sequence_from_one"
            ),
            models.UniqueConstraint(
                fields=["card", "idempotency_key"],
                condition=Q(way="self") & ~Q(idempotency_key=""),
                name="redemptions_one_answer_per_own_key",
            ),
        ]

    class Privacy:
        append_only = True
        personal = {"card": "which card was shown where", "staff": "initials of who served"}
        not_personal = ("purpose", "way", "reason", "idempotency_key", "body_hash")
        keep = Keep("13 months with the card, then without it", job="redemptions.unlink")

    def __str__(self) -> str:
        return f"{self.purpose} {self.reason or 'accepted'}"


class Redemption(AppendOnlyModel):
    """One use of an offer. The limit is a key: (passport, offer, period, slot) is unique, so that it holds.

    `slot` numbers the uses of one passport in one period from 1, voided ones included; a use is allowed while
    `slot <= limit + voids`, so taking one back frees one. The passport and not the card is in the key: a
    replaced card brings no new uses (ADR 0004). `total_slot` does the same for a limit over all carers.
    """

    scan = models.OneToOneField(Scan, on_delete=models.PROTECT, related_name="redemption")
    offer = models.ForeignKey(
        "offers.Offer", on_delete=models.PROTECT, related_name="redemptions", db_index=False
    )
    """Found by the index of offer and day; a passport by its limits."""
    branch = models.ForeignKey("members.Branch", on_delete=models.PROTECT, related_name="redemptions")
    passport = models.ForeignKey(
        "cards.Passport", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    holder_key = models.CharField(max_length=32, blank=True)
    """Set when the passport is taken off the use of a once-"ever" offer, so that it goes on counting: a keyed
    hash of passport and offer (`domain.pseudonym`). Without the key it leads to nobody, and no
    two offers can be matched by it. For a card of another scheme, which has no passport here, a keyed hash of the
    card and this business, from the start."""
    visiting = models.ForeignKey(
        "partners.PartnerScheme", null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The other scheme whose carer it was, for the monthly counts."""
    kind = models.CharField(max_length=8)
    """The passport's kind at the time, so that figures survive the link."""
    area = models.ForeignKey("scheme.Area", null=True, on_delete=models.PROTECT, related_name="+")
    """The branch's area at the time."""
    day = models.DateField(db_index=True)
    """The local day of the use (Europe/London)."""
    redeemed_at = models.DateTimeField()
    period_key = models.CharField(max_length=12, blank=True)
    slot = models.PositiveIntegerField(null=True)
    total_slot = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["offer", "day"], name="redemptions_offer_day"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["passport", "offer", "period_key", "slot"], name="redemptions_limit_is_a_key"
            ),
            models.UniqueConstraint(fields=["offer", "total_slot"], name="redemptions_total_is_a_key"),
            models.UniqueConstraint(
                fields=["holder_key", "offer", "period_key", "slot"],
                condition=~Q(holder_key=""),
                name="redemptions_limit_of_holder_is_a_key",
            ),
            models.CheckConstraint(
                condition=Q(visiting__isnull=True) | Q(passport__isnull=True),
                name="redemptions_visitor_has_no_passport",
            ),
            models.CheckConstraint(
                condition=Q(slot__isnull=True, period_key="") | (Q(slot__gte=1) & ~Q(period_key="")),
                name="redemptions_slot_with_period",
            ),
        ]

    class Privacy:
        append_only = True
        personal = {
            "passport": "who used it",
            "holder_key": "that the same carer used it once, without who",
            "redeemed_at": "when they were there",
            "day": "when they were there",
        }
        not_personal = ("kind", "period_key")
        keep = Keep(
            "13 months with the passport or a visitor’s hash, then without it; once-ever uses with a keyed hash",
            job="redemptions.unlink",
        )

    def __str__(self) -> str:
        return f"redemption {self.pk}"


class RedemptionVoid(AppendOnlyModel):
    """A use taken back within ten minutes, as a new row beside it."""

    redemption = models.OneToOneField(Redemption, on_delete=models.PROTECT, related_name="void")
    device = models.ForeignKey("members.Device", null=True, on_delete=models.SET_NULL, related_name="+")

    class Privacy:
        append_only = True
        personal = {}
        not_personal = ()
        keep = Keep("with its redemption")

    def __str__(self) -> str:
        return f"void of {self.redemption_id}"


class CodeGiven(AppendOnlyModel):
    """The code of an online shop that a use brought. (code, round) is unique: no code is given twice (ADR 0017)."""

    code = models.ForeignKey("offers.OfferCode", on_delete=models.PROTECT, related_name="given")
    round = models.PositiveSmallIntegerField()
    redemption = models.OneToOneField(Redemption, on_delete=models.PROTECT, related_name="code_given")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "round"], name="redemptions_code_is_given_once"),
        ]

    class Privacy:
        append_only = True
        personal = {}
        not_personal = ()
        keep = Keep("with its redemption, which loses the passport after 13 months")

    def __str__(self) -> str:
        return f"code {self.code_id} for use {self.redemption_id}"
