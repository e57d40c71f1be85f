"""The start: a missing or senseless variable stops it with a sentence; production never starts with the demo on."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.urls import resolve

from passport_site.settings import env

ROOT = Path(__file__).resolve().parents[2]
KEY = base64.b64encode(bytes(range(32))).decode()
GOOD = {
    "SECRET_KEY": "a-Long-Secret-Key-of-More-than-Fifty-Characters-0123456789",
    "ALLOWED_HOSTS": "passport.example.gov.uk",
    "DATABASE_URL": "sqlite:////tmp/carer-passport-settings-test.sqlite3",
    "CACHE_URL": "redis://127.0.0.1:6379/9",
    "EMAIL_URL": "smtp+tls://user:secret@mail.example:587",
    "DEFAULT_FROM_EMAIL": "passport@example.gov.uk",
    "CARD_SIGNING_KEY": f"1:{KEY}",
    "FIELD_ENCRYPTION_KEYS": f"2026a:{KEY}",
}


def start(**changes: str | None) -> subprocess.CompletedProcess:
    """Loads the production settings in a process of its own; None takes a variable away."""
    variables = {k: v for k, v in (GOOD | changes).items() if v is not None}
    code = (
        "import passport_site.settings.production as s; print(s.BASE_URL, s.DATABASES['default']['ENGINE'])"
    )
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={"PATH": os.environ["PATH"], **variables},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_production_starts_with_good_variables():
    done = start()
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("https://passport.example.gov.uk ")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is too short"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS holds *"),
        ({"DATABASE_URL": "oracle://db"}, "DATABASE_URL starts with 'oracle'"),
        ({"CACHE_URL": "locmem://"}, "CACHE_URL is locmem://"),
        ({"EMAIL_URL": "pigeon://post"}, "EMAIL_URL is not understood"),
        ({"BASE_URL": "http://passport.example.gov.uk"}, "BASE_URL must start with https://"),
        ({"FIELD_ENCRYPTION_KEYS": "2026a:short"}, "FIELD_ENCRYPTION_KEYS must be NAME:BASE64"),
        ({"CARD_SIGNING_KEY": None, "CARD_KEYS_DIR": "/nowhere"}, "CARD_SIGNING_KEY is not set"),
        ({"DEMO": "true"}, "DEMO is on"),
        ({"DEMO": "perhaps"}, "Set it to true or false"),
        ({"STAFF_SECOND_FACTOR_REQUIRED": "false"}, "STAFF_SECOND_FACTOR_REQUIRED is off"),
        ({"MEDIA_STORAGE": "ftp://files"}, "MEDIA_STORAGE is 'ftp://files'"),
        ({"TRUSTED_PROXY_COUNT": "99"}, "Set it to a number from 0 to 5"),
    ],
)  # fmt: skip
def test_a_senseless_variable_stops_the_start_with_a_sentence(changes, sentence):
    done = start(**changes)
    assert done.returncode != 0
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("path", ["/demo/", "/demo/outbox/", "/demo/sign-in/", "/design/", "/cy/demo/"])
def test_without_the_demo_its_addresses_do_not_exist(path, client, db):
    assert (
        resolve(path).url_name == "wagtail_serve"
    )  # only the catch-all of CMS pages takes it, and has no such page
    assert client.get(path).status_code == 404


def test_postgres_and_redis_and_s3_are_one_variable_each(monkeypatch):
    monkeypatch.setenv("X", "postgres://user:p%40ss@db.example:5433/passport")
    assert env.database("X")["HOST"] == "db.example"
    monkeypatch.setenv("X", "redis://cache.example:6379/1")
    assert env.cache("X")["BACKEND"].endswith("RedisCache")
    monkeypatch.setenv("X", "s3://bucket?region=eu-west-2")
    assert env.media("X", "")["private"]["OPTIONS"]["region_name"] == "eu-west-2"
