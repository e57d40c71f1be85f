"""Run by fault_site.py in a process of its own: makes the tables and the rows, and says as JSON what tills need.

The tables come from the models and not through all migrations, which takes seconds instead of half a minute.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from tests.factories import BranchFactory  # noqa: E402
from tests.factories_tills import a_card, a_till, an_offer, code  # noqa: E402

CARDS, TILLS = 24, 4


def main() -> None:
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
    branch = BranchFactory()
    tills = [a_till(branch) for _ in range(TILLS)]
    offers = {
        kind: an_offer(tills[0][0], limit_kind=kind, limit_count=2).pk
        for kind in ("none", "day", "total", "ever")
    }
    past = timezone.localdate() - timedelta(days=40)
    bad = [a_card(status="lost"), a_card(expires_on=past), a_card(passport__status="suspended")]
    sys.stdout.write(
        json.dumps(
            {
                "codes": [code(a_card()) for _ in range(CARDS)],
                "bad": [*(code(card) for card in bad), "00000000Z", "nonsense"],
                "tokens": [token for _device, token in tills],
                "offers": offers,
            }
        )
    )


if __name__ == "__main__":
    main()
