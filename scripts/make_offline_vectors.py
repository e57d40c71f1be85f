"""Writes tests/vectors/offline_decisions.json: what a till without a network decides, for Python's and JavaScript's tests.

The cases are made here; the answers come from businesses/redemptions/domain. A test runs this and compares. Run it only
when a rule changes:

    python scripts/make_offline_vectors.py
"""

# ruff: noqa: E402 – Django is set up before what needs it is imported
from __future__ import annotations

import base64
import json
import os
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passport_site.settings.dev")

import make_card_vectors as cards

from businesses.redemptions.domain import periods
from businesses.redemptions.domain import without_network as rules
from passports.cards.domain import status_list, trust

FILE = ROOT / "tests" / "vectors" / "offline_decisions.json"
TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
PLAIN: dict[str, Any] = {
    "id": 7, "status": "live", "who": "all", "tag": "", "starts_on": "2026-01-01", "ends_on": None,
    "limit": {"kind": "day", "count": 2}, "offline": "yes", "visitors": False,
}  # fmt: skip


def as_model(offer: dict[str, Any] | None) -> Any:
    """The offer of a till's bundle as the server's rules want it."""
    if offer is None:
        return None
    limit = offer["limit"] or {"kind": "none", "count": 1}
    ends = offer["ends_on"] and date.fromisoformat(offer["ends_on"])
    dates = {"starts_on": date.fromisoformat(offer["starts_on"]), "ends_on": ends}
    return SimpleNamespace(**offer | dates, limit_kind=limit["kind"], limit_count=limit["count"])


def decisions() -> list[dict[str, Any]]:
    """Each rule at its edge."""
    cases = [decision("no such offer", None)]
    for name, change in {
        "ended": {"status": "ended"},
        "ended yesterday": {"ends_on": "2026-11-24"},
        "last day": {"ends_on": "2026-11-25"},
        "paused": {"status": "paused"},
        "starts tomorrow": {"starts_on": "2026-11-26"},
        "starts today": {"starts_on": "2026-11-25"},
        "not without a network": {"offline": "no"},
    }.items():
        cases.append(decision(name, PLAIN | change))
    for who in ("all", "adult", "young"):
        for tag in ("", "alcohol", "gambling", "vaping", "adult_venue"):
            cases += [
                decision(
                    f"{who}, {tag or 'no tag'}, young: {young}", PLAIN | {"who": who, "tag": tag}, young=young
                )
                for young in (False, True)
            ]
    for visitors in (False, True):
        for young in (False, True):
            offer = PLAIN | {"visitors": visitors, "who": "adult"}
            name = f"a visitor, welcome: {visitors}, young: {young}"
            cases.append(decision(name, offer, young=young, visiting=True))
    for kind in ("day", "week", "month", "ever", "total", None):
        limit = kind and {"kind": kind, "count": 2}
        for offline in ("yes", "once", "no"):
            offer = PLAIN | {"limit": limit, "offline": offline}
            cases += [
                decision(f"{kind or 'no limit'}, {offline}, used {used}, given {given}", offer, used=used, given=given)
                for used, given in ((0, 0), (1, 1), (2, 2), (0, 2))
            ]  # fmt: skip
    cases += [decision(f"{n} today", PLAIN, given_today=n) for n in (rules.CAP - 1, rules.CAP)]
    return cases


def decision(
    name: str, offer: dict[str, Any] | None, *, young: bool = False, visiting: bool = False, used: int = 0, given: int = 0,
    given_today: int = 0,
) -> dict[str, Any]:  # fmt: skip
    counted = rules.Counted(used=used, given=given, given_today=given_today)
    model = as_model(offer)
    return {
        "name": name,
        "offer": offer,
        "young": young,
        "visiting": visiting,
        "today": TODAY.isoformat(),
        "used": used,
        "given": given,
        "given_today": given_today,
        "refusal": rules.refusal_offline(model, young=young, visiting=visiting, today=TODAY, counted=counted)
        or None,
        "ledger": model and f"CARD|7|{rules.ledger_period(model, TODAY)}",
    }


def period_keys() -> list[dict[str, str]]:
    """Years that begin and end inside a week."""
    days = ["2026-11-25", "2026-11-29", "2026-11-30", "2026-12-31", "2027-01-01", "2027-01-03", "2027-01-04", "2024-12-30",
            "2021-01-03", "2020-12-31", "2028-02-29"]  # fmt: skip
    return [{"on": day} | periods.keys_on(date.fromisoformat(day)) for day in days]


def ages() -> list[dict[str, Any]]:
    """Each age and each wrong clock at its edge, in seconds before or after now."""
    hour, day = 3600, 86_400
    facts: list[tuple[str, int | None, int | None, int]] = [
        ("never", None, 0, 0),
        ("no contact", -60, None, 0),
        ("a minute old", -60, 0, -60),
        ("a second short of a day", -day + 1, 0, -day + 1),
        ("a day", -day, 0, -day),
        ("26 hours", -26 * hour, 0, -26 * hour),
        ("a second short of a week", -7 * day + 1, 0, -7 * day + 1),
        ("a week", -7 * day, 0, -7 * day),
        ("an hour ahead at the last contact", -60, hour, -60),
        ("an hour behind at the last contact", -60, -hour, -hour),
        ("ten minutes ahead", -1200, 600, -1200),
        ("ten minutes and a second behind", -60, -601, -60),
        ("before the list was issued", 61, 0, -day),
        ("a minute before it was issued", 60, 0, -day),
        ("put back an hour since the last scan", -2 * hour, 0, hour),
        ("put back ten minutes", -2 * hour, 0, 600),
    ]
    found = []
    for name, issued, skew, seen in facts:
        tone = rules.bundle_tone(
            None if issued is None else NOW + timedelta(seconds=issued),
            skew=None if skew is None else timedelta(seconds=skew),
            seen=NOW + timedelta(seconds=seen),
            now=NOW,
        )
        found.append({"name": name, "issued": issued, "skew": skew, "seen": seen, "tone": tone})
    return found


def london_days() -> list[dict[str, str]]:
    """Midnight in London, in winter and in summer."""
    moments = ["2026-11-25T23:59:59Z", "2026-11-26T00:00:00Z", "2026-06-30T22:59:59Z", "2026-06-30T23:00:00Z"]
    return [
        {"moment": moment, "day": periods.day_of(datetime.fromisoformat(moment)).isoformat()}
        for moment in moments
    ]


def trust_list() -> dict[str, Any]:
    """A trust document as `passports.cards.trust_document` makes it, and what must not open."""
    document = {
        "sequence": 1764072000000, "issuer": cards.HOST, "issued": NOW.isoformat(timespec="milliseconds"),
        "next": (NOW + timedelta(minutes=15)).isoformat(timespec="milliseconds"), "keys": cards.vectors()["key_list"],
        "status_list": base64.b64encode(status_list.encode({cards.STOPPED_INDEX}, cards.SPACE)).decode(), "schemes": [],
    }  # fmt: skip
    empty = base64.b64encode(status_list.encode([], cards.SPACE)).decode()
    elsewhere = "card.elsewhere.example"
    return {
        "text": _sealed(document),
        "sequence": document["sequence"],
        "issued": document["issued"],
        "keys": [1],
        "stopped": [[cards.STOPPED_INDEX, True], [cards.STOPPED_INDEX + 1, False], [1_000_000, False]],
        "wrong": {
            "one number is another": _sealed(document, sequence=document["sequence"] + 1),
            "nobody is stopped": _sealed(document, status_list=empty),
            "signed by a stranger": _sealed(document, key=cards.STRANGER),
            "sealed for another purpose": _sealed(document, purpose="keys"),
            "of another host": _sealed(document | {"issuer": elsewhere}, host=elsewhere),
            "without keys": _sealed(document | {"keys": None}),
            "by a key that is not listed": _sealed(document, key_id=9),
        },
        "spellings": [[value, _json(value)] for value in SPELLINGS],
    }


SPELLINGS: list[Any] = [
    {"b": 1, "a": [True, None, "x"], "Z": {"y": -2, "x": "/"}}, "Llŷn’s “caffi” 😀\n\t\x7f\\\"", [], {}, 0, 1764072000000,
]  # fmt: skip


def _sealed(
    document: dict[str, Any], *, key=None, key_id=1, purpose=trust.TRUST, host=cards.HOST, **after: Any
) -> str:
    sealed = trust.seal(
        document, purpose=purpose, issuer_host=host, key_id=key_id, private_key=key or cards.ISSUING
    )
    return _json(document | {"key_id": key_id, "signature": sealed["signature"]} | after)


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def text() -> str:
    vectors = {
        "about": "See scripts/make_offline_vectors.py and businesses/redemptions/domain/without_network.py.",
        "cap": rules.CAP,
        "now": NOW.isoformat(),
        "decisions": decisions(),
        "periods": period_keys(),
        "ages": ages(),
        "days": london_days(),
        "trust": trust_list(),
    }
    return json.dumps(vectors, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(text())
    print(f"wrote {FILE.relative_to(ROOT)}")
