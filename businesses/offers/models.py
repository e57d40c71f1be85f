"""What a business gives to carers, to whom, when, and how often."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from passport_site.core.constraints import one_of
from passport_site.core.models import BaseModel
from passport_site.core.privacy import Keep
from passport_site.scheme.models import in_language

from .domain import barcodes
from .querysets import OfferCodeQuerySet, OfferQuerySet


class OfferKind(models.TextChoices):
    PERCENTAGE = "percentage", _("Percentage off")
    AMOUNT = "amount", _("Amount off")
    FREE_PRODUCT = "free_product", _("Something free")
    CONCESSION = "concession", _("Concession price")
    WAIVED_FEE = "waived_fee", _("A fee waived")
    PRIORITY = "priority", _("Priority")
    SPACE = "space", _("A space to sit or talk")


class OfferStatus(models.TextChoices):
    LIVE = "live", _("Live")
    PAUSED = "paused", _("Paused")
    ENDED = "ended", _("Ended")


class Who(models.TextChoices):
    ALL = "all", _("All carers")
    ADULT = "adult", _("Adult carers")
    YOUNG = "young", _("Young carers")


class Companion(models.TextChoices):
    """S12: whether the person cared for has to be there."""

    EITHER = "either", _("Alone or with the person you look after")
    ALONE = "alone", _("When you come alone")
    WITH_PERSON = "with_person", _("When the person you look after is with you")


class LimitKind(models.TextChoices):
    NONE = "none", _("As often as you like")
    DAY = "day", _("Each day")
    WEEK = "week", _("Each week")
    MONTH = "month", _("Each month")
    EVER = "ever", _("Each carer, ever")
    TOTAL = "total", _("All carers together")


class OfflineUse(models.TextChoices):
    """Whether a till without a network may give it (card-format.md). Two tills then do not know of each other."""

    YES = "yes", _("Yes, as often as the limit says")
    ONCE = "once", _("Yes, once for each card and till")
    NO = "no", _("No")


class Tag(models.TextChoices):
    """Things that no young card may be shown or given (quality bar 21)."""

    NONE = "", _("Nothing special")
    ALCOHOL = "alcohol", _("Alcohol")
    GAMBLING = "gambling", _("Gambling")
    VAPING = "vaping", _("Vaping or smoking")
    ADULT_VENUE = "adult_venue", _("A venue for adults")


class How(models.TextChoices):
    """How a carer gets it. A shop that cannot scan our code may be able to scan one of its own."""

    CARD = "card", _("The till checks the card")
    BARCODE = "barcode", _("The carer’s phone shows a till barcode")
    CODE = "code", _("Each carer gets a code for the online shop")


class BarcodeKind(models.TextChoices):
    EAN13 = barcodes.EAN13, _("EAN-13 (13 digits)")
    CODE128 = barcodes.CODE128, _("Code 128 (letters and digits)")


class Offer(BaseModel):
    """One offer of a business, at all its branches."""

    business = models.ForeignKey(
        "members.Business", on_delete=models.CASCADE, related_name="offers", verbose_name=_("business")
    )
    title_en = models.CharField(_("title in English"), max_length=90)
    title_cy = models.CharField(_("title in Welsh"), max_length=90, blank=True)
    terms_en = models.TextField(_("terms in English"), max_length=600, blank=True)
    terms_cy = models.TextField(_("terms in Welsh"), max_length=600, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=OfferKind.choices)
    value = models.PositiveIntegerField(
        _("value"),
        null=True,
        blank=True,
        help_text=_("Percent for a percentage, pence for an amount or a price."),
    )
    who = models.CharField(_("for whom"), max_length=6, choices=Who.choices, default=Who.ALL)
    visitors = models.BooleanField(
        _("visitors welcome"),
        default=False,
        help_text=_(
            "Carers with a card of another council’s scheme may use it too, where we trust that scheme."
        ),
    )
    companion = models.CharField(
        _("alone or together"), max_length=12, choices=Companion.choices, default=Companion.EITHER
    )
    limit_kind = models.CharField(
        _("how often"), max_length=6, choices=LimitKind.choices, default=LimitKind.NONE
    )
    limit_count = models.PositiveIntegerField(_("how many"), default=1, validators=[MinValueValidator(1)])
    offline = models.CharField(
        _("when the till has no connection"),
        max_length=4,
        choices=OfflineUse.choices,
        default=OfflineUse.ONCE,
        help_text=_(
            "A till without a connection cannot see what other tills gave. Choose “No” for what is worth a lot."
        ),
    )
    tag = models.CharField(
        _("adults only because of"), max_length=12, choices=Tag.choices, blank=True, default=Tag.NONE
    )
    how = models.CharField(_("how carers get it"), max_length=8, choices=How.choices, default=How.CARD)
    barcode = models.CharField(
        _("till barcode"),
        max_length=barcodes.LONGEST,
        blank=True,
        help_text=_("What your till reads as this offer. The same for every carer."),
    )
    barcode_kind = models.CharField(
        _("kind of barcode"), max_length=8, choices=BarcodeKind.choices, blank=True
    )
    low_told_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When the business was told that its codes run low; empty again when it has added enough."""
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=8, choices=OfferStatus.choices, default=OfferStatus.LIVE
    )

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        ordering = ["pk"]
        indexes = [models.Index(fields=["business", "status"], name="offers_of_business")]
        constraints = [
            one_of("kind", OfferKind.values, app="offers"),
            one_of("status", OfferStatus.values, app="offers"),
            one_of("who", Who.values, app="offers"),
            one_of("limit_kind", LimitKind.values, app="offers"),
            one_of("offline", OfflineUse.values, app="offers"),
            one_of("how", How.values, app="offers"),
            models.CheckConstraint(
                condition=~Q(how="barcode") | (~Q(barcode="") & Q(barcode_kind__in=BarcodeKind.values)),
                name="offers_barcode_with_kind",
            ),
            models.CheckConstraint(
                condition=~Q(how="code") | ~Q(limit_kind="none"), name="offers_codes_have_a_limit"
            ),
            models.CheckConstraint(condition=Q(limit_count__gte=1), name="offers_limit_at_least_one"),
            models.CheckConstraint(
                condition=~Q(kind="percentage") | Q(value__gte=1, value__lte=100),
                name="offers_percentage_1_to_100",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="offers_ends_after_start",
            ),
        ]

    class Privacy:
        append_only = False
        personal = {}
        not_personal = (
            "title_en", "title_cy", "terms_en", "terms_cy", "kind", "who", "companion", "limit_kind", "offline", "tag",
            "starts_on", "ends_on", "status", "how", "barcode", "barcode_kind",
        )  # fmt: skip
        keep = Keep("as long as its redemptions are counted")

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return in_language(self.title_en, self.title_cy)

    @property
    def terms(self) -> str:
        return in_language(self.terms_en, self.terms_cy)

    def clean(self) -> None:
        if self.kind == OfferKind.PERCENTAGE and not 1 <= (self.value or 0) <= 100:
            raise ValidationError({"value": _("Enter the percentage, from 1 to 100")})
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day must be after the first day")})
        if self.tag and self.who == Who.YOUNG:
            raise ValidationError({"tag": _("An adults-only offer cannot be for young carers")})
        self._clean_how()

    def _clean_how(self) -> None:
        """A barcode that tills can read; codes for which there is a limit, or one carer could take all of them."""
        if self.how == How.CODE and self.limit_kind == LimitKind.NONE:
            raise ValidationError({"limit_kind": _("Say how often each carer may have a code")})
        if self.barcode and self.barcode_kind:
            self.barcode = barcodes.tidy(self.barcode_kind, self.barcode)
            problem = barcodes.problem(self.barcode_kind, self.barcode)
            if problem:
                raise ValidationError({"barcode": problem})
        elif self.how == How.BARCODE:
            missing = "barcode_kind" if self.barcode else "barcode"
            raise ValidationError({missing: _("Enter the barcode and say of which kind it is")})


class CodeState(models.TextChoices):
    FREE = "free", _("Free")
    GIVEN = "given", _("Given to a carer")
    BACK = "back", _("Given back, not used as the carer says")
    SPENT = "spent", _("Taken out")


class OfferCode(BaseModel):
    """One code of the online shop. Whoever has it can use it there, so it is given to one carer only.

    `round` goes up when the business says that a code which was given back is unused. The use that it was given to is
    in `redemptions.CodeGiven`, whose key (code, round) keeps it from being given twice (ADR 0017).
    """

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="codes")
    code = models.CharField(max_length=60)
    state = models.CharField(max_length=8, choices=CodeState.choices, default=CodeState.FREE)
    round = models.PositiveSmallIntegerField(default=1)

    objects = OfferCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("code for an online shop")
        verbose_name_plural = _("codes for an online shop")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["offer", "state", "id"], name="offers_code_state"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["offer", "code"], name="offers_code_once"),
            models.CheckConstraint(condition=~Q(code=""), name="offers_code_not_empty"),
            one_of("state", CodeState.values, app="offers_code"),
        ]

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("code", "state")
        keep = Keep("as long as its offer")

    def __str__(self) -> str:
        return f"code {self.pk} of offer {self.offer_id}"
