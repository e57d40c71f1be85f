"""What this room holds about a person, for “my data”: the businesses that they work for."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from .models import TeamMember


def held_about(user: Any) -> dict[str, Any]:
    """Business and role of each membership. One query; empty for somebody who works for none."""
    teams = TeamMember.objects.filter(user=user).select_related("business").order_by("pk")
    rows = [{_("Business"): team.business.name, _("Role"): team.get_role_display()} for team in teams]
    return {_("Businesses you work for"): rows} if rows else {}
