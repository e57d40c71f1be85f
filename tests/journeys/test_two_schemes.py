"""Two councils, each with its own server, database, keys and shops: a carer of one goes shopping in the other.

Everything is real: two servers on two ports, their own commands, and what passes between them is read from the access log of
the carer's own council. Northmere is on PostgreSQL where one answers, Arlen on SQLite.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from tests.journeys.council import Council, end

POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")

CARD = """
import json
from tests.factories_cards import issued
from passports.cards.services.codes import code_for
card = issued(user=False, first_name="Gwenhwyfar", last_name="Ashdown-Price")
print(json.dumps({"digits": code_for(card, live=False), "card": card.pk, "serial": card.serial, "number": card.number}))
"""
LOST = """
from passports.cards.models import Card
from passports.cards.services import report_lost
report_lost(card=Card.objects.get(pk=CARD_ID), by="system:test")
"""
KEY = """
import json
from dataclasses import asdict
from passports.partners.ours import ours
print(json.dumps(asdict(ours())))
"""
TRUST = """
from datetime import timedelta
from django.utils import timezone
from passports.partners.services import trust_partner
today = timezone.localdate()
trust_partner(host=FACTS["host"], name_en="Next county", root_key=FACTS["root_key"], fingerprint=FACTS["fingerprint"],
    trusted_from=today - timedelta(days=90), trusted_until=today + timedelta(days=90), by="system:test")
"""
REFRESH = """
from django.core.management import call_command
call_command("refresh_partners")
"""
SHOP = """
import json
from tests.factories_tills import a_till, an_offer
device, token = a_till()
offer = an_offer(device, title_en="Tea for everybody", visitors=True, limit_kind="day")
ours = an_offer(device, title_en="Only for ours")
print(json.dumps({"token": token, "offer": offer.pk, "ours": ours.pk}))
"""
SUSPEND = """
from tests.factories import UserFactory
from passports.partners.models import PartnerScheme
from passports.partners.services import suspend_partner
suspend_partner(partner=PartnerScheme.objects.get(), by=UserFactory(email="officer@mail.example"), why="test")
"""
COUNT = """
from businesses.redemptions.models import Redemption
from businesses.redemptions.public import last_closed
from directory.reports.services.visits import give_visits
from django.utils import timezone
from passports.partners.models import PartnerScheme
month = last_closed(timezone.localdate())
one = Redemption.objects.get()
Redemption.objects.for_retention().update(day=month, created_at=timezone.now() - timezone.timedelta(days=35))
from tests.factories_redemptions import use
for n in range(5):
    use(one.offer, one.branch, month, visiting=one.visiting)
print(give_visits(partner=PartnerScheme.objects.get(), month=month, by="system:test"))
"""
TAKE = """
from directory.reports.services.visits import take_visits
report, new = take_visits(text=FACTS, by="system:test")
print(report.uses, new)
"""


@pytest.fixture
def second_database(tmp_path):
    """PostgreSQL where one answers, else another SQLite file."""
    name = f"test_two_schemes_{os.getpid()}"
    try:
        admin = psycopg.connect(POSTGRES, connect_timeout=3, autocommit=True)
    except psycopg.OperationalError:
        copy_tables(tmp_path / "second.sqlite3")
        yield f"sqlite:///{tmp_path / 'second.sqlite3'}"
        return
    admin.execute(f'CREATE DATABASE "{name}"')
    yield POSTGRES.rsplit("/", 1)[0] + f"/{name}"
    admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    admin.close()


def copy_tables(file: Path) -> None:
    """This test run's own SQLite database, as its migrations left it: making one anew takes half a minute."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])


@pytest.fixture
def councils(transactional_db, tmp_path, second_database):
    copy_tables(tmp_path / "first.sqlite3")
    both = (
        Council(tmp_path / "arlen", f"sqlite:///{tmp_path / 'first.sqlite3'}"),
        Council(tmp_path / "northmere", second_database),
    )
    try:
        for one in both:
            one.open()
        for one in both:
            one.does("")  # its tables are there
            one.serve()
        for one in both:
            one.is_served()
        yield both
    finally:
        for one in both:
            for process in one.running:
                end(process)


EVERYTHING = """
from django.apps import apps
for model in apps.get_models():
    if model._meta.managed:
        for row in model._base_manager.values_list():
            print(row)
"""


@pytest.mark.race  # processes of its own; once, beside SQLite's tests
@pytest.mark.skipif(connection.vendor != "sqlite", reason="runs once, beside SQLite's tests")
def test_a_carer_of_one_council_shops_in_the_other(councils):
    arlen, northmere = councils
    card = json.loads(arlen.does(CARD))
    text = f"http://{arlen.host}/v#{card['digits']}"
    till = json.loads(northmere.does(SHOP))

    # nobody is trusted: no card
    assert northmere.asks(till["token"], "check", {"code": text})["status"] == "not_valid"

    # Northmere's officer has Arlen's key, and its fingerprint from the phone; the list is fetched from Arlen's server
    northmere.does(TRUST, FACTS=json.loads(arlen.does(KEY)))
    assert "a new list" in northmere.does(REFRESH)
    _wait_for(lambda: northmere.asks(till["token"], "check", {"code": text})["status"] == "valid")
    seen = northmere.asks(till["token"], "check", {"code": text})
    assert [offer["title"] for offer in seen["offers"]] == ["Tea for everybody"]
    assert (seen["visiting"]["host"], seen["first_name"], seen["photo"]) == (arlen.host, None, None)

    use = {"code": text, "offer": till["offer"], "idempotency_key": "one"}
    assert northmere.asks(till["token"], "redeem", use)["accepted"]
    again = northmere.asks(till["token"], "redeem", use | {"idempotency_key": "two"})
    assert again["reason"] == "used_today"
    theirs = northmere.asks(
        till["token"], "redeem", use | {"offer": till["ours"], "idempotency_key": "three"}
    )
    assert theirs["reason"] == "not_for_visitors"
    _nothing_about_the_person_crossed(arlen, northmere, card)

    # the other way nobody agreed to
    own = json.loads(northmere.does(CARD))
    shop = json.loads(arlen.does(SHOP))
    back = {"code": f"http://{northmere.host}/v#{own['digits']}"}
    assert arlen.asks(shop["token"], "check", back)["status"] == "not_valid"

    # the monthly file
    assert arlen.does(TRUST, FACTS=json.loads(northmere.does(KEY))) == ""
    assert "a new list" in arlen.does(REFRESH)
    file = northmere.does(COUNT)
    assert arlen.does(TAKE, FACTS=file).split() == ["6", "True"]
    assert "Ashdown" not in file

    # lost in Arlen, refused in Northmere after the next list
    arlen.does(LOST, CARD_ID=card["card"])
    arlen.serve_anew()  # each process keeps its list for a minute
    assert "a new list" in northmere.does(REFRESH)
    _wait_for(lambda: northmere.asks(till["token"], "check", {"code": text})["status"] == "revoked")

    # suspended in Northmere: no card of Arlen's is taken
    northmere.does(SUSPEND)
    fresh = json.loads(arlen.does(CARD))
    other = {"code": f"http://{arlen.host}/v#{fresh['digits']}"}
    _wait_for(lambda: northmere.asks(till["token"], "check", other)["status"] == "not_valid")


def _nothing_about_the_person_crossed(arlen: Council, northmere: Council, card: dict) -> None:
    asked = [line.split("|") for line in arlen.log.read_text().splitlines() if "/health" not in line]
    assert {line[0] for line in asked} == {"GET /api/v1/trust HTTP/1.1"}
    assert {line[2] for line in asked} == {"-"}
    kept = northmere.does(EVERYTHING)
    assert "Tea for everybody" in kept
    for secret in ("Gwenhwyfar", "Ashdown-Price", card["serial"], card["number"], card["digits"][:40]):
        assert secret not in kept
    assert "Gwenhwyfar" in arlen.does(EVERYTHING)  # the look through the tables finds what is there


def _wait_for(true) -> None:
    """Each process looks at other schemes anew after a while (PARTNERS_SECONDS)."""
    until = time.monotonic() + 30
    while not true():
        assert time.monotonic() < until
        time.sleep(0.3)
