"""What councils tell each other of uses across borders: counts of closed months, signed, and nobody's name."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from businesses.redemptions.public import last_closed
from directory.reports.disclosure import SUPPRESSED
from directory.reports.models import VisitReport
from directory.reports.services.visits import take_visits
from directory.reports.visits import closed_months, visits_file, visits_of
from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent
from passports.cards.domain import trust
from passports.partners import ring
from tests.factories import BranchFactory, BusinessFactory, OfferFactory
from tests.factories_partners import OtherScheme, trusted
from tests.factories_redemptions import use

pytestmark = pytest.mark.django_db
MONTH = last_closed(timezone.localdate())


@pytest.fixture(autouse=True)
def _forgotten():
    ring.forget()
    yield
    ring.forget()


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


def test_only_that_scheme_s_carers_in_that_month_are_counted(partner):
    used(partner, 7, name="Cafés")
    used(None, 20, name="Ours")
    used(partner, 9, name="Later", day=MONTH + timedelta(days=45))
    visits = visits_of(partner, MONTH)
    assert (visits.total, visits.by_category) == (7, (("Cafés", 7),))


def test_small_numbers_are_hidden_and_cannot_be_worked_out(partner):
    used(partner, 12, name="Cafés")
    used(partner, 2, name="Garages")
    cells = dict(visits_of(partner, MONTH).by_category)
    assert cells["Garages"] is SUPPRESSED
    assert cells["Cafés"] is SUPPRESSED or visits_of(partner, MONTH).total is SUPPRESSED
    said = json.loads(json.loads(visits_file(partner, MONTH))["payload"])
    assert ["Garages", None] in said["by_category"]


def test_the_file_is_signed_with_our_card_key_and_names_nobody(partner):
    from passports.cards import keys

    used(partner, 7, name="Cafés")
    file = json.loads(visits_file(partner, MONTH))
    said = trust.unseal(file, purpose=trust.VISITS, issuer_host=file["issuer"], keys=keys.verifying_keys())
    assert set(said) == {"issuer", "to", "month", "uses", "by_category"}
    assert (said["uses"], said["to"], said["month"]) == (7, partner.host, MONTH.strftime("%Y-%m"))


def their_file(other: OtherScheme, *, key=None, purpose: str = trust.VISITS, **changes) -> str:
    from passports.partners.public import our_host

    document = {
        "issuer": other.host, "to": our_host(), "month": "2026-09", "uses": 31, "by_category": [["Cafés", 31]],
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
        lambda other: their_file(other, uses=-1),
        lambda other: their_file(other, uses=True),
        lambda other: their_file(other, by_category=[["Cafés"]]),
        lambda other: their_file(other, by_category=7),
        lambda other: "",
        lambda other: "[1]",
        lambda other: "{" * 5000,
        lambda other: " " * 300_000,
    ],
    ids=range(15),
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
    file = officer.get(address)
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
        assert officer.get(address).status_code == 404
    assert MONTH in closed_months(partner, today)


def test_a_privacy_officer_sees_the_scheme_without_the_figures(partner, client_of):
    page = client_of("Privacy officer").get(f"/cms/partners/{partner.pk}/").content.decode()
    assert partner.name_en in page
    assert "Signed file" not in page
    assert "Suspend" not in page
