"""Blocks of plain words: heading, text, callout."""

from __future__ import annotations

from html import unescape

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

FEATURES = ["bold", "link", "document-link", "ol", "ul"]


class HeadingBlock(blocks.CharBlock):
    """A heading of the second level. It also becomes an entry of “On this page”."""

    def __init__(self, **kwargs):
        kwargs.setdefault("max_length", 90)
        kwargs.setdefault("label", _("Heading"))
        super().__init__(**kwargs)

    def clean(self, value):
        value = super().clean(value)
        if value.endswith((".", ":", ";", ",")):
            raise ValidationError(_("A heading has no full stop, comma or colon at its end"))
        letters = [sign for sign in value if sign.isalpha()]
        if len(letters) > 4 and value == value.upper():
            raise ValidationError(_("Write the heading in small letters. Capitals are hard to read."))
        return value

    class Meta:
        icon = "title"
        template = "pages/blocks/heading.html"
        preview_value = "When you need to be believed"
        description = _("A heading that splits a long page")


class TextBlock(blocks.RichTextBlock):
    """One or more paragraphs, with bold, links and lists and nothing else."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", FEATURES)
        kwargs.setdefault("label", _("Text"))
        super().__init__(**kwargs)

    def clean(self, value):
        value = super().clean(value)
        if not unescape(strip_tags(value.source)).strip():
            raise ValidationError(_("Write some text or take this block away"))
        return value

    class Meta:
        icon = "pilcrow"
        template = "pages/blocks/text.html"
        preview_value = (
            "<p>You do not need anybody’s permission to call yourself a carer. It does not matter if you "
            "live <b>together or 20 miles apart</b>.</p>"
        )
        description = _("Paragraphs with bold words and links")


class CalloutBlock(blocks.TextBlock):
    """One thing that nobody should miss."""

    def __init__(self, **kwargs):
        kwargs.setdefault("max_length", 400)
        kwargs.setdefault("rows", 3)
        kwargs.setdefault("label", _("Callout"))
        super().__init__(**kwargs)

    def clean(self, value):
        value = super().clean(value)
        if len(value.split()) < 3:
            raise ValidationError(
                _("Write a whole sentence. A callout of a word or two is hard to understand.")
            )
        return value

    class Meta:
        icon = "warning"
        template = "pages/blocks/callout.html"
        preview_value = "Lost your card? Report it online or ring us. We stop it at once."
        description = _("One thing that nobody should miss, in a box")
