"""What the server gives a till for times without a network: worker, stand-in page, words and the rules’ vectors."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client, override_settings
from django.utils import translation

from businesses.redemptions.domain import periods
from businesses.redemptions.domain import without_network as rules
from businesses.redemptions.domain.decide import Refusal
from businesses.redemptions.views import offline_places, offline_words
from passport_site.core.static_files import ManifestStaticFiles
from passports.cards import keys
from tests.factories import BranchFactory
from tests.factories_tills import a_till

ROOT = Path(__file__).resolve().parents[3]
VECTORS = json.loads((ROOT / "tests/vectors/offline_decisions.json").read_text())


@pytest.fixture
def at_till(db):
    """A browser that is a till of Mill Lane Café."""
    _device, token = a_till(BranchFactory(business__name="Mill Lane Café", business__shop_word="marmalade"))
    client = Client()
    client.cookies["till"] = token
    return client


def test_the_worker_may_answer_for_all_pages_of_the_till(db):
    # when a browser asks for it
    answer = Client().get("/till/sw.js")
    # then it may reach above its own folder, is never kept, and says what to keep
    assert answer["Service-Worker-Allowed"] == "/"
    assert answer["Cache-Control"] == "no-cache"
    assert answer["Content-Type"].startswith("text/javascript")
    script = answer.content.decode()
    files = json.loads(re.search(r"const FILES = (\[.*?\]);", script)[1])
    assert "/static/js/till/offline.mjs" in files
    assert json.loads(re.search(r"const SHELLS = (\{.*?\});", script)[1]) == {
        "/": "/till/offline/", "/cy/": "/cy/till/offline/",
    }  # fmt: skip
    assert Client().get("/cy/till/sw.js").content == answer.content, "one worker for both languages"


def test_every_module_and_file_that_is_kept_exists():
    assert [name for name in offline_places.FILES if not finders.find(name)] == []
    modules = {path.stem for path in (ROOT / "static/js/till").glob("*.mjs")}
    assert set(offline_places.MODULES) == modules


def test_in_production_every_import_leads_to_a_file_that_is_kept(tmp_path):
    # given all that is kept, collected as production does
    with override_settings(STATIC_ROOT=str(tmp_path), DEBUG=False):
        storage = ManifestStaticFiles(location=str(tmp_path))
        for name in offline_places.FILES:
            with open(finders.find(name), "rb") as content:
                storage.save(name, content)
        made = {}
        for old, new, _changed in storage.post_process(
            {name: (storage, name) for name in offline_places.FILES}
        ):
            if not new.endswith((".gz", ".br")):
                made[old] = new
    # then each address inside is one of them, by its new name
    found = 0
    for old, new in made.items():
        if not old.endswith((".js", ".mjs", ".css")) or old.startswith("vendor/"):
            continue
        text = (tmp_path / new).read_text()
        for address in re.findall(r'(?:from |import\(|url\()"([./][^"]+)"', text):
            target = Path(os.path.normpath(Path(new).parent / address)).as_posix()
            assert target in made.values(), f"{old} → {address}"
            found += 1
    assert found > 25


@pytest.mark.django_db
def test_the_stand_in_is_the_same_for_everybody(at_till, client_of):
    stranger = Client().get("/till/offline/")
    assert at_till.get("/till/offline/").content == stranger.content
    carer = client_of()
    assert carer.get("/till/offline/").content == stranger.content
    text = stranger.content.decode()
    assert "csrfmiddlewaretoken" not in text
    assert "Mill Lane" not in text
    assert "csrftoken" not in stranger.cookies


def test_only_a_till_gets_the_pinned_key_and_the_words(at_till):
    page = at_till.get("/till/").content.decode()
    assert f'data-root-key="{keys.root_public_text()}"' in page
    assert 'data-scopes="/till/ /v /cy/till/ /cy/v /static/js/till/"' in page
    stranger = Client().get("/v").content.decode()
    assert "till-offline" not in stranger
    assert "data-root-key" not in stranger


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_answer_without_a_network_has_its_words(language):
    with translation.override(language):
        made = offline_words._render()
    named = set(re.findall(r'template data-offline="([^"]+)"', made))
    reasons = {one["refusal"] for one in VECTORS["decisions"] if one["refusal"]}
    assert {f"use-{reason}" for reason in reasons} <= named
    assert {f"use-{one}" for one in [*Refusal.values, *rules.OfflineRefusal.values]} <= named
    tones = {one["tone"] for one in VECTORS["ages"]} - {"fresh", "amber"}
    assert {f"cannot-{tone}" for tone in tones} | {"cannot-typed"} <= named


def test_refusals_have_the_words_of_the_pages_with_a_network():
    results = offline_words.results()
    assert (results["expired"].word, results["revoked"].word) == ("Run out", "Stopped")
    for one in Refusal:
        assert results[f"use-{one.value}"].reason == one.label


def test_numbers_in_sentences_are_left_open():
    words = offline_words.words()
    one = "{count} waiting. It is sent by itself when there is a network."
    more = "{count} waiting. They are sent by themselves when there is a network."
    assert words["waiting"] == [one, more, more, more]
    assert words["how_often"]["day"][:2] == ["Once a day.", "{count} times a day."]
    with translation.override("cy"):
        assert all("{count}" in form for form in offline_words.words()["how_often"]["total"])


def as_model(offer):
    sys.path.insert(0, str(ROOT / "scripts"))
    import make_offline_vectors

    return make_offline_vectors.as_model(offer)


@pytest.mark.parametrize("vector", VECTORS["decisions"], ids=lambda vector: vector["name"])
def test_decisions_are_as_the_file_says(vector):
    counted = rules.Counted(used=vector["used"], given=vector["given"], given_today=vector["given_today"])
    today = date.fromisoformat(vector["today"])
    offer = as_model(vector["offer"])
    found = rules.refusal_offline(
        offer, young=vector["young"], visiting=vector["visiting"], today=today, counted=counted
    )
    assert (found or None) == vector["refusal"]


@pytest.mark.parametrize("vector", VECTORS["ages"], ids=lambda vector: vector["name"])
def test_ages_are_as_the_file_says(vector):
    now = datetime.fromisoformat(VECTORS["now"])
    after = lambda seconds: None if seconds is None else timedelta(seconds=seconds)  # noqa: E731
    tone = rules.bundle_tone(
        None if vector["issued"] is None else now + after(vector["issued"]),
        skew=after(vector["skew"]),
        seen=now + after(vector["seen"]),
        now=now,
    )
    assert tone == vector["tone"]


def test_a_till_alone_never_gives_more_than_the_offer_says():
    """A control that can fail: whatever is counted, no yes beyond the limit, and none for the wrong card."""
    accepted = [one for one in VECTORS["decisions"] if one["refusal"] is None]
    assert accepted
    for one in accepted:
        limit = one["offer"]["limit"]
        assert one["offer"]["offline"] != "no"
        assert limit is None or (one["given"] if limit["kind"] == "total" else one["used"]) < limit["count"]
        assert not (one["young"] and one["offer"]["tag"])
        assert one["given_today"] < rules.CAP


def test_periods_are_as_the_file_says():
    for vector in VECTORS["periods"]:
        on = date.fromisoformat(vector["on"])
        assert periods.keys_on(on) | {"on": on.isoformat()} == vector


def test_the_script_still_makes_the_same_file():
    code = "import sys; sys.path.insert(0, 'scripts'); import make_offline_vectors as m; sys.stdout.write(m.text())"
    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert made.stdout == (ROOT / "tests/vectors/offline_decisions.json").read_text()
