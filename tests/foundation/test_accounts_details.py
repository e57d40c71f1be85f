"""My details: see, correct, change address, devices, choices."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from passport_site.accounts import choices
from passport_site.accounts.codes import CODE_MAILS
from passport_site.accounts.services import account_for, change_email
from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent, OutgoingMail
from passports.applications.models import Consent
from tests.factories import ApplicationFactory, UserFactory
from tests.factories_accounts import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def carer():
    return signed_in(UserFactory(role="Carer", email="gwen@mail.example"), second_factor=False)


def mailed_code() -> str:
    return re.search(r"\d{4}-\d{4}", OutgoingMail.objects.filter(template__in=CODE_MAILS).first().text)[0]


def sign_in_really(email: str) -> Client:
    client = Client(
        headers={"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit Safari/605.1"}
    )
    first = client.post(reverse("account_login"), {"login": email})
    client.post(first.url, {"code": mailed_code()})
    return client


# Opening


def test_an_account_is_opened_once_and_keeps_its_first_name():
    first = account_for(email="New@Mail.example", first_name="Nia", last_name="Pugh", language="cy")
    again = account_for(email="new@mail.EXAMPLE", first_name="Somebody", last_name="Else", language="en")

    assert first == again
    again.refresh_from_db()
    assert (again.email, again.first_name, again.language) == ("new@mail.example", "Nia", "cy")
    assert not again.has_usable_password()
    assert [group.name for group in again.groups.all()] == ["Carer"]
    assert EmailAddress.objects.get(user=again).verified is False
    assert AuditEvent.objects.filter(verb="account.opened").count() == 1


# Seeing and correcting


@pytest.mark.parametrize(
    "name", ["details", "name", "preferences", "email", "sessions", "my_data", "close", "second_factor"]
)
@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_pages_open_in_both_languages(carer, name, prefix):
    answer = carer.get(prefix + reverse(f"accounts:{name}"))

    assert f'<html lang="{prefix[1:] or "en"}">' in answer.content.decode()

    assert answer.status_code == 200
    assert "no-cache" in answer["Cache-Control"] or "no-store" in answer["Cache-Control"]


def test_a_person_corrects_name_and_language(carer):
    answer = carer.post(
        reverse("accounts:name"), {"first_name": " Gwen ", "last_name": "Pugh", "language": "cy"}
    )

    assert answer.url == reverse("accounts:details")
    carer.user.refresh_from_db()
    assert (carer.user.first_name, carer.user.last_name, carer.user.language) == ("Gwen", "Pugh", "cy")
    event = AuditEvent.objects.get(verb="account.corrected")
    assert event.details == {"fields": ["first_name", "last_name", "language"]}


def test_other_fields_in_the_form_change_nothing(carer):
    carer.post(
        reverse("accounts:name"),
        {
            "first_name": "Gwen",
            "last_name": "P",
            "language": "en",
            "email": "x@y.example",
            "is_superuser": "1",
            "is_staff": "1",
            "is_active": "",
            "groups": "4",
            "password": "x",
        },
    )

    carer.user.refresh_from_db()
    assert (carer.user.email, carer.user.is_superuser, carer.user.is_staff) == (
        "gwen@mail.example",
        False,
        False,
    )
    assert [group.name for group in carer.user.groups.all()] == ["Carer"]


@pytest.mark.parametrize("language", ["fr", "", "<b>"])
def test_a_language_we_do_not_have_is_refused(carer, language):
    answer = carer.post(reverse("accounts:name"), {"first_name": "G", "last_name": "P", "language": language})

    assert answer.status_code == 200
    assert answer.context["form"].errors["language"]


@pytest.mark.parametrize("name", ["Siân Ŵyn", "O’Brien-née", "مريم", "🙂", "a" * 150])
def test_odd_names_are_kept_as_typed(carer, name):
    carer.post(reverse("accounts:name"), {"first_name": name, "last_name": "P", "language": "en"})

    carer.user.refresh_from_db()
    assert carer.user.first_name == name


def test_a_nul_in_a_name_is_a_mistake_and_not_a_fault(carer):
    answer = carer.post(
        reverse("accounts:name"), {"first_name": "Gw\x00en", "last_name": "P", "language": "en"}
    )

    assert answer.status_code == 200
    assert answer.context["form"].errors["first_name"]


# Changing the address


def test_the_address_changes_only_after_the_code_from_the_new_mailbox(carer):
    answer = carer.post(reverse("accounts:email"), {"email": "New@Mail.example"})
    carer.user.refresh_from_db()
    assert carer.user.email == "gwen@mail.example"
    assert OutgoingMail.objects.get(template="account_address_code").to == "new@mail.example"

    carer.post(answer.url, {"code": mailed_code()})

    carer.user.refresh_from_db()
    assert carer.user.email == "new@mail.example"
    assert [(one.email, one.verified) for one in EmailAddress.objects.filter(user=carer.user)] == [
        ("new@mail.example", True)
    ]
    assert OutgoingMail.objects.get(template="account_email_changed").to == "gwen@mail.example"
    assert AuditEvent.objects.filter(verb="account.email_changed").exists()


def test_a_wrong_code_changes_nothing_and_five_end_it(carer):
    carer.post(reverse("accounts:email"), {"email": "new@mail.example"})
    right = mailed_code()
    for _n in range(4):
        assert (
            "not the code we sent"
            in carer.post(reverse("accounts:email_code"), {"code": "x"}).content.decode()
        )
    assert carer.post(reverse("accounts:email_code"), {"code": "x"}).url == reverse("accounts:email")

    carer.post(reverse("accounts:email_code"), {"code": right})

    carer.user.refresh_from_db()
    assert carer.user.email == "gwen@mail.example"


def test_whether_an_address_is_taken_is_not_told_before_its_mailbox_is_read(carer):
    UserFactory(email="taken@mail.example")

    taken = carer.post(reverse("accounts:email"), {"email": "taken@mail.example"})
    free = carer.post(reverse("accounts:email"), {"email": "free@mail.example"})
    assert (taken.status_code, taken.url) == (free.status_code, free.url)

    carer.post(reverse("accounts:email"), {"email": "taken@mail.example"})
    carer.post(reverse("accounts:email_code"), {"code": mailed_code()})
    carer.user.refresh_from_db()
    assert carer.user.email == "gwen@mail.example"


def test_a_taken_address_is_refused_by_the_service():
    UserFactory(email="taken@mail.example")
    user = UserFactory()

    with pytest.raises(RuleBroken):
        change_email(user=user, email="Taken@mail.example", by=user)


def test_codes_are_not_sent_without_end(carer):
    for _n in range(7):
        carer.post(reverse("accounts:email"), {"email": "new@mail.example"})

    assert OutgoingMail.objects.filter(template="account_address_code").count() == 6


def test_what_matters_asks_again_who_is_there():
    client = signed_in(UserFactory(email="gwen@mail.example"), second_factor=False, minutes_ago=30)
    asked = client.get(reverse("accounts:email"))
    assert asked.url == f"{reverse('accounts:confirm')}?next=%2Fme%2Femail%2F"

    client.post(asked.url, {"action": "send"})
    assert client.post(asked.url, {"code": "x"}).status_code == 200
    answer = client.post(asked.url, {"code": mailed_code()})

    assert answer.url == "/me/email/"
    assert client.get("/me/email/").status_code == 200


def test_a_code_for_one_purpose_does_not_serve_another():
    client = signed_in(UserFactory(email="gwen@mail.example"), second_factor=False, minutes_ago=30)
    client.post(reverse("accounts:confirm"), {"action": "send"})

    answer = client.post(reverse("accounts:email_code"), {"code": mailed_code()})

    assert answer.url == reverse("accounts:email")


def test_people_with_a_second_factor_confirm_with_it():
    client = signed_in(UserFactory(), minutes_ago=30)

    assert client.get(reverse("accounts:confirm")).url.startswith(reverse("mfa_reauthenticate"))


def test_confirm_leads_nowhere_else():
    client = signed_in(UserFactory(), second_factor=False)

    assert client.get(reverse("accounts:confirm") + "?next=https://evil.example/").url == reverse(
        "accounts:details"
    )


# Devices


def test_devices_are_listed_in_words_and_end_together():
    UserFactory(email="gwen@mail.example")
    phone = sign_in_really("gwen@mail.example")
    laptop = sign_in_really("gwen@mail.example")
    page = laptop.get(reverse("accounts:sessions")).content.decode()
    assert page.count("Safari on iPhone") == 2
    assert page.count("This device") == 1

    laptop.post(reverse("accounts:sign_out_everywhere"))

    assert laptop.get(reverse("accounts:details")).status_code == 200
    assert phone.get(reverse("accounts:details")).status_code == 302


def test_sessions_that_no_list_knows_end_too():
    user = UserFactory(email="gwen@mail.example")
    unlisted = Client()
    unlisted.force_login(user)
    here = sign_in_really("gwen@mail.example")

    here.post(reverse("accounts:sign_out_everywhere"))

    assert unlisted.get(reverse("accounts:details")).status_code == 302


def test_signing_out_needs_a_post():
    client = sign_in_really(UserFactory(email="gwen@mail.example").email)

    client.get(reverse("account_logout"))
    assert client.get(reverse("accounts:details")).status_code == 200
    client.get(reverse("accounts:sign_out_everywhere"))
    client.post(reverse("account_logout"))
    assert client.get(reverse("accounts:details")).status_code == 302


# Choices


@pytest.fixture
def newsletter(monkeypatch):
    kept = {"news": True, "post": False}

    def read(user):
        return [
            choices.Choice("news", "Send me the newsletter", kept["news"]),
            choices.Choice("post", "By post", kept["post"], group="contact"),
        ]

    def write(*, user, key, yes, by):
        kept[key] = yes

    monkeypatch.setattr(choices, "KEEPERS", {"example": choices.Keeper(read, write)})
    return kept


def test_a_consent_is_withdrawn_in_one_step_and_nothing_else_changes(carer, newsletter):
    page = carer.get(reverse("accounts:preferences")).content.decode()
    assert "Send me the newsletter" in page

    carer.post(reverse("accounts:preferences"), {})

    assert newsletter == {"news": False, "post": False}


def test_a_consent_is_given_by_ticking_it(carer, newsletter):
    carer.post(
        reverse("accounts:preferences"), {"example.news": "on", "example.post": "on", "example.other": "on"}
    )

    assert newsletter == {"news": True, "post": True}


def test_a_carer_changes_what_they_said_when_they_applied(carer):
    application = ApplicationFactory(waiting=True, user=carer.user, by_email=True)
    for purpose in ("terms", "carers_team"):
        Consent.objects.create(application=application, purpose=purpose, version="2026-11", given=True)
    page = carer.get(reverse("accounts:details")).content.decode()
    assert "Tell the council’s carers team about me" in page
    assert "card’s terms" not in page

    carer.post(reverse("accounts:preferences"), {"applications.by_post": "on"})

    application.refresh_from_db()
    assert (application.by_email, application.by_post) == (False, True)
    assert [row.given for row in application.consents.filter(purpose="carers_team").order_by("pk")] == [
        True,
        False,
    ]
    assert [row.given for row in application.consents.filter(purpose="terms")] == [True]
    assert AuditEvent.objects.filter(verb="application.contact", actor=f"user:{carer.user.pk}").count() == 2


def test_a_name_is_not_left_empty(carer):
    answer = carer.post(reverse("accounts:name"), {"first_name": " ", "last_name": "Pugh", "language": "en"})

    assert "Enter your first name" in answer.content.decode()
    carer.user.refresh_from_db()
    assert carer.user.first_name


def test_a_password_is_never_a_way_to_show_who_one_is():
    client = signed_in(UserFactory(email="root@mail.example"))
    client.user.set_password("an old row from the command line")
    client.user.save()
    client.force_login(client.user)

    page = client.get(reverse("mfa_reauthenticate")).content.decode()

    assert "app" in page
    assert "password" not in page.casefold()
