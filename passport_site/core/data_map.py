"""The data map (UK GDPR article 30): which personal data lie where, why, and for how long. `docs/data-
map.md`.
"""

from __future__ import annotations

from django.apps import apps
from django.db import models

from .docs import table
from .privacy import OUR_LABELS, declaration, our_models

# Tables of libraries that hold something about people: (model, what, why, how long).
LIBRARIES = (
    ("account.EmailAddress", "e-mail address", "to sign in", "with the account"),
    (
        "mfa.Authenticator",
        "passkeys and sealed secrets of authenticator apps",
        "to sign in",
        "with the account",
    ),
    (
        "usersessions.UserSession",
        "network address and browser",
        "so that people see where they are signed in",
        "until the session ends (`accounts.devices`)",
    ),
    (
        "sessions.Session",
        "number of the account, a sign-in begun",
        "to stay signed in",
        "14 days (`core.sessions`)",
    ),
    ("wagtailusers.UserProfile", "settings of an officer", "the CMS as they like it", "with the account"),
    (
        "wagtailcore.ModelLogEntry",
        "name of what an officer changed",
        "history in the CMS",
        "label blanked on erasure",
    ),
    ("wagtailcore.PageLogEntry", "number of the officer", "history of pages", "number blanked on erasure"),
    ("wagtailcore.Revision", "number of the officer", "earlier versions of pages", "with the page"),
)


def text() -> str:
    """The whole document."""
    parts = [
        "# Data map",
        "",
        "Made by `manage.py data_map` from the `Privacy` class of each model; a test fails when it is not",
        "up to date. Rows that are only added are never edited by the application; retention and erasure",
        "are the exceptions.",
    ]
    for label in OUR_LABELS:
        found = [model for model in our_models() if model._meta.app_label == label]
        if found:
            parts += ["", f"## {apps.get_app_config(label).verbose_name}"]
        for model in found:
            parts += ["", *_model(model)]
    parts += [
        "",
        "## Libraries",
        "",
        table(["table", "what", "why", "how long"], [_library(row) for row in LIBRARIES]),
    ]
    return "\n".join(parts) + "\n"


def _model(model: type[models.Model]) -> list[str]:
    privacy = declaration(model)
    if privacy is None:
        return [f"### {model.__name__}", "", "No `Privacy` class."]
    enforced = f" (`{privacy.keep.job}`)" if privacy.keep.job else ""
    rows = "only added" if privacy.append_only else "changed and deleted"
    lines = [f"### {model.__name__}", "", f"Rows: {rows}. Kept: {privacy.keep.words}{enforced}."]
    if privacy.personal:
        held = [[f"`{name}`", why] for name, why in privacy.personal.items()]
        lines += ["", table(["personal field", "why"], held)]
    else:
        lines += ["", "No personal data."]
    return lines


def _library(row: tuple[str, str, str, str]) -> list[str]:
    name, what, why, how_long = row
    apps.get_model(name)  # a stale name fails here
    return [f"`{name}`", what, why, how_long]
