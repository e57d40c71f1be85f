"""Where a carer lives and is called: told us by the carer, or by phone to an officer."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit
from passport_site.core.errors import RuleBroken
from passport_site.scheme.domain import normalise_postcode
from passport_site.scheme.querysets import area_of

from ..models import Passport


@transaction.atomic
def change_contact(*, passport: Passport, phone: str, address: str, postcode: str, by: Any) -> list[str]:
    """Writes telephone, address, postcode and the area that goes with it. Returns the fields that changed.

    Somebody who moves out of our area keeps the old one until an officer has talked with them. Raises
    RuleBroken for something that is no postcode.
    """
    normal = normalise_postcode(postcode)
    if normal is None:
        raise RuleBroken(_("Enter a postcode, like LS1 4AP"), field="postcode", code="postcode")
    row = Passport.objects.select_for_update(of=("self",)).select_related("area").get(pk=passport.pk)
    wanted = {
        "phone": phone.strip(),
        "address": "\n".join(line.strip() for line in address.splitlines() if line.strip()),
        "postcode": normal,
        "area": area_of(normal) or row.area,
    }
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, wanted[name])
        setattr(passport, name, wanted[name])
    if changed:
        row.save(update_fields=changed)
        audit.record("passport.contact_changed", on=row, by=by, fields=changed)
    return changed
