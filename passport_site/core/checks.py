"""Project rules that Django checks at start-up (pattern 21)."""

from __future__ import annotations

from django.conf import settings
from django.core.checks import Error, Tags, register


@register(Tags.security, deploy=True)
def no_demo_in_production(app_configs, **kwargs):
    """The demo signs anybody in: an error under `check --deploy`."""
    if settings.DEMO:
        return [Error("DEMO is on.", hint="Unset DEMO. The demo signs anybody in.", id="core.E001")]
    return []


@register(Tags.security, deploy=True)
def staff_need_second_factor(app_configs, **kwargs):
    """Staff reach health data; quality bar 8."""
    if not settings.STAFF_SECOND_FACTOR_REQUIRED:
        return [
            Error(
                "STAFF_SECOND_FACTOR_REQUIRED is off.", hint="It may be off on a laptop only.", id="core.E002"
            )
        ]
    return []


@register(Tags.models)
def every_model_declares_privacy(app_configs, **kwargs):
    """Each of our models says what is personal in it and how long it is kept."""
    from .privacy import declaration, our_models

    return [
        Error(
            f"{model._meta.label} has no Privacy class.",
            hint="See passport_site/core/privacy.py.",
            id="core.E003",
        )
        for model in our_models()
        if declaration(model) is None
    ]
