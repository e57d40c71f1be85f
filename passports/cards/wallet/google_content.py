"""The object that Google Wallet shows, from facts and words alone (Google Wallet API: GenericObject). Pure."""

from __future__ import annotations

from typing import Any

from .facts import PassFacts, PassWords

Json = dict[str, Any]
CLASS = "carer-card"


def class_id(issuer: str) -> str:
    """All our cards are of one class."""
    return f"{issuer}.{CLASS}"


def object_id(issuer: str, serial: str) -> str:
    """What Google calls one carer’s pass."""
    return f"{issuer}.{serial}"


def class_json(issuer: str) -> Json:
    """The class. A pass cannot be passed on: it belongs to one person, on all their devices."""
    return {"id": class_id(issuer), "multipleDevicesAndHoldersAllowedStatus": "ONE_USER_ALL_DEVICES"}


def object_json(facts: PassFacts, words: dict[str, PassWords], *, issuer: str, serial: str) -> Json:
    """The pass as it is now. Of a card that is not good: expired, no code, nothing of the person.

    Neither the kind of carer nor a photo goes to Google (ADR 0019).
    """
    content: Json = {
        "id": object_id(issuer, serial),
        "classId": class_id(issuer),
        "genericType": "GENERIC_OTHER",
        "state": "ACTIVE" if facts.good else "EXPIRED",
        "hexBackgroundColor": facts.colour,
        "cardTitle": _both(facts, words, "title"),
    }
    if not facts.good:
        return content | {
            "header": _both(facts, words, "stopped"),
            "subheader": _both(facts, words, "stopped_label"),
        }
    return content | {
        "header": {"defaultValue": {"language": facts.reads, "value": facts.name}},
        "subheader": _both(facts, words, "name_label"),
        "barcode": {"type": "QR_CODE", "value": facts.address, "alternateText": facts.number},
        "validTimeInterval": {
            "start": {"date": f"{facts.starts_on.isoformat()}T00:00:00"},
            "end": {"date": f"{facts.expires_on.isoformat()}T23:59:59"},
        },
        "textModulesData": [
            _module(facts, words, "until", "until_label", words[facts.reads].until, value="until"),
            _module(facts, words, "check", "check_label", facts.check_code),
            _module(facts, words, "number", "number_label", facts.number),
            _module(facts, words, "use", "use_label", words[facts.reads].use, value="use"),
            _module(facts, words, "lost", "lost_label", words[facts.reads].lost, value="lost"),
        ],
        "linksModuleData": {"uris": _links(facts, words)},
    }


def _module(
    facts: PassFacts, words: dict[str, PassWords], key: str, label: str, body: str, *, value: str = ""
) -> Json:
    module = {
        "id": key,
        "header": getattr(words[facts.reads], label),
        "localizedHeader": _both(facts, words, label),
        "body": body,
    }
    return module | {"localizedBody": _both(facts, words, value)} if value else module


def _links(facts: PassFacts, words: dict[str, PassWords]) -> list[Json]:
    links = [{"id": "site", "uri": facts.card_url, "description": words[facts.reads].title}]
    if facts.phone:
        number = "".join(sign for sign in facts.phone if sign.isdigit() or sign == "+")
        links.append({"id": "phone", "uri": f"tel:{number}", "description": words[facts.reads].phone_label})
    return links


def _both(facts: PassFacts, words: dict[str, PassWords], name: str) -> Json:
    """A LocalizedString: the carer’s own language first, the other beside it."""
    others = [language for language in words if language != facts.reads]
    return {
        "defaultValue": {"language": facts.reads, "value": getattr(words[facts.reads], name)},
        "translatedValues": [
            {"language": language, "value": getattr(words[language], name)} for language in others
        ],
    }
