"""Forgetting kept pages when something public has changed, and telling a proxy in front of us to do the
same."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.db import transaction
from wagtail.contrib.frontend_cache.utils import PurgeBatch

from directory.pages.cache import new_generation
from directory.pages.models import BusinessPage, DirectoryPage, HomePage


def forget_pages(*, business_id: int | None = None) -> None:
    """After the transaction, every kept page is forgotten here, and the proxy is asked for the pages
    that may show it.

    Call it after bulk writes, which send no signals. Safe to repeat: a second call in the same
    transaction is free.
    """
    transaction.on_commit(partial(_forget, business_id))


def _forget(business_id: int | None) -> None:
    new_generation()
    if getattr(settings, "WAGTAILFRONTENDCACHE", None):
        batch = PurgeBatch()
        batch.add_pages([*HomePage.objects.live(), *DirectoryPage.objects.live()])
        if business_id is not None:
            batch.add_pages(BusinessPage.objects.live().filter(business_id=business_id))
        batch.purge()
