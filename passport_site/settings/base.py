"""Settings that hold everywhere. What differs by place is read through `env`; dev, test and production say which."""

from __future__ import annotations

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from . import env, wallet

BASE_DIR = env.BASE_DIR
VAR_DIR = BASE_DIR / "var"

INSTALLED_APPS = [
    # the public's and the commissioner's wing
    "directory.demo",
    "directory.reports",
    "directory.pages",
    # the shops' wing
    "businesses.redemptions",
    "businesses.offers",
    "businesses.members",
    # the carers' wing
    "passports.applications",
    "passports.partners",
    "passports.cards",
    # the foundation
    "passport_site.accounts",
    "passport_site.scheme",
    "passport_site.core",
    # libraries
    "wagtail_localize",
    "wagtail_localize.locales",  # replaces wagtail.locales
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.frontend_cache",
    "wagtail.embeds",
    "wagtail.sites",
    "passport_site.accounts.wagtail_users.UsersConfig",  # wagtail.users with our forms
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "ninja",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "passport_site.core.middleware.ResponseHeaders",
    "passport_site.core.middleware.ContentPolicy",
    "passport_site.core.middleware.CmsPolicy",
    "directory.pages.middleware.PublicPages",  # answers from the page cache before a session is opened
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "passport_site.accounts.middleware.StaffGate",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "passport_site.urls"
WSGI_APPLICATION = "passport_site.wsgi.application"
FORM_RENDERER = "passport_site.core.forms.Renderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "passport_site.scheme.context.scheme",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "passport_site.core.templatetags.ui",
                "passport_site.core.templatetags.places",
            ],
        },
    },
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People sign in with a code sent by e-mail, a passkey, and for staff a second factor. There are no user names.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:after_sign_in"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "passport_site.accounts.adapters.AccountAdapter"
MFA_ADAPTER = "passport_site.accounts.adapters.MfaAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
# ASVS 6.5.5 and 6.6.3: ten minutes, five tries, and eight digits so that guessing is hopeless at the rates below.
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "dashed": True, "length": 8}
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key", "reauthenticate": "10/m/user", "login": "30/m/ip"}
ACCOUNT_FORMS = {"confirm_login_code": "passport_site.accounts.forms.SignInCodeForm"}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Carer Passport"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "passport_site.accounts.forms.AuthenticateForm",
    "reauthenticate": "passport_site.accounts.forms.ReauthenticateForm",
    "activate_totp": "passport_site.accounts.forms.ActivateTOTPForm",
    "add_webauthn": "passport_site.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "passport_site.accounts.forms.EditPasskeyForm",
}
SESSION_AGE_STAFF = 60 * 60 * 8
"""Seconds until an officer signs in again; carers stay signed in for SESSION_COOKIE_AGE."""
STAFF_SECOND_FACTOR_REQUIRED = True

PARTNERS_SECONDS = env.number("PARTNERS_SECONDS", 30, 0, 300)
"""How long a process goes by what it read of other schemes: a suspended one is refused everywhere after as long."""
PARTNERS_LOCAL = False
"""Whether another scheme may be another port of this machine, asked by http: for development and tests."""

# Languages: English and Welsh everywhere the public goes; the CMS follows the officer's own choice.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("cy", _("Welsh"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/London"
FORMAT_MODULE_PATH = ["passport_site.formats"]
USE_I18N = True
USE_TZ = True
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = BASE_DIR / "staticfiles"
MEDIA_URL = "/media/"

WAGTAIL_SITE_NAME = "Carer Passport"
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "/account/login/"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "heic"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_WORKFLOW_ENABLED = True

# Only our own origin, no inline scripts or styles. The CMS gets a wider policy in core.middleware.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_FAILURE_VIEW = "passport_site.core.views.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "passport_site.core.upload_limit.UploadLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

NINJA_PAGINATION_PER_PAGE = 100

MAIL_CONTEXT = "passport_site.scheme.context.for_mails"
"""What every mail knows besides its own context. Named here, because core may not import the scheme."""

WALLET_APPLE = wallet.apple()
WALLET_GOOGLE = wallet.google()
"""The wallets of phones; None where they are not set up, and then there is no button (docs/deploy.md)."""

DEMO = False
"""Whether the demo people can be signed in with one click at /demo/. Production refuses to start with it."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
