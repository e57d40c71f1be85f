"""pass.json and its translations, from facts and words alone (Apple: Wallet Passes, `Pass`). Pure."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from ..domain.showing import end_of
from .facts import PassFacts, PassWords

Json = dict[str, Any]


def pass_json(facts: PassFacts, words: PassWords, *, names: dict[str, str], service: dict[str, str]) -> Json:
    """The pass in the carer’s own language.

    `names` are the identifiers (pass type, team, serial); `service` the address and the token for updates, or nothing.
    A pass of a card that is not good says so, has no code, and holds nothing of the person.
    """
    content: Json = {
        "formatVersion": 1,
        **names,
        **service,
        "organizationName": words.issuer,
        "description": words.description,
        "logoText": words.title,
        "foregroundColor": rgb(facts.ink),
        "labelColor": rgb(facts.ink),
        "backgroundColor": rgb(facts.ground),
        "sharingProhibited": True,
        "voided": not facts.good,
        "expirationDate": end_of(facts.expires_on).isoformat(),
        "generic": _good(facts, words) if facts.good else _stopped(facts, words),
    }
    if facts.good:
        content["barcodes"] = [
            {
                "format": "PKBarcodeFormatQR",
                "message": facts.address,
                "messageEncoding": "iso-8859-1",
                "altText": facts.number,
            }
        ]
    return content


def strings(own: PassWords, other: PassWords) -> bytes:
    """A `pass.strings`: each text of the pass and what it is in another language. UTF-16, which all readers take."""
    pairs = dict(zip(astuple(own), astuple(other), strict=True))
    lines = [f"{_quoted(key)} = {_quoted(text)};" for key, text in pairs.items() if key]
    return ("\n".join(lines) + "\n").encode("utf-16")


def rgb(colour: str) -> str:
    """#0f4a4f as Apple writes colours."""
    return "rgb({}, {}, {})".format(*(int(colour[place : place + 2], 16) for place in (1, 3, 5)))


def _good(facts: PassFacts, words: PassWords) -> Json:
    until = _field("until", words.until_label, words.until) | {"changeMessage": words.until_changed}
    secondary = [_field("check", words.check_label, facts.check_code)]
    if words.kind:
        secondary.append(_field("kind", words.kind_label, words.kind))
    return {
        "headerFields": [until],
        "primaryFields": [_field("name", words.name_label, facts.name)],
        "secondaryFields": secondary,
        "auxiliaryFields": [],
        "backFields": [
            _field("number", words.number_label, facts.number),
            _field("use", words.use_label, words.use),
            *_lost(facts, words),
        ],
    }


def _stopped(facts: PassFacts, words: PassWords) -> Json:
    return {
        "headerFields": [],
        "primaryFields": [_field("state", words.stopped_label, words.stopped)],
        "secondaryFields": [],
        "auxiliaryFields": [],
        "backFields": [_field("why", words.stopped_label, words.stopped_help), *_lost(facts, words)],
    }


def _lost(facts: PassFacts, words: PassWords) -> list[Json]:
    page = _field("lost", words.lost_label, words.lost)
    fields = [page, _field("site", words.title, facts.card_url)]
    return [*fields, _field("phone", words.phone_label, facts.phone)] if facts.phone else fields


def _field(key: str, label: str, value: str) -> Json:
    return {"key": key, "label": label, "value": value}


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
