"""Lists of codes: what is taken, what is left out and why; the owner's page and the officer's."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from businesses.members.models import TeamMember
from businesses.offers.domain.code_list import read_list
from businesses.offers.models import OfferCode
from businesses.offers.services.codes import add_codes
from passport_site.core.models import AuditEvent
from tests.factories import BranchFactory, UserFactory
from tests.factories_accounts import signed_in
from tests.factories_own_use import barcode_offer, code_offer


def told(text: str, known=()) -> tuple[list[str], list[tuple[int, str]]]:
    codes, problems = read_list(text, set(known))
    return codes, [(problem.line, str(problem.why)) for problem in problems]


def test_a_list_is_read_line_by_line_and_every_line_left_out_has_its_number():
    text = (
        '\ufeffCode,Comment\r\nA-1,first\r\n\r\n"B-2";x\r\nA-1\r\nOLD\r\nab\r\ntwo words\r\nké-1\r\n'
        + "x" * 61
    )
    codes, problems = told(text, known=["OLD"])
    assert codes == ["A-1", "B-2"]
    assert [line for line, _why in problems] == [5, 6, 7, 8, 9, 10]
    assert "twice" in problems[0][1]
    assert "already" in problems[1][1]
    assert all("is no code" in why for _line, why in problems[2:])


def test_upper_and_lower_case_are_different_codes():
    assert told("abc\nABC")[0] == ["abc", "ABC"]


@pytest.mark.django_db
def test_ten_thousand_codes_in_one_go_and_again_adds_none(django_assert_max_num_queries):
    offer, by = code_offer(), UserFactory()
    text = "\n".join(f"CARER-{n:06d}" for n in range(10_000))
    with django_assert_max_num_queries(80):
        assert add_codes(offer=offer, text=text, by=by).added == 10_000
    again = add_codes(offer=offer, text=text + "\nONE-MORE", by=by)
    assert (again.added, len(again.problems), again.problems[-1].line) == (1, 10_000, 10_000)
    assert OfferCode.objects.filter(offer=offer, state="free").count() == 10_001
    assert AuditEvent.objects.filter(verb="offer.codes_added").count() == 2


@pytest.mark.django_db
def test_the_same_code_may_be_another_offers_too():
    by = UserFactory()
    for _ in range(2):
        assert add_codes(offer=code_offer(), text="SAME-1", by=by).added == 1


def owner_of(business, role: str = "owner") -> Client:
    user = UserFactory(role="Business owner")
    TeamMember.objects.create(business=business, user=user, role=role)
    return signed_in(user)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["", "/cy"])
def test_an_owner_pastes_and_uploads_and_decides_on_codes_given_back(language):
    offer = code_offer(codes=2)
    client = owner_of(offer.business)
    place = f"{language}/business/codes/{offer.pk}/"
    page = client.post(place, {"action": "add", "pasted": "NEW-1\nNEW-1\nx"}).content.decode()
    assert OfferCode.objects.filter(code="NEW-1").count() == 1
    assert "codes-report" in page
    file = SimpleUploadedFile("codes.csv", b"code\nFILE-1\nFILE-2\n", "text/csv")
    client.post(place, {"action": "add", "pasted": "", "file": file})
    assert OfferCode.objects.filter(offer=offer).count() == 5
    OfferCode.objects.filter(code__startswith="ARLEN").update(state="back")
    first, second = OfferCode.objects.filter(state="back")
    assert first.code in client.get(place).content.decode()
    client.post(place, {"action": "put_back", "code": [first.pk]})
    client.post(place, {"action": "take_out", "code": [second.pk, "x"]})
    assert list(OfferCode.objects.order_by("pk").values_list("state", "round")[:2]) == [
        ("free", 2),
        ("spent", 1),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"pasted": " "}, "pasted"),
        ({"file": SimpleUploadedFile("x.xlsx", b"PK\x03\x04\xff\xfe\x00")}, "file"),
    ],
)
def test_a_list_that_is_none_is_explained(sent, field):
    offer = code_offer()
    page = owner_of(offer.business).post(f"/business/codes/{offer.pk}/", {"action": "add"} | sent)
    assert field in page.context["form"].errors
    assert not OfferCode.objects.exists()


@pytest.mark.django_db
def test_nobody_else_reaches_the_codes():
    offer = code_offer(codes=1)
    place = f"/business/codes/{offer.pk}/"
    for client in (owner_of(offer.business, "staff"), owner_of(BranchFactory().business)):
        assert client.get(place).status_code == 404
        assert client.post(place, {"action": "add", "pasted": "NEW-1"}).status_code == 404
    other = barcode_offer()
    assert owner_of(other.business).get(f"/business/codes/{other.pk}/").status_code == 404
    assert OfferCode.objects.count() == 1


@pytest.mark.django_db
def test_the_owners_page_says_when_few_are_left_and_when_some_came_back():
    offer = code_offer(codes=21)
    client = owner_of(offer.business)

    def page() -> str:
        return client.get("/business/").content.decode()

    assert f"/business/codes/{offer.pk}/" in page()
    assert "Look at this" not in page()
    OfferCode.objects.filter(offer=offer).first().delete()
    assert "Only 20 codes left" in page()
    OfferCode.objects.filter(offer=offer).update(state="back")
    assert "No codes left" in page()
    assert "Codes were given back" in page()
    assert "Only" not in owner_of(offer.business, "staff").get("/business/").content.decode()


@pytest.mark.django_db
def test_an_officer_adds_codes_in_the_cms_and_others_may_not(client_of):
    offer = code_offer(codes=1)
    place = f"/cms/offers/codes/{offer.pk}/"
    commissioner = client_of("Commissioner")
    assert place in commissioner.get(f"/cms/offers/edit/{offer.pk}/").content.decode()
    assert commissioner.post(place, {"action": "add", "pasted": "CMS-1\nCMS-1"}).status_code == 200
    assert OfferCode.objects.filter(code="CMS-1").count() == 1
    assert "Only a few codes" in commissioner.get(place).content.decode()
    OfferCode.objects.update(state="back")
    row = OfferCode.objects.first()
    commissioner.post(place, {"action": "take_out", "code": [row.pk]})
    assert OfferCode.objects.get(pk=row.pk).state == "spent"
    assert client_of("Assessor").post(place, {"action": "add", "pasted": "NO-1"}).status_code in (302, 403)
    assert not OfferCode.objects.filter(code="NO-1").exists()
