"""The environment, read and typed once. A missing or senseless value stops the start with a sentence.

Everything that differs between a laptop, a test run and a council's servers is one variable here; nothing else
in the project reads ``os.environ``. ``docs/deploy.md`` lists them for people who run a scheme.
"""

from __future__ import annotations

import base64
import binascii
import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import dj_database_url
from environs import Env, EnvError

BASE_DIR = Path(__file__).resolve().parents[2]

env = Env()


class SettingsProblem(SystemExit):
    """Stops the start. The text names the variable and says what to set; no traceback is of use here."""

    def __init__(self, variable: str, sentence: str):
        super().__init__(f"Carer Passport cannot start: {variable} {sentence}")


def text(name: str, default: str | None = None) -> str:
    """A variable as text. Without a default it must be set and not be empty."""
    value = os.environ.get(name, default)
    if value is None or (default is None and not value.strip()):
        raise SettingsProblem(name, "is not set. See docs/deploy.md for what it should hold.")
    return value


def flag(name: str, default: bool) -> bool:
    """A yes/no variable: true, false, 1, 0, yes, no, on, off."""
    try:
        return env.bool(name, default)
    except EnvError:
        raise SettingsProblem(name, f"is {os.environ[name]!r}. Set it to true or false.") from None


def number(name: str, default: int, low: int, high: int) -> int:
    """A whole number between `low` and `high`, both included."""
    try:
        value = env.int(name, default)
    except EnvError:
        raise SettingsProblem(name, f"is {os.environ[name]!r}. Set it to a whole number.") from None
    if not low <= value <= high:
        raise SettingsProblem(name, f"is {value}. Set it to a number from {low} to {high}.")
    return value


def names(name: str, default: list[str] | None = None) -> list[str]:
    """A comma-separated list, such as host names."""
    raw = text(name, ",".join(default) if default is not None else None)
    return [part.strip() for part in raw.split(",") if part.strip()]


def secret(name: str, default: str | None = None) -> str:
    """A secret of at least 50 characters (Django's own bar, security.W009)."""
    value = text(name, default)
    if len(value) < 50 or len(set(value)) < 5:
        raise SettingsProblem(
            name,
            "is too short. Make one with:  python -c 'import secrets; print(secrets.token_urlsafe(64))'",
        )
    return value


def database(name: str, default: str | None = None) -> dict:
    """DATABASE_URL as Django's setting: sqlite:///path or postgres://user:pass@host:port/name."""
    url = text(name, default)
    scheme = url.split(":", 1)[0]
    if scheme not in {"sqlite", "postgres", "postgresql"}:
        raise SettingsProblem(
            name,
            f"starts with {scheme!r}. Use postgres://user:password@host:5432/name or sqlite:///path/to/file.",
        )
    try:
        config = dj_database_url.parse(url, conn_max_age=number("DATABASE_CONN_MAX_AGE", 60, 0, 3600))
    except (ValueError, KeyError) as problem:
        raise SettingsProblem(
            name, f"cannot be read ({problem}). Use postgres://user:password@host:5432/name."
        ) from None
    if config["ENGINE"].endswith("sqlite3"):
        # IMMEDIATE takes the write lock at BEGIN, so two writers queue instead of failing half-way (architecture.md).
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
        if config["NAME"] not in {"", ":memory:"}:
            Path(config["NAME"]).resolve().parent.mkdir(parents=True, exist_ok=True)
    else:
        config["ENGINE"] = "passport_site.core.postgresql"
        config["CONN_HEALTH_CHECKS"] = True
        config["OPTIONS"] = config.get("OPTIONS", {}) | {"keep_plans": flag("DATABASE_PREPARE", True)}
    return config


def cache(name: str, default: str = "locmem://") -> dict:
    """CACHE_URL as Django's setting: locmem://, redis://host:port/db or dbcache://table."""
    url = text(name, default)
    parts = urlsplit(url)
    if parts.scheme == "locmem":
        return {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": parts.netloc or "default",
        }
    if parts.scheme in {"redis", "rediss"} and parts.hostname:
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": url,
            "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
        }
    if parts.scheme == "dbcache" and parts.netloc:
        # The counters of throttles live for an hour and must not be pushed out by others (Django's own limit is 300).
        return {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": parts.netloc,
            "TIMEOUT": 3700,
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    raise SettingsProblem(
        name, f"is {url!r}. Use redis://127.0.0.1:6379/0, dbcache://cache_table or locmem://."
    )


def pages_cache(default: dict) -> dict:
    """Where kept public pages lie: in Redis when there is one, otherwise in each worker's memory (at most 500 pages).

    Apart from the default cache, so that many pages never push out the counters of throttles.
    """
    if default["BACKEND"].endswith("RedisCache"):
        return default | {"KEY_PREFIX": "pages"}
    backend = "django.core.cache.backends.locmem.LocMemCache"
    return {"BACKEND": backend, "LOCATION": "pages", "OPTIONS": {"MAX_ENTRIES": 500}}


def proxy_cache(name: str) -> dict[str, dict]:
    """A proxy in front that keeps public pages and understands PURGE, such as Varnish: http://127.0.0.1:6081."""
    url = text(name, "")
    if not url:
        return {}
    if urlsplit(url).scheme not in {"http", "https"}:
        raise SettingsProblem(
            name, f"is {url!r}. Use the proxy's address, like http://127.0.0.1:6081, or unset it."
        )
    return {"proxy": {"BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend", "LOCATION": url}}


def email(name: str, default: str | None = None) -> dict[str, object]:
    """EMAIL_URL as Django's mail settings: smtp+tls://user:pass@host:587, smtp://host:25, file:///dir or memory://."""
    url = text(name, default)
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.path:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": parts.path,
        }
    if parts.scheme == "memory":
        return {"EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
    if parts.scheme in {"smtp", "smtp+tls", "smtp+ssl"} and parts.hostname:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": parts.hostname,
            "EMAIL_PORT": parts.port or {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}[parts.scheme],
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
            "EMAIL_USE_SSL": parts.scheme == "smtp+ssl",
            "EMAIL_TIMEOUT": 5,
        }
    raise SettingsProblem(
        name, "is not understood. Use smtp+tls://user:password@mail.example:587 or file:///some/folder."
    )


def media(name: str, default: str) -> dict[str, dict]:
    """MEDIA_STORAGE as the storages for public media and for private files: file:///dir or s3://bucket?region=…."""
    url = text(name, default)
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.path:
        root = Path(parts.path)
        return {
            "default": {
                "BACKEND": "django.core.files.storage.FileSystemStorage",
                "OPTIONS": {"location": str(root / "public"), "base_url": "/media/"},
            },
            "private": {
                "BACKEND": "django.core.files.storage.FileSystemStorage",
                "OPTIONS": {"location": str(root / "private"), "file_permissions_mode": 0o600},
            },
        }
    if parts.scheme == "s3" and parts.netloc:
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        shared = {"bucket_name": parts.netloc, "default_acl": None, "file_overwrite": False} | {
            option: query[key]
            for key, option in {"region": "region_name", "endpoint": "endpoint_url"}.items()
            if key in query
        }
        return {
            "default": {
                "BACKEND": "storages.backends.s3.S3Storage",
                "OPTIONS": shared | {"location": "public", "querystring_auth": False},
            },
            "private": {
                "BACKEND": "storages.backends.s3.S3Storage",
                "OPTIONS": shared
                | {"location": "private", "querystring_auth": True, "querystring_expire": 60},
            },
        }
    raise SettingsProblem(
        name, f"is {url!r}. Use file:///srv/passport/media or s3://bucket?region=eu-west-2."
    )


def keyring(name: str, default: str | None = None) -> list[tuple[str, bytes]]:
    """Named 32-byte keys, newest first: ``2026a:BASE64,2025a:BASE64``. Used for encrypted fields and card keys."""
    ring = []
    for part in names(name, [default] if default is not None else None):
        label, _, encoded = part.partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if not label or len(key) != 32:
            raise SettingsProblem(
                name,
                "must be NAME:BASE64 with 32 bytes in BASE64. Make one with:  python -c "
                "'import base64, os; print(\"2026a:\" + base64.b64encode(os.urandom(32)).decode())'",
            )
        ring.append((label, key))
    return ring
