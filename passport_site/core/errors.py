"""What a service raises when a rule says no. The text is a sentence for the person, ready to show."""

from __future__ import annotations


class RuleBroken(Exception):
    """A rule of the scheme refuses this. `str()` is a sentence in the reader's language, for a page or an API.

    `field` names the form field the sentence belongs to, when there is one.
    """

    def __init__(self, sentence, *, field: str | None = None, code: str = "refused"):
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
        self.code = code

    def __str__(self) -> str:
        return str(self.sentence)


class AlreadyDone(RuleBroken):
    """Somebody else did it first. The page shows who and what, and nothing is written twice."""
