"""Whose e-mail address has to be proved, and whether it is (ADR 0012). Reads attributes only, no database."""

from __future__ import annotations

from typing import Any, Protocol


class Draft(Protocol):
    """What these rules need of an application."""

    is_assisted: bool
    email: str
    guardian_email: str
    confirmed_email: str
    for_someone_else: bool
    user: Any
    started_by: Any


def address_to_prove(draft: Draft) -> str:
    """The address of whoever fills it in, with which they will sign in. Empty when they gave none, or an
    officer fills it in: a caller cannot read a code in the middle of a call.
    """
    if draft.is_assisted:
        return ""
    return draft.guardian_email if draft.for_someone_else else draft.email


def is_address_unproved(draft: Draft) -> bool:
    """Somebody else typed the carer's own address: an officer (ADR 0013), or the adult of a young carer. Until its
    owner claims the application, nothing belongs to it and mails to it say nothing personal.
    """
    return bool(draft.email) and draft.user is None and (draft.is_assisted or draft.for_someone_else)


def is_signed_in_with(draft: Draft) -> bool:
    """Whether whoever fills it in signed in with that very address."""
    person = draft.started_by if draft.for_someone_else else draft.user
    return person is not None and person.email == address_to_prove(draft)


def is_proved(draft: Draft) -> bool:
    """There is none to prove, a code proved it, or the person signed in with it (which takes a code too)."""
    return address_to_prove(draft) in ("", draft.confirmed_email) or is_signed_in_with(draft)
