"""The photo on a passport: taken at a desk, come by post, or a better one."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from passport_site.core import audit, uploads
from passport_site.core.storage import unguessable

from ..models import Passport
from ..wallet import changes


@transaction.atomic
def change_photo(*, passport: Passport, uploaded: Any, by: Any) -> None:
    """Puts a new photo on the passport; the old file goes. Raises RuleBroken for a file that is no photo."""
    content = uploads.clean_photo(uploaded)
    storage, old = passport.photo.storage, passport.photo.name
    passport.photo = storage.save(unguessable("photos", "jpg"), content)
    passport.save(update_fields=["photo"])
    audit.record("passport.photo_changed", on=passport, by=by)
    changes.note_change(cards=passport.cards.values("pk"))  # the code says whether there is a photo
    forget_file(storage, old)


def forget_file(storage: Any, name: str) -> None:
    """Deletes a stored file when the transaction commits, so that a rollback loses nothing."""
    if name:
        transaction.on_commit(lambda: storage.delete(name), robust=True)
