"""Why a scanned text is not one of our cards.

The reasons are for the scan log and the tests. Everybody outside gets the same answer for all of them
(“not valid”), so that nobody can learn from the answer how to make a better forgery.
"""

from __future__ import annotations


class NotACard(Exception):
    """What was scanned or typed is not a card of this scheme. `reason` is for our own records only."""

    reason = "not_a_card"

    def __str__(self) -> str:
        return f"not a card: {self.reason}"


class Malformed(NotACard):
    """Neither a code nor a card number: wrong characters, wrong length, impossible content."""

    reason = "malformed"


class Mistyped(NotACard):
    """Looks like a card number, but the check character does not fit: almost surely a slip of the finger."""

    reason = "mistyped"


class UnknownVersion(NotACard):
    """A code of a version that we do not know (yet)."""

    reason = "unknown_version"


class UnknownKey(NotACard):
    """Signed, it says, with a key that we do not have or no longer trust."""

    reason = "unknown_key"


class BadSignature(NotACard):
    """Altered, forged, or signed for another scheme’s host."""

    reason = "bad_signature"


class WrongPurpose(NotACard):
    """One of our own addresses, but not a card’s: an emergency code held to a till, for example."""

    reason = "wrong_purpose"


class Foreign(NotACard):
    """An address on a host that is not ours."""

    reason = "foreign"


class NoWordFromThere(NotACard):
    """It says that it is of a scheme that we trust, but we have no list of that scheme, or none with its key yet.

    Nobody knows whether it is good, so nobody says that it is not.
    """

    reason = "visiting_cannot_check"
