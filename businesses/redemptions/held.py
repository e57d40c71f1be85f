"""What this room holds about a person, for “my data”: where their card was shown and what they used."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from passports.cards.public import held_by

from .models import Redemption, Scan, ScanPurpose


def held_about(user: Any) -> dict[str, Any]:
    """Uses and checks that still name the person’s passports and cards, newest first. Four queries."""
    own = held_by(user)
    uses = Redemption.objects.filter(passport__in=own.passports).select_related(
        "offer__business", "branch", "void", "code_given__code"
    )
    checks = Scan.objects.filter(card__in=own.cards, purpose=ScanPurpose.CHECK).select_related(
        "branch__business"
    )
    held = {
        _("Uses of offers"): [
            {
                _("Offer"): use.offer.title,
                _("Business"): use.offer.business.name,
                _("Branch"): use.branch.name,
                _("Day"): use.day,
                _("Taken back"): hasattr(use, "void"),
            }
            | ({_("Code"): use.code_given.code.code} if hasattr(use, "code_given") else {})
            for use in uses.order_by("-pk")
        ],
        _("Checks of your card"): [
            {
                _("When"): check.scanned_at,
                _("Business"): check.branch.business.name if check.branch else "",
                _("Branch"): check.branch.name if check.branch else "",
            }
            for check in checks.order_by("-pk")
        ],
    }
    return {name: rows for name, rows in held.items() if rows}
