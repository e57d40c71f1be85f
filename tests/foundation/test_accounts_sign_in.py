"""Signing in: by code, without telling who has an account, and slowed down but never locked."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from passport_site.accounts.models import User
from passport_site.accounts.services import account_for, end_sessions
from passport_site.core.models import AuditEvent, OutgoingMail
from tests.factories import UserFactory
from tests.factories_accounts import signed_in

pytestmark = pytest.mark.django_db


def ask(client: Client, email: str, **headers):
    return client.post(reverse("account_login"), {"login": email}, **headers)


def last_code() -> str:
    return re.search(r"\d{4}-\d{4}", OutgoingMail.objects.first().text)[0]


def wrong(code: str) -> str:
    return "0000-0000" if code != "0000-0000" else "1111-1111"


def test_a_carer_signs_in_with_the_code_from_the_mail():
    user = account_for(email="Gwen@Mail.example", first_name="Gwen", last_name="Ashdown", language="cy")
    client = Client()

    answer = ask(client, "gwen@mail.EXAMPLE")
    assert answer.url == reverse("account_confirm_login_code")
    code = last_code()
    answer = client.post(answer.url, {"code": code})

    assert answer.status_code == 302
    assert client.get(reverse("accounts:details")).context["user"] == user
    assert EmailAddress.objects.get(user=user).verified, "the first code verifies the address"


def test_a_first_sign_in_says_one_thing():
    account_for(email="gwen@mail.example", first_name="Gwen", last_name="Ashdown")
    client = Client()
    ask(client, "gwen@mail.example")

    answer = client.post(reverse("account_confirm_login_code"), {"code": last_code()}, follow=True)

    assert [str(message) for message in answer.context["messages"]] == ["You are signed in."]


def test_a_superuser_made_on_the_command_line_signs_in_with_one_code():
    root = User.objects.create_superuser("Root@Council.example")
    client = Client()
    ask(client, "root@council.example")

    client.post(reverse("account_confirm_login_code"), {"code": last_code()})

    assert client.session["_auth_user_id"] == str(root.pk)
    assert OutgoingMail.objects.count() == 1
    assert not root.has_usable_password()


def test_a_code_typed_with_a_space_or_without_the_hyphen_is_right():
    UserFactory(email="gwen@mail.example")
    client = Client()
    ask(client, "gwen@mail.example")

    answer = client.post(reverse("account_confirm_login_code"), {"code": last_code().replace("-", " ")})

    assert answer.status_code == 302
    assert "_auth_user_id" in client.session


def test_the_mail_is_in_the_readers_language_and_in_our_outbox():
    account_for(email="gwen@mail.example", first_name="Gwen", last_name="A", language="cy")

    ask(Client(), "gwen@mail.example")

    mail = OutgoingMail.objects.get()
    assert (mail.language, mail.template, mail.to) == ("cy", "account_code", "gwen@mail.example")
    assert 'lang="cy"' in mail.html


def page_shape(client: Client, email: str) -> tuple:
    first = ask(client, email)
    page = client.get(first.url)
    words = re.sub(r'value="[^"]*"', "", page.content.decode()).replace(email, "EMAIL")
    wrong_try = client.post(first.url, {"code": "9999-999x"})
    later = re.sub(r'value="[^"]*"', "", wrong_try.content.decode()).replace(email, "EMAIL")
    resent = client.post(first.url, {"action": "resend"})
    return (
        first.status_code,
        first.url,
        page.status_code,
        words,
        wrong_try.status_code,
        later,
        resent.status_code,
    )


def test_known_and_unknown_addresses_get_the_same_answers():
    UserFactory(email="known@mail.example")

    known = page_shape(Client(), "known@mail.example")
    unknown = page_shape(Client(), "nobody@mail.example")

    assert known == unknown
    assert not User.objects.filter(email="nobody@mail.example").exists()


def test_an_unknown_address_is_told_how_to_apply_and_opens_no_account():
    ask(Client(), "nobody@mail.example")

    mail = OutgoingMail.objects.get()
    assert mail.template == "account_unknown"
    assert reverse("applications:start") in mail.text
    assert not re.search(r"\d{4}-\d{4}", mail.text)


def test_a_closed_account_looks_like_an_unknown_one():
    UserFactory(email="closed@mail.example", is_active=False)

    assert page_shape(Client(), "closed@mail.example") == page_shape(Client(), "nobody@mail.example")


def test_a_code_runs_out_after_ten_minutes():
    UserFactory(email="gwen@mail.example")
    client = Client()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        ask(client, "gwen@mail.example")
        clock.shift(timedelta(minutes=10, seconds=1))
        client.post(reverse("account_confirm_login_code"), {"code": last_code()})

    assert "_auth_user_id" not in client.session


def test_five_wrong_tries_end_the_code_but_not_the_account():
    UserFactory(email="gwen@mail.example")
    client = Client()
    ask(client, "gwen@mail.example")
    code = last_code()
    for _try in range(5):
        client.post(reverse("account_confirm_login_code"), {"code": wrong(code)})

    client.post(reverse("account_confirm_login_code"), {"code": code})
    assert "_auth_user_id" not in client.session, "the code is worn out"

    ask(client, "gwen@mail.example")
    client.post(reverse("account_confirm_login_code"), {"code": last_code()})
    assert "_auth_user_id" in client.session, "a new one works at once"


def test_a_code_works_once():
    UserFactory(email="gwen@mail.example")
    client = Client()
    ask(client, "gwen@mail.example")
    code = last_code()
    client.post(reverse("account_confirm_login_code"), {"code": code})
    client.post(reverse("account_logout"))

    client.post(reverse("account_confirm_login_code"), {"code": code})

    assert "_auth_user_id" not in client.session


def test_a_code_is_of_use_only_in_the_browser_that_asked():
    UserFactory(email="gwen@mail.example")
    ask(Client(), "gwen@mail.example")
    other = Client()

    other.post(reverse("account_confirm_login_code"), {"code": last_code()})

    assert "_auth_user_id" not in other.session


@pytest.mark.parametrize("proxies", [0, 1])
def test_a_made_up_forwarded_header_does_not_reset_the_limit(settings, proxies):
    """Behind one proxy only what that proxy appended counts; without one the header counts for nothing."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    UserFactory(email="gwen@mail.example")
    added = ", 203.0.113.7" if proxies else ""

    answers = [
        ask(Client(), f"p{n}@mail.example", headers={"X-Forwarded-For": f"198.51.100.{n}{added}"})
        for n in range(31)
    ]

    assert {answer.status_code for answer in answers[:30]} == {302}
    assert answers[30].status_code == 429


def test_a_short_forwarded_header_is_no_fault(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2

    assert ask(Client(), "gwen@mail.example", headers={"X-Forwarded-For": "198.51.100.1"}).status_code == 302


def test_throttling_answers_kindly_and_ends_by_itself():
    UserFactory(email="gwen@mail.example")
    client = Client()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _n in range(6):
            answer = ask(client, "gwen@mail.example")
        assert answer.status_code == 429
        assert "Nothing is locked" in answer.content.decode()
        clock.shift(timedelta(minutes=11))
        cache.clear()  # locmem counts real seconds; the window is part of the key
        assert ask(client, "gwen@mail.example").status_code == 302


def test_somebody_elses_tries_do_not_lock_a_person_out():
    UserFactory(email="gwen@mail.example")
    for _n in range(8):
        ask(Client(REMOTE_ADDR="198.51.100.9"), "gwen@mail.example")

    assert ask(Client(REMOTE_ADDR="203.0.113.5"), "gwen@mail.example").status_code == 302


def flood(email: str) -> None:
    """Somebody asks for codes for an address from many networks, as often as strangers may in an hour."""
    for n in range(30):
        ask(Client(REMOTE_ADDR=f"198.51.100.{n}"), email)


def test_a_flood_of_requests_never_stops_a_person_on_their_own_phone():
    UserFactory(email="gwen@mail.example")
    phone = Client()
    phone.post(ask(phone, "gwen@mail.example").url, {"code": last_code()})
    phone.post(reverse("account_logout"))
    flood("gwen@mail.example")

    assert ask(Client(), "gwen@mail.example").status_code == 429, "a stranger waits"
    answer = ask(phone, "gwen@mail.example")
    phone.post(answer.url, {"code": last_code()})

    assert "_auth_user_id" in phone.session


def test_a_known_browser_is_known_for_its_own_person_only():
    UserFactory(email="gwen@mail.example")
    UserFactory(email="other@mail.example")
    phone = Client()
    phone.post(ask(phone, "gwen@mail.example").url, {"code": last_code()})
    phone.post(reverse("account_logout"))
    flood("other@mail.example")

    assert ask(phone, "other@mail.example").status_code == 429


def test_signing_out_everywhere_makes_browsers_unknown_again():
    user = UserFactory(email="gwen@mail.example")
    phone = Client()
    phone.post(ask(phone, "gwen@mail.example").url, {"code": last_code()})
    end_sessions(user=user, by=user)
    flood("gwen@mail.example")

    assert ask(phone, "gwen@mail.example").status_code == 429


def test_a_forged_cookie_is_worth_nothing():
    UserFactory(email="gwen@mail.example")
    flood("gwen@mail.example")
    forger = Client()
    forger.cookies["known_device"] = "eyJ1c2VyIjoxfQ:1vNq:AAAA"

    assert ask(forger, "gwen@mail.example").status_code == 429


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/account/password/change/", 404),
        ("/account/password/set/", 404),
        ("/account/password/reset/", 302),
        ("/account/signup/", 302),
        ("/account/login/code/", 302),
        ("/account/email/", 404),
        ("/account/password/reset/key/1-abc/", 404),
    ],
)
def test_there_are_no_password_pages(prefix, path, status):
    assert Client().get(prefix + path).status_code == status


def test_a_password_does_not_sign_anybody_in():
    user = UserFactory(email="gwen@mail.example")
    user.set_password("a long enough password")
    user.save()
    client = Client()

    client.post(reverse("account_login"), {"login": user.email, "password": "a long enough password"})

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("Carer", "cards:card"),
        (None, "cards:card"),
        ("Assessor", "wagtailadmin_home"),
        ("Till staff", "redemptions:till"),
        ("Business owner", "members:tills"),
    ],
)
def test_people_go_to_their_place_after_signing_in(role, place):
    client = signed_in(UserFactory(role=role))

    assert client.get(reverse("accounts:after_sign_in")).url == reverse(place)


@pytest.mark.parametrize(
    "next_",
    ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "\\\\evil.example", "https:evil"],
)
def test_next_leads_only_to_ourselves(next_):
    UserFactory(email="gwen@mail.example")
    client = Client()
    first = client.post(reverse("account_login"), {"login": "gwen@mail.example", "next": next_})
    answer = client.post(first.url, {"code": last_code(), "next": next_})

    assert answer.url == reverse("accounts:after_sign_in")
    assert "evil" not in client.get(reverse("accounts:after_sign_in"), {"next": next_}).url


def test_next_of_our_own_is_followed():
    UserFactory(email="gwen@mail.example")
    client = Client()
    first = client.post(reverse("account_login") + "?next=/me/data/", {"login": "gwen@mail.example"})

    assert client.post(first.url, {"code": last_code()}).url == "/me/data/"


def test_a_guessed_host_changes_nothing():
    answer = Client().post(
        reverse("account_login"), {"login": "gwen@mail.example"}, headers={"Host": "evil.example"}
    )

    assert answer.status_code == 400


def test_signing_in_is_in_the_trail_by_number_only():
    user = UserFactory(email="gwen@mail.example")
    client = Client()
    ask(client, user.email)
    client.post(reverse("account_confirm_login_code"), {"code": last_code()})

    event = AuditEvent.objects.get(verb="account.signed_in")
    assert (event.actor, event.subject) == (f"user:{user.pk}", f"accounts.user:{user.pk}")
    assert "gwen" not in str(event.details)
