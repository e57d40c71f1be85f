"""Cards on paper: asking for one, and printing those that wait, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit
from passport_site.core.errors import RuleBroken

from ..domain.statuses import CardStatus
from ..models import Card, PrintBatch
from ..querysets import CardQuerySet

CHUNK = 2000
FILE_DAYS, BATCH_DAYS = 3, 365


@transaction.atomic
def ask_for_post(*, card: Card, by: Any) -> None:
    """Puts the card on the print list. Raises RuleBroken without an address or for a stopped card."""
    row = Card.objects.with_holder().select_for_update(of=("self",)).get(pk=card.pk)
    if row.status != CardStatus.ACTIVE:
        raise RuleBroken(_("Only an active card can go by post."), code="card_not_active")
    if not row.passport.address.strip():
        raise RuleBroken(
            _("We need an address to post the card to."), field="address", code="address_missing"
        )
    if row.print_asked_at is None:
        row.print_asked_at = timezone.now()
        row.save(update_fields=["print_asked_at"])
        audit.record("card.post_asked", on=row, by=by)
    card.print_asked_at = row.print_asked_at


@transaction.atomic
def mark_printed(*, cards: Iterable[Card], by: Any) -> int:
    """Notes that these cards were printed, and takes them off the list. Returns how many."""
    printed = list(cards)
    now = _note_printed([card.pk for card in printed], by=by)
    for card in printed:
        card.printed_at, card.print_asked_at = now, None
    return len(printed)


@transaction.atomic
def claim_letters(*, by: Any) -> PrintBatch | None:
    """Takes all letters that wait into a batch of this officer; None when there are none (any more).

    Of two officers who press at once one gets them all: the second waits for the first one’s rows, and then
    they are no longer waiting. `by` is an account, or a text for a command.
    """
    waiting = list(_waiting().values_list("pk", flat=True))
    if not waiting:
        return None
    batch = PrintBatch.objects.create(by=by if isinstance(by, Model) else None, letters=len(waiting))
    for some in _chunks(waiting):
        Card.objects.filter(pk__in=some).update(print_batch=batch, print_asked_at=None)
    audit.record("card.batch_claimed", on=batch, by=by, cards=len(waiting))
    return batch


@transaction.atomic
def finish_batch(*, batch: PrintBatch, by: Any, file: str = "") -> None:
    """The letters are there: each of the cards was printed now."""
    batch.finished_at, batch.file = timezone.now(), file
    batch.save(update_fields=["finished_at", "file"])
    _note_printed(list(batch.cards.active().values_list("pk", flat=True)), by=by)


@transaction.atomic
def give_back(*, batch: PrintBatch) -> None:
    """The letters could not be made: the cards wait again, and the batch is gone."""
    batch.cards.active().update(print_asked_at=batch.created_at)
    audit.record("card.batch_failed", on=batch, by="system:print", cards=batch.letters)
    batch.delete()


@transaction.atomic
def print_again(*, batch: PrintBatch, by: Any) -> int:
    """Opens a finished batch once more, after a paper jam. Cards that were stopped since are left out.

    Returns how many letters it has now; raises RuleBroken when there are none, or it is being made.
    """
    row = PrintBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if row.finished_at is None:
        raise RuleBroken(_("These letters are being made now."), code="batch_busy")
    good = row.cards.active().count()
    if not good:
        raise RuleBroken(_("None of these cards is good any more."), code="batch_empty")
    drop_file(row)
    row.letters, row.done, row.finished_at, row.worked_on_at = good, 0, None, None
    row.save()
    audit.record("card.batch_printed_again", on=row, by=by, cards=good)
    batch.refresh_from_db()
    return good


@transaction.atomic
def take_file(*, batch: PrintBatch, by: Any) -> IO[bytes] | None:
    """The file, once: whoever comes second gets None. It is open, and gone from the storage afterwards."""
    row = PrintBatch.objects.select_for_update(of=("self",)).filter(pk=batch.pk).exclude(file="").first()
    if row is None:
        return None
    storage, name = row.file.storage, row.file.name
    content = TemporaryFile()  # noqa: SIM115 – the response closes it
    with storage.open(name) as stored:
        copyfileobj(stored, content)
    content.seek(0)
    drop_file(row)
    audit.record("card.batch_downloaded", on=row, by=by, cards=row.letters)
    return content


def drop_file(batch: PrintBatch) -> None:
    """Removes the letters from the storage, once the transaction is through."""
    if batch.file:
        storage, name = batch.file.storage, batch.file.name
        transaction.on_commit(lambda: storage.delete(name))
        batch.file = ""
        batch.save(update_fields=["file"])


def remove_old_batches(now: datetime | None = None) -> int:
    """Files after 3 days, batches after a year. For the retention job; returns how many."""
    now = now or timezone.now()
    old = list(PrintBatch.objects.exclude(file="").filter(finished_at__lt=now - timedelta(days=FILE_DAYS)))
    for batch in old:
        drop_file(batch)
    gone = PrintBatch.objects.filter(created_at__lt=now - timedelta(days=BATCH_DAYS))
    return len(old) + gone.delete()[1].get("cards.PrintBatch", 0)


def _waiting() -> CardQuerySet:
    """The cards that wait, locked in the order of their numbers, so that two who lock never block each other."""
    return Card.objects.to_print().order_by("pk").select_for_update(of=("self",))


def _note_printed(cards: list[int], *, by: Any) -> datetime:
    now = timezone.now()
    for some in _chunks(cards):
        Card.objects.filter(pk__in=some).update(printed_at=now, print_asked_at=None)
        audit.record_many("card.printed", on=[f"cards.card:{pk}" for pk in some], by=by)
    return now


def _chunks(found: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(found), CHUNK):
        yield found[start : start + CHUNK]
