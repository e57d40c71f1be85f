"""The matrix of roles and permissions, from roles.py. `docs/roles.md`."""

from __future__ import annotations

from passport_site.core.docs import table

from .roles import ROLES


def text() -> str:
    """The whole document."""
    names = sorted({name for role in ROLES for name in role.permissions})
    rows = [[f"`{name}`", *("yes" if name in role.permissions else "" for role in ROLES)] for name in names]
    factor = ["**second factor needed**", *("yes" if role.staff else "" for role in ROLES)]
    return "\n".join(
        [
            "# Roles",
            "",
            "Made by `manage.py roles_doc` from `passport_site/accounts/roles.py`; a test fails when it is",
            "not up to date. Roles are groups; administrators give them to people in the CMS, and nobody",
            "gives one to themselves.",
            "Carers, till staff and owners need no permission: they reach only what is their own.",
            "",
            table(["permission", *(role.name for role in ROLES)], [factor, *rows]),
            "",
        ]
    )
