"""A laptop: SQLite, local files, mails kept in the outbox that /demo/ shows. Everything can still be overridden."""

import base64
import hashlib
from pathlib import Path

from . import env
from .base import *  # noqa: F403
from .base import VAR_DIR

VAR_DIR.mkdir(exist_ok=True)


def _throwaway(purpose: str) -> str:
    """A fixed development secret, so that sessions outlive a restart. Worthless: it stands in the repository."""
    return base64.b64encode(hashlib.sha512(f"development only: {purpose}".encode()).digest()).decode()


DEBUG = env.flag("DEBUG", True)
SECRET_KEY = env.secret("SECRET_KEY", _throwaway("secret key"))
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]", ".localhost"])
DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{VAR_DIR / 'passport.sqlite3'}")}
CACHES = {"default": env.cache("CACHE_URL")}
CACHES["pages"] = env.pages_cache(CACHES["default"])
STORAGES = env.media("MEDIA_STORAGE", f"file://{VAR_DIR / 'media'}") | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
MEDIA_ROOT = VAR_DIR / "media" / "public"
STATIC_ROOT = VAR_DIR / "staticfiles"  # nothing is collected here; whitenoise reads static/ itself
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = (
    True  # so that DEBUG=false serves files too, with our own error pages
)
globals().update(env.email("EMAIL_URL", f"file://{VAR_DIR / 'mail'}"))
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Arlenshire Carer Passport <passport@arlenshire.example>")

BASE_URL = env.text("BASE_URL", "http://localhost:8000")
WAGTAILADMIN_BASE_URL = BASE_URL
CARD_ISSUER_HOST = env.text("CARD_ISSUER_HOST", "localhost:8000")
CARD_SIGNING_KEY = env.text("CARD_SIGNING_KEY", "")
CARD_KEYS_DIR = Path(env.text("CARD_KEYS_DIR", str(Path.home() / ".local/share/carer-passport/keys")))
CARD_KEYS_AUTO = True
FIELD_ENCRYPTION_KEYS = env.keyring(
    "FIELD_ENCRYPTION_KEYS",
    "dev:" + base64.b64encode(hashlib.sha256(b"development only: fields").digest()).decode(),
)

DEMO = env.flag("DEMO", True)
STAFF_SECOND_FACTOR_REQUIRED = env.flag("STAFF_SECOND_FACTOR_REQUIRED", False)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0, 0, 5)
INTERNAL_IPS = ["127.0.0.1"]
PARTNERS_LOCAL = True
