"""The Welsh catalogue is whole, keeps what is filled in later, and is written by the rules of the house."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import polib
import pytest
from django.conf import settings

from tests.welsh import CATALOGUE, HOLES, ROOT, catalogue

ENTRIES = list(catalogue())
HOW = "Run `make messages` (docs/welsh-glossary.md has the terms)."


def texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def key(entry: polib.POEntry) -> tuple[str, str, str]:
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural


def test_every_string_has_its_welsh():
    open_ones = [
        entry.msgid for entry in ENTRIES if entry.fuzzy or not all(text.strip() for text in texts(entry))
    ]
    assert not open_ones, HOW
    assert not catalogue().obsolete_entries(), HOW
    assert len(ENTRIES) > 1000


def test_plurals_have_the_four_forms_of_djangos_welsh():
    header = catalogue().metadata["Plural-Forms"]
    assert header == "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;"
    assert {len(entry.msgstr_plural) for entry in ENTRIES if entry.msgid_plural} == {4}


def test_what_is_filled_in_later_is_the_same_in_both_languages():
    wrong = []
    for entry in ENTRIES:
        many = set(HOLES.findall(entry.msgid_plural or entry.msgid))
        wrong += [
            text
            for text in texts(entry)[1 if entry.msgid_plural else 0 :]
            if set(HOLES.findall(text)) != many
        ]
        # “once a day” may leave the number out where the English does
        if (
            entry.msgid_plural
            and not set(HOLES.findall(entry.msgid)) <= set(HOLES.findall(texts(entry)[0])) <= many
        ):
            wrong.append(texts(entry)[0])
        wrong += [text for text in texts(entry) if text.count("\n") != entry.msgid.count("\n")]
    assert not wrong


def test_no_string_is_missing_from_the_catalogue_and_none_is_left_over(tmp_path):
    """Collects all strings again from a copy, as `make messages` does, and compares."""
    assert shutil.which("xgettext"), (
        "gettext is missing:  apt-get install gettext  (scripts/setup.sh test does it)"
    )
    for folder in ("passport_site", "passports", "businesses", "directory", "templates"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
        )
    (tmp_path / "locale").mkdir()
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", "cy", "--no-location", "--no-wrap"],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
    )
    collected = {key(entry) for entry in polib.pofile(str(tmp_path / CATALOGUE.relative_to(ROOT)))}
    ours = {key(entry) for entry in ENTRIES}
    assert sorted(collected - ours) == [], f"without Welsh. {HOW}"
    assert sorted(ours - collected) == [], f"not used any more. {HOW}"


def test_the_compiled_catalogue_is_the_written_one():
    """Django reads the .mo; scripts/compile_messages.py makes it from the .po."""
    compiled = {key(entry): texts(entry) for entry in polib.mofile(str(CATALOGUE.with_suffix(".mo")))}
    assert compiled == {key(entry): texts(entry) for entry in ENTRIES}, "run scripts/compile_messages.py"


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("exclamation marks", r"!"),
        ("typewriter apostrophes and quotes", r"(?<![=\w])['\"]|\w'\w"),
        ("hyphens for dashes", r" - "),
        ("words that our glossary replaces", r"gofalydd|\bannilys|dirymu|yr ydych|ymgeisydd"),
        ("an aspirate after “a” and “â” left out", r"\b[aâ] (?:[ct](?!h)|p(?!h)|chi’n [ctp])"),
        ("a soft mutation after “i” left out", r"\b[Ii] (?:cerdyn|gofalwyr?|busnes|pobl|cynnig|til)\b"),
        ("a mutation after “eich”", r"\b[Ee]ich (?:gerdyn|gais|god|lun|basbort|gyfrif|gyfeiriad|fanylion)\b"),
        ("a soft mutation after “yn” left out", r"\byn (?:dilys|parod|da|gwag|cywir|pwysig|diogel)\b"),
        (
            "plurals after figures",
            r"\b\d+ (?:wythnosau|diwrnodau|dyddiau|misoedd|oriau|munudau|blynyddoedd)\b",
        ),
    ],
)
def test_the_welsh_keeps_the_rules_of_the_house(what, pattern):
    found = [
        text for entry in ENTRIES for text in texts(entry) if re.search(pattern, re.sub(r"<[^>]*>", "", text))
    ]
    assert not found, what


def words_outside_gettext(source: str) -> list[str]:
    """Words that a template prints in English whatever the reader's language."""
    source = re.sub(r"{%\s*(blocktrans\w*|comment)\b.*?{%\s*end\1\s*%}", "", source, flags=re.DOTALL)
    source = re.sub(r"{#.*?#}|<(script|style|svg)\b.*?</\1>", "", source, flags=re.DOTALL)
    source = re.sub(r"{%\s*block (\w*_class|robots)\s*%}.*?{%\s*endblock", "", source, flags=re.DOTALL)
    source = re.sub(r"{%.*?%}|{{.*?}}", "\0", source, flags=re.DOTALL)
    spoken = re.findall(r'\s(?:alt|title|aria-label|aria-description|placeholder)="([^"]*)"', source)
    printed = re.sub(r"<[^>]*>", "\0", source).split("\0")
    return [" ".join(part.split()) for part in spoken + printed if re.search(r"[A-Za-z]{3}", part)]


def test_no_template_prints_words_that_cannot_be_translated():
    names = {"Subject:", "Carer Passport", "Cymraeg", "English", "CSV", "XLSX", "PDF", "make demo"}
    for path in sorted((ROOT / "templates").rglob("*.*")):
        inside = path.relative_to(ROOT / "templates")
        if (
            inside.parts[0] == "design"
            or path.suffix not in {".html", ".txt"}
            or path.name.startswith("LICENSE")
        ):
            continue  # design/ is for developers
        assert [words for words in words_outside_gettext(path.read_text()) if words not in names] == [], (
            inside
        )


def test_the_template_test_can_fail():
    assert words_outside_gettext("<p>Plain {{ name }}</p>{% trans 'x' %}<img alt='' title=\"Seen\">") == [
        "Seen",
        "Plain",
    ]


def test_both_languages_are_offered_to_visitors_and_officers():
    assert [code for code, _name in settings.LANGUAGES] == ["en", "cy"]
    assert [code for code, _name in settings.WAGTAILADMIN_PERMITTED_LANGUAGES] == ["en", "cy"]
