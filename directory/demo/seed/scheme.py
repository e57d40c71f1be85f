"""The invented scheme of Arlenshire: its settings, areas and postcode sectors. What an officer changed is kept."""

from __future__ import annotations

from django.core.management.base import CommandError

from directory.demo.content.scheme import AREAS, SCHEME
from passport_site.scheme.models import Area, EvidenceKind, PostcodeSector, Scheme


def is_there() -> bool:
    """Whether a scheme has been set up here, ours or a council’s."""
    return Area.objects.exists()


def seed_scheme(*, beside_others: bool = False) -> str:
    """Settings when there is no area yet, areas and sectors that are missing.

    CommandError beside another scheme, unless only sizes are measured there.
    """
    others = Area.objects.exclude(slug__in=[area.slug for area in AREAS])
    if others.exists() and not beside_others:
        raise CommandError(
            "This database holds another scheme. The demo’s invented people do not belong beside it."
        )
    if not is_there():
        _settings()
    for position, area in enumerate(AREAS):
        row, _made = Area.objects.get_or_create(
            slug=area.slug, defaults={"name_en": area.name.en, "name_cy": area.name.cy, "position": position}
        )
        for order, sector in enumerate(area.sectors):
            PostcodeSector.objects.get_or_create(sector=sector, defaults={"area": row, "sort_order": order})
    return f"{len(AREAS)} areas"


def _settings() -> None:
    """Colours stay the model’s own: the demo shows the platform’s look."""
    scheme = Scheme.load()
    values = {
        "name_en": SCHEME.name.en,
        "name_cy": SCHEME.name.cy,
        "council_en": SCHEME.council.en,
        "council_cy": SCHEME.council.cy,
        "territory": SCHEME.territory_rule,
        "validity_months": SCHEME.validity_months,
        "evidence_kinds": EvidenceKind.values,
        "adult_age": SCHEME.adult_from_age,
        "alone_age": SCHEME.apply_alone_from_age,
        "youngest_age": SCHEME.young_from_age,
        "decision_days": SCHEME.answer_working_days,
        "phone": SCHEME.helpline,
        "emergency_phone": SCHEME.emergency_line,
        "email": SCHEME.email,
        "post_address_en": SCHEME.council_address.en,
        "post_address_cy": SCHEME.council_address.cy,
        "elsewhere_en": SCHEME.elsewhere.en,
        "elsewhere_cy": SCHEME.elsewhere.cy,
        "till_shows_photo": True,
    }
    for name, value in values.items():
        setattr(scheme, name, value)
    scheme.full_clean()
    scheme.save()
