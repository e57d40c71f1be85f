"""Codes that GP practices, schools and carers’ centres hand out to carers, as officers keep them in the CMS."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core.constraints import one_of
from passport_site.core.models import BaseModel
from passport_site.core.privacy import Keep
from passport_site.scheme.models import in_language

from .domain import references


class IssuerKind(models.TextChoices):
    GP = "gp", _("GP practice")
    SCHOOL = "school", _("School or college")
    CENTRE = "centre", _("Carers’ centre")


class EvidenceCode(BaseModel):
    """One code of one place. Many carers type the same one: it is printed on the place's leaflet.

    So it is no secret of a person, and it is kept readable: an officer reads it out to the surgery that lost
    it. What protects it from guessing is its length and the count at the question (views/typed_code.py), and
    it decides nothing by itself.
    """

    issuer_en = models.CharField(_("name in English"), max_length=120)
    issuer_cy = models.CharField(_("name in Welsh"), max_length=120, blank=True)
    kind = models.CharField(_("kind of place"), max_length=8, choices=IssuerKind.choices)
    code = models.CharField(
        _("code"),
        max_length=40,
        help_text=_("As it is printed on the leaflet. Nobody has to type the hyphen."),
    )
    plain = models.CharField(max_length=40, unique=True, editable=False)
    """The code as it is looked up: capitals, no spaces and hyphens, O as 0, I and L as 1."""
    active_from = models.DateField(_("good from"), default=timezone.localdate)
    active_until = models.DateField(
        _("good until"), null=True, blank=True, help_text=_("The last day. Leave it empty while they use it.")
    )
    uses = models.PositiveIntegerField(_("applications"), default=0, editable=False)
    """How many applications were sent with it. A number, so that it outlives the evidence."""

    class Meta:
        verbose_name = _("GP or school code")
        verbose_name_plural = _("GP and school codes")
        ordering = ["issuer_en", "-active_from"]
        constraints = [
            one_of("kind", IssuerKind.values, app="applications_evidencecode"),
            models.CheckConstraint(
                condition=Q(active_until=None) | Q(active_until__gte=F("active_from")),
                name="applications_evidencecode_ends_after_start",
            ),
            models.CheckConstraint(condition=~Q(plain=""), name="applications_evidencecode_not_empty"),
        ]

    class Privacy:
        append_only = False
        personal = {}
        not_personal = ("issuer_en", "issuer_cy", "kind", "code", "plain", "active_from", "active_until")
        keep = Keep("as long as the scheme runs; it is about a place, not a person")

    def __str__(self) -> str:
        return f"{self.issuer} – {self.code}"

    @property
    def issuer(self) -> str:
        return in_language(self.issuer_en, self.issuer_cy)

    def is_good_on(self, day: date) -> bool:
        return self.active_from <= day and (self.active_until is None or day <= self.active_until)

    def clean(self) -> None:
        problems = {}
        plain = references.plain(self.code)
        if len(plain) < references.SHORTEST_CODE:
            problems["code"] = _("Use %(least)s letters and digits or more, so that nobody guesses it") % {
                "least": references.SHORTEST_CODE
            }
        elif EvidenceCode.objects.filter(plain=plain).exclude(pk=self.pk).exists():
            problems["code"] = _("Another place has this code, or had it. Choose another one.")
        if self.active_until and self.active_from and self.active_until < self.active_from:
            problems["active_until"] = _("The last day must be after the first day")
        if problems:
            raise ValidationError(problems)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.plain = references.plain(self.code)
        if kwargs.get("update_fields") and "code" in kwargs["update_fields"]:
            kwargs["update_fields"] = {*kwargs["update_fields"], "plain"}
        super().save(*args, **kwargs)
