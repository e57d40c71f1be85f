"""The mails about a card, in the carer’s language. Mail templates: templates/mail/card_*.txt and .html."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils import translation

from passport_site.core import mail
from passport_site.scheme.querysets import current

from ..models import Passport


def tell(passport: Passport, template: str, *, about: models.Model) -> None:
    """Queues a mail to the carer in the running transaction. Nothing happens for a person without e-mail.

    Somebody who shares an address with another carer has the card on paper and nothing to see at /card/.
    """
    with translation.override(passport.reads):
        card_url = mail.absolute(reverse("cards:card")) if passport.user_id else ""
        lost_url = mail.absolute(reverse("cards:lost"))
    mail.queue(
        to=passport.write_to,
        template=template,
        language=passport.reads,
        about=about,
        first_name=passport.first_name,
        card_url=card_url,
        lost_url=lost_url,
        valid_until=passport.valid_until,
        scheme=current(),
    )
