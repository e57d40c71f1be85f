"""What can become of a passport and of a card, as tables. `docs/states.md` is drawn from them."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from passport_site.core.transitions import Table, Transition, register


class PassportStatus(TextChoices):
    """The recognition itself."""

    ACTIVE = "active", _("Active")
    SUSPENDED = "suspended", _("Suspended")
    ENDED = "ended", _("Ended")


class CardStatus(TextChoices):
    """One card that shows the passport. Only an active card is good at a till."""

    ACTIVE = "active", _("Active")
    LOST = "lost", _("Reported lost")
    REPLACED = "replaced", _("Replaced")
    REVOKED = "revoked", _("Stopped")


PASSPORT = register(
    Table(
        thing="passport",
        initial=PassportStatus.ACTIVE,
        words=dict(PassportStatus.choices),
        transitions=(
            Transition(
                name="suspend",
                sources=(PassportStatus.ACTIVE,),
                target=PassportStatus.SUSPENDED,
                permission="cards.manage_card",
                audit="passport.suspended",
            ),
            Transition(
                name="resume",
                sources=(PassportStatus.SUSPENDED,),
                target=PassportStatus.ACTIVE,
                permission="cards.manage_card",
                audit="passport.resumed",
            ),
            Transition(
                name="end",
                sources=(PassportStatus.ACTIVE, PassportStatus.SUSPENDED),
                target=PassportStatus.ENDED,
                permission="cards.manage_card",
                audit="passport.ended",
            ),
        ),
    )
)

CARD = register(
    Table(
        thing="card",
        initial=CardStatus.ACTIVE,
        words=dict(CardStatus.choices),
        transitions=(
            # The carer takes the first three alone; officers take them for people who phone.
            Transition(
                name="report_lost",
                sources=(CardStatus.ACTIVE,),
                target=CardStatus.LOST,
                audit="card.reported_lost",
            ),
            Transition(
                name="found_again",
                sources=(CardStatus.LOST,),
                target=CardStatus.ACTIVE,
                audit="card.found_again",
            ),
            Transition(
                name="replace",
                sources=(CardStatus.ACTIVE, CardStatus.LOST),
                target=CardStatus.REPLACED,
                audit="card.replaced",
            ),
            Transition(
                name="revoke",
                sources=(CardStatus.ACTIVE, CardStatus.LOST),
                target=CardStatus.REVOKED,
                permission="cards.manage_card",
                audit="card.revoked",
            ),
        ),
    )
)
