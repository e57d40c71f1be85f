"""Whether an offer is given without a network: chosen in the CMS, kept by the database."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from businesses.offers.models import Offer
from tests.factories import OfferFactory

pytestmark = pytest.mark.django_db


def test_a_new_offer_is_given_once_for_each_card_and_till():
    assert OfferFactory().offline == "once"


def test_a_commissioner_chooses_and_reads_what_it_means(client_of):
    officer, offer = client_of("Commissioner"), OfferFactory()
    address = f"/cms/offers/edit/{offer.pk}/"
    html = officer.get(address).content.decode()
    assert "A till without a connection cannot see what other tills gave." in html
    form = officer.get(address).context["form"]
    fields = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    sent = {name: "" if value is None else value for name, value in fields.items()}
    answer = officer.post(address, sent | {"offline": "no"})
    assert answer.status_code == 302, answer.context["form"].errors
    offer.refresh_from_db()
    assert offer.offline == "no"


def test_the_database_knows_no_other_answer():
    with pytest.raises(IntegrityError), transaction.atomic():
        Offer.objects.filter(pk=OfferFactory().pk).update(offline="ever")
