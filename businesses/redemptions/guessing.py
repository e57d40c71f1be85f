"""How guessing is slowed without ever stopping a till at work (quality bar 5).

A code with a genuine signature cannot be guessed, so an enrolled device that scans is never counted, and
nothing here touches the cache for it. What can be guessed is a typed number. A device whose numbers failed 30
times in ten minutes may type one every two seconds: a cashier does not notice, a machine would need ages (a
billion billion numbers, a few thousand cards). Strangers are counted per network.
"""

from __future__ import annotations

from dataclasses import dataclass

from businesses.members.models import Device
from passport_site.core.throttle import Limit, Taken, allows, is_over, take
from passports.cards import public as cards

from .services import alarming

DEVICE_FAILING = Limit("till_failing", 30, 600)
DEVICE_SLOWLY = Limit("till_slowly", 1, 2)
STRANGER_LOOKS = Limit("stranger_looks", 120, 60)
STRANGER_GUESSES = Limit("stranger_guesses", 30, 600)

WRONG_AT_ONCE = Limit("wrong_at_once", 30, 600)
WRONG_IN_A_DAY = Limit("wrong_in_a_day", 200, 86_400)
WRONG_EVERYWHERE = Limit("wrong_everywhere", 3000, 86_400)
"""When the privacy officer is told: a burst, somebody slow, and many networks together. A busy till mistypes a few
numbers in a day."""

RETRY_AFTER = {True: 2, False: 600}
"""Seconds to wait: for an enrolled device, and for a stranger."""


@dataclass(frozen=True, slots=True)
class May:
    """Whether a look may go on, and for strangers how many looks they have left."""

    yes: bool
    taken: Taken | None = None

    def __bool__(self) -> bool:
        return self.yes


def may_look(read: cards.ReadCode, *, device: Device | None, network: str = "") -> May:
    """Whether this look may go on. Asks before anything is looked up, so a refusal tells nothing.

    `network` is where a stranger asks from; of a device nobody wants to know.
    """
    genuine, who = read.way == cards.CAMERA and not read.failure, _name(device, network)
    if device is not None:
        return May(genuine or not is_over(DEVICE_FAILING, who) or allows(DEVICE_SLOWLY, who))
    taken = take(STRANGER_LOOKS, who)
    return May(bool(taken) and (genuine or not is_over(STRANGER_GUESSES, who)), taken)


def note(status: str, read: cards.ReadCode, *, device: Device | None, network: str = "") -> None:
    """Counts a look that could be a guess: one that was no card, and any number that a stranger types.

    A card of another scheme that is not taken here was not guessed. What was no card is counted for the alarm as well; a
    good number that a stranger types is not.
    """
    wrong = status == cards.Status.NOT_VALID and not read.from_elsewhere
    if wrong or (device is None and read.way == cards.TYPED):
        allows(DEVICE_FAILING if device else STRANGER_GUESSES, _name(device, network))
    if wrong and not (device is not None and device.branch.business.sandbox):
        _alarm(alarming.source_of(device=device, network=network))


def _alarm(source: str) -> None:
    """Each threshold rings once in its time: for whoever counts up to exactly that number."""
    for limit in (WRONG_AT_ONCE, WRONG_IN_A_DAY):
        if take(limit, source).used == limit.times:
            alarming.raise_alarm(source=source, wrong=limit.times)
    if take(WRONG_EVERYWHERE, "").used == WRONG_EVERYWHERE.times:
        alarming.raise_alarm(source=alarming.EVERYWHERE, wrong=WRONG_EVERYWHERE.times)


def _name(device: Device | None, network: str) -> str:
    if device is None and not network:
        raise ValueError("A stranger is known by the network only.")
    return f"device:{device.pk}" if device else network
