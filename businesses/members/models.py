"""Businesses that take part, their branches, their people, and the devices at their tills."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from passport_site.core.constraints import one_of, paired
from passport_site.core.models import BaseModel
from passport_site.core.privacy import Keep
from passport_site.scheme.models import in_language

from .api_key import ApiKey as ApiKey  # a model of this room in a file of its own
from .domain.staff import StaffMode
from .querysets import BusinessQuerySet, DeviceQuerySet
from .staff_member import StaffMember as StaffMember  # as above

web_address = URLValidator(schemes=["http", "https"])


class Category(models.Model):
    """What kind of place it is, for the directory and the figures."""

    slug = models.SlugField(unique=True)
    name_en = models.CharField(_("name in English"), max_length=60)
    name_cy = models.CharField(_("name in Welsh"), max_length=60)
    icon = models.CharField(max_length=20, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["position", "name_en"]

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("slug", "name_en", "name_cy", "icon")
        keep = Keep("as long as the scheme runs")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.name_en, self.name_cy)


class BusinessStatus(models.TextChoices):
    ACTIVE = "active", _("Taking part")
    PAUSED = "paused", _("Paused")
    LEFT = "left", _("Left the scheme")


class Business(ClusterableModel):
    """A shop, club, trade or council service that gives something to carers."""

    created_at = models.DateTimeField(auto_now_add=True)
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("short name for addresses"), max_length=80, unique=True)
    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, related_name="businesses", verbose_name=_("category")
    )
    status = models.CharField(
        _("status"), max_length=8, choices=BusinessStatus.choices, default=BusinessStatus.ACTIVE
    )
    shop_word = models.CharField(
        _("chosen word"),
        max_length=24,
        blank=True,
        help_text=_("Shown on the shop’s own tills only. A fake page cannot know it."),
    )
    staff_mode = models.CharField(
        _("who serves"), max_length=8, choices=StaffMode.choices, default=StaffMode.NONE
    )
    """Whether its tills ask who records a use."""
    sandbox = models.BooleanField(default=False, editable=False)
    """The shop for people who build till systems. It knows the published test cards only, and no figure counts it."""
    website = models.URLField(_("website"), blank=True, validators=[web_address])
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=24, blank=True)

    objects = BusinessQuerySet.as_manager()

    class Meta:
        verbose_name = _("business")
        verbose_name_plural = _("businesses")
        ordering = ["name"]
        permissions = [("enrol_device", "Can enrol and revoke till devices")]
        constraints = [
            one_of("status", BusinessStatus.values, app="members_business"),
            one_of("staff_mode", StaffMode.values, app="members_business"),
            models.UniqueConstraint(
                fields=["sandbox"], condition=models.Q(sandbox=True), name="members_one_sandbox"
            ),
        ]

    class Privacy:
        append_only = False
        personal = {"email": "may be a person's address", "phone": "may be a person's number"}
        not_personal = ("name", "slug", "status", "shop_word", "staff_mode", "website")
        keep = Keep(
            "e-mail and telephone until it leaves; its name as long as its uses are counted",
            job="members.businesses",
        )

    def __str__(self) -> str:
        return self.name


class Branch(BaseModel):
    """One place of a business. A business always has at least one."""

    business = ParentalKey(Business, on_delete=models.CASCADE, related_name="branches")
    name = models.CharField(_("name"), max_length=80)
    area = models.ForeignKey(
        "scheme.Area", on_delete=models.PROTECT, related_name="+", verbose_name=_("area")
    )
    town = models.CharField(_("town"), max_length=60, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    phone = models.CharField(_("telephone"), max_length=24, blank=True)

    class Meta:
        verbose_name = _("branch")
        verbose_name_plural = _("branches")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["business", "name"], name="members_branch_name_once")]

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("name", "town", "address", "postcode", "phone")
        keep = Keep("with its business")

    def __str__(self) -> str:
        return self.name


class TeamRole(models.TextChoices):
    OWNER = "owner", _("Owner")
    STAFF = "staff", _("Till staff")


class TeamMember(BaseModel):
    """A person who works with us for a business."""

    business = models.ForeignKey(Business, on_delete=models.CASCADE, related_name="team")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="team_memberships"
    )
    role = models.CharField(max_length=8, choices=TeamRole.choices, default=TeamRole.STAFF)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "user"], name="members_team_once"),
            one_of("role", TeamRole.values, app="members_team"),
        ]

    class Privacy:
        append_only = False
        personal = {"role": "what they may do for the business"}
        not_personal = ()
        keep = Keep("until they leave the business or close their account")

    def __str__(self) -> str:
        return f"team member {self.pk}"


class Enrolment(BaseModel):
    """An invitation for one till device: a link or QR with a one-time token. Only the hash is stored."""

    branch = models.ForeignKey(Branch, on_delete=models.CASCADE, related_name="enrolments")
    name = models.CharField(_("device name"), max_length=60)
    token_hash = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("name", "token_hash")
        keep = Keep("90 days", job="members.enrolments")

    def __str__(self) -> str:
        return f"{self.name}, {self.branch}"


class Device(BaseModel):
    """A till device of a branch: a phone, a tablet, a till system. Its token is stored as a hash."""

    branch = models.ForeignKey(Branch, on_delete=models.CASCADE, related_name="devices")
    enrolment = models.OneToOneField(
        Enrolment, null=True, blank=True, on_delete=models.SET_NULL, related_name="device"
    )
    api_key = models.ForeignKey(
        "members.ApiKey", null=True, blank=True, on_delete=models.CASCADE, related_name="devices"
    )
    """Set for the hidden device through which a till system’s key acts for this branch."""
    name = models.CharField(_("device name"), max_length=60)
    token_hash = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=5, default="en")
    last_seen_at = models.DateTimeField(null=True, blank=True)
    uploaded_at = models.DateTimeField(null=True, blank=True)
    """When it last sent what it did without a network."""
    waiting = models.PositiveIntegerField(default=0)
    """How many scans still waited on the device after that, as far as it said."""
    all_sent_at = models.DateTimeField(null=True, blank=True)
    """When it last had nothing left to send: whatever it sends later was scanned after this."""
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DeviceQuerySet.as_manager()

    class Meta:
        verbose_name = _("till device")
        verbose_name_plural = _("till devices")
        ordering = ["-pk"]
        constraints = [
            paired("revoked", app="members_device"),
            models.UniqueConstraint(
                fields=["api_key", "branch"],
                condition=models.Q(api_key__isnull=False),
                name="members_device_once_a_key_and_branch",
            ),
        ]

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("name", "token_hash", "language")
        keep = Keep("13 months after it was revoked", job="members.devices")

    def __str__(self) -> str:
        return self.name
