"""Turns plain words into a page's fields: tuples of (kind, value) become blocks, so that seeds need not
know Wagtail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from typing import Any, Protocol
from uuid import uuid4

from django.utils.html import format_html_join

Plain = Iterable[tuple[str, Any]]


class PageText(Protocol):
    """A page in one language: what the demo's `Page` is, and what anybody else may bring."""

    title: str
    summary: str
    blocks: Plain


def paragraphs(text: str) -> str:
    """Blank lines split paragraphs. The text is escaped: it is words, not HTML."""
    parts = [(" ".join(part.split()),) for part in text.split("\n\n") if part.strip()]
    return str(format_html_join("", "<p>{}</p>", parts))


def raw_blocks(plain: Plain) -> list[dict[str, Any]]:
    """StreamField's stored form. Kinds: heading, text, html (trusted), list, steps, callout, contact,
    our_contact, quote.

    A value that is a dataclass is read by its field names. Raises KeyError for a kind that is not known.
    """
    return [_raw(kind, value) for kind, value in plain]


def _raw(kind: str, value: Any) -> dict[str, Any]:
    if is_dataclass(value):
        value = asdict(value)
    make = {
        "heading": str,
        "text": paragraphs,
        "html": str,
        "callout": str,
        "list": lambda points: [_item(point) for point in points],
        "steps": lambda steps: [_item({"title": step[0], "text": step[1]}) for step in steps],
        "contact": lambda row: {"who": "", "phone": "", "email": "", "website": "", "detail": ""} | dict(row),
        "quote": dict,
        "our_contact": lambda nothing: None,
    }[kind]
    return {"type": "text" if kind == "html" else kind, "value": make(value), "id": str(uuid4())}


def _item(value: Any) -> dict[str, Any]:
    return {"type": "item", "value": value, "id": str(uuid4())}
