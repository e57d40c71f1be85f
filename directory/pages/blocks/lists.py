"""Blocks that are lists: points in any order, steps in one order."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError


def refuse_repeats(items, key) -> None:
    """Raises at each item that says the same as an earlier one."""
    seen: set[str] = set()
    errors = {}
    for number, item in enumerate(items):
        words = key(item).strip().casefold()
        if words in seen:
            errors[number] = ValidationError(_("This is already in the list"))
        seen.add(words)
    if errors:
        raise ListBlockValidationError(block_errors=errors)


class BulletsBlock(blocks.ListBlock):
    """Two or more points in any order."""

    def __init__(self, child_block=None, **kwargs):
        kwargs.setdefault("min_num", 2)
        kwargs.setdefault("label", _("List"))
        super().__init__(child_block or blocks.CharBlock(max_length=220, label=_("Point")), **kwargs)

    def clean(self, value):
        value = super().clean(value)
        refuse_repeats(value, str)
        return value

    class Meta:
        icon = "list-ul"
        template = "pages/blocks/list.html"
        preview_value = [
            "take your mum to appointments",
            "cook, wash or shop for someone",
            "sort out tablets or bills",
        ]
        description = _("Points in any order, two or more")


class StepBlock(blocks.StructBlock):
    """One step: what to do, and what that means."""

    title = blocks.CharBlock(max_length=80, label=_("What to do"))
    text = blocks.TextBlock(required=False, max_length=300, rows=2, label=_("More words"))

    class Meta:
        icon = "arrow-right"
        label = _("Step")
        template = "pages/blocks/step.html"
        preview_value = {"title": "Fill in the form", "text": "About ten minutes, on any phone."}
        description = _("One step of several")


class StepsBlock(blocks.ListBlock):
    """Two or more steps, numbered."""

    def __init__(self, child_block=None, **kwargs):
        kwargs.setdefault("min_num", 2)
        kwargs.setdefault("max_num", 9)
        kwargs.setdefault("label", _("Steps"))
        super().__init__(child_block or StepBlock(), **kwargs)

    def clean(self, value):
        value = super().clean(value)
        refuse_repeats(value, lambda step: step["title"])
        return value

    class Meta:
        icon = "list-ol"
        template = "pages/blocks/steps.html"
        preview_value = [
            {"title": "Open the camera of any phone", "text": "No app is needed."},
            {"title": "Point it at the code", "text": "A link appears. Tap it."},
            {"title": "Look for the tick", "text": "That is the check."},
        ]
        description = _("What to do first, second and third")
