"""What goes on the card, what shows that somebody cares, and what they agree to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from passport_site.core.fields import Words
from passport_site.core.uploads import MAX_BYTES, TOO_BIG

from .. import choices
from ..domain import consents
from .base import StepForm, one_of

PICTURES = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif"


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFiles(forms.FileField):
    """Several files at once; `clean` gives a list."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", ManyFilesInput({"accept": f"{PICTURES},application/pdf"}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> list:
        files = data if isinstance(data, (list, tuple)) else [data] if data else []
        return [file for file in (super(ManyFiles, self).clean(one, initial) for one in files) if file]


def check_size(file: Any) -> Any:
    """Refuses early what core.uploads would refuse."""
    if file and file.size > MAX_BYTES:
        raise forms.ValidationError(TOO_BIG, code="too_big")
    return file


class PhotoForm(StepForm):
    title = _("A photo for your card")
    intro = _("A photo of your face, like for a bus pass. Shops use it to see that the card is yours.")
    photo_way = one_of(choices.PhotoWay.choices, label=_("How do you want to give us a photo?"))
    upload = forms.FileField(
        label=_("Your photo"), required=False, widget=forms.FileInput({"accept": PICTURES}),
        help_text=_("On a phone, you can take one now. JPEG, PNG, WebP or HEIC, up to 15 MB."),
    )  # fmt: skip
    mark_optional = False

    def prepare(self) -> None:
        field = self.fields["photo_way"]
        field.choice_hints = {
            "desk": _("We tell you where and when with the answer."),
            "post": _("Write your reference on the back. We tell you the address at the end."),
        }
        if self.theirs:
            self.title = _("A photo for their card")
            self.intro = _("A photo of the young carer’s face. Ask them which one they like.")
            self.label("upload", _("Their photo"))

    def clean_upload(self) -> Any:
        return check_size(self.cleaned_data.get("upload"))

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        way = data.get("photo_way")
        if (
            way == "upload"
            and not data.get("upload")
            and not self.application.photo
            and "upload" not in self.errors
        ):
            self.add_error("upload", _("Take or choose a photo, or choose another way"))
        return data

    def lines(self) -> list[tuple[Any, Any]]:
        shown = self.application.photo and self.application.photo_way == "upload"
        return [(_("Photo"), _("The one above") if shown else self.application.get_photo_way_display())]


class LookForm(StepForm):
    heading = "discreet"
    discreet = forms.TypedChoiceField(
        label=_("Which card would you like?"),
        choices=[("no", _("One that says “Young carer”")), ("yes", _("A plain one"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
        error_messages={"required": _("Choose one answer")},
    )

    def __init__(self, *args: Any, application: Any, scheme: Any, **kwargs: Any) -> None:
        done = "look" in application.steps_done
        kwargs.setdefault(
            "initial", {"discreet": ("yes" if application.discreet else "no") if done else None}
        )
        super().__init__(*args, application=application, scheme=scheme, **kwargs)

    def prepare(self) -> None:
        self.fields["discreet"].choice_hints = {
            "no": _("Teachers and shops can see at once what it is for."),
            "yes": _("It only says “Passport”. Nobody who sees it in your pocket can tell."),
        }
        if self.theirs:
            self.label("discreet", _("Which card would they like?"))

    def lines(self) -> list[tuple[Any, Any]]:
        return [
            (_("Card"), dict(self.fields["discreet"].choices)["yes" if self.application.discreet else "no"])
        ]


class EvidenceForm(StepForm):
    title = _("Show us you look after someone")
    intro = _("One of these is enough. Choose what is easiest for you.")
    evidence_kind = one_of((), label=_("What can you show us?"))

    def prepare(self) -> None:
        field = self.fields["evidence_kind"]
        field.choices = [
            choice for choice in self.scheme.evidence_choices if not (self.young and choice[0] == "benefit")
        ]
        field.choice_hints = {
            "benefit": _("For example Carer’s Allowance, or the carer’s part of Universal Credit"),
            "professional": _("A nurse, social worker, teacher or the carers’ centre can say so"),
            "code": _("Some surgeries and schools hand out codes"),
        }
        if self.theirs:
            self.intro = _("One of these is enough. Choose what is easiest.")

    def lines(self) -> list[tuple[Any, Any]]:
        return [
            (
                _("What you show us"),
                dict(self.scheme.evidence_choices).get(self.application.evidence_kind, ""),
            )
        ]


class ProofForm(StepForm):
    """What belongs to the chosen kind of evidence."""

    evidence_code = Words(
        label=_("The code"),
        max_length=40,
        widget=forms.TextInput({"class": "w-12", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Enter the code from your GP practice or school")},
    )
    evidence_words = Words(label=_("In your words"), lines=True, max_length=1000)
    files = ManyFiles(label=_("Photos or files"), required=False)
    evidence_by_post = forms.BooleanField(label=_("I will send a copy by post"), required=False)
    mark_optional = False
    TITLES = {
        "benefit": _("Your letter about the benefit"),
        "professional": _("Who can say that you look after someone?"),
        "code": _("The code from your GP practice or school"),
        "declaration": _("Tell us what you do"),
    }
    KEEPS = {
        "benefit": ("files", "evidence_by_post"),
        "professional": ("evidence_words", "files"),
        "code": ("evidence_code",),
        "declaration": ("evidence_words",),
    }
    heading = ""

    def prepare(self) -> None:
        kind = self.application.evidence_kind
        self.title = self.TITLES.get(kind, self.TITLES["declaration"])
        self.drop(
            *(name for name in self.base_fields if name not in self.KEEPS.get(kind, ("evidence_words",)))
        )
        if "files" in self.fields:
            self.label(
                "files",
                _("Photos or files"),
                _("Take photos of the pages or choose a PDF. Up to 15 MB each."),
            )
        if kind == "benefit":
            self.fields["files"].error_messages["missing_letter"] = _(
                "Choose a photo or file, or tick that you send a copy"
            )
            self.intro = _("We need to see your name and the name of the benefit. You may cover the amounts.")
        if kind == "professional":
            self.label("evidence_words", _("Their name, where they work, and how we reach them"))
            self.fields["evidence_words"].error_messages["required"] = _(
                "Tell us who can say so and how we reach them"
            )
            self.label(
                "files",
                _("A note or letter from them, if you have one"),
                _("Photos or a PDF, up to 15 MB each."),
            )
        if kind == "declaration":
            self.intro = _("One or two sentences are enough. We may call you or the carers’ centre to check.")
            self.label(
                "evidence_words",
                _("What you do for them"),
                _("For example: I cook, wash and shop for my dad every day."),
            )
            self.fields["evidence_words"].error_messages["required"] = _("Tell us in a few words what you do")

    def clean_files(self) -> list:
        return [check_size(file) for file in self.cleaned_data.get("files") or []]

    def lines(self) -> list[tuple[Any, Any]]:
        found = []
        for name in ("evidence_code", "evidence_words"):
            if name in self.fields:
                found.append((self.fields[name].label, self.shown(name)))
        if "files" in self.fields:
            count = self.application.evidence_files.count()
            by_post = self.application.evidence_by_post
            found.append((_("Files"), count or (_("You send a copy by post") if by_post else _("None"))))
        return found


class AgreeForm(StepForm):
    """Each consent by itself, unticked, with the version of its words."""

    title = _("What you agree to")
    adult_agrees = forms.BooleanField(
        label=_("I have talked with the young carer about this, and I agree that they get a card"),
        error_messages={"required": _("Tick this if you agree, or talk with them first")},
    )
    mark_optional = False

    def prepare(self) -> None:
        if not self.theirs:
            self.drop("adult_agrees")
        given = {row.purpose: row.given for row in self.application.consents.order_by("pk")}
        for question in consents.asked_of(young=self.young):
            words = question.young_words if self.young and not self.theirs else question.words
            if self.theirs:
                words = _("We agree to the card’s terms")
            self.fields[question.purpose] = forms.BooleanField(
                label=words,
                help_text=question.hint,
                required=question.needed,
                initial=given.get(question.purpose, False),
                error_messages={"required": _("Tick this to get a card")},
            )

    def given(self) -> dict[str, bool]:
        """The answers by purpose."""
        return {
            purpose: self.cleaned_data[purpose] for purpose in consents.BY_PURPOSE if purpose in self.fields
        }

    def answers(self) -> dict[str, Any]:
        return {}

    def lines(self) -> list[tuple[Any, Any]]:
        given = {row.purpose: row.given for row in self.application.consents.order_by("pk")}
        return [
            (self.fields[purpose].label, _("Yes") if given.get(purpose) else _("No"))
            for purpose in consents.BY_PURPOSE
            if purpose in self.fields
        ]


class AnswerForm(StepForm):
    """The carer's answer to what we asked for."""

    words = Words(label=_("Your answer"), lines=True, max_length=1000, required=False)
    files = ManyFiles(
        label=_("Photos or files"),
        required=False,
        help_text=_("Photos or a PDF, up to 15 MB each. You can choose several."),
    )
    mark_optional = False

    def clean_files(self) -> list:
        return [check_size(file) for file in self.cleaned_data.get("files") or []]
