"""Documents drawn from the code are up to date, and say everything."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db import models

from passport_site.core import data_map, state_docs
from passport_site.core.privacy import SUSPECT_FIELDS, declaration, our_models
from passport_site.core.transitions import TABLES


@pytest.mark.parametrize("command", ["data_map", "states", "roles_doc"])
def test_the_document_is_up_to_date(command):
    call_command(command, check=True)


def test_an_outdated_document_fails_and_says_what_to_do(settings, tmp_path):
    (tmp_path / "docs").mkdir()
    settings.BASE_DIR = tmp_path
    with pytest.raises(CommandError, match=r"manage\.py roles_doc"):
        call_command("roles_doc", check=True)
    call_command("roles_doc")
    call_command("roles_doc", check=True)


def test_every_status_and_arrow_is_drawn():
    text = state_docs.text()
    for table in TABLES.values():
        for arrow in table.transitions:
            for source in arrow.sources:
                assert f"    {source} --> {arrow.target}: {arrow.name}\n" in text


@pytest.mark.parametrize("model", list(our_models()), ids=lambda model: model._meta.label)
def test_each_model_says_what_is_personal_and_how_long_it_is_kept(model):
    privacy = declaration(model)
    assert privacy is not None, "add a Privacy class (core/privacy.py)"
    assert privacy.keep.words
    assert isinstance(privacy.append_only, bool)
    assert all(why.strip() for why in privacy.personal.values())


def own_fields(model: type[models.Model]) -> list[models.Field]:
    """Fields written in our models; those of Wagtail's pages are not ours to classify."""
    inherited = {
        field.name for parent in model._meta.get_parent_list() for field in parent._meta.local_fields
    }
    return [field for field in model._meta.local_fields if field.name not in inherited]


UNSUSPECTED = {"created_at", "changed_at", "id", "translation_key"}


@pytest.mark.parametrize("model", list(our_models()), ids=lambda model: model._meta.label)
def test_each_suspect_field_is_classified_and_no_name_is_stale(model):
    privacy = declaration(model)
    classified = set(privacy.personal) | set(privacy.not_personal)
    suspect = {
        field.name
        for field in own_fields(model)
        if isinstance(field, SUSPECT_FIELDS)
        and field.name not in UNSUSPECTED
        and not isinstance(field, models.DateTimeField)
    }
    assert suspect - classified == set(), "neither personal nor not_personal"
    known = {field.name for field in model._meta.get_fields()}
    assert classified - known == set(), "no such field"
    assert set(privacy.personal) & set(privacy.not_personal) == set()


def test_the_data_map_names_every_model_and_personal_field():
    text = data_map.text()
    for model in our_models():
        assert f"### {model.__name__}\n" in text
        for name in declaration(model).personal:
            assert f"| `{name}` |" in text
