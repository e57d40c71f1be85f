"""Permission policies for the CMS (patterns.md, trap 6)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class ViewOnlyPolicy(ModelPermissionPolicy):
    """Whoever has the `view` permission may look; nobody may change anything, superusers included.

    For append-only models, and for what is written in one place in code. Register it in the room's
    ``wagtail_hooks.py`` with ``register_permission_policy(Model, ViewOnlyPolicy(Model), exact_class=True)``.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)
