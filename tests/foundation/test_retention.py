"""Nothing is kept for ever: each job clears what is old enough and leaves the rest (quality bar 19)."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone

from passport_site.accounts import idle
from passport_site.accounts.models import User
from passport_site.core import mail, retention
from passport_site.core.models import AuditEvent, JobRun, OutgoingMail
from passport_site.core.privacy import declaration, our_models
from tests.factories import PassportFactory, UserFactory
from tests.factories_accounts import signed_in

pytestmark = pytest.mark.django_db

# Jobs that models name and no room has registered yet. Registering one makes its line stale, which fails.
NOT_YET: dict[str, str] = {}


def queued(to: str = "gwen@mail.example") -> OutgoingMail:
    return mail.queue(to=to, template="account_unknown", language="en", link="https://x/")


def after(days: float):
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=False)


def test_mails_go_after_30_days():
    queued()
    with after(29.9):
        assert retention.run(["core.mails"]) == {"core.mails": 0}
    with after(30.1):
        assert retention.run(["core.mails"]) == {"core.mails": 1}
    assert not OutgoingMail.objects.exists()


def test_the_trail_goes_after_7_years():
    AuditEvent.objects.create(verb="card.issued", actor="user:1", subject="cards.card:9")
    with after(7 * 365):
        retention.run(["core.audit"])
        assert AuditEvent.objects.filter(verb="card.issued").exists()
    with after(7 * 365 + 3):
        retention.run(["core.audit"])
    assert not AuditEvent.objects.filter(verb="card.issued").exists()


def test_notes_of_runs_go_after_a_year_and_sessions_when_they_end():
    JobRun.objects.create(job="old", started_at=timezone.now())
    signed_in(UserFactory(), second_factor=False)
    UserSession.objects.create(user=UserFactory(), ip="203.0.113.1", session_key="gone", user_agent="x")
    with after(366):
        assert retention.run(["core.job_runs", "core.sessions", "accounts.devices"]) == {
            "core.job_runs": 1,
            "core.sessions": 1,
            "accounts.devices": 1,
        }
    assert not Session.objects.exists()


def test_an_account_that_nobody_uses_closes_after_3_years():
    never = UserFactory()
    once = UserFactory(last_login=timezone.now())
    with after(3 * 365):
        assert idle.close_idle_accounts() == 0
    with after(3 * 365 + 2):
        regular = UserFactory(last_login=timezone.now(), date_joined=timezone.now() - timedelta(days=2000))
        assert idle.close_idle_accounts() == 2
    assert not User.objects.filter(pk__in=[never.pk, once.pk]).exists()
    assert User.objects.filter(pk=regular.pk).exists()
    assert AuditEvent.objects.filter(verb="account.erased", actor="system:retention").count() == 2


def test_a_carer_with_a_paper_card_who_never_signs_in_keeps_everything():
    user = UserFactory()
    PassportFactory(user=user)
    with after(3 * 365 + 2):
        idle.close_idle_accounts()

    assert User.objects.filter(pk=user.pk).exists()


def test_an_idle_officer_whose_decisions_stay_is_blanked_once():
    from tests.factories import ApplicationFactory

    officer = UserFactory(role="Assessor", email="ada@mail.example")
    ApplicationFactory(
        waiting=True, status="refused", refusal_reason="other", decided_by=officer, decided_at=timezone.now()
    )
    with after(3 * 365 + 2):
        assert idle.close_idle_accounts() == 1
        assert idle.close_idle_accounts() == 0
    officer.refresh_from_db()
    assert not officer.is_active


def test_a_run_is_noted_and_one_fault_does_not_stop_the_others(monkeypatch):
    def broken():
        OutgoingMail.objects.all().delete()
        raise RuntimeError("broken")

    queued()
    monkeypatch.setattr(retention, "JOBS", {"a.broken": broken, "core.mails": retention.clear_mails})

    with after(31), pytest.raises(CommandError, match=r"a\.broken"):
        call_command("retention")

    assert [(run.job, run.done) for run in JobRun.objects.order_by("pk")] == [
        ("a.broken", {"failed": True}),
        ("core.mails", {"rows": 1}),
    ]
    assert AuditEvent.objects.get(verb="retention.cleared").subject == "core.mails"


def test_running_twice_is_harmless():
    queued()
    with after(31):
        call_command("retention", "core.mails")
        call_command("retention", "core.mails")
    assert [run.done["rows"] for run in JobRun.objects.order_by("pk")] == [1, 0]


def test_an_unknown_job_is_named():
    with pytest.raises(CommandError, match=r"No such job: core\.everything"):
        call_command("retention", "core.everything")


def test_every_job_that_a_model_names_is_registered():
    named = {declaration(model).keep.job for model in our_models()} - {""}

    assert named - set(retention.JOBS) - set(NOT_YET) == set(), "named by a model, registered by nobody"
    assert {job for job in NOT_YET if job in retention.JOBS or job not in named} == set(), "stale"


def test_waiting_mails_go_with_the_command(mailoutbox):
    waiting = queued()
    with after(0.1):
        call_command("send_mails")
        call_command("send_mails")

    waiting.refresh_from_db()
    assert waiting.sent_at is not None
    assert [sent.to for sent in mailoutbox] == [["gwen@mail.example"]]
    assert JobRun.objects.get(job="core.send_mails").done == {"sent": 1}
