"""Letters in batches: each waiting letter once, small batches at once, large ones in the background."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pypdfium2
import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from passport_site.core import retention
from passport_site.core.models import AuditEvent
from passport_site.core.storage import private_storage
from passports.cards import batches, paper, services
from passports.cards.models import Card, PrintBatch
from passports.cards.services import printing
from tests.factories_cards import SYSTEM, issued
from tests.passports.cards.pictures import sizes, texts, unpacked

pytestmark = pytest.mark.django_db
QUEUE, PRINT = "cards_passports:queue", "cards_passports:print"


@pytest.fixture
def officer(client_of):
    return client_of("Assessor")


@pytest.fixture
def started(monkeypatch):
    """The processes that would have been started, as their commands."""
    commands = []
    monkeypatch.setattr(batches, "_spawn", commands.append)
    return commands


@pytest.fixture
def in_this_process(monkeypatch):
    """Lays out here, and not in presses of its own: they are tried by one test."""

    class Here:
        def __init__(self, *_args, **_kwargs): ...

        def __enter__(self):
            return self

        def __exit__(self, *_args): ...

        def submit(self, work, *args):
            from concurrent.futures import Future

            done = Future()
            done.set_result(work(*args))
            return done

    monkeypatch.setattr(batches, "ProcessPoolExecutor", Here)


def wait_for_letters(count: int, **facts) -> list[Card]:
    return [issued(email="", user=False, **facts) for _ in range(count)]


def test_a_small_batch_is_one_pdf_and_leaves_the_list(officer):
    cards = wait_for_letters(2)
    response = officer.post(reverse(PRINT))
    assert response["Content-Type"] == "application/pdf"
    assert "attachment" in response["Content-Disposition"]
    assert "no-store" in response["Cache-Control"]
    assert len(sizes(response.content)) == 2
    batch = PrintBatch.objects.get()
    assert (batch.by, batch.letters, bool(batch.finished_at), batch.file.name) == (officer.user, 2, True, "")
    assert list(batch.cards.order_by("pk")) == cards
    assert all(card.printed_at for card in Card.objects.all())
    assert Card.objects.to_print().count() == 0
    assert AuditEvent.objects.filter(verb="card.printed", actor=f"user:{officer.user.pk}").count() == 2


def test_the_second_officer_is_told_that_somebody_else_prints_them(officer, client_of):
    wait_for_letters(2)
    officer.post(reverse(PRINT))
    page = client_of("Assessor").post(reverse(PRINT), follow=True).content.decode()
    assert "Someone else is printing these 2 letters now" in page
    assert str(officer.user) in page
    assert "No letters are waiting" in officer.post(reverse(PRINT), follow=True).content.decode()
    assert PrintBatch.objects.count() == 1


def test_a_batch_prints_again_without_cards_that_were_stopped(officer):
    first, _second = wait_for_letters(2)
    officer.post(reverse(PRINT))
    services.report_lost(card=first, by=SYSTEM)
    batch = PrintBatch.objects.get()
    response = officer.post(reverse("cards_passports:again", args=[batch.pk]))
    assert len(sizes(response.content)) == 1
    batch.refresh_from_db()
    assert batch.letters == 1
    assert AuditEvent.objects.filter(verb="card.batch_printed_again").count() == 1


def test_a_batch_whose_cards_are_all_stopped_prints_nothing(officer):
    (card,) = wait_for_letters(1)
    officer.post(reverse(PRINT))
    services.report_lost(card=card, by=SYSTEM)
    again = reverse("cards_passports:again", args=[PrintBatch.objects.get().pk])
    assert "None of these cards is good any more" in officer.post(again, follow=True).content.decode()
    assert officer.post(reverse("cards_passports:again", args=[10**6])).status_code == 404


def test_a_failing_printer_puts_the_letters_back_on_the_list(officer, monkeypatch):
    wait_for_letters(1)
    monkeypatch.setattr(paper, "letters_pdf", lambda cards: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        officer.post(reverse(PRINT))
    assert Card.objects.to_print().count() == 1
    assert not PrintBatch.objects.exists()


def test_a_large_batch_is_started_shown_and_downloaded_once(
    officer, monkeypatch, started, in_this_process, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(paper, "MOST_IN_ONE_PDF", 2)
    monkeypatch.setattr(batches, "LETTERS_A_FILE", 2)
    cards = wait_for_letters(3)
    with django_capture_on_commit_callbacks(execute=True):
        response = officer.post(reverse(PRINT))
    batch = PrintBatch.objects.get()
    assert response["Location"] == reverse(QUEUE)
    assert [command[-2:] for command in started] == [["print_cards", str(batch.pk)]]
    assert "0 of 3 letters are ready" in officer.get(reverse(QUEUE)).content.decode()
    assert Card.objects.filter(printed_at__isnull=False).count() == 0

    call_command("print_cards", str(batch.pk))
    batch.refresh_from_db()
    assert (batch.done, bool(batch.finished_at)) == (3, True)
    assert Card.objects.filter(printed_at__isnull=False).count() == 3
    stored = batch.file.name
    download = reverse("cards_passports:download", args=[batch.pk])
    with django_capture_on_commit_callbacks(execute=True):
        response = officer.post(download)
    assert "no-store" in response["Cache-Control"]
    archive = zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))
    assert archive.namelist() == ["letters-00001-00002.pdf", "letters-00003-00003.pdf"]
    made = [archive.read(name) for name in archive.namelist()]
    assert [len(sizes(pdf)) for pdf in made] == [2, 1]
    assert all(pypdfium2.PdfDocument(pdf).is_tagged() and b"pdfuaid:part" in unpacked(pdf) for pdf in made)
    assert cards[2].passport.name in texts(made[1])[0]
    assert not private_storage().exists(stored)
    assert "was downloaded already" in officer.post(download, follow=True).content.decode()
    assert AuditEvent.objects.filter(verb="card.batch_downloaded").count() == 1


def test_presses_without_django_make_the_same_letters(transactional_db):
    """The real thing: two spawned processes, each importing nothing but the press."""
    wait_for_letters(2)
    cards = list(Card.objects.values_list("pk", flat=True))
    ((letters, made),) = list(batches._pdfs(cards))
    assert letters == 2
    assert texts(made) == texts(paper.letters_pdf(list(Card.objects.with_reader().order_by("pk"))))


def test_a_press_loads_no_django():
    import subprocess
    import sys

    code = "import sys; from passports.cards import press, drawings; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert type(paper.letters_copy([issued()]).html) is str


def test_a_large_batch_that_fails_waits_again(monkeypatch, in_this_process, caplog):
    wait_for_letters(2)
    batch = printing.claim_letters(by=SYSTEM)
    monkeypatch.setattr(paper, "letters_copy", lambda cards: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        batches.make(batch)
    assert Card.objects.to_print().count() == 2
    assert not PrintBatch.objects.exists()


def test_a_batch_that_somebody_makes_is_not_made_twice_and_one_left_over_is(in_this_process):
    wait_for_letters(1)
    batch = printing.claim_letters(by=SYSTEM)
    assert batches.take(batch)
    assert not batches.take(batch)
    assert batches.make(batch) is False
    call_command("print_cards")
    assert PrintBatch.objects.unfinished().count() == 1
    PrintBatch.objects.update(worked_on_at=timezone.now() - timedelta(minutes=3))
    call_command("print_cards")
    assert PrintBatch.objects.unfinished().count() == 0
    with pytest.raises(CommandError, match="no unfinished batch"):
        call_command("print_cards", str(batch.pk))


def test_all_that_wait_are_printed_by_one_command(in_this_process):
    wait_for_letters(2)
    call_command("print_cards", "--all")
    assert PrintBatch.objects.get().done == 2
    call_command("print_cards", "--all")
    assert PrintBatch.objects.count() == 1


def test_files_go_after_three_days_and_batches_after_a_year(
    in_this_process, django_capture_on_commit_callbacks
):
    wait_for_letters(1)
    call_command("print_cards", "--all")
    batch = PrintBatch.objects.get()
    stored = batch.file.name
    assert retention.run(["cards.print_batches"]) == {"cards.print_batches": 0}
    PrintBatch.objects.update(finished_at=timezone.now() - timedelta(days=3, minutes=1))
    with django_capture_on_commit_callbacks(execute=True):
        assert retention.run(["cards.print_batches"]) == {"cards.print_batches": 1}
    assert not private_storage().exists(stored)
    PrintBatch.objects.update(created_at=timezone.now() - timedelta(days=366))
    assert retention.run(["cards.print_batches"]) == {"cards.print_batches": 1}
    assert Card.objects.get().print_batch is None


def test_forgetting_a_carer_takes_the_file_that_holds_their_letter(
    in_this_process, django_capture_on_commit_callbacks
):
    (card,) = wait_for_letters(1)
    call_command("print_cards", "--all")
    stored = PrintBatch.objects.get().file.name
    assert private_storage().exists(stored)
    from passports.cards.services.forgetting import _forget

    with django_capture_on_commit_callbacks(execute=True):
        _forget(card.passport, by=SYSTEM)
    assert not private_storage().exists(stored)
