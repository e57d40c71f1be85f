"""Forms: wired for screen readers, sorry in our words, and never broken by what is typed."""

from __future__ import annotations

import datetime

import pytest
from django import forms
from django.template import Context, Template
from django.test import Client
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from passport_site.core.errors import RuleBroken
from passport_site.core.forms import DateBoxesField, Form

TODAY = datetime.date(2026, 11, 25)


class Sample(Form):
    name = forms.CharField(
        label="Your name", help_text="As people say it", error_messages={"required": "Enter your name"}
    )
    email = forms.EmailField(label="E-mail", required=False)
    born = DateBoxesField(label="When were you born?", latest=lambda: TODAY)
    who = forms.ChoiceField(label="Who?", choices=[("a", "Anna"), ("b", "Ben")], widget=forms.RadioSelect)
    terms = forms.BooleanField(label="I agree")


def _render(source: str, **context) -> str:
    return Template(source).render(Context(context))


def test_an_error_is_linked_to_its_field_together_with_the_hint():
    html = _render("{{ form.name.as_field_group }}", form=Sample({}))
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert "Enter your name" in html
    assert "Error:" in html


def test_choices_are_a_fieldset_with_a_legend_that_carries_the_error():
    html = _render("{{ form.who.as_field_group }}", form=Sample({}))
    assert '<fieldset class="field has-error" aria-describedby="id_who_error">' in html
    assert html.index("<legend") < html.index("Choose an answer") < html.index("<input")


def test_the_summary_jumps_to_the_first_box_or_choice_of_each_field():
    form = Sample({"email": "priya@"})
    html = _render("{% error_summary form %}{{ form }}", form=form)
    for field_id in ("id_name", "id_email", "id_born_0", "id_who_0", "id_terms"):
        assert f'href="#{field_id}"' in html
        assert f'id="{field_id}"' in html
    assert html.count("error-summary-title") == 2  # heading and its reference: one summary, not two


def test_the_summary_names_the_question_when_two_have_the_same_mistake():
    class Two(Form):
        age = forms.ChoiceField(label="How old are they?", error_messages={"required": "Choose one answer"})
        home = forms.ChoiceField(label="Home", error_messages={"required": "Choose one answer"})
        name = forms.CharField(label="Name", error_messages={"required": "Enter a name"})

    html = _render("{% error_summary form %}", form=Two({}))

    assert ">How old are they? Choose one answer<" in html
    assert ">Home: Choose one answer<" in html
    assert ">Enter a name<" in html


def test_a_form_without_a_summary_on_its_page_brings_its_own():
    assert "There is a problem" in _render("{{ form }}", form=Sample({}))
    assert "There is a problem" not in _render("{{ form }}", form=Sample())


def test_a_refusal_of_a_service_is_shown_at_its_field_or_at_the_top():
    form = Sample({})
    form.add_broken_rule(RuleBroken("We know this name", field="name"))
    form.add_broken_rule(RuleBroken("Come back tomorrow", field="gone"))
    assert "We know this name" in form.errors["name"]
    assert list(form.non_field_errors()) == ["Come back tomorrow"]


def test_what_is_typed_is_escaped_and_kept():
    html = _render("{{ form.name.as_field_group }}", form=Sample({"name": '"><script>alert(1)</script>'}))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("language", ["en", "cy"])
def test_django_s_own_sentences_are_replaced_in_every_language(language):
    with translation.override(language):
        form = Sample({"email": "priya@"})
        said = " ".join(message for messages in form.errors.values() for message in messages)
    assert "This field is required" not in said
    assert "Enter a valid email" not in said
    assert form.errors["name"] == ["Enter your name"]  # the form's own words stay


def _born(day="", month="", year="") -> Sample:
    return Sample({"born_day": day, "born_month": month, "born_year": year})


@pytest.mark.parametrize("month", ["3", "03", "March", "mar", "MARCH"])
def test_a_date_may_be_typed_with_the_month_as_number_or_name(month):
    form = _born("27", month, "1980")
    form.full_clean()
    assert form.cleaned_data["born"] == datetime.date(1980, 3, 27)


def test_a_month_is_understood_in_the_reader_s_language():
    with translation.override("cy"):
        form = _born("27", "Mawrth", "1980")
        form.full_clean()
    assert form.cleaned_data["born"] == datetime.date(1980, 3, 27)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (("", "", ""), "Enter a date"),
        (("27", "3", ""), "must include a year"),
        (("", "3", "1980"), "must include a day"),
        (("31", "2", "1980"), "real date"),
        (("27", "ma", "1980"), "real date"),
        (("1_0", "3", "1980"), "real date"),
        (("²", "3", "1980"), "real date"),
        (("27", "3", "80"), "too long ago"),
        (("26", "11", "2026"), "in the future"),
    ],
)
def test_a_date_says_what_is_missing(typed, says):
    assert says in " ".join(_born(*typed).errors["born"])


@given(st.tuples(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20)))
def test_no_text_breaks_a_date(typed):
    errors = _born(*typed).errors.get("born", [])
    assert errors or all(typed)


def test_a_date_keeps_what_was_typed_when_it_is_wrong():
    assert 'value="31"' in _render("{{ form.born.as_field_group }}", form=_born("31", "2", "1980"))


@pytest.mark.django_db
def test_a_missing_page_is_answered_kindly_and_in_welsh():
    response = Client().get("/cy/there-is-no-such-page/")
    assert response.status_code == 404
    assert '<html lang="cy">' in response.content.decode()
