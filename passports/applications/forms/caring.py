"""Whom they look after and how much. Never the condition unless they want to tell us."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from passport_site.core.fields import Words
from passport_site.scheme.fields import PostcodeField

from .. import choices
from ..domain import territory
from .base import StepForm, one_of

YOUNG = ("parent", "sibling", "grandparent", "other_family", "friend", "neighbour", "several")


class RelationshipForm(StepForm):
    heading = "relationship"
    relationship = one_of(
        choices.Relationship.choices,
        label=_("Who do you look after?"),
        help_text=_(
            "Choose one. If it is more than one person, say so; we ask about the one who needs you most."
        ),
    )

    def prepare(self) -> None:
        field = self.fields["relationship"]
        field.choice_hints = {"child": _("With extra needs, an illness or a disability")}
        if self.theirs:
            self.label("relationship", _("Who do they look after?"), _("Choose one."))
            field.choices = [(code, choices.THEIR_RELATIONSHIP[code]) for code in YOUNG]
        elif self.young:
            field.help_text = _("Choose one.")
            field.choices = [(code, label) for code, label in choices.Relationship.choices if code in YOUNG]

    def lines(self) -> list[tuple[Any, Any]]:
        field = self.fields["relationship"]
        return [(field.label, dict(field.choices).get(self.application.relationship, ""))]


class PersonForm(StepForm):
    title = _("About the person you look after")
    cared_for_age = one_of(choices.AgeBand.choices, label=_("How old are they?"))
    cared_for_lives = one_of(choices.LivesWhere.choices, label=_("Where do they live?"))
    condition = Words(
        label=_("Is there something you want us to know about them?"),
        lines=True,
        required=False,
        max_length=1000,
        help_text=_(
            "You do not have to say what is wrong. If you do, we keep it locked. "
            "Only the people who decide can read it."
        ),
    )

    def prepare(self) -> None:
        if self.application.relationship == "child":
            self.drop("cared_for_age")
        if self.young:
            self.drop("cared_for_age", "condition")
            self.title = _("Where does the person live?")
            self.label("cared_for_lives", _("The person you look after lives"))
        if self.theirs:
            self.label("cared_for_lives", _("The person they look after lives"))
            self.fields["cared_for_lives"].choices = [
                ("with_me", _("With the young carer")), *choices.LivesWhere.choices[1:],
            ]  # fmt: skip


class TheirPostcodeForm(StepForm):
    heading = "cared_for_postcode"
    cared_for_postcode = PostcodeField(
        label=_("What is the postcode of the person you look after?"),
        autocomplete="off",
        help_text=_("You can have a card if one of you lives in our area."),
    )

    def prepare(self) -> None:
        if self.theirs:
            self.fields["cared_for_postcode"].label = _("What is the postcode of the person they look after?")
        if self.scheme.territory == territory.CARED_FOR:
            self.fields["cared_for_postcode"].help_text = _(
                "The card is for carers of people who live in our area."
            )

    def lines(self) -> list[tuple[Any, Any]]:
        return [(_("Their postcode"), self.application.cared_for_postcode)]


class TimeForm(StepForm):
    title = _("How much do you help?")
    hours = one_of(
        choices.HoursBand.choices,
        label=_("In most weeks, how many hours is it?"),
        help_text=_("Count all of it: cooking, washing, forms, driving, company, listening out at night."),
    )
    since = one_of(choices.SinceBand.choices, label=_("How long have you been doing this?"))


class NewsForm(StepForm):
    title = _("Staying in touch")
    intro = _(
        "We always tell you what happens to your application and your card. "
        "This is about other news for carers."
    )
    by_email = forms.BooleanField(label=_("By e-mail"), required=False)
    by_post = forms.BooleanField(label=_("By post"), required=False)
    by_text = forms.BooleanField(label=_("By text message"), required=False)
    heard_from = one_of(
        choices.HeardFrom.choices, label=_("How did you hear about the card?"), required=False
    )
    CHANNELS = ("by_email", "by_post", "by_text")

    def prepare(self) -> None:
        if not self.application.email:
            self.drop("by_email")
        if not self.application.phone:
            self.drop("by_text")

    def lines(self) -> list[tuple[Any, Any]]:
        ways = [
            str(self.fields[name].label) for name in self.CHANNELS if name in self.fields and self.shown(name)
        ]
        heard = (_("How you heard about it"), self.application.get_heard_from_display())
        return [(_("Other news"), ", ".join(ways) or _("No, thank you")), heard]
