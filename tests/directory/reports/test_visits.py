"""What councils tell each other of uses across borders: counts of closed months, signed, and nobody's name."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from businesses.members.models import Business
from businesses.redemptions.models import Redemption, RedemptionVoid
from businesses.redemptions.public import last_closed
from directory.reports.models import VisitReport, VisitsGiven
from directory.reports.services.visits import give_visits, take_visits, write_down
from directory.reports.visits import closed_months
from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent
from passports.cards import keys
from passports.cards.domain import trust
from passports.partners import services
from passports.partners.models import PartnerScheme
from tests.factories import BranchFactory, BusinessFactory, OfferFactory, UserFactory
from tests.factories_partners import OtherScheme, trusted
from tests.factories_redemptions import use

pytestmark = pytest.mark.django_db
MONTH = last_closed(timezone.localdate())


@pytest.fixture
def other():
    return OtherScheme()


@pytest.fixture
def partner(other):
    return trusted(other, trusted_from=MONTH - timedelta(days=40))


def used(partner, times: int, *, name: str, day: date | None = None) -> None:
    """So many uses at a shop of a new category, by its carers, or by ours for None."""
    business = BusinessFactory(category__name_en=name, category__slug=name.lower())
    offer, branch = OfferFactory(business=business), BranchFactory(business=business)
    for _n in range(times):
        use(offer, branch, day or MONTH, visiting=partner)


def given(partner, month: date = MONTH) -> dict:
    """What the file for that scheme says."""
    return json.loads(json.loads(give_visits(partner=partner, month=month, by="system:test"))["payload"])


def test_only_that_scheme_s_carers_in_that_month_are_counted(partner):
    used(partner, 7, name="Cafés")
    used(None, 20, name="Ours")
    used(partner, 9, name="Later", day=MONTH + timedelta(days=45))
    said = given(partner)
    assert (said["uses"], said["by_category"]) == (7, [["Cafés", 7]])


def test_small_numbers_are_hidden_and_cannot_be_worked_out(partner):
    used(partner, 12, name="Cafés")
    used(partner, 2, name="Garages")
    said = given(partner)
    cells = dict(said["by_category"])
    assert cells["Garages"] is None
    assert cells["Cafés"] is None or said["uses"] is None


def test_the_file_is_signed_with_our_card_key_and_names_nobody(partner):
    used(partner, 7, name="Cafés")
    file = json.loads(give_visits(partner=partner, month=MONTH, by="system:test"))
    said = trust.unseal(file, purpose=trust.VISITS, issuer_host=file["issuer"], keys=keys.verifying_keys())
    assert set(said) == {"issuer", "to", "month", "uses", "by_category"}
    assert (said["uses"], said["to"], said["month"]) == (7, partner.host, MONTH.strftime("%Y-%m"))


def test_a_month_that_was_given_never_changes(partner):
    """Not by a use taken back, by a shop of another category, or by other terms: two files could be taken apart."""
    used(partner, 9, name="Cafés")
    used(partner, 6, name="Days out")
    before = give_visits(partner=partner, month=MONTH, by="system:test")
    cafe = Business.objects.get(category__slug="cafés")
    cafe.category = Business.objects.get(category__slug="days out").category
    cafe.save()
    RedemptionVoid.objects.create(redemption=Redemption.objects.first())
    PartnerScheme.objects.update(trusted_from=timezone.localdate())
    assert give_visits(partner=partner, month=MONTH, by="system:test") == before


def test_the_night_writes_closed_months_once(partner, django_assert_max_num_queries):
    used(partner, 7, name="Cafés")
    assert write_down(timezone.localdate()) == len(closed_months(partner, timezone.localdate()))
    with django_assert_max_num_queries(3):
        assert write_down(timezone.localdate()) == 0
    assert VisitsGiven.objects.get(month=MONTH).uses == 7


def their_file(other: OtherScheme, *, key=None, purpose: str = trust.VISITS, **changes) -> str:
    from passports.partners.public import issuer_host

    document = {
        "issuer": other.host, "to": issuer_host(), "month": "2026-09", "uses": 31, "by_category": [["Cafés", 31]],
    } | changes  # fmt: skip
    sealed = trust.seal(
        document,
        purpose=purpose,
        issuer_host=other.host,
        key_id=other.key_id,
        private_key=key or other.issuing,
    )
    return json.dumps({"issuer": other.host} | sealed)


def test_their_counts_are_taken_once(other, partner):
    report, new = take_visits(text=their_file(other), by="system:test")
    assert (report.partner, report.month, report.uses, new) == (partner, date(2026, 9, 1), 31, True)
    again, new = take_visits(text=their_file(other), by="system:test")
    assert (again.pk, new) == (report.pk, False)
    assert AuditEvent.objects.filter(verb="visits.taken").count() == 1
    with pytest.raises(RuleBroken, match="other numbers"):
        take_visits(text=their_file(other, uses=32), by="system:test")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda other: their_file(other).replace("31", "99"),
        lambda other: their_file(other, key=OtherScheme().issuing),
        lambda other: their_file(other, purpose=trust.TRUST),
        lambda other: their_file(OtherScheme(host="card.unknown.example")),
        lambda other: their_file(other, to="card.third.example"),
        lambda other: their_file(other, month="soon"),
        lambda other: their_file(other, month="2026-13"),
        lambda other: their_file(other, month="2099-12"),
        lambda other: their_file(other, month="٢٠٢٦-09"),
        lambda other: their_file(other, month=202609),
        lambda other: their_file(other, uses=-1),
        lambda other: their_file(other, uses=True),
        lambda other: their_file(other, by_category=[["Cafés"]]),
        lambda other: their_file(other, by_category=7),
        lambda other: "",
        lambda other: "[1]",
        lambda other: "{" * 5000,
        lambda other: " " * 300_000,
    ],
    ids=range(18),
)  # fmt: skip
def test_anything_else_is_refused_with_a_sentence(other, partner, wrong):
    with pytest.raises(RuleBroken) as broken:
        take_visits(text=wrong(other), by="system:test")
    assert broken.value.field == "file"
    assert not VisitReport.objects.exists()


def test_an_officer_gives_and_takes_files(other, partner, client_of):
    officer = client_of("Commissioner")
    used(partner, 6, name="Cafés")
    page = officer.get(f"/cms/partners/{partner.pk}/").content.decode()
    address = f"/cms/figures/visits/{partner.pk}/{MONTH:%Y}-{MONTH.month}.json"
    assert address in page
    file = officer.post(address)
    assert json.loads(json.loads(file.content)["payload"])["uses"] == 6
    assert AuditEvent.objects.filter(verb="visits.given").count() == 1
    sent = {"partner": partner.pk, "file": SimpleUploadedFile("v.json", their_file(other).encode())}
    after = officer.post("/cms/figures/visits/take/", sent, follow=True).content.decode()
    assert "September 2026" in after
    assert "Cafés: 31" in after
    nothing = officer.post("/cms/figures/visits/take/", {"partner": partner.pk}, follow=True).content.decode()
    assert "Choose the file that they sent" in nothing


def test_a_month_that_is_not_closed_is_not_given(partner, client_of):
    officer = client_of("Commissioner")
    today = timezone.localdate()
    for month in (today, MONTH + timedelta(days=32), date(2001, 1, 1)):
        address = f"/cms/figures/visits/{partner.pk}/{month:%Y}-{month.month}.json"
        assert officer.post(address).status_code == 404
    assert MONTH in closed_months(partner, today)


def test_a_privacy_officer_sees_the_scheme_without_the_figures(partner, client_of):
    page = client_of("Privacy officer").get(f"/cms/partners/{partner.pk}/").content.decode()
    assert partner.name_en in page
    assert "Signed file" not in page
    assert "Suspend" not in page


def test_the_same_counts_in_another_order_are_the_same(other, partner):
    rows = [["Cafés", 20], ["Days out", 11]]
    take_visits(text=their_file(other, by_category=rows), by="system:test")
    _report, new = take_visits(text=their_file(other, by_category=rows[::-1]), by="system:test")
    assert not new


def test_what_nobody_signed_is_not_kept(other, partner):
    text = json.dumps(json.loads(their_file(other)) | {"note": "Jane Carer, 7 High Street"})
    report, _new = take_visits(text=text, by="system:test")
    assert "Jane" not in report.file


def test_a_suspended_scheme_s_counts_are_not_taken(other, partner):
    services.suspend_partner(partner=partner, by=UserFactory(), why="Key lost")
    with pytest.raises(RuleBroken, match="suspended"):
        take_visits(text=their_file(other), by="system:test")


def test_without_a_key_the_officer_is_told(partner, client_of, monkeypatch):
    from directory.reports.services import visits
    from passports.partners.public import KeyProblem

    def nothing(_document):
        raise KeyProblem("no key")

    monkeypatch.setattr(visits, "seal_visits", nothing)
    address = f"/cms/figures/visits/{partner.pk}/{MONTH:%Y}-{MONTH.month}.json"
    page = client_of("Commissioner").post(address, follow=True).content.decode()
    assert "No key can sign here" in page
    assert not AuditEvent.objects.filter(verb="visits.given").exists()
