"""Each block shows a preview in our look and refuses nonsense."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from directory.pages.blocks import (
    BulletsBlock,
    CalloutBlock,
    ContactBlock,
    HeadingBlock,
    PictureBlock,
    QuoteBlock,
    RecogniseBlock,
    StepsBlock,
    TextBlock,
    home_blocks,
)
from directory.pages.models import BusinessPage, GuidancePage, HomePage, StandardPage

pytestmark = pytest.mark.django_db

FIELDS = [(HomePage, "sections"), (GuidancePage, "body"), (StandardPage, "body"), (BusinessPage, "body")]


def all_blocks():
    for model, field in FIELDS:
        for name, block in model._meta.get_field(field).stream_block.child_blocks.items():
            yield f"{model.__name__}.{name}", block


def test_every_block_has_a_template_a_description_and_a_preview(client_of):
    client = client_of("Commissioner")
    for name, block in all_blocks():
        assert block.is_previewable, name
        assert block.get_description(), name
        assert block.meta.template.startswith("pages/blocks/"), name
        response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
        assert response.status_code == 200, name
        html = response.content.decode()
        assert "css/pages.css" in html
        assert len(html.split("<main>")[1]) > 150, name


@pytest.mark.parametrize(
    ("block", "value"),
    [
        (HeadingBlock(), "Ends with a stop."),
        (HeadingBlock(), "SHOUTING AT YOU"),
        (HeadingBlock(), ""),
        (TextBlock(), "<p>&nbsp;</p>"),
        (CalloutBlock(), "Careful"),
        (BulletsBlock(), ["only one"]),
        (BulletsBlock(), ["the same", "The same "]),
        (StepsBlock(), [{"title": "One", "text": ""}]),
        (StepsBlock(), [{"title": "One", "text": ""}, {"title": "one", "text": ""}]),
        (ContactBlock(), {"who": "Nobody"}),
        (ContactBlock(), {"who": "Us", "phone": "ring me"}),
        (ContactBlock(), {"who": "Us", "website": "javascript:alert(1)"}),
        (QuoteBlock(), {"text": "“Quoted twice”", "who": "A carer"}),
        (QuoteBlock(), {"text": "Words", "who": ""}),
        (
            RecogniseBlock(),
            {"title": "Same", "text": "same", "examples": ["a", "b"], "picture": "people", "button": "Go"},
        ),
    ],
)
def test_nonsense_is_refused(block, value):
    raw = block.to_python(value)
    with pytest.raises(ValidationError):
        block.clean(raw)


@pytest.mark.parametrize("alt", ["", "tea.jpg", "tea", "Image of two people", "Llun o ddau berson"])
def test_a_picture_needs_words_that_say_what_it_shows(alt):
    from wagtail.images.models import Image
    from wagtail.images.tests.utils import get_test_image_file

    image = Image.objects.create(title="tea", file=get_test_image_file())
    block = PictureBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"image": image.pk, "alt": alt, "caption": ""}))
    assert block.clean(block.to_python({"image": image.pk, "alt": "Two people at a table", "caption": ""}))


@pytest.mark.parametrize("name", [name for name, _block in home_blocks()])
def test_every_preview_value_passes_its_own_check(name):
    block = dict(home_blocks())[name]
    value = block.get_preview_value()
    if name != "related":  # its pages come from the tree
        block.clean(value)
