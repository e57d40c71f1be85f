"""Pictures: an uploaded one with words for people who cannot see it, and the choice of our own drawings."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock

DRAWINGS = [
    ("people", _("People side by side")),
    ("tea", _("A cup of tea together")),
    ("walk", _("A walk")),
    ("counter", _("At a shop’s counter")),
    ("phone", _("A card on a phone")),
    ("table", _("At the kitchen table")),
    ("school", _("At school")),
    ("signpost", _("A signpost")),
    ("umbrella", _("Under an umbrella")),
]
FILE_NAME = re.compile(r"\.(jpe?g|png|gif|webp|heic)$", re.IGNORECASE)


class PictureBlock(blocks.StructBlock):
    """An image with words that say the same."""

    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        max_length=160,
        label=_("What it shows"),
        help_text=_("For people who cannot see it. What would you say on the telephone?"),
    )
    caption = blocks.CharBlock(required=False, max_length=160, label=_("Caption"))

    def clean(self, value):
        value = super().clean(value)
        alt = value["alt"].strip()
        problem = None
        if FILE_NAME.search(alt) or len(alt) < 5:
            problem = ValidationError(_("Say in a few words what the image shows"))
        elif alt.casefold().startswith(("image of", "picture of", "photo of", "llun o")):
            problem = ValidationError(_("Start with what it shows. People know that it is an image."))
        if problem:
            raise StructBlockValidationError(block_errors={"alt": problem})
        return value

    def get_preview_value(self):
        """Any image of the library, because a preview cannot bring its own; without one the drawing
        stands in."""
        return self.to_python({
            "image": getattr(get_image_model().objects.first(), "pk", None),
            "alt": "Two people laughing over a pot of tea",
            "caption": "Tuesday afternoons at the Kettle and Thrush",
        })  # fmt: skip

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "pages/blocks/picture.html"
        description = _("An image with words for people who cannot see it")
