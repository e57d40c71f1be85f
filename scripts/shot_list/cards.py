"""The carer's card, /card/, in each state, and what one does with it."""

from __future__ import annotations

from .kinds import Shot
from .steps import press, send

SHOTS: list[Shot] = [
    Shot("card", "/card/", who="active", also=("dark", "narrow", "paper")),
    Shot("card-shown", "/card/", who="active", then=press("[data-show]"), also=("dark",)),
    Shot("card-plain", "/card/", who="plain"),
    Shot("card-without-photo", "/card/", who="no-photo"),
    Shot("card-young", "/card/", who="young"),
    Shot("card-expiring", "/card/", who="renewing"),
    Shot("card-expired", "/card/", who="expired"),
    Shot("card-lost", "/card/", who="lost-now"),
    Shot("card-replaced", "/card/", who="lost"),
    Shot("card-paused", "/card/", who="paused", also=("dark",)),
    Shot("card-stopped", "/card/", who="stopped"),
    Shot("card-not-yet", "/card/", who="not-yet"),
    Shot("card-ended", "/card/", who="former"),
    Shot("card-none", "/card/", who="owner"),
    Shot("card-none-yet", "/card/", who="waiting"),
    Shot("card-gone", "/card/gone/"),
    Shot("card-contact", "/card/contact/", who="active"),
    Shot(
        "card-contact-wrong",
        "/card/contact/",
        who="active",
        then=send(address="", postcode="LS1", phone="no"),
    ),
    Shot("card-replace", "/card/replace/", who="active"),
    Shot("card-report-lost", "/card/lost/", who="active"),
    # on paper, in the language of whoever has the card
    Shot("card-print", "/card/print/", who="active", kind="pdf", welsh=False),
    Shot("card-print-young", "/card/print/", who="young", kind="pdf", welsh=False),
    Shot("card-print-welsh", "/card/print/", who="welsh", kind="pdf", welsh=False),
    Shot("card-letter", "/card/letter/", who="active", kind="pdf", welsh=False),
    Shot("card-letter-young", "/card/letter/", who="young", kind="pdf", welsh=False),
    Shot("card-letter-welsh", "/card/letter/", who="welsh", kind="pdf", welsh=False),
    Shot("card-posted", "/card/", who="posted"),
]
