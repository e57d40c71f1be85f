"""A planted name is found in full by “my data”, and nowhere after erasure (quality bar 20)."""

from __future__ import annotations

import json
from datetime import date

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from passport_site.accounts import erasure, my_data, readable
from passport_site.accounts.models import User
from passport_site.accounts.services import account_for, close_account, forget_account
from passport_site.core import mail
from passport_site.core.crypto import EncryptedTextField
from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent
from passport_site.core.storage import private_storage
from passports.applications.models import Application, ApplicationStatusChange, Consent, Evidence
from passports.cards.models import Passport
from tests.factories import ApplicationFactory, CardFactory, PassportFactory, UserFactory
from tests.factories_accounts import signed_in

pytestmark = pytest.mark.django_db

FIRST, LAST, EMAIL = "Zephyrine", "Quillfeather", "zq.planted@mail.example"
PHONE, ADDRESS, CARED = "07700 900 461", "61 Heronsgate Terrace", "Wolstanton"
TRACES = (FIRST, LAST, EMAIL, PHONE, ADDRESS, CARED)

# Rooms that hold nothing about a person who signs in, with the reason. A room that registers must leave
# this list.
HOLDS_NOBODY = {
    "partners": "other councils’ schemes: their keys and lists of bits",
    "core": "its mails and trail are read and cleared by accounts",
    "scheme": "settings of the scheme",
    "offers": "offers of businesses",
    "pages": "published pages",
    "reports": "counts, never a person",
    "demo": "no models",
}


@pytest.fixture
def planted():
    """A carer whose name, address and telephone stand wherever the platform keeps such things."""
    user = account_for(email=EMAIL, first_name=FIRST, last_name=LAST, language="en")
    person = {"first_name": FIRST, "last_name": LAST, "email": EMAIL, "phone": PHONE, "address": ADDRESS}
    application = ApplicationFactory(
        waiting=True,
        user=user,
        condition=f"{CARED} fever",
        evidence_words=f"{FIRST} looks after {CARED}",
        **person,
    )
    application.photo.save("planted-photo.jpg", ContentFile(b"photo"))
    evidence = Evidence(application=application, content_type="image/jpeg", size=5)
    evidence.file.save("planted-evidence.jpg", ContentFile(b"letter"))
    ApplicationStatusChange.objects.create(
        application=application, verb="ask", to_status="more_needed", words=f"Dear {FIRST}"
    )
    Consent.objects.create(application=application, purpose="terms", version="1", given=True)
    passport = PassportFactory(user=user, **person)
    passport.photo.save("planted-card.jpg", ContentFile(b"photo"))
    CardFactory(passport=passport)
    Application.objects.filter(pk=application.pk).update(passport=passport)
    mail.queue(
        to=EMAIL, template="account_unknown", language="en", about=application, link=f"https://x/{FIRST}"
    )
    mail.queue(to="guardian@mail.example", template="account_unknown", language="en", about=user, link=LAST)
    Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": f"{FIRST}’s phone"}
    )
    log(user, "wagtail.edit", user=UserFactory(role="Administrator"))
    UserSession.objects.create(
        user=user, ip="203.0.113.9", session_key="planted", user_agent=f"Browser of {FIRST}"
    )
    user.files = [application.photo.name, evidence.file.name, passport.photo.name]
    return user


def begin_sign_in(email: str) -> Client:
    """Leaves the address in a session of somebody who is not signed in."""
    client = Client()
    client.post(reverse("account_login"), {"login": email})
    return client


def where(traces: tuple[str, ...]) -> list[str]:
    """`table.column` of each stored value that holds a trace: every table and column, sealed ones opened."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    text = (
                        bytes(value).decode("utf-8", "replace")
                        if isinstance(value, bytes | memoryview)
                        else str(value)
                    )
                    if any(trace.lower() in text.lower() for trace in traces):
                        found.append(f"{table}.{column}")
    for session in Session.objects.all():
        if any(trace.lower() in str(session.get_decoded()).lower() for trace in traces):
            found.append("django_session.session_data")
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, EncryptedTextField):
                for value in model._default_manager.values_list(field.name, flat=True):
                    if any(trace.lower() in str(value).lower() for trace in traces):
                        found.append(f"{model._meta.db_table}.{field.name} (sealed)")
    return sorted(set(found))


def test_the_walk_itself_finds_what_was_planted(planted):
    begin_sign_in(EMAIL)

    found = where(TRACES)

    for place in [
        "accounts_user.first_name",
        "core_outgoingmail.text",
        "cards_passport.address",
        "mfa_authenticator.data",
        "applications_application.condition (sealed)",
        "account_emailaddress.email",
        "django_session.session_data",
        "wagtailcore_modellogentry.label",
    ]:
        assert place in found


def test_a_planted_name_is_found_in_full_by_my_data(planted):
    client = signed_in(planted, second_factor=False)

    answer = client.get(reverse("accounts:my_data_file"))

    held = json.loads(answer.content)
    assert answer["Content-Disposition"] == 'attachment; filename="my-data.json"'
    assert set(held["data"]) >= {"accounts", "applications", "cards"}
    text = answer.content.decode()
    for trace in TRACES:
        assert trace in text, trace
    assert f"Dear {FIRST}" in text
    page = client.get(reverse("accounts:my_data")).content.decode()
    for trace in TRACES:
        assert trace in page, trace
    assert AuditEvent.objects.filter(verb="account.data_downloaded", actor=f"user:{planted.pk}").exists()


def test_my_data_holds_nothing_of_anybody_else(planted):
    other = account_for(email="other@mail.example", first_name="Otto", last_name="Else", language="en")

    held = str(my_data.held_about(other))

    assert "Otto" in held
    assert not any(trace in held for trace in TRACES)


def test_after_erasure_the_name_is_nowhere(planted, django_capture_on_commit_callbacks):
    begin_sign_in(EMAIL)
    client = signed_in(planted, second_factor=False)
    storage = private_storage()
    assert all(storage.exists(name) for name in planted.files)
    number = planted.pk

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("accounts:close"))

    assert answer.url == reverse("accounts:closed")
    assert where(TRACES) == []
    assert not User.objects.filter(pk=number).exists()
    assert not any(storage.exists(name) for name in planted.files)
    assert client.get(reverse("accounts:details")).status_code == 302
    event = AuditEvent.objects.get(verb="account.erased")
    assert (event.actor, event.subject) == (f"user:{number}", f"accounts.user:{number}")


def test_erasure_leaves_everybody_else_alone(planted):
    other = account_for(email="other@mail.example", first_name="Otto", last_name=LAST, language="en")
    PassportFactory(user=other, first_name="Otto", last_name="Else")
    before = (User.objects.count(), Passport.objects.filter(user=other).count())
    session = signed_in(other, second_factor=False)

    close_account(user=planted, by=planted)

    assert (User.objects.count(), Passport.objects.filter(user=other).count()) == (before[0] - 1, before[1])
    assert session.get(reverse("accounts:details")).status_code == 200


def test_erasure_is_all_or_nothing(planted, monkeypatch):
    def broken(user):
        raise RuntimeError("a room cannot forget")

    monkeypatch.setitem(erasure.ERASERS, "applications", broken)

    with pytest.raises(RuntimeError):
        close_account(user=planted, by=planted)

    assert Passport.objects.filter(user=planted).exists()
    assert EmailAddress.objects.filter(email=EMAIL).exists()


def test_the_account_goes_last():
    assert list(erasure.ERASERS)[-1] == "accounts"
    assert next(iter(my_data.held_about(UserFactory()))) == "accounts"


def test_closing_asks_first_and_needs_a_post(planted):
    client = signed_in(planted, second_factor=False)

    page = client.get(reverse("accounts:close"))

    assert page.status_code == 200
    assert "cannot be undone" in page.content.decode()
    assert User.objects.filter(pk=planted.pk).exists()


def test_closing_asks_again_who_is_there(planted):
    client = signed_in(planted, second_factor=False, minutes_ago=30)

    answer = client.post(reverse("accounts:close"))

    assert answer.url.startswith(reverse("accounts:confirm"))
    assert User.objects.filter(pk=planted.pk).exists()


def test_an_officer_does_not_close_their_own_account():
    client = signed_in(UserFactory(role="Assessor"))

    assert client.post(reverse("accounts:close")).status_code == 409
    with pytest.raises(RuleBroken):
        close_account(user=client.user, by=client.user)


def test_an_officer_whose_decisions_stay_becomes_a_number():
    officer = UserFactory(role="Assessor", first_name=FIRST, last_name=LAST, email=EMAIL)
    ApplicationFactory(
        waiting=True,
        status="refused",
        refusal_reason="other",
        decided_by=officer,
        decided_at=officer.date_joined,
    )

    forget_account(officer)

    officer.refresh_from_db()
    assert (officer.email, officer.get_full_name()) == (f"closed-{officer.pk}@closed.invalid", "")
    assert (officer.is_active, officer.groups.count()) == (False, 0)
    assert where((FIRST, LAST, EMAIL)) == []


def test_log_lines_of_others_keep_their_label(planted):
    page_like = UserFactory(first_name="Harry", last_name="Elsewhere")
    log(page_like, "wagtail.edit", user=page_like)

    close_account(user=planted, by=planted)

    assert ModelLogEntry.objects.get().label == "Harry Elsewhere"


def test_every_room_reads_and_forgets_or_says_why_not():
    rooms = {config.label for config in apps.get_app_configs() if config.name.startswith(
        ("passport_site.", "passports.", "businesses.", "directory."))} - {"design"}  # fmt: skip
    known = set(erasure.ERASERS) & set(my_data.COLLECTORS)

    assert rooms - {"wagtailusers"} - known - set(HOLDS_NOBODY) == set(), (
        "a room neither registers nor says why"
    )
    assert known & set(HOLDS_NOBODY) == set(), "a room registers, so that its reason is stale"


def test_readable_words_for_plain_values():
    assert [readable.text_of(value) for value in (True, False, None, "", 7)] == [
        "yes",
        "no",
        "nothing",
        "nothing",
        "7",
    ]
    held = {
        "A": [{"B": 1, "D": {"E": [{"F": 3}, {"F": 4}]}}, {"B": 2}],
        "C": ["x", "y"],
        "G": {"H": date(2026, 3, 1)},
    }
    section = readable.sections({"accounts": held})[0]
    assert section["rows"] == [{"key": "C", "value": "x, y"}]
    assert [group["title"] for group in section["groups"]] == ["A", "G"]
    flat = [
        [(row["key"], row["value"]) for row in entry]
        for group in section["groups"]
        for entry in group["entries"]
    ]
    assert flat == [
        [("B", "1"), ("D, E 1, F", "3"), ("D, E 2, F", "4")],
        [("B", "2")],
        [("H", "1 March 2026")],
    ]
