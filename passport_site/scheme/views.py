"""The scheme's colours as a small stylesheet, so that pages need no inline style."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from .domain import contrast_ratio
from .querysets import current


@cache_control(public=True, max_age=300)
def stylesheet(request: HttpRequest) -> HttpResponse:
    """`--scheme-main` and `--scheme-accent` and the ink that is readable on each; static/css/tokens.css derives the rest."""
    scheme = current()
    pairs = {"main": scheme.main_colour, "accent": scheme.accent_colour}
    lines = []
    for name, colour in pairs.items():
        ink = (
            "#ffffff" if contrast_ratio(colour, "#ffffff") >= contrast_ratio(colour, "#1d1a1f") else "#1d1a1f"
        )
        lines += [f"  --scheme-{name}: {colour};", f"  --scheme-on-{name}: {ink};"]
    return HttpResponse(":root {\n" + "\n".join(lines) + "\n}\n", content_type="text/css; charset=utf-8")
