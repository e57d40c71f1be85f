"""Other councils’ schemes whose cards our shops take, each by its published root key (docs/adr/0022)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from passport_site.core.constraints import paired
from passport_site.core.models import BaseModel
from passport_site.core.privacy import Keep
from passport_site.scheme.models import Area, in_language

from .querysets import PartnerQuerySet


class Trouble(models.TextChoices):
    """Why the last try to fetch a scheme’s list failed. The words are for officers, and say what to do."""

    NONE = "", _("No trouble")
    UNREACHABLE = "unreachable", _("Their server did not answer. We try again every 15 minutes.")
    NO_LIST = (
        "no_list",
        _("Their server answered, but not with a list of cards. Check the address with them."),
    )
    NOT_THEIRS = (
        "not_theirs",
        _("The list is not signed by the key that you compared. Call them first."),
    )
    FUTURE = "future", _("Their list says it is from a later time. Their clock or ours is wrong.")
    OLDER = "older", _("They sent an older list than the one we have. We keep ours. Call them if this stays.")


class PartnerScheme(BaseModel):
    """A scheme that we trust: its cards are taken here from `trusted_from` to `trusted_until`, both days included."""

    host = models.CharField(_("address of their card server"), max_length=120, unique=True)
    name_en = models.CharField(_("name in English"), max_length=80)
    name_cy = models.CharField(_("name in Welsh"), max_length=80, blank=True)
    root_key = models.CharField(_("root key"), max_length=44, unique=True)
    """32 bytes, base64. Whoever added it had its fingerprint read to them over the phone."""
    trusted_from = models.DateField(_("first day"))
    trusted_until = models.DateField(_("last day"))
    areas = models.ManyToManyField(
        Area,
        blank=True,
        related_name="+",
        verbose_name=_("areas"),
        help_text=_("Where their cards are taken. Choose none for all areas."),
    )
    suspended_at = models.DateTimeField(null=True, blank=True)
    suspended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    document = models.TextField(blank=True)
    """Their newest trust list, as they sealed it."""
    etag = models.CharField(max_length=120, blank=True)
    sequence = models.PositiveBigIntegerField(null=True)
    issued_at = models.DateTimeField(null=True)
    keys_issued_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=12, blank=True, choices=Trouble.choices, default=Trouble.NONE)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("other scheme")
        verbose_name_plural = _("other schemes")
        ordering = ["name_en"]
        permissions = [("trust_partner", "Can decide which other schemes’ cards are taken")]
        default_permissions = ("view",)
        constraints = [
            paired("suspended", app="partners"),
            models.CheckConstraint(
                condition=Q(trusted_until__gte=F("trusted_from")), name="partners_until_after_from"
            ),
            models.CheckConstraint(condition=~Q(host="") & ~Q(root_key=""), name="partners_host_and_key"),
            models.CheckConstraint(
                condition=Q(document="", sequence__isnull=True, issued_at__isnull=True, keys_issued_at__isnull=True)
                | (~Q(document="") & Q(sequence__isnull=False, issued_at__isnull=False, keys_issued_at__isnull=False)),
                name="partners_list_is_whole",
            ),
        ]  # fmt: skip

    class Privacy:
        append_only = False
        personal = {}
        not_personal = (
            "host", "name_en", "name_cy", "root_key", "trusted_from", "trusted_until", "document", "etag", "trouble",
        )  # fmt: skip
        keep = Keep("as long as uses by their carers are counted")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """In the reader’s language."""
        return in_language(self.name_en, self.name_cy)
