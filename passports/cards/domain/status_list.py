"""The list that tells a till without a network which cards have been stopped: one bit a card, zlib-packed.

A card’s bit is its status index, drawn at random when the card is issued, so that the list says nothing about
who came when. Bit `i` is bit `i mod 8`, from the low end, of byte `i // 8`. A set bit means “do not accept”.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from .code import STATUS_INDEXES

SMALLEST_SPACE = 1 << 12
_MOST_BYTES = STATUS_INDEXES // 8


class NotAStatusList(ValueError):
    """These bytes are not a packed list, or unpack to more than a list can be."""


@dataclass(frozen=True, slots=True)
class StatusList:
    """An unpacked list."""

    bits: bytes

    def is_stopped(self, index: int) -> bool:
        """Whether the card with this status index must not be accepted.

        Beyond the end: no. Such a card was issued after the list was made, so the list cannot know of it,
        just as it cannot know of a new card within its length. Raises ValueError below zero.
        """
        if index < 0:
            raise ValueError("A status index is not negative.")
        byte = index // 8
        return byte < len(self.bits) and bool(self.bits[byte] >> (index % 8) & 1)


def space_for(cards: int) -> int:
    """How many indexes to draw from for so many cards: a power of two, at least twice as many as needed.

    Doubling keeps a draw cheap and the list small: 100,000 cards are 32 kB before packing.
    """
    space = SMALLEST_SPACE
    while space < 2 * cards and space < STATUS_INDEXES:
        space *= 2
    return space


def draw_index(rng: random.Random, cards: int) -> int:
    """A random index for the next card when there are `cards` already. It may be taken: draw again then."""
    return rng.randrange(space_for(cards + 1))


def encode(stopped: Iterable[int], space: int) -> bytes:
    """The packed list of `space` bits, the `stopped` ones set. Raises ValueError for an index beyond it."""
    bits = bytearray((space + 7) // 8)
    for index in stopped:
        if not 0 <= index < space:
            raise ValueError(f"Status index {index} lies outside the list of {space}.")
        bits[index // 8] |= 1 << (index % 8)
    return zlib.compress(bytes(bits), 9)


def decode(packed: bytes) -> StatusList:
    """The list in `packed`. Raises NotAStatusList; never unpacks more than 2 MB, whatever it is given."""
    unpacker = zlib.decompressobj()
    try:
        bits = unpacker.decompress(packed, _MOST_BYTES)
    except zlib.error:
        raise NotAStatusList from None
    if not unpacker.eof or unpacker.unused_data:
        raise NotAStatusList
    return StatusList(bits=bits)
