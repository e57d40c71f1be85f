"""What a till did without a network, judged when it reaches us. Facts in, answers out; no database.

Nothing that happened is turned away: what cannot be counted is kept with its reason (card-format.md, “Offline”).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

OLDEST = timedelta(days=8)
"""How far back an upload may date a scan: a till may use its list for 7 days, and a day to find a network."""


class Offline(TextChoices):
    """Why a scan without a network does not count, besides the reasons that a till online has too.

    Part of the API and never renamed. The words are for the owner of the business: kind, and about no carer.
    """

    DUPLICATE = "offline_duplicate", _("It had been used before, here or at another till.")
    STOPPED = "offline_stopped", _("The card had been stopped. The till could not know yet.")
    UNPROVEN = "offline_unproven", _("A typed number cannot be checked without a connection.")
    REFUSED = "offline_refused", _("The till said no.")
    MALFORMED = "offline_malformed", _("We could not read what the till sent.")


DUPLICATE = Offline.DUPLICATE.value
UNDONE, KEY_USED = "undone", "key_used"
"""What our own till says of a number that is no use: taken back before it was sent, or the server knew it already."""


def happened_at(
    scanned_at: datetime, *, device_time: datetime, now: datetime, earliest: datetime
) -> datetime:
    """When a scan was, by our clock: as long ago as the till's own clock says, whatever that clock shows.

    Never after now, never before `earliest`. All four are aware.
    """
    ago = device_time - scanned_at
    return now - min(max(ago, timedelta(0)), max(now - earliest, timedelta(0)))


def earliest_of(*, now: datetime, enrolled: datetime, all_sent: datetime | None) -> datetime:
    """The first moment that an upload may speak of.

    Not before the device was a till, not before it last had nothing left to send, and at most 8 days ago. Any other
    contact is no bound: scans wait on the device while it asks for its list, and between two parts of an upload.
    """
    return max(moment for moment in (now - OLDEST, enrolled, all_sent) if moment is not None)
