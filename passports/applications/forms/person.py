"""The carer: name, date of birth, home, how to reach them; and the adult who takes part for a young carer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from passport_site.core.fields import EmailWords, PhoneField, Words
from passport_site.core.forms import DateBoxesField
from passport_site.scheme.fields import PostcodeField
from passport_site.scheme.querysets import area_of

from .. import choices
from .base import StepForm, one_of


class NameForm(StepForm):
    title = _("What is your name?")
    intro = _("The name people call you. It goes on your card. It does not have to match other papers.")
    first_name = Words(
        label=_("First name"),
        max_length=80,
        widget=forms.TextInput({"autocomplete": "given-name", "spellcheck": "false"}),
        error_messages={"required": _("Enter your first name")},
    )
    last_name = Words(
        label=_("Last name"),
        max_length=80,
        required=False,
        help_text=_("Leave it empty if you use one name only."),
        widget=forms.TextInput({"autocomplete": "family-name", "spellcheck": "false"}),
    )
    mark_optional = False

    def prepare(self) -> None:
        if self.theirs:
            self.title = _("What is the young carer’s name?")
            self.intro = _("The name people call them. It goes on their card.")
            self.fields["first_name"].error_messages["required"] = _("Enter their first name")
            self.label("last_name", _("Last name"), _("Leave it empty if they use one name only."))
            for field in self.fields.values():
                field.widget.attrs["autocomplete"] = "off"

    def lines(self) -> list[tuple[Any, Any]]:
        return [(_("Name"), self.application.name)]


class BornForm(StepForm):
    heading = "date_of_birth"
    date_of_birth = DateBoxesField(
        label=_("When were you born?"),
        help_text=_("For example, 27 3 1980"),
        birthday=True,
        latest=timezone.localdate,
        error_messages={"required": _("Enter your date of birth, like 27 3 1980")},
    )

    def prepare(self) -> None:
        if self.theirs:
            self.label("date_of_birth", _("When were they born?"), _("For example, 27 3 2012"))
            self.fields["date_of_birth"].error_messages["required"] = _(
                "Enter their date of birth, like 27 3 2012"
            )
            for box in self.fields["date_of_birth"].widget.widgets:
                box.attrs["autocomplete"] = "off"

    def lines(self) -> list[tuple[Any, Any]]:
        born = self.application.date_of_birth
        return [(_("Date of birth"), date_format(born, "j F Y") if born else "")]


class PrivacyForm(StepForm):
    """Nothing to fill in: what we do with what a young person tells us, in their words."""

    title = _("What happens with what you tell us")

    def prepare(self) -> None:
        if self.theirs:
            self.title = _("Read this together")

    def lines(self) -> list[tuple[Any, Any]]:
        return []


class HomeForm(StepForm):
    heading = "postcode"
    postcode = PostcodeField(
        label=_("What is your postcode?"),
        help_text=_("Where you live most of the time. It tells us which part of the county you live in."),
    )

    def prepare(self) -> None:
        if self.theirs:
            self.label(
                "postcode", _("What is their postcode?"), _("Where the young carer lives most of the time.")
            )

    def lines(self) -> list[tuple[Any, Any]]:
        area = area_of(self.application.postcode)
        return [
            (_("Postcode"), f"{self.application.postcode} ({area})" if area else self.application.postcode)
        ]


class ContactForm(StepForm):
    title = _("How can we write to you?")
    email = EmailWords(
        label=_("E-mail address"), required=False,
        help_text=_("We write when there is an answer, and send you a code when you sign in."),
    )  # fmt: skip
    no_email = forms.BooleanField(
        label=_("I have no e-mail"),
        required=False,
        help_text=_("Then we write by post, and you get a printed card."),
    )
    mark_optional = False

    def prepare(self) -> None:
        if self.theirs:
            self.title = _("Does the young carer have an e-mail address?")
            self.label(
                "email",
                _("Their own e-mail address"),
                _("With it they can show the card on their own phone."),
            )
            self.label(
                "no_email", _("They have none"), _("Then we write to you, and a printed card comes by post.")
            )
            self.fields["email"].widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        email, none = data.get("email"), data.get("no_email")
        if "email" in self.errors:
            if none and not self.data.get(self.add_prefix("email"), "").strip():
                del self.errors["email"]
        elif not email and not none:
            self.add_error(
                "email",
                _("Enter an e-mail address, or tick “%(box)s”") % {"box": self.fields["no_email"].label},
            )
        elif email and none:
            self.add_error("email", _("Take the e-mail address out, or take the tick away"))
        elif self.theirs and email and email == self.application.guardian_email:
            self.add_error("email", _("This is your own address. Enter theirs, or tick “They have none”"))
        return data

    def lines(self) -> list[tuple[Any, Any]]:
        return [(_("E-mail address"), self.application.email or self.fields["no_email"].label)]


class AddressForm(StepForm):
    title = _("Where shall we send post?")
    address = Words(
        label=_("Your address"), lines=True, max_length=400,
        widget=forms.Textarea({"rows": 4, "autocomplete": "street-address"}),
        help_text=_("House, street and town. A printed card would come here."),
        error_messages={"required": _("Enter the address where post reaches you")},
    )  # fmt: skip
    phone = PhoneField(
        label=_("Telephone number"), help_text=_("We call only when something is not clear."),
        error_messages={"required": _("Enter a telephone number, so that we can reach you")},
    )  # fmt: skip

    def prepare(self) -> None:
        without = self.application.no_email
        if self.young:
            self.drop("phone")
        else:
            self.fields["phone"].required = without
        self.fields["address"].required = without
        if self.theirs:
            self.title = _("Where shall we send their card?")
            self.label("address", _("Their address, or yours"))

    def lines(self) -> list[tuple[Any, Any]]:
        found = [(self.fields["address"].label, self.application.address)]
        if "phone" in self.fields:
            found.append((_("Telephone number"), self.application.phone))
        return found


class AdultForm(StepForm):
    """A carer of 14 to 17 names an adult who is asked to agree."""

    title = _("Which adult can say yes?")
    guardian_name = Words(
        label=_("Their name"), max_length=120, widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": _("Enter the adult’s name")},
    )  # fmt: skip
    guardian_relationship = one_of(choices.AdultIs.choices, label=_("Who are they?"))
    guardian_email = EmailWords(
        label=_("Their e-mail address"),
        autocomplete="off",
        help_text=_(
            "We send them one link. They see your first name, your age and that you asked for a card."
        ),
        error_messages={
            "required": _("Enter the adult’s e-mail address"),
            "invalid": _("Enter an e-mail address, like name@mail.example"),
        },
    )

    def clean_guardian_email(self) -> str:
        email = self.cleaned_data["guardian_email"]
        if email and email == self.application.email:
            raise forms.ValidationError(_("This is your own address. Enter the adult’s."))
        return email

    def lines(self) -> list[tuple[Any, Any]]:
        adult = self.application
        return [(_("The adult we ask"), f"{adult.guardian_name} ({adult.adult_is})\n{adult.guardian_email}")]


class GuardianForm(StepForm):
    """A parent or guardian who fills it in."""

    title = _("About you, the adult")
    intro = _("You are the young carer’s parent, or you look after them as a guardian.")
    guardian_name = Words(
        label=_("Your name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Enter your name")},
    )  # fmt: skip
    guardian_email = EmailWords(label=_("Your e-mail address"), required=False)
    phone = PhoneField(
        label=_("Your telephone number"),
        required=False,
        help_text=_("We need your e-mail address or a number to call."),
    )
    mark_optional = False

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors and not data.get("guardian_email") and not data.get("phone"):
            self.add_error("guardian_email", _("Enter your e-mail address or a telephone number"))
        return data

    def answers(self) -> dict[str, Any]:
        return {**super().answers(), "guardian_relationship": "parent"}

    def lines(self) -> list[tuple[Any, Any]]:
        adult = self.application
        return [
            (
                _("The adult"),
                "\n".join(filter(None, (adult.guardian_name, adult.guardian_email, adult.phone))),
            )
        ]


class ProfessionalForm(StepForm):
    """Somebody who works with a young carer and fills it in."""

    title = _("About you and your work")
    guardian_name = Words(
        label=_("Your name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Enter your name")},
    )  # fmt: skip
    guardian_relationship = Words(
        label=_("Your job and where you work"),
        max_length=60,
        help_text=_("For example, pastoral lead at Merrow School"),
        error_messages={"required": _("Enter your job and where you work")},
    )
    guardian_email = EmailWords(
        label=_("Your work e-mail address"),
        error_messages={
            "required": _("Enter your work e-mail address"),
            "invalid": _("Enter an e-mail address, like name@mail.example"),
        },
    )

    def lines(self) -> list[tuple[Any, Any]]:
        adult = self.application
        return [
            (
                _("The professional"),
                f"{adult.guardian_name}\n{adult.guardian_relationship}\n{adult.guardian_email}",
            )
        ]
