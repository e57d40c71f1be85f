"""Staff reach the CMS with a second factor only; people are made in the CMS without passwords."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import ModelLogEntry

from passport_site.accounts.access import staff
from passport_site.accounts.adapters import SEALED
from passport_site.accounts.models import User
from passport_site.accounts.roles import ROLES, STAFF_ROLES
from passport_site.core import crypto
from passport_site.core.models import AuditEvent, JobRun, OutgoingMail
from tests.factories import PassportFactory, UserFactory
from tests.factories_accounts import signed_in

pytestmark = pytest.mark.django_db
CMS_ROLES = sorted(role.name for role in ROLES if "wagtailadmin.access_admin" in role.permissions)


def app_code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


@pytest.mark.parametrize("role", CMS_ROLES)
def test_staff_without_a_second_factor_are_sent_to_set_one_up(role):
    client = signed_in(UserFactory(role=role), second_factor=False)

    assert client.get("/cms/").url == reverse("accounts:second_factor")
    assert client.post("/cms/users/add/").url == reverse("accounts:second_factor")


def test_a_single_permission_does_not_open_the_cms_without_a_second_factor():
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))

    assert signed_in(user, second_factor=False).get("/cms/").url == reverse("accounts:second_factor")


def test_a_second_factor_that_was_not_used_in_this_session_is_asked_for():
    user = UserFactory(role="Assessor")
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "unused"})
    client = signed_in(user, second_factor=False)

    answer = client.get("/cms/reports/")

    assert answer.url == reverse("mfa_reauthenticate") + "?next=%2Fcms%2Freports%2F"


def test_a_second_factor_of_another_person_does_not_count():
    client = signed_in(UserFactory(role="Assessor"))
    other = UserFactory(role="Assessor")
    session = client.session
    session["account_authentication_methods_user"] = str(other.pk)
    session.save()

    assert client.get("/cms/").status_code == 302


@pytest.mark.parametrize("role", CMS_ROLES)
def test_staff_with_a_second_factor_reach_the_cms(role):
    assert signed_in(UserFactory(role=role)).get("/cms/").status_code == 200


@pytest.mark.parametrize("role", ["Carer", "Till staff", "Business owner", "Call handler", None])
def test_people_without_a_place_in_the_cms_get_our_refusal_and_no_loop(role):
    answer = signed_in(UserFactory(role=role)).get("/cms/")

    assert answer.status_code == 403
    assert "This page is not for this account" in answer.content.decode()


def test_strangers_go_to_sign_in():
    assert Client().get("/cms/pages/").url == "/account/login/?next=/cms/pages/"
    assert Client().get("/cms/login/").url == "/account/login/"
    assert Client().get("/cms/password_reset/").url == "/account/login/"
    assert Client().get("/cms/password_reset/confirm/MQ/abc-def/").status_code in (302, 404)


def test_the_gate_stands_before_staff_views_outside_the_cms():
    view = staff("core.view_auditevent")(lambda request: HttpResponse("inside"))
    user = UserFactory(role="Privacy officer")
    bare = signed_in(user, second_factor=False)
    proved = signed_in(UserFactory(role="Privacy officer"))

    def ask(client):
        request = RequestFactory().get("/somewhere/")
        request.user, request.session = client.user, client.session
        return view(request)

    assert ask(bare).url == reverse("accounts:second_factor")
    assert ask(proved).content == b"inside"


def test_setting_up_an_authenticator_app_opens_the_cms(monkeypatch):
    # as outside a test's own transaction: allauth tells us on commit, while the view still runs
    monkeypatch.setattr(transaction, "on_commit", lambda func, using=None, robust=False: func())
    client = signed_in(UserFactory(role="Assessor"), second_factor=False)
    client.get(reverse("mfa_activate_totp"))
    secret = client.session["mfa.totp.secret"]

    answer = client.post(reverse("mfa_activate_totp"), {"code": app_code(secret)})

    assert answer.status_code == 302
    assert client.get("/cms/").status_code == 200
    stored = Authenticator.objects.get(user=client.user, type=Authenticator.Type.TOTP)
    assert secret not in str(stored.data), "the secret is sealed"
    assert crypto.decrypt(stored.data["secret"], SEALED) == secret
    assert OutgoingMail.objects.filter(template="account_changed", to=client.user.email).exists()


def test_the_whole_way_in_with_code_and_app():
    user = UserFactory(role="Assessor", email="ada@mail.example")
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    TOTP.activate(user, secret)
    client = Client()
    first = client.post(reverse("account_login"), {"login": user.email})
    code = re.search(r"\d{4}-\d{4}", OutgoingMail.objects.first().text)[0]
    second = client.post(first.url, {"code": code})
    assert second.url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session, "one factor is not enough once there are two"

    client.post(second.url, {"code": app_code(secret)})

    assert client.get("/cms/").status_code == 200
    assert client.session.get_expiry_age() <= 8 * 3600


def test_a_recovery_code_works_once():
    user = UserFactory(role="Assessor")
    TOTP.activate(user, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    codes = RecoveryCodes.activate(user).get_unused_codes()

    def second_step(code):
        client = Client()
        first = client.post(reverse("account_login"), {"login": user.email})
        mailed = re.search(r"\d{4}-\d{4}", OutgoingMail.objects.first().text)[0]
        client.post(first.url, {"code": mailed})
        client.post(reverse("mfa_authenticate"), {"code": code})
        return "_auth_user_id" in client.session

    assert second_step(codes[0])
    assert not second_step(codes[0])


def test_adding_a_second_factor_asks_again_who_is_there():
    client = signed_in(UserFactory(role="Carer"), second_factor=False, minutes_ago=30)

    answer = client.get(reverse("mfa_add_webauthn"))

    assert answer.url.startswith(reverse("accounts:confirm"))


def test_the_relaxed_setting_lets_staff_in_on_a_laptop(settings):
    settings.STAFF_SECOND_FACTOR_REQUIRED = False

    assert signed_in(UserFactory(role="Assessor"), second_factor=False).get("/cms/").status_code == 200


def test_deployment_check_refuses_the_relaxed_setting(settings):
    from passport_site.core.checks import staff_need_second_factor

    settings.STAFF_SECOND_FACTOR_REQUIRED = False

    assert [problem.id for problem in staff_need_second_factor(None)] == ["core.E002"]


# People in the CMS


def person(**more) -> dict:
    assessor = Group.objects.get(name="Assessor").pk
    return {
        "email": "New.Person@mail.example", "first_name": "Nia", "last_name": "Pugh", "language": "cy",
        "groups": [assessor], **more,
    }  # fmt: skip


def test_an_administrator_makes_a_person_who_can_sign_in_at_once():
    admin = signed_in(UserFactory(role="Administrator"))

    admin.post(reverse("wagtailusers_users:add"), person())

    made = User.objects.get(email="new.person@mail.example")
    assert (made.language, made.has_usable_password(), made.is_superuser) == ("cy", False, False)
    assert EmailAddress.objects.get(user=made, verified=True, primary=True).email == made.email
    assert [group.name for group in made.groups.all()] == ["Assessor"]
    assert AuditEvent.objects.get(verb="account.set_by_officer").details["roles"] == ["Assessor"]


def test_nobody_makes_a_superuser_or_a_password_in_the_cms():
    admin = signed_in(UserFactory(role="Administrator"))
    page = admin.get(reverse("wagtailusers_users:add")).content.decode()
    assert "is_superuser" not in page.split("<form", 1)[-1].split("</form>")[0]
    assert 'type="password"' not in page

    more = {
        "is_superuser": "on",
        "is_staff": "on",
        "password1": "a long password",
        "password2": "a long password",
    }
    admin.post(reverse("wagtailusers_users:add"), person(**more))
    made = User.objects.get(email="new.person@mail.example")
    admin.post(reverse("wagtailusers_users:edit", args=[made.pk]), person(is_active="on", **more))

    made.refresh_from_db()
    assert (made.is_superuser, made.is_staff, made.has_usable_password()) == (False, False, False)


def test_nobody_gives_roles_to_themselves():
    admin = signed_in(UserFactory(role="Administrator"))

    admin.post(
        reverse("wagtailusers_users:edit", args=[admin.user.pk]),
        person(email=admin.user.email, is_superuser="on", is_active="on"),
    )

    admin.user.refresh_from_db()
    assert admin.user.first_name == "Nia", "the rest was saved"
    assert [group.name for group in admin.user.groups.all()] == ["Administrator"]
    assert not admin.user.is_superuser


def test_an_administrator_does_not_touch_a_superuser():
    admin = signed_in(UserFactory(role="Administrator"))
    root = UserFactory(is_superuser=True, email="root@mail.example")

    admin.post(reverse("wagtailusers_users:edit", args=[root.pk]), person())

    root.refresh_from_db()
    assert root.email == "root@mail.example"


def test_a_changed_address_ends_the_persons_sessions():
    admin = signed_in(UserFactory(role="Administrator"))
    client = signed_in(UserFactory(role="Assessor", email="old@mail.example"))

    admin.post(reverse("wagtailusers_users:edit", args=[client.user.pk]), person(is_active="on"))

    assert client.get("/cms/").url.startswith("/account/login/")
    assert [one.email for one in EmailAddress.objects.filter(user=client.user)] == ["new.person@mail.example"]


@pytest.mark.parametrize("action", ["assign_role", "set_active_state", "delete"])
def test_people_are_not_changed_in_bulk(action):
    admin = signed_in(UserFactory(role="Administrator"))
    other = UserFactory(role="Carer")
    commissioner = Group.objects.get(name="Commissioner").pk
    address = reverse("wagtail_bulk_action", args=["accounts", "user", action])

    for person in (admin.user, other):
        admin.post(f"{address}?id={person.pk}", {"role": commissioner, "mark_as_active": "False"})

    assert [group.name for group in admin.user.groups.all()] == ["Administrator"]
    other.refresh_from_db()
    assert other.is_active
    assert [group.name for group in other.groups.all()] == ["Carer"]


def test_an_administrator_closes_an_account_in_every_room():
    admin = signed_in(UserFactory(role="Administrator"))
    person = UserFactory(role="Carer", first_name="Zephyrine", last_name="Quillfeather")
    passport = PassportFactory(user=person, first_name="Zephyrine", last_name="Quillfeather")

    address = reverse("wagtailusers_users:delete", args=[person.pk])
    assert "in every part of the platform" in admin.get(address).content.decode()
    admin.post(address)

    assert not User.objects.filter(pk=person.pk).exists()
    assert not type(passport).objects.filter(first_name="Zephyrine").exists()
    assert AuditEvent.objects.get(verb="account.erased").actor == f"user:{admin.user.pk}"
    assert not ModelLogEntry.objects.filter(label__contains="Zephyrine").exists()


def test_an_administrator_closes_neither_their_own_account_nor_a_superusers():
    admin = signed_in(UserFactory(role="Administrator"))
    root = UserFactory(is_superuser=True)

    for person in (admin.user, root):
        admin.post(reverse("wagtailusers_users:delete", args=[person.pk]))
        assert User.objects.filter(pk=person.pk).exists()


def test_the_list_of_people_shows_their_roles():
    admin = signed_in(UserFactory(role="Administrator"))
    UserFactory(role="Commissioner", first_name="Cai", last_name="Morgan")

    page = admin.get(reverse("wagtailusers_users:index")).content.decode()

    assert "Cai Morgan" in page
    assert "Commissioner" in page
    assert admin.get(reverse("wagtailusers_users:index"), {"q": "Morgan"}).status_code == 200


def test_an_address_of_somebody_else_is_refused():
    admin = signed_in(UserFactory(role="Administrator"))
    UserFactory(email="new.person@mail.example")

    answer = admin.post(reverse("wagtailusers_users:add"), person())

    assert answer.status_code == 200
    assert User.objects.filter(email__iexact="new.person@mail.example").count() == 1


def test_roles_cannot_be_changed_in_the_cms_even_by_a_superuser():
    root = signed_in(UserFactory(is_superuser=True))
    assessor = Group.objects.get(name="Assessor")
    before = set(assessor.permissions.values_list("codename", flat=True))

    for address in [
        reverse("wagtailusers_groups:edit", args=[assessor.pk]),
        reverse("wagtailusers_groups:add"),
        reverse("wagtailusers_groups:delete", args=[assessor.pk]),
    ]:
        root.post(address, {"name": "Assessor", "permissions": []})

    assert set(assessor.permissions.values_list("codename", flat=True)) == before


def test_the_cms_account_page_offers_no_password_and_no_address():
    page = signed_in(UserFactory(role="Assessor")).get(reverse("wagtailadmin_account")).content.decode()

    assert "password" not in page.lower()
    assert "name-email" not in page


# The audit trail


@pytest.mark.parametrize(
    ("role", "status"), [("Privacy officer", 200), ("Administrator", 200), ("Assessor", 302)]
)
def test_who_may_read_the_audit_trail(role, status):
    AuditEvent.objects.create(verb="card.issued", actor="user:1", subject="cards.card:9")
    client = signed_in(UserFactory(role=role))

    assert client.get(reverse("audit:index")).status_code == status


def test_the_audit_trail_and_job_runs_are_for_reading_only():
    event = AuditEvent.objects.create(verb="card.issued", actor="user:1", subject="cards.card:9")
    run = JobRun.objects.create(job="core.mails", started_at=event.created_at)
    root = signed_in(UserFactory(is_superuser=True))

    for name, row in [("audit", event), ("jobs", run)]:
        assert (
            reverse(f"{name}:inspect", args=[row.pk]) in root.get(reverse(f"{name}:index")).content.decode()
        )
        assert root.get(reverse(f"{name}:inspect", args=[row.pk])).status_code == 200
        for action, args in [("add", []), ("edit", [row.pk]), ("delete", [row.pk])]:
            answer = root.post(reverse(f"{name}:{action}", args=args), {"verb": "x", "job": "x"})
            assert answer.status_code == 302
            assert answer.url == reverse("wagtailadmin_home")
    assert AuditEvent.objects.filter(verb="card.issued").exists()
    assert JobRun.objects.get().job == "core.mails"


def test_every_staff_role_is_known_to_the_gate():
    assert {role.name for role in ROLES if role.staff} == STAFF_ROLES
