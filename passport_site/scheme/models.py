"""The scheme that this deployment runs: its names, look, rules, phone numbers, and the areas it covers."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable

from passport_site.core.constraints import one_of
from passport_site.core.privacy import Keep

from .admin import edit_handler as scheme_edit_handler
from .domain import contrast_ratio, normalise_sector

hex_colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Enter a colour as # and six digits, like #0f4a4f"))


def in_language(english: str, welsh: str, language: str | None = None) -> str:
    """The text in that language, or the reader's; English when there is no Welsh."""
    return welsh if welsh and (language or get_language() or "en").startswith("cy") else english


class Territory(models.TextChoices):
    """Who belongs to the scheme, by where somebody lives (S5: Hackney counts the person cared for)."""

    CARER = "carer", _("The carer lives in our area")
    CARED_FOR = "cared_for", _("The person they look after lives in our area")
    EITHER = "either", _("Either of them lives in our area")


class EvidenceKind(models.TextChoices):
    """What a carer may show to prove that they look after someone. The scheme chooses which of these it takes."""

    BENEFIT = "benefit", _("A letter about a benefit, like Carer’s Allowance")
    PROFESSIONAL = "professional", _("A note from a professional or a carers’ centre")
    CODE = "code", _("A code from my GP practice or school")
    DECLARATION = "declaration", _("I say so myself, and we may check")


@register_setting(icon="cog")
class Scheme(ClusterableModel, BaseGenericSetting):
    """One row: the scheme. Read it with `Scheme.load()`; pages get it as `scheme` from the context processor."""

    name_en = models.CharField(_("name in English"), max_length=80, default="Carer Passport")
    name_cy = models.CharField(_("name in Welsh"), max_length=80, default="Pasbort Gofalwyr")
    council_en = models.CharField(_("council in English"), max_length=80, blank=True)
    council_cy = models.CharField(_("council in Welsh"), max_length=80, blank=True)
    logo = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
    )
    main_colour = models.CharField(_("main colour"), max_length=7, default="#0f4a4f", validators=[hex_colour])
    accent_colour = models.CharField(
        _("accent colour"), max_length=7, default="#f6b02c", validators=[hex_colour]
    )

    territory = models.CharField(
        _("who can join"), max_length=12, choices=Territory.choices, default=Territory.EITHER
    )
    validity_months = models.PositiveSmallIntegerField(
        _("months a passport is good for"),
        default=24,
        validators=[MinValueValidator(3), MaxValueValidator(60)],
    )
    evidence_kinds = models.JSONField(_("evidence we take"), default=list, blank=True)
    adult_age = models.PositiveSmallIntegerField(_("age of the adult card"), default=18)
    alone_age = models.PositiveSmallIntegerField(
        _("youngest age to apply without an adult starting it"),
        default=14,
        validators=[MinValueValidator(10), MaxValueValidator(18)],
    )
    youngest_age = models.PositiveSmallIntegerField(_("youngest age for a young card"), default=8)
    decision_days = models.PositiveSmallIntegerField(_("working days we aim to answer in"), default=10)

    phone = models.CharField(_("phone for questions"), max_length=24, blank=True)
    emergency_phone = models.CharField(_("24-hour phone"), max_length=24, blank=True)
    email = models.EmailField(_("e-mail for questions"), blank=True)
    post_address_en = models.TextField(_("postal address, in English"), blank=True)
    post_address_cy = models.TextField(_("postal address, in Welsh"), blank=True)
    elsewhere_en = models.TextField(_("where to turn outside our area, in English"), blank=True)
    elsewhere_cy = models.TextField(_("where to turn outside our area, in Welsh"), blank=True)

    till_shows_photo = models.BooleanField(_("tills see the photo"), default=True)

    edit_handler = scheme_edit_handler

    class Meta:
        verbose_name = _("scheme")
        constraints = [one_of("territory", Territory.values, app="scheme")]

    class Privacy:
        append_only = False
        personal = {}
        not_personal = (
            "name_en", "name_cy", "council_en", "council_cy", "main_colour", "accent_colour", "territory", "evidence_kinds",
            "phone", "emergency_phone", "email", "post_address_en", "post_address_cy", "elsewhere_en", "elsewhere_cy",
        )  # fmt: skip
        keep = Keep("as long as the scheme runs")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.name_en, self.name_cy)

    @property
    def council_name(self) -> str:
        return in_language(self.council_en, self.council_cy)

    @property
    def post_address(self) -> str:
        return in_language(self.post_address_en, self.post_address_cy)

    @property
    def elsewhere(self) -> str:
        return in_language(self.elsewhere_en, self.elsewhere_cy)

    @property
    def evidence_choices(self) -> list[tuple[str, str]]:
        """The scheme's menu of evidence; everything when nothing was chosen."""
        return [
            choice
            for choice in EvidenceKind.choices
            if not self.evidence_kinds or choice[0] in self.evidence_kinds
        ]

    def clean(self) -> None:
        """Colours must be readable: the main one under white text, the accent under ink (WCAG 1.4.3 and 1.4.11)."""
        problems: dict[str, str] = {}
        if not hex_colour.regex.match(self.main_colour) or not hex_colour.regex.match(self.accent_colour):
            return
        if contrast_ratio(self.main_colour, "#ffffff") < 7:
            problems["main_colour"] = _("White text on this colour is hard to read. Choose a darker one.")
        if contrast_ratio(self.accent_colour, "#1d1a1f") < 4.5:
            problems["accent_colour"] = _("Dark text on this colour is hard to read. Choose a lighter one.")
        if self.youngest_age > self.alone_age or self.alone_age > self.adult_age:
            problems["alone_age"] = _("Ages must rise: youngest, then applying alone, then adult.")
        if problems:
            raise ValidationError(problems)


class Area(ClusterableModel):
    """A part of the territory that offers and figures are grouped by."""

    slug = models.SlugField(_("short name for addresses"), unique=True)
    name_en = models.CharField(_("name in English"), max_length=60)
    name_cy = models.CharField(_("name in Welsh"), max_length=60)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["position", "name_en"]

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("slug", "name_en", "name_cy")
        keep = Keep("as long as the scheme runs")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.name_en, self.name_cy)


class PostcodeSector(Orderable):
    """One postcode sector, such as `AJ1 2`, that belongs to an area. Decides whether an address is in the territory."""

    area = ParentalKey(Area, on_delete=models.CASCADE, related_name="sectors")
    sector = models.CharField(_("postcode sector"), max_length=6, unique=True, help_text=_("Like AJ1 2"))

    class Meta(Orderable.Meta):
        verbose_name = _("postcode sector")
        verbose_name_plural = _("postcode sectors")

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("sector",)
        keep = Keep("as long as the scheme runs")

    def __str__(self) -> str:
        return self.sector

    def clean(self) -> None:
        sector = normalise_sector(self.sector or "")
        if sector is None:
            raise ValidationError({"sector": _("Enter a postcode sector, like AJ1 2")})
        self.sector = sector
