"""Where the till’s script finds things, which root key it believes, and the files that it keeps for later."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString

from passports.cards import public as cards

from . import offline_words

MODULES = (
    "camera", "decide", "feedback", "offline", "offline-view", "queue", "scanner", "schemes", "staff", "store", "target",
    "trust", "undo", "wedge",
)  # fmt: skip
FONTS = (
    "atkinson-hyperlegible-next-latin-400-normal", "atkinson-hyperlegible-next-latin-700-normal",
    "atkinson-hyperlegible-next-latin-ext-400-normal", "atkinson-hyperlegible-next-latin-ext-700-normal",
    "bricolage-grotesque-latin-700", "bricolage-grotesque-latin-ext-700",
)  # fmt: skip
FILES = (
    *(f"css/{name}.css" for name in ("tokens", "base", "components", "till", "till-pages")),
    *(f"fonts/{name}.woff2" for name in FONTS),
    "img/favicon.svg",
    "js/ui.js",
    "js/till.js",
    "js/card-code.mjs",
    *(f"js/till/{name}.mjs" for name in MODULES),
    "js/till/scan-worker.js",
    "vendor/zxing/reader.js",
    "vendor/zxing/zxing_reader.wasm",
    "vendor/noble/index.js",
)
"""All that the till’s pages load. A test opens them without a network and looks for what is missing."""


@dataclass(frozen=True, slots=True)
class Offline:
    """For the page: addresses as data attributes, and the templates."""

    places: dict[str, str]
    templates: SafeString


def offline() -> Offline:
    """What a till page needs to go on without a network."""
    return Offline(places=places(), templates=offline_words.templates())


def places() -> dict[str, str]:
    """Data attributes of the page. The worker is one for both languages."""
    with translation.override("en"):
        found = {
            "bundle": reverse("redemptions:bundle"),
            "upload": reverse("redemptions:upload"),
            "undo": reverse("redemptions:undo"),
            "staff": reverse("redemptions:serving"),
            "worker": reverse("redemptions:worker"),
        }
    return found | {
        "trust": reverse("till_api:trust"),
        "schemes": reverse("till_api:trust_schemes"),
        "root-key": cards.root_key(),
        "hosts": " ".join(cards.hosts()),
        "scopes": " ".join(scopes()),
        "csrf": settings.CSRF_COOKIE_NAME,
        "till": reverse("redemptions:till"),
    }


def scopes() -> list[str]:
    """Where the worker answers: both pages in both languages, and the folder of the scanner’s own worker, whose
    files no other scope covers."""
    found = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found += [reverse("redemptions:till"), reverse("redemptions:check")]
    return [*found, static("js/till/scan-worker.js").rpartition("/")[0] + "/"]


def shells() -> dict[str, str]:
    """The page for each language that stands in when there is no network, by the start of its address."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found[reverse("redemptions:till").removesuffix("till/")] = reverse("redemptions:offline")
    return found


def files() -> list[str]:
    """Addresses of all that the worker keeps, besides the shells."""
    return [reverse("scheme_css"), *(static(name) for name in FILES)]


def version() -> str:
    """Changes with any of these files, where their names carry their content."""
    return hashlib.sha256("\n".join([*files(), *shells().values()]).encode()).hexdigest()[:12]
