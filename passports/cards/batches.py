"""Makes the file of a large batch of letters, outside any request: a ZIP of PDFs of 20 letters each.

This process reads the database and writes the HTML; two presses without Django lay it out (`press`). All of them
step back for the tills, which share the machine. What it does is written into the batch as it goes on. When the
process dies, `manage.py print_cards` takes the batch up again after two minutes without a sign of life.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import timedelta
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZIP_STORED, ZipFile

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone

from passport_site.core.storage import private_storage, unguessable

from . import paper, press
from .models import Card, PrintBatch
from .services import printing

log = logging.getLogger(__name__)
LETTERS_A_FILE = 20  # a letter costs a press 0.8 MB; quality bar 40 gives all processes together 300
PRESSES = min(2, os.cpu_count() or 1)
SILENCE = timedelta(minutes=2)
NICE = 10


def start(batch: PrintBatch) -> None:
    """Makes the file in a process of its own, once the transaction is through."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "print_cards", str(batch.pk)]
    transaction.on_commit(lambda: _spawn(command))


def make(batch: PrintBatch, *, by: Any = "system:print") -> bool:
    """Makes the file and finishes the batch. False when another process is at it.

    When it cannot be made, the cards go back on the list and the fault is raised.
    """
    if not take(batch):
        return False
    try:
        with TemporaryFile() as out:
            _write(batch, out)
            out.seek(0)
            name = private_storage().save(unguessable("letters", "zip"), File(out))
        printing.finish_batch(batch=batch, by=batch.by or by, file=name)
    except Exception:
        log.exception("Print batch %s failed; its letters wait again", batch.pk)
        printing.give_back(batch=batch)
        raise
    return True


def left_over() -> list[PrintBatch]:
    """Batches that nobody works on any more."""
    return list(PrintBatch.objects.given_up(timezone.now() - SILENCE).order_by("pk"))


def take(batch: PrintBatch) -> bool:
    """Whether this process may make the batch. The condition is in the update, so that of two only one gets it."""
    now = timezone.now()
    free = PrintBatch.objects.filter(pk=batch.pk).unfinished()
    free = free.filter(worked_on_at__isnull=True) | free.filter(worked_on_at__lt=now - SILENCE)
    return free.update(worked_on_at=now, done=0) == 1


def _write(batch: PrintBatch, out: IO[bytes]) -> None:
    number = 0
    with ZipFile(out, "w", ZIP_STORED) as archive:  # PDFs are packed already
        for letters, content in _pdfs(list(batch.cards.active().order_by("pk").values_list("pk", flat=True))):
            archive.writestr(f"letters-{number + 1:05}-{number + letters:05}.pdf", content)
            number += letters
            PrintBatch.objects.filter(pk=batch.pk).update(done=number, worked_on_at=timezone.now())


def _pdfs(cards: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """How many letters and their PDF, in order. At most two more are under way than presses: memory stays flat."""
    spawn = multiprocessing.get_context("spawn")  # a fork would carry all of Django along
    waiting: deque[tuple[int, Future[bytes]]] = deque()
    with ProcessPoolExecutor(PRESSES, mp_context=spawn, initializer=os.nice, initargs=(NICE,)) as presses:
        for start in range(0, len(cards), LETTERS_A_FILE):
            some = (
                Card.objects.filter(pk__in=cards[start : start + LETTERS_A_FILE]).with_reader().order_by("pk")
            )
            copy = paper.letters_copy(list(some))
            waiting.append((len(some), presses.submit(press.typeset, copy)))
            if len(waiting) > PRESSES + 1:
                letters, made = waiting.popleft()
                yield letters, made.result()
        while waiting:
            letters, made = waiting.popleft()
            yield letters, made.result()


def _spawn(command: list[str]) -> None:
    """Its own session: it goes on when the web server is restarted."""
    nothing = subprocess.DEVNULL
    subprocess.Popen(command, cwd=settings.BASE_DIR, stdin=nothing, stdout=nothing, start_new_session=True)  # noqa: S603 – our own command
