"""The whole way through the pages without JavaScript, for each kind of carer."""

from __future__ import annotations

import re

import pytest

from passport_site.core.models import OutgoingMail
from passports.applications.models import Application
from tests.factories import EvidenceCodeFactory
from tests.factories_applications import upload

from .conftest import Walker

pytestmark = pytest.mark.django_db


def born(day="4", month="5", year="1968") -> dict:
    return {"date_of_birth_day": day, "date_of_birth_month": month, "date_of_birth_year": year}


def adult_up_to_photo(walker: Walker) -> Walker:
    walker.start().fill("name", first_name="Rhian", last_name="O’Neill-Ŵyn").fill("born", **born())
    walker.fill("home", postcode="aj12aa").fill("relationship", relationship="parent")
    walker.fill("person", cared_for_age="80+", cared_for_lives="near", condition="Dementia")
    walker.fill("time", hours="20-34", since="1-4").fill("contact", email="Rhian@Mail.example")
    walker.confirm()
    return walker.fill("address", address="4 Mill Lane\nArlenford", phone="07700 900123")


def test_an_adult_applies_and_gets_a_reference_and_a_day(walker):
    # given every question answered
    adult_up_to_photo(walker)
    walker.fill("photo", photo_way="upload", upload=upload())
    assert "This is how it looks on the card" in walker.text
    walker.fill("photo", photo_way="upload")
    walker.fill("evidence", evidence_kind="benefit").fill(
        "proof", files=[upload(name="a.jpg"), upload(name="b.jpg")]
    )
    walker.fill("news", by_email="on", heard_from="gp")
    walker.fill("agree", terms="on", carers_team="on")
    # then the check page shows them
    assert walker.where == "/apply/check/"
    assert "O’Neill-Ŵyn" in walker.text
    assert "AJ1 2AA (Arlen Vale)" in walker.text
    # when it is sent
    walker.post("/apply/check/")
    # then there is a reference, a promised day, one mail, and the application waits
    application = Application.objects.get()
    assert walker.where == "/apply/sent/"
    assert application.reference in walker.text
    assert application.status == "waiting"
    assert application.user.email == "rhian@mail.example"
    assert application.condition == "Dementia"
    assert application.evidence_files.count() == 2
    assert {c.purpose: c.given for c in application.consents.all()} == {
        "terms": True, "information_service": False, "carers_team": True,
    }  # fmt: skip
    mail = OutgoingMail.objects.get()
    assert mail.to == "rhian@mail.example"
    assert application.reference in mail.subject
    assert application.due_on.strftime("%A") in mail.text
    assert re.search(r"answer by <strong>\w+ \d+ \w+</strong>", walker.text)


def test_a_carer_without_email_gives_post_and_telephone(walker):
    EvidenceCodeFactory(code="GP-12345")
    walker.start().fill("name", first_name="Stanley", last_name="Holroyd").fill("born", **born())
    walker.fill("home", postcode="AJ1 2AA").fill("relationship", relationship="partner")
    walker.fill("person", cared_for_age="80+", cared_for_lives="with_me").fill(
        "time", hours="50+", since="5-9"
    )
    walker.fill("contact", no_email="on")
    # then post and telephone are needed
    walker.fill("address", address="", phone="")
    assert set(walker.errors) == {"address", "phone"}
    walker.fill("address", address="2 High Street\nArlenford", phone="01632 960 301")
    walker.fill("photo", photo_way="post").fill("evidence", evidence_kind="code").fill(
        "proof", evidence_code="gp 12345"
    )
    # and only ways that reach them are offered for news
    assert "By e-mail" not in walker.text
    walker.fill("news", by_post="on").fill("agree", terms="on").post("/apply/check/")
    application = Application.objects.get()
    assert (application.status, application.email, application.user) == ("waiting", "", None)
    assert application.no_email
    assert not OutgoingMail.objects.exists()
    assert "by post, or call" in walker.text


def test_below_fourteen_needs_an_adult_and_what_was_typed_stays(walker):
    walker.start().fill("name", first_name="Maya", last_name="Iqbal").fill("born", **born(year="2015"))
    # then the child cannot go on alone
    assert walker.where == "/apply/stop/needs-adult/"
    assert "Well done for coming this far, Maya" in walker.text
    walker.page = walker.client.get("/apply/home/", follow=True)
    assert walker.where == "/apply/stop/needs-adult/"
    # when a guardian takes over
    walker.post("/apply/stop/needs-adult/", route="guardian")
    walker.fill("guardian", guardian_name="Sana Iqbal", guardian_email="sana@mail.example")
    walker.confirm("confirm-adult")
    # then name and birthday are not asked again
    walker.fill("privacy").fill("home", postcode="AJ1 2AA").fill("relationship", relationship="sibling")
    walker.fill("contact", no_email="on").fill("address", address="4 Mill Lane").fill("look", discreet="yes")
    walker.fill("photo", photo_way="desk").fill("evidence", evidence_kind="declaration")
    walker.fill("proof", evidence_words="Maya helps her brother dress and eat.")
    walker.fill("agree", terms="on", adult_agrees="on").post("/apply/check/")
    application = Application.objects.get()
    assert application.status == "waiting"
    assert application.guardian_agreed_on is not None
    assert application.discreet
    assert (application.user, application.started_by.email) == (None, "sana@mail.example")
    assert OutgoingMail.objects.get().to == "sana@mail.example"
    assert (application.hours, application.condition, application.phone) == ("", "", "")


def test_a_professional_starts_it_and_is_the_evidence(walker):
    walker.start("professional")
    walker.fill("professional", guardian_name="Sam Lee", guardian_relationship="Pastoral lead, Merrow School",
                guardian_email="sam@school.example")  # fmt: skip
    walker.confirm("confirm-adult")
    walker.fill("name", first_name="Kai", last_name="Ward").fill("born", **born(year="2014")).fill("privacy")
    walker.fill("home", postcode="AJ1 2AA").fill("relationship", relationship="parent").fill(
        "contact", no_email="on"
    )
    walker.fill("address", address="Merrow School, Arlenford").fill("look", discreet="no").fill(
        "photo", photo_way="desk"
    )
    walker.fill("agree", terms="on", adult_agrees="on").post("/apply/check/")
    application = Application.objects.get()
    assert application.evidence_kind == "professional"
    assert application.evidence_words == "Sam Lee, Pastoral lead, Merrow School"


def test_sixteen_starts_alone_and_an_adult_agrees_by_link(walker):
    walker.start().fill("name", first_name="Kacper", last_name="Zieliński").fill(
        "born", **born(year="2010")
    ).fill("privacy")
    walker.fill("home", postcode="AJ1 2AA").fill("relationship", relationship="sibling")
    walker.fill("contact", email="kacper@mail.example").confirm().fill("address", address="")
    walker.fill(
        "adult",
        guardian_name="Ms Price",
        guardian_relationship="school",
        guardian_email="price@school.example",
    )
    walker.fill("look", discreet="yes").fill("photo", photo_way="desk").fill(
        "evidence", evidence_kind="professional"
    )
    walker.fill("proof", evidence_words="Ms Price, Merrow School").fill("agree", terms="on")
    assert "Ms Price" in walker.text
    walker.post("/apply/check/")
    application = Application.objects.get()
    # then it waits, the adult has a link, and the token is in the fragment and nowhere in the database
    assert application.status == "waiting"
    assert application.guardian_agreed_on is None
    invitation = OutgoingMail.objects.get(to="price@school.example")
    token = re.search(r"/apply/adult-answer/#([\w-]{32})", invitation.text)[1]
    assert token not in str(vars(application))
    # when the adult opens the link, nothing is recorded
    adult = Walker()
    adult.page = adult.client.get("/apply/adult-answer/")
    application.refresh_from_db()
    assert application.guardian_agreed_on is None
    # when they look and agree
    adult.post("/apply/adult-answer/", token=token)
    assert "Do you agree that Kacper gets" in adult.text
    assert "Zieliński" not in adult.text
    adult.post("/apply/adult-answer/", token=token, answer="yes")
    application.refresh_from_db()
    assert application.guardian_agreed_on is not None
    assert OutgoingMail.objects.filter(to="kacper@mail.example", subject="Ms Price said yes").count() == 1
    # then the link is used up
    adult.post("/apply/adult-answer/", token=token, answer="no")
    assert adult.page.status_code == 422
    application.refresh_from_db()
    assert application.guardian_agreed_on is not None


def test_outside_the_area_is_said_kindly_and_can_go_on(walker):
    walker.start().fill("name", first_name="Ann").fill("born", **born()).fill("home", postcode="ZZ9 9ZZ")
    walker.fill("relationship", relationship="parent").fill(
        "person", cared_for_age="80+", cared_for_lives="near"
    )
    walker.fill("their-postcode", cared_for_postcode="ZZ9 8AA")
    assert walker.where == "/apply/stop/outside/"
    assert "Ask the carers’ centre where you live." in walker.text
    assert "01632 960 001" in walker.text
    walker.post("/apply/stop/outside/")
    assert walker.where == "/apply/time/"
    assert Application.objects.get().outside_area


def test_it_is_enough_that_the_person_cared_for_lives_here(walker):
    walker.start().fill("name", first_name="Ann").fill("born", **born()).fill("home", postcode="ZZ9 9ZZ")
    walker.fill("relationship", relationship="parent").fill(
        "person", cared_for_age="80+", cared_for_lives="near"
    )
    walker.fill("their-postcode", cared_for_postcode="AJ1 3AA")
    assert walker.where == "/apply/time/"
    assert Application.objects.get().area.slug == "arlen-vale"


def test_a_parent_carer_is_not_asked_how_old_a_child_under_18_is(walker):
    walker.start().fill("name", first_name="Priya").fill("born", **born()).fill("home", postcode="AJ1 2AA")
    walker.fill("relationship", relationship="child")
    assert "How old are they?" not in walker.text
    assert "parent carer" not in walker.text.lower()
