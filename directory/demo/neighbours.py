"""The councils next to Arlenshire: invented, with keys of their own, so that a card of theirs can be shown and scanned.

Their servers do not exist; what they would publish is made here, signed with keys that nobody can work out without SECRET_KEY.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from directory.demo.content.types import Words
from passport_site.core.hashing import keyed_hash
from passports.cards.domain import code, status_list, trust
from passports.cards.domain.trust_list import list_document, seal_list
from passports.partners.ours import Ours

KEY_ID, SPACE = 1, 4096
STOPPED = frozenset(range(3, SPACE, 97))


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One council. `takes_ours` is whether it trusts us too."""

    host: str
    name: Words
    takes_ours: bool

    def _key(self, name: str) -> Ed25519PrivateKey:
        seed = bytes.fromhex(keyed_hash("demo.neighbours", f"{self.host} {name}"))
        return Ed25519PrivateKey.from_private_bytes(seed)

    @property
    def root_key(self) -> str:
        return trust.public_text(self._key("root").public_key())

    def card(self, *, today: date, index: int = 12) -> str:
        """The address in the QR of one of its cards. The same card for the same index; a `STOPPED` index was reported lost."""
        serial = hashlib.sha256(f"{self.host} {index}".encode()).digest()[:8]
        facts = code.CardCode(
            key_id=KEY_ID, kind=code.Kind.ADULT, has_photo=True, printed=True, serial=serial,
            expires_on=today.replace(year=today.year + 1, day=28), status_index=index,
        )  # fmt: skip
        return f"https://{self.host}/v#{code.encode(facts, self._key('issuing'), self.host)}"

    def trust_list(self, *, issued: datetime, us: Ours | None) -> str:
        """What its server would answer at that moment."""
        key = self._key("issuing")
        named = trust.PublishedKey(KEY_ID, key.public_key())
        document = list_document(
            issuer_host=self.host,
            issued=issued,
            keys=trust.sign_key_list(
                [named], root_key=self._key("root"), issuer_host=self.host, issued=issued
            ),
            stopped=status_list.encode(STOPPED, SPACE),
            schemes=[_as_published(us, issued.date())] if self.takes_ours and us else [],
        )
        return seal_list(document, key_id=KEY_ID, private_key=key)

    def visits_file(self, *, to: str, month: date, by_category: list[list[Any]]) -> str:
        """What it counted of our carers in that month, signed."""
        document = {
            "issuer": self.host,
            "to": to,
            "month": month.strftime("%Y-%m"),
            "uses": sum(uses for _name, uses in by_category),
            "by_category": by_category,
        }
        sealed = trust.seal(
            document, purpose=trust.VISITS, issuer_host=self.host, key_id=KEY_ID,
            private_key=self._key("issuing"),
        )  # fmt: skip
        return json.dumps({"issuer": self.host} | sealed)


def _as_published(us: Ours, day: date) -> dict[str, Any]:
    return {
        "host": us.host,
        "name_en": "Arlenshire Carer Passport",
        "name_cy": "Pasbort Gofalwyr Arlenshire",
        "root_key": us.root_key,
        "from": (day - timedelta(days=200)).isoformat(),
        "until": (day + timedelta(days=400)).isoformat(),
        "areas": [],
    }


WEXMERE = Neighbour("card.wexmere.example", Words("Wexmere Carer Card", "Cerdyn Gofalwyr Wexmere"), True)
TARNSHIRE = Neighbour(
    "passport.tarnshire.example", Words("Tarnshire Carer Passport", "Pasbort Gofalwyr Tarnshire"), False
)
