"""The house stands as architecture.md draws it: imports, constraints, migrations, templates."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models
from django.template import engines

from passport_site.core.models import AppendOnlyModel
from passport_site.core.privacy import declaration, our_models

BASE = Path(settings.BASE_DIR)
ROOMS = [
    "directory.demo",
    "directory.reports",
    "directory.pages",
    "businesses.redemptions",
    "businesses.offers",
    "businesses.members",
    "passports.applications",
    "passports.partners",
    "passports.cards",
    "passport_site.accounts",
    "passport_site.scheme",
    "passport_site.core",
]
FREE_FILES = {"passport_site/urls.py"}
FREE_FOLDERS = ("passport_site/settings/",)  # these two name every room
FREE_IMPORTS = {
    # core.design_urls is development only: the gallery needs the mark that each view carries
    ("passport_site/core/design_urls.py", "passport_site.accounts.access"),
}


def room_of(name: str) -> str | None:
    return next((room for room in ROOMS if name == room or name.startswith(f"{room}.")), None)


def imports_of(path: Path) -> set[str]:
    """Full names of what a file imports, relative imports resolved, imports inside functions included."""
    package = list(path.relative_to(BASE).with_suffix("").parts[:-1])
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            found |= {f"{module}.{alias.name}" for alias in node.names}
    return found


def files() -> list[Path]:
    return [
        path
        for wing in ("passport_site", "passports", "businesses", "directory")
        for path in sorted((BASE / wing).rglob("*.py"))
        if "/migrations/" not in str(path)
    ]


def broken_imports(path: Path) -> list[str]:
    place = path.relative_to(BASE).as_posix()
    here = room_of(place.removesuffix(".py").replace("/", "."))
    if here is None or place in FREE_FILES or place.startswith(FREE_FOLDERS):
        return []
    wrong = []
    for name in sorted(imports_of(path)):
        there = room_of(name)
        free = any(file == place and name.startswith(module) for file, module in FREE_IMPORTS)
        if there in (None, here) or free:
            continue
        if ROOMS.index(there) < ROOMS.index(here):
            wrong.append(f"{place} → {name}: imports run to the right only")
        elif (
            there.split(".")[0] not in (here.split(".")[0], "passport_site")
            and here != "directory.demo"
            and not f"{name}.".startswith(f"{there}.public.")
        ):
            wrong.append(f"{place} → {name}: between wings only {there}.public")
    return wrong


def test_imports_run_to_the_right_and_between_wings_only_to_public():
    assert [line for path in files() for line in broken_imports(path)] == []


def test_the_import_test_can_fail(tmp_path, monkeypatch):
    for place, code in {
        "passport_site/core/bad.py": "from passports.cards import public",
        "businesses/members/bad.py": "def f():\n    from passports.cards.models import Card",
        "passports/cards/bad.py": "from ..applications import models",
    }.items():
        file = tmp_path / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(code)
        monkeypatch.setitem(globals(), "BASE", tmp_path)
        assert len(broken_imports(file)) == 1, place


def test_the_list_of_rooms_is_complete():
    ours = [
        name
        for name in settings.INSTALLED_APPS
        if name.split(".")[0] in {"passports", "businesses", "directory"}
    ]
    assert ours == [room for room in ROOMS if not room.startswith("passport_site")]
    assert all((BASE / room.replace(".", "/")).is_dir() for room in ROOMS)


@pytest.mark.parametrize("model", list(our_models()), ids=lambda model: model._meta.label)
def test_rows_that_are_only_added_cannot_be_edited(model):
    assert declaration(model).append_only == issubclass(model, AppendOnlyModel)


def constrained_together(model: type[models.Model], at: str, by: str) -> bool:
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.CheckConstraint):
            text = str(constraint.condition)
            if f"'{at}__isnull', True" in text and f"'{by}__isnull', True" in text:
                return True
    return False


def test_who_and_when_are_always_set_together():
    pairs = [
        (model, field.name, f"{field.name[:-3]}_by")
        for model in our_models()
        for field in model._meta.local_fields
        if field.name.endswith("_at")
        and field.null
        and any(f.name == f"{field.name[:-3]}_by" for f in model._meta.local_fields)
    ]
    assert pairs, "the test finds pairs by itself; there is at least decided_at and decided_by"
    loose = [
        f"{model._meta.label}.{at}" for model, at, by in pairs if not constrained_together(model, at, by)
    ]
    assert loose == [], "use core.constraints.paired"


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_have_names():
    nameless = [
        path.relative_to(BASE).as_posix()
        for config in apps.get_app_configs()
        if Path(config.path).is_relative_to(BASE) and ".venv" not in config.path
        for path in Path(config.path, "migrations").glob("0*.py")
        if re.search(r"_auto_\d", path.name)
    ]
    assert nameless == []


def templates() -> list[str]:
    root = BASE / "templates"
    return sorted(
        path.relative_to(root).as_posix() for path in root.rglob("*") if path.suffix in {".html", ".txt"}
    )


def test_all_templates_compile():
    engine = engines["django"]
    broken = []
    for name in templates():
        if "LICENSE" in name:
            continue
        try:
            engine.get_template(name)
        except Exception as problem:  # each kind of mistake is worth its line
            broken.append(f"{name}: {problem}")
    assert broken == []


INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")[^>]*>|<style|\sstyle=\"|\son\w+=\""
)


PRINTED = ("mail/", "cards/paper", "applications/paper")
"""Mails have no policy; weasyprint reads cards and letters, no browser does."""


def test_no_template_of_a_page_has_inline_script_or_style():
    wrong = [
        f"{name}: {found[0]}"
        for name in templates()
        if not name.startswith(PRINTED)
        if (found := INLINE.search((BASE / "templates" / name).read_text(encoding="utf-8")))
    ]
    assert wrong == [], "the content security policy refuses them"
