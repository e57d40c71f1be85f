"""What goes in and out of an upload, by cookie and by token alike. Stable like `api_shapes`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field, StrictBool, StrictInt, StrictStr, WithJsonSchema, field_validator

from businesses.members.domain.staff import as_scanned

from .api_shapes import WHOLE, CodeText, RowId

MOST_ITEMS = 1000
MOST_BYTES = 1024 * 1024
Key = Annotated[
    StrictStr,
    Field(
        min_length=1,
        max_length=80,
        pattern=r"^[\x21-\x7e]+$",
        description="Made by the till, new for each scan, the same when it is sent again. A UUID will do.",
    ),
]
Sequence = Annotated[
    StrictInt,
    Field(ge=1, le=2**31 - 1, description="The device’s own running number, from `next_sequence` on"),
    WHOLE,
]

EXAMPLE_ITEM = {
    "sequence": 41,
    "key": "5e0c7a52-6a0f-4b3c-9f6e-0d3a3e6f9a11",
    "purpose": "redeem",
    "code": "https://card.example.gov.uk/v#00074357885457680392",
    "offer": 7,
    "scanned_at": "2026-11-25T10:00:00Z",
    "accepted": True,
    "reason": "",
    "staff": "MJ",
}


class UploadItemIn(Schema):
    """One scan that the till made without a network, and what it told the cashier."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE_ITEM]})

    sequence: Sequence
    key: Key
    purpose: Literal["check", "redeem"]
    code: CodeText
    offer: RowId | None = None
    scanned_at: Annotated[datetime, Field(description="By the till’s clock (UTC if it has no time zone)")]
    accepted: StrictBool
    reason: Annotated[
        str,
        Field(
            max_length=32, pattern=r"^[a-z0-9_]*$", description="Why the till said no; empty when it said yes"
        ),
    ] = ""
    staff: Annotated[str, Field(description="Initials of who served; cut to 12 characters")] = ""

    @field_validator("reason", mode="before")
    @classmethod
    def _no_reason(cls, value: Any) -> Any:
        return "" if value is None else value

    @field_validator("staff", mode="before")
    @classmethod
    def _short_staff(cls, value: Any) -> Any:
        """Initials are never a reason to lose a use."""
        return as_scanned(value) if isinstance(value, str) else ""


class ReadableItem(Schema):
    """The least that can be stored: a number and a key."""

    sequence: Sequence
    key: Key


class UploadIn(Schema):
    """Each item is read by itself, so that a bad one never stops the others."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"device_time": "2026-11-25T12:30:00Z", "waiting": 1, "items": [EXAMPLE_ITEM]}]
        }
    )

    device_time: Annotated[
        datetime, Field(description="The till’s clock now: all times are shifted by what it is wrong")
    ]
    waiting: Annotated[
        StrictInt,
        Field(ge=0, le=2**31 - 1, description="How many scans wait on the device, these included"),
        WHOLE,
    ]
    items: Annotated[
        list[Annotated[Any, WithJsonSchema(UploadItemIn.model_json_schema())]], Field(max_length=MOST_ITEMS)
    ]


class UploadItemOut(Schema):
    """The answer to one item. After any of these the till may forget it."""

    sequence: Annotated[int | None, Field(description="null when it could not be read")]
    key: str | None
    result: Annotated[
        Literal["stored", "offline_duplicate", "refused", "malformed"],
        Field(
            description="`stored`: as the till saw it. The others are kept too, but not counted: `offline_duplicate` came "
            "second, `refused` has a reason, `malformed` could not be read"
        ),
    ]
    repeated: Annotated[bool, Field(description="This key was sent before; the answer is the same")]
    reason: Annotated[
        str,
        Field(
            description="A code that stays the same: one of the reasons of a use online, `offline_stopped`, "
            "`offline_duplicate`, `offline_unproven`, or `key_used`"
        ),
    ]
    redemption: Annotated[
        int | None, Field(description="The use that counts: this one, or the one that came first")
    ]


class UploadOut(Schema):
    items: Annotated[list[UploadItemOut], Field(description="One for each item, in the same order")]
    next_sequence: int
    missing: Annotated[
        list[int],
        Field(description="Numbers that never reached us (at most 1,000). Send them if they are still there"),
    ]
