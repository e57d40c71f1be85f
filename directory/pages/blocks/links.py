"""Ways on: pages that belong together."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .lists import refuse_repeats


class RelatedPagesBlock(blocks.StructBlock):
    """Links to pages of ours, with their summaries."""

    title = blocks.CharBlock(max_length=80, label=_("Heading"))
    pages = blocks.ListBlock(blocks.PageChooserBlock(label=_("Page")), min_num=1, max_num=6, label=_("Pages"))

    def clean(self, value):
        value = super().clean(value)
        refuse_repeats(value["pages"], lambda page: str(page.pk))
        return value

    def get_context(self, value, parent_context=None):
        """Only pages that are public now, each in the reader's language where there is one."""
        context = super().get_context(value, parent_context)
        chosen = [page.localized.specific for page in value["pages"] if page]
        context["pages"] = [page for page in chosen if page.live]
        context["sample"] = not value["pages"]
        return context

    class Meta:
        icon = "link"
        label = _("Related pages")
        template = "pages/blocks/related.html"
        preview_value = {"title": "Read next", "pages": []}
        description = _("Links to other pages of ours")
