"""Somebody who serves at the tills of a business: initials, and where it wishes a PIN. No name, no account."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from passport_site.core.models import BaseModel
from passport_site.core.privacy import Keep

from .domain.staff import MOST_INITIALS, StaffMode


class StaffQuerySet(models.QuerySet):
    def choosable(self, mode: str) -> StaffQuerySet:
        """Those whom a till may offer: with a PIN where one is asked for, none where nobody is."""
        if mode == StaffMode.PIN:
            return self.exclude(pin_hash="")
        return self if mode == StaffMode.INITIALS else self.none()


class StaffMember(BaseModel):
    """Removed means deleted. The initials stay on what was recorded, 13 months at most (redemptions.Scan)."""

    business = models.ForeignKey("members.Business", on_delete=models.CASCADE, related_name="staff")
    initials = models.CharField(_("initials"), max_length=MOST_INITIALS)
    pin_hash = models.CharField(max_length=160, blank=True)
    """By Django's password hasher: four digits would not resist a quick one. Empty without a PIN."""

    objects = StaffQuerySet.as_manager()

    class Meta:
        verbose_name = _("member of staff")
        verbose_name_plural = _("members of staff")
        ordering = ["initials"]
        constraints = [
            models.UniqueConstraint(fields=["business", "initials"], name="members_staff_initials_once"),
            models.CheckConstraint(
                condition=~Q(initials="") & Q(initials=Upper("initials")), name="members_staff_capitals"
            ),
            models.CheckConstraint(
                condition=Q(pin_hash="") | Q(pin_hash__contains="$"), name="members_staff_pin_is_hashed"
            ),
        ]

    class Privacy:
        append_only = False
        personal = {"initials": "who served, for the owner of the business"}
        not_personal = ("pin_hash",)
        keep = Keep("until the owner removes them or the business leaves", job="members.staff")

    def __str__(self) -> str:
        return self.initials
