"""The examples in /api/v1/openapi.json: bodies and answers by address. A test puts each through the shapes."""

from __future__ import annotations

from typing import Any

NUMBER = "TEST-0001-B"
KEY = "5e0c9f5a-6a1e-4b1e-9a55-2f6a4f0c7d10"

VALID = {
    "status": "valid",
    "live": False,
    "first_name": "Test",
    "photo": None,
    "check_code": "2R77",
    "valid_until": "2028-12-31",
    "offers": [
        {"id": 7, "title": "Test tea, once a day", "limit": {"kind": "day", "count": 1}, "remaining": 1},
        {"id": 8, "title": "Test discount, 10%", "limit": None, "remaining": None},
    ],
    "visiting": None,
}
NOTHING = {
    "live": False,
    "first_name": None,
    "photo": None,
    "check_code": None,
    "offers": [],
    "visiting": None,
}
VISITING = VALID | {
    "first_name": None,
    "visiting": {
        "scheme": "Northmere Carer Passport",
        "host": "card.northmere.example",
        "list_issued": "2026-11-25T09:45:00Z",
    },
}

USE = {
    "sequence": 41,
    "key": KEY,
    "purpose": "redeem",
    "code": "https://passport.example/v#1234567890",
    "offer": 7,
    "scanned_at": "2026-11-25T10:00:00Z",
    "accepted": True,
    "reason": "",
    "staff": "MJ",
}
LOOK = USE | {"sequence": 43, "key": f"{KEY}-2", "purpose": "check", "offer": None}
UPLOADED = {
    "sequence": 41,
    "key": KEY,
    "result": "stored",
    "repeated": False,
    "reason": "",
    "redemption": 4711,
}

REQUESTS: dict[str, dict[str, Any]] = {
    "check": {
        "typed": {"code": NUMBER},
        "scanned": {"code": "https://passport.example/v#1234567890", "staff": "MJ"},
    },
    "redeem": {
        "a use": {"code": NUMBER, "offer": 7, "idempotency_key": KEY},
        "a use, and who served": {"code": NUMBER, "offer": 7, "idempotency_key": KEY, "staff": "MJ"},
        "a use of a moment ago": {
            "code": NUMBER,
            "offer": 7,
            "idempotency_key": KEY,
            "scanned_at": "2026-11-25T10:00:00Z",
        },
    },
    "void": {"a use": {"redemption": 4711}},
    "uploads": {
        "a use and a check": {"device_time": "2026-11-25T12:30:00Z", "waiting": 2, "items": [USE, LOOK]}
    },
}
ANSWERS: dict[str, dict[str, Any]] = {
    "check": {
        "valid": VALID,
        "of another scheme": VISITING,
        "expired": {"status": "expired", "valid_until": "2025-01-31", **NOTHING},
        "revoked": {"status": "revoked", "valid_until": "2028-12-31", **NOTHING},
        "no card": {"status": "not_valid", "valid_until": None, **NOTHING},
        "without a token": {"status": "valid", "valid_until": "2028-12-31"},
    },
    "redeem": {
        "accepted": {"accepted": True, "redemption": 4711},
        "limit reached": {
            "accepted": False,
            "reason": "used_today",
            "message": "Already used today. It can be used again tomorrow.",
        },
    },
    "void": {
        "taken back": {"voided": True, "redemption": 4711},
        "too late": {
            "voided": False,
            "reason": "too_late",
            "message": "A use can be taken back within 10 minutes.",
        },
    },
    "uploads": {
        "all kept, one number missing": {
            "items": [UPLOADED, UPLOADED | {"sequence": 43, "key": f"{KEY}-2", "redemption": None}],
            "next_sequence": 44,
            "missing": [42],
        },
        "used at another till before": {
            "items": [
                UPLOADED | {"result": "offline_duplicate", "reason": "offline_duplicate", "redemption": 4702}
            ],
            "next_sequence": 42,
            "missing": [],
        },
    },
}
