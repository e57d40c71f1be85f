"""Which fields of an application an answer may set."""

from __future__ import annotations

ANSWER_FIELDS = frozenset(
    {
        "first_name",
        "last_name",
        "date_of_birth",
        "email",
        "no_email",
        "phone",
        "address",
        "postcode",
        "relationship",
        "cared_for_age",
        "cared_for_lives",
        "cared_for_postcode",
        "condition",
        "hours",
        "since",
        "photo_way",
        "discreet",
        "evidence_kind",
        "evidence_code",
        "evidence_words",
        "evidence_by_post",
        "heard_from",
        "by_post",
        "by_email",
        "by_text",
        "guardian_name",
        "guardian_email",
        "guardian_relationship",
    }
)
"""What an answer may set. Nothing else can be written by a form, whatever it posts (quality bar 7)."""
