"""The till, a stranger's camera, and the owner's pages."""

from __future__ import annotations

from .kinds import Shot
from .steps import (
    fill,
    guess,
    in_turn,
    press,
    record_use,
    see_used_up,
    send,
    type_number,
    undo_use,
    use_twice,
    without_network,
)

SHOTS: list[Shot] = [
    Shot("check", "/v", also=("narrow",)),
    Shot("check-wrong", "/v", then=press()),
    Shot("check-no", "/v", then=type_number("00000000A")),
    Shot("check-yes", "/v", then=type_number("active")),
    Shot("check-lost", "/v", then=type_number("lost")),
    Shot("check-slowed", "/v", then=guess),
    Shot("till-not-enrolled", "/till/"),
    Shot("till-enrol", "/till/enrol"),
    Shot("till-enrol-wrong", "/till/enrol", then=send(code="7K2M-9QXA")),
    Shot("till-enrol-again", "/till/enrol", who="till"),
    Shot("till", "/till/", who="till", also=("dark", "narrow")),
    Shot("till-owner", "/till/", who="owner"),
    Shot("till-wrong", "/till/", who="till", then=press()),
    Shot("till-yes", "/till/", who="till", then=type_number("active"), also=("dark", "narrow")),
    Shot("till-young", "/till/", who="till", then=type_number("young")),
    Shot("till-no-offers", "/till/", who="quiet-till", then=type_number("young")),
    Shot("till-stopped", "/till/", who="till", then=type_number("lost"), also=("dark",)),
    Shot("till-expired", "/till/", who="till", then=type_number("expired")),
    Shot("till-refused", "/till/", who="till", then=type_number("00000000A")),
    Shot("till-mistyped", "/till/", who="till", then=type_number("mistyped")),
    Shot("till-recorded", "/till/", who="till", then=record_use, also=("dark",)),
    Shot("till-used-up", "/till/", who="till", then=see_used_up),
    Shot("till-too-late", "/till/", who="till", then=use_twice),
    Shot("till-undone", "/till/", who="till", then=undo_use),
    Shot("till-cannot-check", "/till/", who="till", then=without_network, also=("dark",)),
    # the owner
    Shot("business", "/business/", who="owner", also=("dark", "narrow")),
    Shot("business-wrong", "/business/", who="owner", then=press(".place-add form button")),
    Shot(
        "business-invited",
        "/business/",
        who="owner",
        then=in_turn(fill(name="Counter phone"), press(".place-add form button")),
    ),
    Shot("keys", "/business/keys/", who="owner", also=("dark", "narrow")),
    Shot("keys-wrong", "/business/keys/", who="owner", then=press(".place-add form button")),
    Shot(
        "keys-made",
        "/business/keys/",
        who="owner",
        then=in_turn(fill(name="Chain tills"), press(".place-add form button")),
    ),
    Shot("business-staff", "/business/", who="till"),
    Shot("business-none", "/business/", who="active"),
]
