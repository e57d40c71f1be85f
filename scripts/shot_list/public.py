"""What everybody can open: the pages that commissioners publish, and the demo's own."""

from __future__ import annotations

from .kinds import Shot
from .steps import open_first

SHOTS: list[Shot] = [
    Shot("home", "/", also=("dark", "narrow", "paper")),
    Shot("directory", "/offers/", also=("dark", "narrow")),
    Shot("directory-filtered", "/offers/?area=northmoor&for=young"),
    Shot("directory-nothing", "/offers/?q=xylophone"),
    Shot("directory-last", "/offers/?page=99"),
    Shot("offer", "/offers/", then=open_first("main .rows a"), shows="/offers/*/", also=("narrow", "paper")),
    Shot("guidance", "/guidance/"),
    Shot("guidance-page", "/guidance/am-i-a-carer/", also=("dark", "narrow", "paper")),
    Shot("guidance-shops", "/guidance/check-a-card-in-ten-seconds/"),
    Shot("privacy", "/privacy/"),
    Shot("accessibility", "/accessibility/"),
    Shot("contact", "/contact/"),
    Shot("next-county", "/next-county/", also=("narrow",)),
    Shot("directory-visitors", "/offers/?for=visitor"),
    Shot("developers", "/developers/", also=("dark", "narrow")),
    # development
    Shot("design", "/design/", welsh=False, also=("dark",)),
    Shot("design-card", "/design/card/", welsh=False),
    Shot("design-till", "/design/till/", welsh=False, also=("dark",)),
    Shot("design-mail", "/design/mail/", welsh=False),
    Shot("demo", "/demo/", welsh=False),
    Shot("demo-visitor", "/demo/visitor/", welsh=False),
    Shot("outbox", "/demo/outbox/", welsh=False),
    Shot(
        "outbox-mail", "/demo/outbox/", welsh=False, then=open_first("main .rows a"), shows="/demo/outbox/*/"
    ),
]
