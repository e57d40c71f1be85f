"""Who belongs to the scheme by where they live. Code only flags; an assessor decides."""

from __future__ import annotations

CARER, CARED_FOR, EITHER = "carer", "cared_for", "either"


def needs_their_postcode(*, rule: str, carer_inside: bool, lives: str) -> bool:
    """Whether the postcode of the person looked after matters. Not when they live together or the carer's
    is enough.
    """
    if lives in ("", "with_me") or rule == CARER:
        return False
    return rule == CARED_FOR or not carer_inside


def needs_their_home(*, rule: str, carer_inside: bool) -> bool:
    """Whether it matters at all where that person lives: not when the carer's own address settles it."""
    return rule == CARED_FOR or (rule == EITHER and not carer_inside)


def is_inside(*, rule: str, carer_inside: bool, lives: str, their_inside: bool) -> bool:
    """Whether the scheme's rule is met. `their_inside` counts only when the two live apart."""
    theirs = carer_inside if lives == "with_me" else their_inside
    if rule == CARER:
        return carer_inside
    return theirs if rule == CARED_FOR else carer_inside or theirs
