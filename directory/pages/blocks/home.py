"""The sections of the home page. Each is a whole band across the page with its own h2."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from directory.pages.addresses import ADDRESS_CHOICES, address_of
from passport_site.scheme.models import Area

from .lists import BulletsBlock, StepsBlock
from .pictures import DRAWINGS


class Section(blocks.StructBlock):
    """What every section has: a heading, and words that say more than the heading."""

    title = blocks.CharBlock(max_length=80, label=_("Heading"))
    text = blocks.TextBlock(required=False, max_length=500, rows=3, label=_("Text"))

    def clean(self, value):
        value = super().clean(value)
        if (value.get("text") or "").strip().casefold() == value["title"].strip().casefold():
            raise StructBlockValidationError(
                block_errors={"text": ValidationError(_("Say more than the heading does"))}
            )
        return value


class RecogniseBlock(Section):
    """Examples in which people find themselves, before they are asked whether they are carers."""

    examples = BulletsBlock(label=_("Examples"), help_text=_("Each goes on from “You …”"), max_num=8)
    after = blocks.CharBlock(required=False, max_length=200, label=_("Sentence after the examples"))
    picture = blocks.ChoiceBlock(choices=DRAWINGS, default="people", label=_("Drawing"))
    button = blocks.CharBlock(max_length=40, label=_("Words on the button"))

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["apply"] = address_of("apply")
        return context

    class Meta:
        icon = "group"
        label = _("Do you look after someone?")
        template = "pages/blocks/recognise.html"
        preview_value = {
            "title": "Do you look after someone?",
            "text": "You may not use the word carer. Most people do not.",
            "examples": [
                "take your mum to appointments",
                "sort out tablets, forms or bills",
                "sit up at night",
            ],
            "after": "Then the card is for you.",
            "picture": "people",
            "button": "Apply for the card",
        }
        description = _("Examples that let people recognise themselves")


class ThreeStepsBlock(Section):
    """How it works, in a few steps."""

    steps = StepsBlock(max_num=4)

    class Meta:
        icon = "list-ol"
        label = _("How it works")
        template = "pages/blocks/home_steps.html"
        preview_value = {
            "title": "How it works",
            "text": "",
            "steps": [
                {"title": "Tell us about you", "text": "About ten minutes, online or by phone."},
                {"title": "We look at it", "text": "A person reads every application."},
                {"title": "Show your card", "text": "On your phone or on paper."},
            ],
        }
        description = _("Two to four numbered steps")


class FindOffersBlock(Section):
    """A search box and the scheme's areas, leading into the directory."""

    picture = blocks.ChoiceBlock(choices=DRAWINGS, default="counter", label=_("Drawing"))

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["areas"] = list(Area.objects.all())
        context["offers"] = address_of("offers")
        context["today"] = timezone.localdate()
        return context

    class Meta:
        icon = "search"
        label = _("Find offers")
        template = "pages/blocks/find_offers.html"
        preview_value = {
            "title": "Find offers near you",
            "text": "Cafés, pools, buses and bikes.",
            "picture": "counter",
        }
        description = _("A search box and the areas")


class InviteBlock(Section):
    """An invitation to one kind of reader, with a way on."""

    picture = blocks.ChoiceBlock(choices=DRAWINGS, required=False, label=_("Drawing"))
    button = blocks.CharBlock(max_length=40, label=_("Words on the link"))
    place = blocks.ChoiceBlock(choices=ADDRESS_CHOICES, label=_("Where it leads"))

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["address"] = address_of(value["place"])
        return context

    class Meta:
        icon = "arrow-right"
        label = _("Invitation")
        template = "pages/blocks/invite.html"
        preview_value = {
            "title": "For shops and businesses",
            "text": "Give carers something small. They tell each other.",
            "picture": "counter",
            "button": "How to join",
            "place": "businesses",
        }
        description = _("For one kind of reader, with a link")


class TalkBlock(Section):
    """The scheme's telephone number, for everybody who would rather talk."""

    class Meta:
        icon = "mobile-alt"
        label = _("Talk to us")
        template = "pages/blocks/talk.html"
        preview_value = {
            "title": "Rather talk to somebody?",
            "text": "We fill in the form with you on the telephone.",
        }
        description = _("Shows the telephone number from the scheme’s settings")
