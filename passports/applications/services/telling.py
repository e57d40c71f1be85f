"""The mails about an application. Whoever has not shown that an address is theirs reads nothing personal there.

An officer types the address of a caller, an adult that of a young carer, and may mistype it (ADR 0012, 0013).
Until its owner has signed in with a code and given the date of birth, a mail to it says only that there is
something to see. The adult, whose own address is proved, reads everything meanwhile.
"""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import translation

from passport_site.core import mail
from passport_site.core.models import OutgoingMail
from passport_site.scheme.querysets import current

from ..domain import proof
from ..models import Application


def is_known_owner(application: Application) -> bool:
    """Whether the owner of the address that we write to is known to be the carer, or the carer's adult."""
    if proof.is_address_unproved(application):
        return False
    if not application.assisted_how:
        return True
    if not application.email and not application.for_someone_else:
        return True  # a young carer's adult, who gets the invitation there anyway
    attached = application.user_id if application.email else application.started_by_id
    return attached is not None


def tell(application: Application, template: str, **context: Any) -> OutgoingMail | None:
    """Queues the mail, or its stranger's version. Returns None for a carer without e-mail."""
    full: dict[str, Any] = {
        "template": template,
        "language": application.language,
        "about": application,
        "application": application,
        "scheme": current(),
        **context,
    }
    if is_known_owner(application):
        return mail.queue(to=application.write_to, **full)
    if application.started_by_id is not None:
        mail.queue(to=application.guardian_email, **full)
    with translation.override(application.language):
        link = mail.absolute(f"{reverse('account_login')}?next={reverse('applications:for_you')}")
    return mail.queue(
        to=application.write_to,
        template="application_for_you",
        language=application.language,
        about=application,
        first=template == "application_received",
        link=link,
        scheme=current(),
    )
