"""From the body of an upload to items, and from the answers back: what the cookie’s and the token’s address share."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from businesses.members.models import Device
from passport_site.core.hashing import keyed_hash

from .services import Item, ItemAnswer, read_at, store_upload
from .upload_shapes import ReadableItem, UploadIn, UploadItemIn


def take(body: UploadIn, *, device: Device) -> dict[str, Any]:
    """Stores the upload and gives the answer as `UploadOut` has it. May raise `TooBusy`."""
    now = datetime.now(UTC)
    items = [_item(raw, now, device) for raw in body.items]
    stored = store_upload(
        device=device,
        device_time=_aware(body.device_time),
        waiting=body.waiting,
        sent=len(items),
        items=[item for item in items if item is not None],
    )
    told = iter(stored.items)
    return {
        "items": [
            _unreadable(raw) if item is None else _told(next(told))
            for raw, item in zip(body.items, items, strict=True)
        ],
        "next_sequence": stored.next_sequence,
        "missing": stored.missing,
    }


def _item(raw: Any, now: datetime, device: Device) -> Item | None:
    """The item; one without its facts when only number and key can be read; None without even these."""
    try:
        read = UploadItemIn.model_validate(raw)
    except ValidationError:
        return _barely(raw, now)
    return Item(
        sequence=read.sequence,
        key=read.key,
        body_hash=_hash(raw),
        scanned_at=_aware(read.scanned_at),
        purpose=read.purpose,
        read=read_at(device, read.code),
        offer=read.offer,
        accepted=read.accepted,
        reason="" if read.accepted else read.reason,
        staff=read.staff,
    )


def _barely(raw: Any, now: datetime) -> Item | None:
    try:
        read = ReadableItem.model_validate(raw)
    except ValidationError:
        return None
    said_yes = isinstance(raw, dict) and raw.get("accepted") is True
    return Item(
        sequence=read.sequence,
        key=read.key,
        body_hash=_hash(raw),
        scanned_at=now,
        accepted=said_yes,
        malformed=True,
    )


def _told(answer: ItemAnswer) -> dict[str, Any]:
    names = ("sequence", "key", "result", "repeated", "reason", "redemption")
    return {name: getattr(answer, name) for name in names}


def _unreadable(raw: Any) -> dict[str, Any]:
    """Whatever of number and key can be given back, so that the till finds the item."""
    said = raw if isinstance(raw, dict) else {}
    number, key = said.get("sequence"), said.get("key")
    return {
        "sequence": number if type(number) is int and abs(number) < 2**53 else None,
        "key": key if isinstance(key, str) and len(key) <= 80 else None,
        "result": "malformed",
        "repeated": False,
        "reason": "malformed",
        "redemption": None,
    }


def _hash(raw: Any) -> str:
    """Whether two items are the same one. Keyed, so that the row does not give the card’s code away."""
    text = json.dumps(raw, sort_keys=True, separators=(",", ":"))
    return keyed_hash("redemptions.upload", text)


def _aware(moment: datetime) -> datetime:
    """In UTC, as which a time without a zone is taken: PostgreSQL knows no zone that is 16 hours off or more."""
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (
        OverflowError
    ):  # the first or last day that there is; it is moved to the end of what we believe anyway
        return moment.replace(tzinfo=UTC)
