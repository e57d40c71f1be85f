"""Files that pass from one council to another by hand: signed, so that nobody on the way can change a number."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from passports.cards import foreign, keys
from passports.cards.domain import trust

from .models import PartnerScheme

MOST_CHARACTERS = 200_000


class NotTheirFile(ValueError):
    """Not a file of a scheme that we know, or somebody changed it."""


def seal_visits(document: Mapping[str, Any]) -> str:
    """The file, signed by the key that signs our cards. Raises KeyProblem when none can."""
    key_id, private_key = keys.active_signer()
    sealed = trust.seal(
        document, purpose=trust.VISITS, issuer_host=keys.issuer_host(), key_id=key_id, private_key=private_key
    )
    return json.dumps({"issuer": keys.issuer_host()} | sealed, indent=1)


def open_visits(text: str) -> tuple[PartnerScheme, dict[str, Any]]:
    """Whose file it is and what it says, checked with the keys that their newest list names. Raises NotTheirFile."""
    try:
        if len(text) > MOST_CHARACTERS:
            raise ValueError
        whole = json.loads(text)
        scheme = foreign.named(str(whole["issuer"]))
        if scheme is None or scheme.trust_list is None:
            raise NotTheirFile("unknown")
        document = trust.unseal(
            whole, purpose=trust.VISITS, issuer_host=scheme.host, keys=scheme.trust_list.keys
        )
        if not isinstance(document, dict):
            raise ValueError
    except NotTheirFile:
        raise
    except trust.BadSeal:
        raise NotTheirFile("changed") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NotTheirFile("unreadable") from None
    return PartnerScheme.objects.get(pk=scheme.id), document
