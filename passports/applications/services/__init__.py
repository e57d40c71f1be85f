"""What may be done with an application. Other rooms and commands use these names."""

from .adults import (
    answer_as_adult,
    application_for_adult,
    check_adult_agreed,
    invite_adult,
    name_adult,
    waits_for_adult,
)
from .answering import answer_request, change_consent, withdraw_application
from .applying import (
    change_route,
    claim_draft,
    confirm_address,
    go_on_elsewhere,
    insist_on_area,
    remember_consents,
    resume_with_code,
    save_answers,
    save_for_later,
    start_draft,
)
from .assisting import ROUTES, note_paper, send_assisted, start_assisted
from .claiming import claim_application, disown_address
from .files import add_evidence, keep_photo, remove_evidence, remove_photo, turn_photo
from .retention import remove_old_applications, remove_old_drafts, remove_old_evidence
from .sending import record_equality_answer, submit_application

__all__ = [
    "ROUTES",
    "add_evidence",
    "answer_as_adult",
    "answer_request",
    "application_for_adult",
    "change_consent",
    "change_route",
    "check_adult_agreed",
    "claim_application",
    "claim_draft",
    "confirm_address",
    "disown_address",
    "go_on_elsewhere",
    "insist_on_area",
    "invite_adult",
    "keep_photo",
    "name_adult",
    "note_paper",
    "record_equality_answer",
    "remember_consents",
    "remove_evidence",
    "remove_old_applications",
    "remove_old_drafts",
    "remove_old_evidence",
    "remove_photo",
    "resume_with_code",
    "save_answers",
    "save_for_later",
    "send_assisted",
    "start_assisted",
    "start_draft",
    "submit_application",
    "turn_photo",
    "waits_for_adult",
    "withdraw_application",
]
