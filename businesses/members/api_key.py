"""A key for a business's own till system. It acts for a branch through a hidden device, so that every scan has one."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from passport_site.core.constraints import paired
from passport_site.core.models import BaseModel
from passport_site.core.privacy import Keep

SCOPES = {
    "check": _("Check cards"),
    "redeem": _("Record uses"),
    "void": _("Take uses back"),
    "upload": _("Send uses from a time without a network"),
}
"""What a key may be allowed to do; each is a column `may_<scope>`."""


class ApiKeyQuerySet(models.QuerySet):
    def working(self, now: datetime) -> ApiKeyQuerySet:
        """Keys that were not stopped and have not run out."""
        return self.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=now), revoked_at__isnull=True)


class ApiKey(BaseModel):
    """A secret that a till system sends. Only hashes are stored: of this one, and for a while of the one before."""

    business = models.ForeignKey("members.Business", on_delete=models.CASCADE, related_name="api_keys")
    branch = models.ForeignKey(
        "members.Branch", null=True, blank=True, on_delete=models.CASCADE, related_name="api_keys"
    )
    """None: for all branches, and each request names one."""
    name = models.CharField(_("name of the key"), max_length=60)
    may_check = models.BooleanField(default=True)
    may_redeem = models.BooleanField(default=False)
    may_void = models.BooleanField(default=False)
    may_upload = models.BooleanField(default=False)
    language = models.CharField(max_length=5, default="en")
    """Of the sentences for the cashier."""
    prefix = models.CharField(max_length=16)
    """How it begins, so that its owner knows which one it is."""
    token_hash = models.CharField(max_length=64, unique=True)
    old_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    old_until = models.DateTimeField(null=True, blank=True)
    """The secret before the last change works until then."""
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    last_used_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ApiKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("key")
        verbose_name_plural = _("keys")
        ordering = ["-pk"]
        constraints = [
            paired("revoked", app="members_apikey"),
            models.CheckConstraint(
                condition=Q(old_hash__isnull=True, old_until__isnull=True)
                | Q(old_hash__isnull=False, old_until__isnull=False),
                name="members_apikey_old_with_its_end",
            ),
            models.CheckConstraint(
                condition=Q(may_check=True) | Q(may_redeem=True) | Q(may_void=True) | Q(may_upload=True),
                name="members_apikey_may_something",
            ),
        ]

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("name", "language", "prefix", "token_hash", "old_hash")
        keep = Keep("13 months after it was stopped or ran out", job="members.keys")

    def __str__(self) -> str:
        return self.name

    def may(self, scope: str) -> bool:
        """Whether it has that scope."""
        return bool(getattr(self, f"may_{scope}", False))

    @property
    def scope_names(self) -> list:
        """What it may do, in words."""
        return [words for scope, words in SCOPES.items() if self.may(scope)]
