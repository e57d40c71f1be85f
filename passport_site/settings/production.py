"""A council's servers. Nothing has a default that could be wrong there; each missing variable is named at start."""

from pathlib import Path

from . import env
from .base import *  # noqa: F403
from .base import BASE_DIR

DEBUG = False
SECRET_KEY = env.secret("SECRET_KEY")
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS")
if "*" in ALLOWED_HOSTS:
    raise env.SettingsProblem(
        "ALLOWED_HOSTS", "holds *. Name the hosts, for example: passport.example.gov.uk"
    )
DATABASES = {"default": env.database("DATABASE_URL")}
CACHES = {"default": env.cache("CACHE_URL", "dbcache://cache_table")}
CACHES["pages"] = env.pages_cache(CACHES["default"])
if CACHES["default"]["BACKEND"].endswith("LocMemCache"):
    raise env.SettingsProblem(
        "CACHE_URL", "is locmem://, which each worker would keep for itself. Use redis:// or dbcache://."
    )
STORAGES = env.media("MEDIA_STORAGE", f"file://{BASE_DIR / 'var' / 'media'}") | {
    "staticfiles": {"BACKEND": "passport_site.core.static_files.ManifestStaticFiles"}
}
MEDIA_ROOT = BASE_DIR / "var" / "media" / "public"
globals().update(env.email("EMAIL_URL"))
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

BASE_URL = env.text("BASE_URL", f"https://{ALLOWED_HOSTS[0].lstrip('.')}")
if not BASE_URL.startswith("https://"):
    raise env.SettingsProblem("BASE_URL", "must start with https:// (cards and passkeys need it).")
WAGTAILADMIN_BASE_URL = BASE_URL
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CARD_ISSUER_HOST = env.text("CARD_ISSUER_HOST", BASE_URL.removeprefix("https://").rstrip("/"))
CARD_SIGNING_KEY = env.text("CARD_SIGNING_KEY", "")
CARD_KEYS_DIR = Path(env.text("CARD_KEYS_DIR", "/etc/carer-passport/keys"))
CARD_KEYS_AUTO = False
if not CARD_SIGNING_KEY and not CARD_KEYS_DIR.is_dir():
    raise env.SettingsProblem(
        "CARD_SIGNING_KEY",
        "is not set and CARD_KEYS_DIR is not a folder. Make a key with:  manage.py card_keys generate",
    )
FIELD_ENCRYPTION_KEYS = env.keyring("FIELD_ENCRYPTION_KEYS")

if env.flag("DEMO", False):
    raise env.SettingsProblem(
        "DEMO", "is on. The demo signs anybody in without a code, so it never runs in production."
    )
if not env.flag("STAFF_SECOND_FACTOR_REQUIRED", True):
    raise env.SettingsProblem(
        "STAFF_SECOND_FACTOR_REQUIRED", "is off. Staff reach health data, so it stays on."
    )

ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 1, 0, 5)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", True)
SECURE_REDIRECT_EXEMPT = [r"^health$"]  # balancers ask without TLS
WAGTAILFRONTENDCACHE = env.proxy_cache("PROXY_CACHE_URL")
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
