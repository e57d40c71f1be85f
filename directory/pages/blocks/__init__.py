"""The building blocks of pages: one family per file, one template per block, a preview and a refusal of
nonsense each."""

from __future__ import annotations

from .home import FindOffersBlock, InviteBlock, RecogniseBlock, TalkBlock, ThreeStepsBlock
from .links import RelatedPagesBlock
from .lists import BulletsBlock, StepsBlock
from .people import ContactBlock, OurContactBlock, QuoteBlock
from .pictures import PictureBlock
from .words import CalloutBlock, HeadingBlock, TextBlock


def reading_blocks() -> list[tuple[str, object]]:
    """What guidance and standard pages are made of."""
    return [
        ("heading", HeadingBlock()),
        ("text", TextBlock()),
        ("list", BulletsBlock()),
        ("steps", StepsBlock()),
        ("callout", CalloutBlock()),
        ("contact", ContactBlock()),
        ("our_contact", OurContactBlock()),
        ("quote", QuoteBlock()),
        ("picture", PictureBlock()),
        ("related", RelatedPagesBlock()),
    ]


def business_blocks() -> list[tuple[str, object]]:
    """What a business may add below its offers."""
    return [
        ("heading", HeadingBlock()),
        ("text", TextBlock()),
        ("list", BulletsBlock()),
        ("quote", QuoteBlock()),
        ("picture", PictureBlock()),
    ]


def home_blocks() -> list[tuple[str, object]]:
    """The sections of the home page."""
    return [
        ("recognise", RecogniseBlock()),
        ("steps", ThreeStepsBlock()),
        ("offers", FindOffersBlock()),
        ("invite", InviteBlock()),
        ("related", RelatedPagesBlock()),
        ("quote", QuoteBlock()),
        ("talk", TalkBlock()),
    ]
