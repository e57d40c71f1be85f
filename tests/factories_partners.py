"""Another scheme for tests: with keys of its own, that issues cards, stops them and publishes its list, without a database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from secrets import token_bytes

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone

from passports.cards.domain import code, status_list, trust
from passports.cards.domain.trust_list import list_document, seal_list
from passports.partners import services
from passports.partners.models import PartnerScheme

SYSTEM = "system:test"


@dataclass
class OtherScheme:
    """A scheme that runs somewhere else. `text()` is what its server would answer."""

    host: str = "card.northmere.example"
    root: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    issuing: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    key_id: int = 7
    stopped: set[int] = field(default_factory=set)
    trusts: list[dict] = field(default_factory=list)

    @property
    def root_key(self) -> str:
        return trust.public_text(self.root.public_key())

    @property
    def fingerprint(self) -> str:
        return trust.fingerprint(self.root_key)

    def card(
        self,
        *,
        kind: code.Kind = code.Kind.ADULT,
        expires_on: date | None = None,
        index: int = 12,
        live_at: datetime | None = None,
        key: Ed25519PrivateKey | None = None,
        has_photo: bool = True,
    ) -> str:
        """The address in the QR of a new card."""
        facts = code.CardCode(
            key_id=self.key_id, kind=kind, has_photo=has_photo, printed=True, serial=token_bytes(8),
            expires_on=expires_on or timezone.localdate() + timedelta(days=300), status_index=index,
            issued_at=None if live_at is None else int(live_at.timestamp()),
        )  # fmt: skip
        return f"https://{self.host}/v#{code.encode(facts, key or self.issuing, self.host)}"

    def text(
        self,
        *,
        issued: datetime | None = None,
        keys_issued: datetime | None = None,
        sequence: object = None,
        said_issued: str = "",
    ) -> str:
        """Its trust list, as its server gives it; `sequence` and `said_issued` for what no server of ours would say."""
        issued = issued or timezone.now()
        named = trust.PublishedKey(self.key_id, self.issuing.public_key())
        document = list_document(
            issuer_host=self.host,
            issued=issued,
            keys=trust.sign_key_list(
                [named], root_key=self.root, issuer_host=self.host, issued=keys_issued or issued
            ),
            stopped=status_list.encode(sorted(self.stopped), 4096),
            schemes=self.trusts,
        )
        if sequence is not None:
            document["sequence"] = sequence
        if said_issued:
            document["issued"] = said_issued
        return seal_list(document, key_id=self.key_id, private_key=self.issuing)


def trusted(other: OtherScheme, *, listed: datetime | None = None, **terms) -> PartnerScheme:
    """Trusts it, through the service, and keeps its list (made `listed`, or now) as if it had been fetched."""
    today = timezone.localdate()
    given = {
        "name_en": "Northmere Carer Passport",
        "name_cy": "Pasbort Gofalwyr Northmere",
        "trusted_from": today - timedelta(days=30),
        "trusted_until": today + timedelta(days=300),
    } | terms
    partner = services.trust_partner(
        host=other.host, root_key=other.root_key, fingerprint=other.fingerprint, by=SYSTEM, **given
    )
    keep_list(partner, other, listed=listed)
    return partner


def keep_list(partner: PartnerScheme, other: OtherScheme, *, listed: datetime | None = None) -> None:
    """Its list of that moment is the one we have, also when it is older than the one before."""
    row = PartnerScheme.objects.get(pk=partner.pk)
    if row.document:
        services.forget_list(partner=row, by=SYSTEM)
    came = services.take_list(partner=row, text=other.text(issued=listed), asked_at=timezone.now())
    assert came.trouble == ""
