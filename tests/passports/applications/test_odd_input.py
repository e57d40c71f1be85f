"""Whatever people type: no error page, nothing of it lost, and a sentence that says what to do (quality
bar 32).
"""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.utils.html import escape

from passports.applications.models import Application
from passports.applications.views.step import position_of

from .conftest import Walker

pytestmark = pytest.mark.django_db

KEPT = [
    "O’Hanlon-D'Souza",
    "Siân Llywelyn-Ŵyn",
    "Łukasz Żółć",
    "محمد عبد الله",
    "שָׁלוֹם",
    "李小龍",
    "Zoë 🦄",
    "Ann\u200fMarie",
    "=1+1",
    "Robert'); DROP TABLE--",
    "<b>Bold</b>",
    "X" * 80,
    "null",
    "Ma\u0301ire",
]


@pytest.mark.parametrize("name", KEPT)
def test_a_name_is_taken_as_it_is_and_shown_as_it_is(walker, name):
    walker.start().fill("name", first_name=name, last_name=name)
    assert walker.where == "/apply/born/"
    kept = Application.objects.get().first_name
    assert kept == "Máire" if name.startswith("Ma\u0301") else kept == name
    walker.page = walker.client.get("/apply/name/")
    assert escape(kept) in walker.text
    assert "<b>Bold</b>" not in walker.text


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("A\x00nn", "a sign in here that we cannot read"),
        ("A\x07nn", "a sign in here that we cannot read"),
        ("X" * 81, "80 characters or fewer"),
        ("X" * 100_000, "80 characters or fewer"),
        ("   ", "Enter your first name"),
    ],
)
def test_a_name_that_cannot_be_is_refused_in_our_words_and_kept_on_the_page(walker, name, says):
    walker.start().fill("name", first_name=name, last_name="Price")
    assert walker.page.status_code == 422
    assert says in walker.text
    assert 'value="Price"' in walker.text
    if name.strip() and "\x00" not in name:
        assert name[:50] in walker.text
    assert "error-summary" in walker.text


@pytest.mark.parametrize("typed", ["aj12aa", " AJ1 2AA ", "aj1-2aa", "A J 1 2 A A"])
def test_a_postcode_in_any_writing_is_one_postcode(walker, typed):
    _at_home(walker).fill("home", postcode=typed)
    assert Application.objects.get().postcode == "AJ1 2AA"


@pytest.mark.parametrize(
    "typed", ["", "AJ1", "12345", "AJ1 2A\x00A", "<script>", "AJ1 2AA; DROP", "🏠", "A" * 5000]
)
def test_a_postcode_that_is_none_says_what_one_looks_like(walker, typed):
    _at_home(walker).fill("home", postcode=typed)
    assert walker.page.status_code == 422
    assert "like LS1 4AP" in walker.text or "cannot read" in walker.text


@pytest.mark.parametrize(
    ("day", "month", "year", "says"),
    [
        ("31", "2", "1980", "real date"),
        ("", "", "", "Enter your date of birth"),
        ("4", "", "1980", "must include a month"),
        ("4", "5", "80", "too long ago"),
        ("4", "5", "2999", "in the future"),
        ("4", "5", "99999999999", "real date"),
        ("four", "5", "1980", "real date"),
        ("4\x00", "5", "1980", "real date"),
        ("٤", "5", "1980", None),
        ("4", "may", "1980", None),
        ("04", "05", "1980", None),
    ],
)
def test_a_date_of_birth(walker, day, month, year, says):
    walker.start().fill("name", first_name="Ann")
    walker.fill("born", date_of_birth_day=day, date_of_birth_month=month, date_of_birth_year=year)
    if says is None:
        assert walker.where == "/apply/home/"
    else:
        assert walker.page.status_code == 422
        assert says in walker.text


@pytest.mark.parametrize(
    "data",
    [
        {"email": "nobody"},
        {"email": "a@b"},
        {"email": "a\x00@mail.example"},
        {"email": "a@mail.example", "no_email": "on"},
        {"email": "x" * 300 + "@mail.example"},
        {"email": "“ann”@mail.example"},
        {},
    ],
)
def test_an_address_for_mail_that_is_none_stays_on_the_page(walker, data):
    _at_contact(walker).fill("contact", **data)
    assert walker.page.status_code == 422
    assert walker.errors["email"]


def test_what_a_form_posts_beyond_its_questions_is_ignored(walker):
    # given a draft
    walker.start()
    draft = Application.objects.get()
    # when a form is sent with fields that are not on the page
    planted = {
        "status": "approved",
        "reference": "X",
        "decided_at": "2026-01-01",
        "user": "1",
        "draft_key": "k",
    }
    walker.fill("name", first_name="Ann", by_text="on", steps_done='["agree"]', **planted)
    # then only the answers were stored
    after = Application.objects.get()
    assert (after.status, after.reference, after.draft_key, after.by_text) == (
        "draft",
        draft.reference,
        draft.draft_key,
        False,
    )
    assert after.steps_done == ["name"]


@pytest.mark.parametrize("choice", ["", "nonsense", "PARENT", "child' --", "\x00"])
def test_a_choice_that_is_not_offered_is_refused(walker, choice):
    _at_home(walker).fill("home", postcode="AJ1 2AA").fill("relationship", relationship=choice)
    assert walker.page.status_code == 422


@pytest.mark.parametrize(
    "path",
    [
        "/apply/nonsense/",
        "/apply/stop/nonsense/",
        "/apply/file/1/x/",
        "/apply/mine/x/",
        "/apply/%00/",
        "/apply/../name/",
    ],
)
def test_an_address_that_does_not_exist_is_not_found(walker, path):
    walker.start()
    assert walker.client.get(path).status_code in (404, 400)


@pytest.mark.parametrize(
    "path",
    [
        "/apply/name/",
        "/apply/check/",
        "/apply/save/",
        "/apply/stop/outside/",
        "/apply/proof/",
    ],
)
def test_without_a_draft_every_page_leads_to_finding_it_again(walker, path):
    for answer in (
        walker.client.get(path, follow=True),
        walker.client.post(path, {"first_name": "Ann"}, follow=True),
    ):
        assert answer.request["PATH_INFO"] == "/apply/come-back/"
        assert answer.status_code == 200


def test_questions_cannot_be_jumped_over(walker):
    walker.start()
    for path in ("/apply/agree/", "/apply/check/", "/apply/photo/"):
        walker.page = walker.client.get(path, follow=True)
        assert walker.where == "/apply/name/"


def test_pages_exist_in_welsh_and_the_mail_follows_the_language(scheme):
    walker = Walker(prefix="/cy")
    walker.start().fill("name", first_name="Eleri")
    assert walker.where == "/apply/born/"
    assert Application.objects.get().language == "cy"


def _at_home(walker: Walker) -> Walker:
    born = {"date_of_birth_day": "4", "date_of_birth_month": "5", "date_of_birth_year": "1968"}
    return walker.start().fill("name", first_name="Ann").fill("born", **born)


def _at_contact(walker: Walker) -> Walker:
    _at_home(walker).fill("home", postcode="AJ1 2AA").fill("relationship", relationship="parent")
    return walker.fill("person", cared_for_age="80+", cared_for_lives="near").fill(
        "time", hours="0-9", since="<1"
    )


@pytest.mark.parametrize("typed", ["", "-1", "101", "1e2", "٥٠", "99999999999", "\x00", "50; DROP"])
def test_a_made_up_place_for_the_photo_is_ignored(typed):
    request = RequestFactory().post("/apply/photo/", {"position": typed})
    assert position_of(request) is None


def test_the_place_for_the_photo_is_a_share():
    assert position_of(RequestFactory().post("/apply/photo/", {"position": "45"})) == 0.45
