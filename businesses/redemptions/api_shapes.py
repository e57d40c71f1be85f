"""What goes in and out of the API. Stable: a field is never renamed, removed or given another meaning."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictInt, StrictStr


def _whole(number: Any) -> Any:
    """7.0 is an integer in JSON Schema, and some languages write it so."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


WHOLE = BeforeValidator(_whole)
RowId = Annotated[StrictInt, Field(ge=1, le=2**63 - 1), WHOLE]
CodeText = Annotated[
    StrictStr,
    Field(
        min_length=1,
        max_length=1000,
        description="What the scanner read (the address in the QR, or its digits), or a typed card number",
    ),
]
Staff = Annotated[
    StrictStr,
    Field(
        max_length=12,
        description="Initials of who serves, if the till system knows. Not a name",
    ),
]


class CheckIn(BaseModel):  # what comes in needs nothing of the library’s Schema, which wraps what goes out
    model_config = ConfigDict(json_schema_extra={"examples": [{"code": "7K3M-9QXA-T"}]})

    code: CodeText
    staff: Staff = ""


class RedeemIn(BaseModel):
    code: CodeText
    offer: Annotated[RowId, Field(description="The id of an offer, from a check")]
    idempotency_key: Annotated[
        StrictStr,
        Field(
            min_length=1,
            max_length=80,
            pattern=r"^[\x21-\x7e]+$",
            description="Made by the till, new for each use, the same when it tries again. A UUID will do.",
        ),
    ]
    scanned_at: Annotated[
        datetime | None,
        Field(
            description="When it was scanned, with its time zone (UTC if there is none). Now when left out."
        ),
    ] = None
    """A number, seconds since 1970, has always been taken too; it is not described, so that nobody begins with it."""
    staff: Staff = ""


class VoidIn(BaseModel):
    redemption: RowId


class LimitOut(Schema):
    kind: Annotated[
        Literal["day", "week", "month", "ever", "total"],
        Field(description="`day`, `week`, `month` and `ever` count for each carer, `total` for all together"),
    ]
    count: int


class OfferOut(Schema):
    id: int
    title: str
    limit: Annotated[LimitOut | None, Field(description="null when there is no limit")]
    remaining: Annotated[
        int | None, Field(description="How often this card may still use it; null when no limit")
    ]


StatusName = Literal["valid", "expired", "revoked", "not_yet_valid", "not_valid"]


class StrangerCheckOut(Schema):
    """Without a token."""

    status: StatusName
    valid_until: Annotated[
        date | None, Field(description="The last good day, a month’s end; null for `not_valid`")
    ]


class VisitingOut(Schema):
    """The other scheme that a card is of. Its carer’s name and photo never leave it."""

    scheme: Annotated[str, Field(description="Its name, in the device’s language")]
    host: Annotated[str, Field(description="The host in the card’s code")]
    list_issued: Annotated[
        datetime | None,
        Field(description="When its list of stopped cards was made; say so when it is a day old"),
    ]


class TillCheckOut(Schema):
    """With the token of an enrolled device. Name, photo, check code and offers only when `valid`."""

    status: StatusName
    live: Annotated[
        bool, Field(description="Shown on a phone just now. If false: check photo and check code.")
    ]
    first_name: str | None
    photo: Annotated[
        str | None, Field(description="Address of the photo, for this device and 5 minutes only")
    ]
    check_code: Annotated[str | None, Field(description="The 4 characters that must stand on the card")]
    valid_until: Annotated[
        date | None, Field(description="The last good day, a month’s end; null for `not_valid`")
    ]
    offers: list[OfferOut]
    visiting: Annotated[
        VisitingOut | None, Field(description="Set for a card of another scheme that is trusted here")
    ] = None


class AcceptedOut(Schema):
    accepted: Literal[True]
    redemption: Annotated[int, Field(description="The number of the use; needed to void it")]


class RefusedOut(Schema):
    accepted: Literal[False]
    reason: Annotated[str, Field(description="A code that stays the same, like `used_today`")]
    message: Annotated[str, Field(description="A sentence for the cashier, in the device’s language")]


class VoidedOut(Schema):
    voided: Literal[True]
    redemption: int


class NotVoidedOut(Schema):
    voided: Literal[False]
    reason: str
    message: str


class Problem(Schema):
    """RFC 9457, as application/problem+json. Newer members may be added."""

    type: Annotated[str, Field(description="An address with more words about it")]
    title: str
    status: int
    detail: str


class BadField(Schema):
    field: str
    message: str


class Malformed(Schema):
    """As `Problem`. `errors` says which fields are wrong; `detail` holds the same list, as it always did."""

    type: str
    title: str
    status: int
    detail: list[BadField]
    errors: list[BadField]


def problems(*statuses: int) -> dict[int, type[Schema]]:
    """The faults of an address: these, and those that every address may have."""
    return dict.fromkeys((*statuses, 429, 503), Problem) | {422: Malformed}
