"""The carer's pages: choose, “I am at the till now”, the barcode for ten minutes, a code of one's own."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from businesses.redemptions.models import Redemption, Scan
from passports.cards.domain.numbers import display
from tests.factories import BranchFactory, UserFactory
from tests.factories_accounts import signed_in
from tests.factories_own_use import EAN, a_carer, barcode_offer, code_offer
from tests.factories_tills import a_till

pytestmark = pytest.mark.django_db
LATER = timedelta(minutes=11)


@pytest.fixture
def carer():
    user, card = a_carer(passport__first_name="Priyanka")
    client = signed_in(user)
    client.card = card
    return client


def press(client: Client, offer, **more):
    page = client.get(f"/use/{offer.pk}/").content.decode()
    after = re.search(r'name="after" value="(\d+)"', page)[1]
    return client.post(f"/use/{offer.pk}/", {"after": after} | more, follow=True)


@pytest.mark.parametrize("language", ["", "/cy"])
def test_the_list_has_what_this_card_may_have_without_a_scanner(carer, language):
    shown = [barcode_offer(title_en="Soup", title_cy="Cawl"), code_offer(title_en="Tea", title_cy="Te")]
    hidden = [
        barcode_offer(how="card"),
        barcode_offer(status="paused"),
        barcode_offer(who="young"),
        barcode_offer(status="ended"),
    ]
    gone = barcode_offer()
    gone.business.status = "left"
    gone.business.save()
    html = carer.get(f"{language}/use/").content.decode()
    found = {int(number) for number in re.findall(r'href="(?:/cy)?/use/(\d+)/"', html)}
    assert found == {offer.pk for offer in shown}
    assert not found & {offer.pk for offer in [*hidden, gone]}
    assert f"/use/{shown[0].pk}/" in carer.get(f"{language}/use/?q=soup").content.decode()
    assert f"/use/{shown[0].pk}/" not in carer.get(f"{language}/use/?q=%00zzz").content.decode()


def test_a_young_carer_is_never_shown_what_is_for_adults():
    user, _card = a_carer(passport__young=True)
    offer = barcode_offer(tag="alcohol")
    client = signed_in(user)
    assert f"/use/{offer.pk}/" not in client.get("/use/").content.decode()
    assert "adult carers" in client.get(f"/use/{offer.pk}/").content.decode()


def test_looking_records_nothing_and_pressing_records_one_use(carer):
    offer = barcode_offer()
    carer.get("/use/")
    carer.get(f"/use/{offer.pk}/")
    assert not Scan.objects.exists()
    answer = press(carer, offer)
    html = answer.content.decode()
    assert "own-bars" in html
    assert EAN in html
    assert 590 < int(answer["Refresh"]) <= 601
    assert "no-store" in answer["Cache-Control"]
    for personal in ("Priyanka", carer.card.number, display(carer.card.number), carer.card.serial):
        assert personal not in html.partition("data-own-use")[2].partition("</main>")[0]
    assert carer.get(f"/use/{offer.pk}/").status_code == 302
    assert carer.post(f"/use/{offer.pk}/", {"after": 0}).status_code == 302
    assert Redemption.objects.count() == 1
    assert "On your screen now" in carer.get("/use/").content.decode()


def test_after_ten_minutes_the_barcode_is_gone_and_the_limit_is_told(carer):
    offer = barcode_offer()
    press(carer, offer)
    use = Redemption.objects.get()
    with time_machine.travel(timezone.now() + LATER):
        html = carer.get(f"/use/shown/{use.pk}/").content.decode()
        assert EAN not in html
        assert "The barcode has gone" in html
        page = carer.get(f"/use/{offer.pk}/").content.decode()
        assert "Already used today" in page
        assert "I am at the till now" not in page
        carer.post(f"/use/shown/{use.pk}/undo")
    use.refresh_from_db()
    assert not hasattr(use, "void")


def test_a_till_that_refuses_is_undone_and_tried_again(carer):
    offer = barcode_offer()
    press(carer, offer)
    first = Redemption.objects.get()
    html = carer.post(f"/use/shown/{first.pk}/undo", follow=True).content.decode()
    assert EAN not in html
    assert "This use does not count" in html
    press(carer, offer)
    assert Redemption.objects.filter(void=None).count() == 1


def test_nobody_sees_or_undoes_another_persons_use(carer):
    press(carer, code_offer(codes=1))
    use = Redemption.objects.get()
    other = signed_in(a_carer()[0])
    assert other.get(f"/use/shown/{use.pk}/").status_code == 404
    assert other.post(f"/use/shown/{use.pk}/undo").status_code == 404
    assert "ARLEN-00000" not in other.get("/use/").content.decode()


def test_a_code_is_shown_again_for_as_long_as_it_is_theirs(carer):
    offer = code_offer(codes=1)
    assert "ARLEN-00000" in press(carer, offer).content.decode()
    use = Redemption.objects.get()
    with time_machine.travel(timezone.now() + timedelta(days=5)):
        assert "ARLEN-00000" in carer.get("/use/").content.decode()
        html = carer.get(f"/use/shown/{use.pk}/").content.decode()
    assert "ARLEN-00000" in html
    assert "I did not use it" not in html
    html = carer.post(f"/use/shown/{use.pk}/undo", follow=True).content.decode()
    assert "ARLEN-00000" not in html
    assert "ARLEN-00000" not in carer.get("/use/").content.decode()


def test_an_empty_pool_is_told_before_the_button(carer):
    html = carer.get(f"/use/{code_offer().pk}/").content.decode()
    assert "Get my code" not in html
    assert "All of these have been given out" in html


def test_with_several_branches_the_form_asks_which(carer):
    branch = BranchFactory()
    other = BranchFactory(business=branch.business, name="Station Road")
    stranger = BranchFactory()
    offer = barcode_offer(branch)
    for choice in ({}, {"branch": stranger.pk}):
        assert "own-bars" not in press(carer, offer, **choice).content.decode()
    assert "own-bars" in press(carer, offer, branch=other.pk).content.decode()
    assert Redemption.objects.get().branch == other


def test_without_a_good_card_the_pages_lead_to_it():
    offer = barcode_offer()
    for user in (a_carer(status="lost")[0], UserFactory()):
        client = signed_in(user)
        for place in ("/use/", f"/use/{offer.pk}/"):
            html = client.get(place).content.decode()
            assert "/card/" in html
            assert "I am at the till now" not in html


def test_very_many_tries_are_slowed(carer):
    offer = barcode_offer(who="young")
    for _ in range(30):
        carer.post(f"/use/{offer.pk}/", {"after": 0})
    assert Scan.objects.count() == 30
    assert "very often" in carer.post(f"/use/{offer.pk}/", {"after": 0}).content.decode()
    assert Scan.objects.count() == 30


def test_a_barcode_that_the_business_took_away_is_no_error(carer):
    offer = barcode_offer()
    press(carer, offer)
    type(offer).objects.filter(pk=offer.pk).update(how="card", barcode="", barcode_kind="")
    assert carer.get(f"/use/shown/{Redemption.objects.get().pk}/").status_code == 200


def test_the_card_page_and_the_till_know_of_it(carer):
    html = carer.get("/card/").content.decode()
    assert 'href="/use/"' in html
    _device, token = a_till()
    shop = Client()
    shop.cookies["till"] = token
    assert "On the telephone?" in shop.get("/till/").content.decode()


def test_an_order_by_telephone_is_a_typed_number_and_a_use(carer):
    device, token = a_till()
    offer = barcode_offer(device.branch, how="card", barcode="", barcode_kind="")
    shop = Client()
    shop.cookies["till"] = token
    typed = f" {display(carer.card.number).lower()} "
    html = shop.post("/till/", {"code": typed}).content.decode()
    fields = {
        name: re.search(rf'name="{name}" value="([^"]*)"', html)[1]
        for name in ("code", "offer", "key", "seen")
    }
    assert fields["offer"] == str(offer.pk)
    shop.post("/till/use", fields)
    use = Redemption.objects.select_related("scan").get()
    assert (use.scan.way, use.scan.device, use.passport_id) == ("typed", device, carer.card.passport_id)
    again = shop.post("/till/", {"code": typed}).content.decode()
    assert "Already used" in again
