"""The seeded demo: complete, consistent with every rule of the platform, alive today, and safe to seed again."""

from __future__ import annotations

import io

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import Count, F, Q
from django.http import HttpResponse
from django.utils import timezone
from PIL import Image
from wagtail.models import Locale, Page

from businesses.members.api_key import ApiKey
from businesses.members.models import Branch, Business, Device
from businesses.members.services import device_for_token
from businesses.offers.models import Offer
from businesses.redemptions.alarms import GuessAlarm
from businesses.redemptions.domain.decide import Refusal
from businesses.redemptions.gaps import gaps_of
from businesses.redemptions.models import Redemption, RedemptionVoid, Scan
from directory.demo.content.people import CAST
from directory.demo.seed import crowd
from directory.demo.till import give_till
from passport_site.accounts.models import User
from passport_site.core.models import AuditEvent, OutgoingMail
from passport_site.scheme.models import Area
from passport_site.scheme.querysets import current
from passports.applications import services as applications
from passports.applications.choices import ApplicationStatus, RefusalReason
from passports.applications.models import Application, ApplicationStatusChange, Evidence
from passports.applications.querysets import possible_duplicates
from passports.cards import public
from passports.cards.domain import refusals
from passports.cards.domain.verdict import Reason, Status
from passports.cards.models import (
    Card,
    CardStatus,
    CardStatusChange,
    Passport,
    PassportKind,
    PassportStatus,
    PassportStatusChange,
)
from passports.cards.services import address_for
from tests.directory.demo.uses_check import broken_rules

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def counts() -> dict[str, int]:
    wings = ("passport_site", "passports", "businesses", "directory")
    models = [
        model
        for model in apps.get_models()
        if model.__module__.split(".")[0] in wings and model._meta.managed
    ]
    return {model._meta.label: model._base_manager.count() for model in models} | {
        "pages": Page.objects.count()
    }


def values(queryset, field: str) -> set:
    return set(queryset.values_list(field, flat=True).distinct())


def test_given_the_demo_then_it_has_the_promised_size():
    assert Area.objects.count() == 4
    real = Business.objects.real()
    assert (real.count(), Offer.objects.filter(business__in=real).count()) == (60, 91)
    assert Application.objects.count() == 400
    assert sum(crowd.FATES.values()) == crowd.CROWD
    assert 5_000 < Redemption.objects.count() < 15_000
    assert current().name_en == "Arlenshire Carer Passport"


def test_given_the_demo_when_seeded_again_then_nothing_is_added_and_nothing_is_lost():
    renamed = Business.objects.get(slug="kettle-and-thrush")
    renamed.phone = "01632 960 999"
    renamed.save()
    before = counts()

    call_command("seed_demo", verbosity=0)

    assert counts() == before
    renamed.refresh_from_db()
    assert renamed.phone == "01632 960 999"


def test_given_a_scheme_when_seeded_if_empty_then_it_returns_at_once(monkeypatch):
    monkeypatch.setattr("directory.demo.seed.steps.run", lambda: pytest.fail("it seeded"))

    call_command("seed_demo", "--if-empty", verbosity=0)


def test_given_another_scheme_when_seeded_then_it_refuses():
    from django.core.management import CommandError

    Area.objects.create(slug="elsewhere", name_en="Elsewhere", name_cy="Rhywle arall")

    with pytest.raises(CommandError, match="another scheme"):
        call_command("seed_demo", verbosity=0)


def test_given_the_demo_then_every_status_and_kind_is_there():
    today = timezone.localdate()
    assert values(Application.objects, "status") == set(ApplicationStatus.values)
    assert values(Application.objects.exclude(refusal_reason=""), "refusal_reason") == set(
        RefusalReason.values
    )
    assert values(Passport.objects, "status") == set(PassportStatus.values)
    assert values(Passport.objects, "kind") == set(PassportKind.values)
    assert values(Card.objects, "status") == set(CardStatus.values)
    active = Passport.objects.filter(status="active")
    assert active.filter(valid_until__lt=today).count() >= 10, "expired"
    assert active.filter(valid_until__range=(today, today + timezone.timedelta(days=56))).count() >= 10, (
        "expiring"
    )
    assert active.filter(kind="young", discreet=True).exists()
    assert active.filter(email="").count() >= 10
    assert active.filter(language="cy").count() >= 10
    assert Card.objects.exclude(printed_at=None).count() >= 30
    assert Card.objects.to_print().count() >= 3


def test_given_the_demo_then_the_queue_of_today_is_alive():
    today, waiting = timezone.localdate(), Application.objects.waiting()
    assert waiting.filter(due_on=today).count() >= 2
    assert waiting.filter(due_on__lt=today).count() >= 2
    assert waiting.filter(due_on__gt=today).count() >= 10
    assert sum(bool(possible_duplicates(row)) for row in waiting) >= 6
    assert waiting.filter(outside_area=True).exists()
    assert waiting.filter(guardian_agreed_on=None, guardian_email__gt="").exists(), "one waits for an adult"
    assert Redemption.objects.filter(day=today, branch__business__slug="kettle-and-thrush").count() >= 5
    assert Evidence.objects.filter(application__in=waiting).count() >= 10


def test_given_the_demo_then_every_use_is_within_the_rules():
    assert broken_rules() == []
    assert RedemptionVoid.objects.count() >= 20


def test_given_the_demo_then_tills_have_refused_for_every_reason():
    no_card = {kind.reason for kind in refusals.NotACard.__subclasses__()}
    known = no_card | {str(reason) for reason in Reason if reason != Reason.GOOD} | set(Refusal.values)
    assert values(Scan.objects.filter(accepted=False, offline=False), "reason") == known


def test_given_the_demo_then_a_till_without_a_signal_has_something_to_tell():
    refused = Scan.objects.filter(offline=True, accepted=False)
    assert values(refused, "reason") == {"offline_duplicate", "offline_stopped"}
    assert refused.get(reason="offline_duplicate").winner
    device = Device.objects.get(name="Garden hatch")
    assert (device.waiting, gaps_of([device.pk])) == (3, {device.pk: [(4, 5)]})
    assert values(Offer.objects.all(), "offline") == {"yes", "once", "no"}


def test_given_the_demo_then_nothing_lies_in_the_future_or_out_of_order():
    now = timezone.now()
    for model, fields in {
        Application: ("created_at", "submitted_at", "decided_at", "changed_at", "evidence_removed_at"),
        Scan: ("created_at", "scanned_at"), RedemptionVoid: ("created_at",), CardStatusChange: ("created_at",),
        PassportStatusChange: ("created_at",), AuditEvent: ("created_at",), Card: ("issued_at", "printed_at"),
    }.items():  # fmt: skip
        for field in fields:
            assert not model._base_manager.filter(**{f"{field}__gt": now}).exists(), (model, field)
    assert not Application.objects.filter(decided_at__lt=F("submitted_at")).exists()
    assert not Application.objects.filter(submitted_at__lt=F("created_at")).exists()
    assert not Card.objects.filter(printed_at__lt=F("issued_at")).exists()


@pytest.mark.parametrize(
    ("model", "changes", "owner"),
    [
        (Card, CardStatusChange, "card"),
        (Passport, PassportStatusChange, "passport"),
        (Application, ApplicationStatusChange, "application"),
    ],
)
def test_given_the_demo_then_every_history_ends_in_the_status_of_its_row(model, changes, owner):
    last, before = {}, {}
    for row in changes.objects.order_by("created_at", "pk"):
        key = getattr(row, f"{owner}_id")
        assert row.from_status in {last.get(key, ""), "draft"}, row
        before[key], last[key] = last.get(key), row.to_status

    wrong = [row.pk for row in model.objects.exclude(status="draft") if last.get(row.pk) != row.status]
    assert wrong == []


def test_given_the_demo_then_the_nightly_jobs_find_nothing_left_over():
    now = timezone.now()
    assert applications.remove_old_drafts(now) == 0
    assert applications.remove_old_evidence(now) == 0
    assert applications.remove_old_applications(now) == 0
    assert not OutgoingMail.objects.filter(created_at__lt=now - timezone.timedelta(days=30)).exists()


def test_given_the_demo_then_a_few_mails_are_in_the_outbox_and_sent():
    assert 8 <= OutgoingMail.objects.count() <= 60
    assert not OutgoingMail.objects.filter(sent_at=None).exists()
    assert OutgoingMail.objects.filter(language="cy").exists()


def test_given_the_demo_then_every_english_page_has_its_welsh_twin():
    english, welsh = Locale.objects.get(language_code="en"), Locale.objects.get(language_code="cy")
    pages = Page.objects.live().filter(locale=english, depth__gt=1)
    assert pages.count() >= 80
    twins = dict(Page.objects.live().filter(locale=welsh).values_list("translation_key", "alias_of"))
    assert [page.title for page in pages if page.translation_key not in twins] == []
    assert [page.title for page in pages if twins[page.translation_key] is not None] == [], (
        "shown in English under /cy/"
    )


@pytest.mark.parametrize("kind", PassportKind.values)
def test_given_a_seeded_card_then_its_code_and_its_number_are_good_at_a_till(kind):
    now, today = timezone.now(), timezone.localdate()
    good = Q(
        status="active",
        passport__status="active",
        passport__kind=kind,
        expires_on__gte=today,
        passport__valid_from__lte=today,
    )
    card = Card.objects.select_related("passport").filter(good).first()

    for text in (address_for(card, live=True), address_for(card, live=False), card.number):
        check = public.check_code(text, now)
        assert (check.status, check.card_id, check.first_name) == (
            Status.VALID,
            card.pk,
            card.passport.first_name,
        )


@pytest.mark.parametrize("status", ["lost", "replaced", "revoked"])
def test_given_a_stopped_card_then_its_code_is_refused(status):
    card = (
        Card.objects.select_related("passport")
        .filter(status=status, expires_on__gte=timezone.localdate())
        .first()
    )

    assert public.check_code(address_for(card, live=False), timezone.now()).status == Status.REVOKED


def test_given_the_cast_then_each_is_in_the_state_of_their_story():
    people = {person.key: person for person in CAST}
    for person in people.values():
        if person.email:
            user = User.objects.get(email=person.email)
            assert values(user.groups, "name") == {person.role}
    by_key = {
        key: Application.objects.get(first_name=p.given_name, last_name=p.family_name)
        for key, p in people.items()
        if p.role == "Carer" and key != "guardian"
    }
    assert (by_key["waiting"].status, by_key["more-needed"].status, by_key["refused"].status) == (
        "waiting",
        "more_needed",
        "refused",
    )
    today = timezone.localdate()
    left = by_key["renewing"].passport.valid_until - today
    assert timezone.timedelta(days=20) <= left < timezone.timedelta(days=56)
    assert by_key["expired"].passport.valid_until < today
    assert by_key["young"].passport.kind == "young"
    assert by_key["young"].guardian_agreed_on
    assert by_key["young-waiting"].guardian_agreed_on is None
    assert by_key["young-waiting"].guardian_token_hash
    assert sorted(by_key["lost"].passport.cards.values_list("status", flat=True)) == ["active", "replaced"]
    assert by_key["former"].passport.status == "ended"
    assert by_key["no-email"].passport.cards.get().printed_at
    assert Redemption.objects.filter(passport=by_key["active"].passport).count() > 60


def test_given_a_shops_person_when_they_sign_in_by_one_click_then_their_browser_is_a_till(settings):
    owner = next(person for person in CAST if person.key == "owner")

    response = give_till(owner, HttpResponse())

    (cookie,) = response.cookies.values()
    device = device_for_token(cookie.value)
    assert device.branch.business.slug == "kettle-and-thrush"
    assert not Branch.objects.annotate(n=Count("devices")).filter(n=0).exists()
    assert Device.objects.exclude(revoked_at=None).exists()


def test_given_a_carer_when_they_sign_in_by_one_click_then_their_browser_is_no_till():
    carer = next(person for person in CAST if person.key == "active")

    assert not give_till(carer, HttpResponse()).cookies


def test_given_the_photos_then_they_are_small_square_and_all_different():
    names = list(Passport.objects.exclude(photo="").order_by("pk").values_list("photo", flat=True))
    assert len(names) > 200
    storage, seen = Passport._meta.get_field("photo").storage, set()
    for name in names[:40]:
        content = storage.open(name).read()
        assert len(content) <= 40_000
        assert Image.open(io.BytesIO(content)).size == (640, 640)
        seen.add(content)
    assert len(seen) == 40


def test_given_the_demo_then_an_owner_has_a_key_and_the_privacy_officer_an_alarm():
    key = ApiKey.objects.get(business__sandbox=False)
    assert (key.may_check, key.may_upload, key.revoked_at) == (True, False, None)
    assert key.created_at < key.last_used_at < timezone.now()
    assert GuessAlarm.objects.filter(mailed=True, day__lt=timezone.localdate()).count() == 1
