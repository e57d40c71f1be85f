"""Blocks about people: whom to call, and what a carer says."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

PHONE = re.compile(r"^\+?[0-9][0-9 ]{1,22}$")


class ContactBlock(blocks.StructBlock):
    """A way to reach somebody. The phone number can be tapped."""

    who = blocks.CharBlock(max_length=90, label=_("Who answers"))
    phone = blocks.CharBlock(
        required=False, max_length=24, label=_("Telephone"), help_text=_("Like 01632 960 001")
    )
    email = blocks.EmailBlock(required=False, label=_("E-mail address"))
    website = blocks.URLBlock(required=False, label=_("Website"))
    detail = blocks.CharBlock(required=False, max_length=200, label=_("When and how"))

    def clean(self, value):
        value = super().clean(value)
        errors = {}
        phone = (value.get("phone") or "").strip()
        if phone and (not PHONE.match(phone) or len(re.sub(r"\D", "", phone)) < 3):
            errors["phone"] = ValidationError(_("Enter a telephone number, like 01632 960 001"))
        if not (phone or value.get("email") or value.get("website")):
            errors["phone"] = ValidationError(_("Give a telephone number, an e-mail address or a website"))
        website = value.get("website") or ""
        if website and not website.startswith(("http://", "https://")):
            errors["website"] = ValidationError(_("Enter an address that starts with https://"))
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value

    class Meta:
        icon = "mobile-alt"
        label = _("Contact")
        template = "pages/blocks/contact.html"
        preview_value = {
            "who": "Arlenshire Carers’ Centre",
            "phone": "01632 960 001",
            "email": "",
            "website": "",
            "detail": "Monday to Friday, 9 am to 6 pm",
        }
        description = _("Whom to call, with a number to tap")


class QuoteBlock(blocks.StructBlock):
    """What a carer says, and how they want to be described."""

    text = blocks.TextBlock(
        max_length=400, rows=3, label=_("Their words"), help_text=_("Without quotation marks.")
    )
    who = blocks.CharBlock(
        max_length=120,
        label=_("Who says it"),
        help_text=_("Never a full name without their agreement in writing."),
    )

    def clean(self, value):
        value = super().clean(value)
        if value["text"].strip()[:1] in "“\"'‘":
            problem = ValidationError(_("Leave out the quotation marks. The page adds them."))
            raise StructBlockValidationError(block_errors={"text": problem})
        return value

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "pages/blocks/quote.html"
        preview_value = {
            "text": "I thought carers wore a uniform. I was only helping Dad.",
            "who": "Carer from Skelderby, looks after her father",
        }
        description = _("What a carer says")


class OurContactBlock(blocks.StaticBlock):
    """The scheme's own telephone, e-mail and postal address, from its settings, so that they are
    written once."""

    class Meta:
        icon = "mobile-alt"
        label = _("Our contact details")
        admin_text = _("Shows telephone, e-mail and postal address from the scheme’s settings.")
        template = "pages/blocks/our_contact.html"
        preview_value = None
        description = _("Telephone, e-mail and address of the scheme")
