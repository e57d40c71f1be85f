"""Mails: written to the outbox in the same transaction, sent when it commits, safe to send again (pattern 20)."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import models, transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.module_loading import import_string

from . import careful_cache
from .audit import subject_of
from .models import OutgoingMail

log = logging.getLogger(__name__)
MAX_TRIES = 12
SERVER = "mail"


def queue(
    *,
    to: str,
    template: str,
    language: str,
    about: models.Model | None = None,
    holds_secret: bool = False,
    **context: Any,
) -> OutgoingMail | None:
    """Writes a message in the reader's language and sends it after commit. Returns None for a person without e-mail.

    `template` names ``templates/mail/<template>.txt`` whose first line is the subject (``Subject: …``), and the
    optional ``.html`` beside it (the layout with the same text when there is none). Links in the context are
    absolute: build them with `absolute()`. `holds_secret` for a one-time code or link: once sent, the stored words
    are emptied (ASVS 6.5.2: only hashes are kept); the demo keeps them, or nobody could read them there.
    """
    if not to:
        return None
    with translation.override(language):
        context = {
            **import_string(settings.MAIL_CONTEXT)(),
            "language": language,
            "base_url": settings.BASE_URL,
            **context,
        }
        first, _, text = render_to_string(f"mail/{template}.txt", context).strip().partition("\n")
        html = render_to_string(
            [f"mail/{template}.html", "mail/base.html"], {**context, "body": text.strip()}
        )
    mail = OutgoingMail.objects.create(
        to=to,
        subject=first.removeprefix("Subject:").strip(),
        text=text.strip() + "\n",
        html=html,
        language=language,
        template=template,
        holds_secret=holds_secret,
        about=subject_of(about) if about is not None else "",
    )
    transaction.on_commit(lambda: _send_now(mail.pk), robust=True)
    return mail


def absolute(path: str) -> str:
    """A full address for a mail or a printed page."""
    return settings.BASE_URL.rstrip("/") + path


def _send_now(pk: int) -> None:
    """The try that follows the commit. While the mail server does not answer it is left to `send_mails`, so that a
    request waits for it once a minute at most and the tills go on (quality bar 27)."""
    if not careful_cache.is_down(SERVER):
        send(pk)


def send(pk: int) -> bool:
    """Sends one waiting message and notes it. Safe to call twice; a failed try is kept for the next run.

    The row is claimed by counting the try that was read, so of two workers one goes on; if it dies between sending
    and noting, the person gets the message twice, which is the harmless side.
    """
    mail = OutgoingMail.objects.filter(pk=pk, sent_at__isnull=True, tries__lt=MAX_TRIES).first()
    if mail is None:
        return False
    if not OutgoingMail.objects.filter(pk=pk, sent_at__isnull=True, tries=mail.tries).update(
        tries=mail.tries + 1
    ):
        return False
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        to=[mail.to],
        headers={
            "Content-Language": mail.language,
            "Message-ID": f"<carer-passport-{mail.pk}@{settings.CARD_ISSUER_HOST.split(':')[0]}>",
        },
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    try:
        message.send()
    except (OSError, ValueError) as problem:  # smtplib's errors are OSErrors
        log.warning("Mail %s could not be sent: %s", pk, type(problem).__name__)
        OutgoingMail.objects.filter(pk=pk).update(problem=type(problem).__name__)
        careful_cache.note_down(SERVER)
        return False
    emptied = {"text": "", "html": ""} if mail.holds_secret and not settings.DEMO else {}
    OutgoingMail.objects.filter(pk=pk).update(sent_at=timezone.now(), problem="", **emptied)
    return True


def send_waiting() -> int:
    """Sends what is still waiting, oldest first. Returns how many went. Run every few minutes (``send_mails``)."""
    pause = timezone.now() - timedelta(minutes=1)  # leave alone what a live request is sending just now
    waiting = OutgoingMail.objects.filter(sent_at__isnull=True, tries__lt=MAX_TRIES, created_at__lt=pause)
    return sum(send(pk) for pk in list(waiting.order_by("created_at").values_list("pk", flat=True)))
