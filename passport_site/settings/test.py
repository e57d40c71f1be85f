"""The test suite: like development, but with mails in memory, quick hashing, demo off and its own database."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault(
    "DATABASE_URL", f"sqlite:///{Path(__file__).resolve().parents[2] / 'var' / 'unused.sqlite3'}"
)

from . import env
from .dev import *  # noqa: F403
from .dev import DATABASES, VAR_DIR

SUFFIX = env.text("TEST_DB_SUFFIX", "main")
DEBUG = False
DEMO = env.flag("DEMO", False)
SECRET_KEY = "tests-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STAFF_SECOND_FACTOR_REQUIRED = True
WALLET_APPLE = WALLET_GOOGLE = None
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "tests"}}
BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
CARD_ISSUER_HOST = "card.example"
CARD_KEYS_DIR = Path(tempfile.gettempdir()) / f"carer-passport-test-keys-{os.getuid()}"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

_media = Path(tempfile.gettempdir()) / f"carer-passport-test-media-{SUFFIX}-{os.getuid()}"
STORAGES = env.media("MEDIA_STORAGE", f"file://{_media}") | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
MEDIA_ROOT = _media / "public"

# A file, not :memory:, so that --reuse-db works and so that the browser tests' server thread and the race
# tests' processes see the same database.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / f"test-{SUFFIX}.sqlite3")}
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_passport_{SUFFIX}"}
PARTNERS_LOCAL = True
