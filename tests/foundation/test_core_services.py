"""What every room stands on: mails that survive faults, rows that are only added, safe exports, sealed fields."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.core import mail as django_mail
from django.core.cache import cache
from django.db import transaction
from django.test import RequestFactory
from django.utils import timezone
from django.utils.crypto import salted_hmac
from openpyxl import load_workbook

from passport_site.core import audit, mail, throttle
from passport_site.core.crypto import CannotDecrypt, decrypt, encrypt
from passport_site.core.exports import csv_response, safe_cell, xlsx_response
from passport_site.core.hashing import keyed_hash
from passport_site.core.models import AppendOnlyError, AuditEvent, OutgoingMail
from tests.factories import ApplicationFactory


@pytest.fixture
def waiting(db):
    old = timezone.now() - timedelta(minutes=5)
    return OutgoingMail.objects.create(
        to="r@mail.example", subject="Hello", text="Hi", template="x", created_at=old
    )


class TestMails:
    def test_a_mail_goes_only_when_its_transaction_commits(self, transactional_db, settings):
        application = ApplicationFactory(waiting=True)
        try:
            with transaction.atomic():
                mail.queue(
                    to="r@mail.example",
                    template="application_refused",
                    language="en",
                    application=application,
                    reason="x",
                    words="y",
                )
                raise RuntimeError("the decision failed")
        except RuntimeError:
            pass
        assert not OutgoingMail.objects.exists()
        assert not django_mail.outbox

    def test_a_dead_mail_server_loses_nothing(self, waiting, settings, monkeypatch):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens
        assert mail.send_waiting() == 0
        waiting.refresh_from_db()
        assert (waiting.sent_at, waiting.tries, waiting.problem) == (None, 1, "ConnectionRefusedError")

        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        assert mail.send_waiting() == 1
        assert [message.to for message in django_mail.outbox] == [["r@mail.example"]]

    def test_while_the_server_is_down_requests_do_not_wait_for_it_again(self, transactional_db, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
        application = ApplicationFactory(waiting=True)
        words = {"template": "application_refused", "language": "en", "application": application}
        first = mail.queue(to="a@mail.example", reason="x", words="y", **words)
        second = mail.queue(to="b@mail.example", reason="x", words="y", **words)
        first.refresh_from_db()
        second.refresh_from_db()
        assert (first.tries, second.tries) == (1, 0)

    def test_of_two_workers_one_sends(self, waiting, monkeypatch):
        real = OutgoingMail.objects.filter(pk=waiting.pk).first
        stale = real()
        assert mail.send(waiting.pk)
        OutgoingMail.objects.filter(pk=waiting.pk).update(sent_at=None)  # as the slower worker had read it
        claimed = OutgoingMail.objects.filter(pk=stale.pk, sent_at__isnull=True, tries=stale.tries).update(
            tries=9
        )
        assert claimed == 0

    def test_sending_twice_sends_once(self, waiting):
        assert mail.send(waiting.pk)
        assert not mail.send(waiting.pk)
        assert len(django_mail.outbox) == 1

    def test_nobody_without_an_address_is_written_to(self, db):
        assert mail.queue(to="", template="application_refused", language="en") is None


class TestAppendOnly:
    def test_rows_are_added_and_never_edited_or_deleted(self, db):
        event = audit.record("test.done", on="test:1", by="system:test")
        with pytest.raises(AppendOnlyError):
            event.save()
        with pytest.raises(AppendOnlyError):
            event.delete()
        with pytest.raises(AppendOnlyError):
            AuditEvent.objects.update(verb="other")
        with pytest.raises(AppendOnlyError):
            AuditEvent.objects.filter(pk=event.pk).delete()
        assert AuditEvent.objects.get().verb == "test.done"


class TestExports:
    @pytest.mark.parametrize("cell", ["=1+1", "+44", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
    def test_text_that_looks_like_a_formula_is_made_text(self, cell):
        assert safe_cell(cell) == "'" + cell

    def test_numbers_stay_numbers(self):
        assert safe_cell(-3) == -3
        assert safe_cell(None) == ""

    def test_both_files_carry_no_live_formula(self):
        rows = [["=HYPERLINK(1)", 5]]
        text = b"".join(csv_response("x", ["a", "b"], rows).streaming_content).decode()
        sheet = load_workbook(io.BytesIO(xlsx_response("x", ["a", "b"], rows).content)).active
        assert "'=HYPERLINK(1)" in text
        assert sheet["A2"].data_type == "s"
        assert sheet["A2"].value == "'=HYPERLINK(1)"
        assert sheet["B2"].value == 5


class TestSealedFields:
    def test_a_value_opens_only_where_it_was_sealed(self):
        sealed = encrypt("Dementia", "applications.application.condition")
        assert "Dementia" not in sealed
        assert decrypt(sealed, "applications.application.condition") == "Dementia"
        with pytest.raises(CannotDecrypt):
            decrypt(sealed, "applications.application.words")
        with pytest.raises(CannotDecrypt):
            decrypt(sealed[:-4] + "AAAA", "applications.application.condition")

    def test_an_old_key_still_opens_after_rotation(self, settings):
        sealed = encrypt("Dementia", "c")
        settings.FIELD_ENCRYPTION_KEYS = [("new", bytes(range(32))), *settings.FIELD_ENCRYPTION_KEYS]
        assert decrypt(sealed, "c") == "Dementia"
        assert encrypt("x", "c").startswith("v1:new:")

    def test_a_keyed_hash_is_djangos_and_means_nothing_under_another_key(self, settings):
        """Those that are stored already must still be found."""
        for salt, text in (("redemptions.holder", "7:12"), ("redemptions.visitor", "card.ŵ|00"), ("x", "")):
            hashed = keyed_hash(salt, text)
            assert hashed == salted_hmac(salt, text, algorithm="sha256").hexdigest()
            settings.SECRET_KEY, before = "another", settings.SECRET_KEY
            assert keyed_hash(salt, text) == salted_hmac(salt, text, algorithm="sha256").hexdigest() != hashed
            settings.SECRET_KEY = before

    def test_the_database_holds_no_plain_text(self, db):
        from django.db import connection

        application = ApplicationFactory(condition="Dementia, early stage")
        with connection.cursor() as cursor:
            cursor.execute("SELECT condition FROM applications_application WHERE id = %s", [application.pk])
            assert "Dementia" not in cursor.fetchone()[0]
        application.refresh_from_db()
        assert application.condition == "Dementia, early stage"


class TestThrottle:
    LIMIT = throttle.Limit("test", times=3, seconds=3600)

    def test_the_fourth_try_is_too_many_and_others_are_free(self):
        assert [throttle.allows(self.LIMIT, "one") for _ in range(4)] == [True, True, True, False]
        assert throttle.allows(self.LIMIT, "other")

    def test_without_a_cache_each_process_counts_alone(self, settings, monkeypatch):
        """So guessing stays slow, and whoever has not tried much goes on (ADR 0021)."""

        def broken(*args, **kwargs):
            raise ConnectionError("no cache")

        monkeypatch.setattr(cache, "add", broken)
        assert [throttle.allows(self.LIMIT, "one") for _ in range(4)] == [True, True, True, False]
        assert throttle.allows(self.LIMIT, "other")

    def test_a_try_is_given_back_with_a_cache_and_without(self, monkeypatch):
        def used_up() -> bool:
            return [throttle.allows(self.LIMIT, "one") for _ in range(4)] == [True, True, True, False]

        throttle.take(self.LIMIT, "one")
        throttle.give_back(self.LIMIT, "one")
        assert used_up()

        def broken(*args, **kwargs):
            raise ConnectionError("no cache")

        for name in ("add", "incr", "decr"):
            monkeypatch.setattr(cache, name, broken)
        throttle.take(self.LIMIT, "one")
        throttle.give_back(self.LIMIT, "one")
        assert used_up()

    def test_a_made_up_header_changes_nothing(self, settings):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
        request = RequestFactory().get("/", headers={"x-forwarded-for": "203.0.113.7"})
        assert throttle.network_of(request) == "127.0.0.1"


def test_a_mail_with_a_one_time_code_is_emptied_once_it_has_gone(db):
    kept = OutgoingMail.objects.create(to="a@mail.example", subject="News", text="Hello", template="x")
    code = OutgoingMail.objects.create(
        to="b@mail.example",
        subject="Code",
        text="1234-5678",
        html="1234-5678",
        template="y",
        holds_secret=True,
    )
    for row in (kept, code):
        assert mail.send(row.pk)
        row.refresh_from_db()
    assert "1234-5678" in django_mail.outbox[1].body
    assert (code.text, code.html, kept.text) == ("", "", "Hello")
