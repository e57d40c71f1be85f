"""A pass in a phone's wallet, and the places where copies of it lie and must be told when it changes."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from passport_site.core.constraints import one_of
from passport_site.core.crypto import EncryptedTextField
from passport_site.core.models import BaseModel
from passport_site.core.privacy import Keep

MAX_TRIES = 20


class WalletKind(models.TextChoices):
    APPLE = "apple", _("Apple Wallet")
    GOOGLE = "google", _("Google Wallet")


class WalletPassQuerySet(models.QuerySet):
    def with_copies(self) -> WalletPassQuerySet:
        """Passes with `phones`, on how many they are, and `waiting`, how many copies are not told of the last change."""
        behind = Q(copies__told_of__lt=F("changed_at"))
        return self.annotate(
            phones=models.Count("copies", filter=~Q(copies__device="")),
            waiting=models.Count("copies", filter=behind),
        )


class WalletPass(BaseModel):
    """One card in one kind of wallet. A replaced card's pass stays stopped; the new card is added anew."""

    card = models.ForeignKey("cards.Card", on_delete=models.CASCADE, related_name="wallet_passes")
    kind = models.CharField(max_length=6, choices=WalletKind.choices)
    serial = models.CharField(max_length=32, unique=True)
    """What Apple and Google call it: random, and not the card's serial."""
    changed_at = models.DateTimeField()
    """When something that the pass shows last changed, in whole seconds and never the same twice: HTTP dates know
    no less."""

    objects = WalletPassQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("kind", WalletKind.values, app="cards_wallet_pass"),
            models.UniqueConstraint(fields=["card", "kind"], name="cards_one_pass_of_a_kind"),
        ]

    class Privacy:
        append_only = False
        personal = {"serial": "names the carer's pass to Apple or Google"}
        not_personal = ("kind",)
        keep = Keep("with its card", job="cards.passports")

    def __str__(self) -> str:
        return f"{self.kind} pass {self.pk}"


class PassCopyQuerySet(models.QuerySet):
    def waiting(self, moment: datetime) -> PassCopyQuerySet:
        """Copies that do not know of the last change, and whose turn it is at that moment."""
        due = Q(try_after__isnull=True) | Q(try_after__lte=moment)
        return self.filter(due, told_of__lt=F("wallet_pass__changed_at"), tries__lt=MAX_TRIES)


class PassCopy(BaseModel):
    """A place where the pass lies: an Apple device that registered itself, or Google's own server.

    It is the outbox as well: a copy waits while `told_of` is before the pass's `changed_at`, so the change itself, in
    its transaction, is what queues the call; and two changes need one call.
    """

    wallet_pass = models.ForeignKey(WalletPass, on_delete=models.CASCADE, related_name="copies")
    device = models.CharField(max_length=64, blank=True)
    """SHA-256 of the name that Apple's wallet gives the device: we only ever compare it. Empty for Google."""
    push_token = EncryptedTextField(blank=True)
    told_of = models.DateTimeField()
    turn = models.PositiveIntegerField(default=0)
    """Counts who took it to tell. Whoever finds another turn afterwards was overtaken, and it is told again."""
    tries = models.PositiveSmallIntegerField(default=0)
    try_after = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=80, blank=True)

    objects = PassCopyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["wallet_pass", "device"], name="cards_one_copy_on_a_device")
        ]
        indexes = [models.Index(fields=["device"], name="cards_pass_copy_device")]

    class Privacy:
        append_only = False
        personal = {
            "device": "the phone that the pass is on, as a hash",
            "push_token": "to tell the phone that the pass changed; sealed",
        }
        not_personal = ("problem",)
        keep = Keep(
            "until the phone takes the pass off, or Apple no longer knows it, or 30 days after the card stopped for good",
            job="cards.wallet_copies",
        )

    def __str__(self) -> str:
        return f"copy {self.pk}"
