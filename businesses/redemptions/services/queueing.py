"""One after the other at an offer, for when being quick and trying again did not help."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from businesses.offers.models import Offer


def stand_in_line(offers: Collection[int]) -> None:
    """Waits until nobody else holds these offers, for the rest of the transaction: by row locks on PostgreSQL, always
    in the same order. SQLite has one writer anyway (BEGIN IMMEDIATE).

    no_key: foreign keys to these rows are checked at COMMIT, and must not wait for us (deadlock).
    """
    if offers and connection.features.has_select_for_update:
        rows = Offer.objects.select_for_update(no_key=True).filter(pk__in=offers)
        list(rows.order_by("pk").values_list("pk"))
