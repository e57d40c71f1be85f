"""The gallery at /design/: every component in its states. Development only; nothing here is real."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field

from csp.constants import UNSAFE_INLINE
from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from .forms import DateBoxesField, Form
from .pattern import pattern_svg
from .templatetags.ui import COMPONENTS

TODAY = datetime.date(2026, 11, 25)
ICONS = sorted(path.stem for path in (COMPONENTS / "icons").glob("*.svg"))
PICTURES = sorted(path.stem for path in (COMPONENTS / "illustrations").glob("*.svg"))


class SampleForm(Form):
    """One field of each kind, shown empty, filled and refused."""

    name = forms.CharField(
        label="Your name", help_text="As people say it. It does not have to match a birth certificate."
    )
    email = forms.EmailField(
        label="E-mail address", required=False, widget=forms.EmailInput({"autocomplete": "email"})
    )
    postcode = forms.CharField(
        label="Your postcode", widget=forms.TextInput({"class": "w-8", "autocomplete": "postal-code"})
    )
    born = DateBoxesField(
        label="When were you born?", help_text="For example, 27 3 1980", birthday=True, latest=lambda: TODAY
    )
    who = forms.ChoiceField(
        label="Who do you look after?",
        choices=[
            ("partner", "My husband, wife or partner"),
            ("parent", "My mum or dad"),
            ("child", "My child"),
            ("other", "Someone else"),
        ],
        widget=forms.RadioSelect,
    )
    help_with = forms.MultipleChoiceField(
        label="What do you help with?",
        help_text="Choose all that fit.",
        choices=[
            ("meals", "Meals and shopping"),
            ("washing", "Washing and dressing"),
            ("company", "Company and calm"),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    hours = forms.ChoiceField(
        label="Hours in most weeks",
        choices=[("", "Choose one"), ("a", "Under 20"), ("b", "20 to 49"), ("c", "50 or more")],
    )
    words = forms.CharField(label="Anything else?", required=False, widget=forms.Textarea({"rows": 4}))
    photo = forms.FileField(
        label="Your photo", help_text="A photo of your face, like for a bus pass.", required=False
    )
    terms = forms.BooleanField(
        label="I will use the card only for myself", help_text="The card shows my photo and name."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].choice_hints = {
            "child": "Of any age, if they need help because of illness or disability."
        }


@dataclass
class Face:
    """What `{% card_face %}` needs from the view."""

    name: str
    kind: str = "adult"
    kind_label: str = ""
    photo_url: str = ""
    number: str = "7K2M 9QXA P"
    check_code: str = "4T7K"
    expires_on: datetime.date = datetime.date(2028, 11, 30)
    scheme_name: str = "Arlenshire Carer Passport"
    discreet: bool = False
    seed: bytes = b"sample"
    qr_svg: SafeString = field(default_factory=lambda: _sample_code())

    @property
    def pattern_svg(self) -> str:
        return pattern_svg(self.seed, kind=self.kind)


@dataclass
class Result:
    """What `{% till_result %}` needs from the view."""

    tone: str
    word: str
    reason: str
    advice: str = ""
    name: str = ""
    photo_url: str = ""
    check_code: str = ""


RESULTS = [
    Result(
        "good",
        "Yes",
        "This card is genuine and in date. Check that the photo is the person in front of you.",
        name="Priya",
        check_code="4T7K",
    ),
    Result(
        "warn",
        "Check",
        "This is the printed code. Compare the photo and the 4-character code.",
        name="Tomos",
        check_code="9QXA",
    ),
    Result(
        "bad",
        "No",
        "This card was replaced by a newer one.",
        advice="The carer can show the new card, or call 01632 960 001.",
    ),
    Result("bad", "Used today", "This offer was used at 10:42 today. It can be used again tomorrow."),
    Result("warn", "Cannot check", "There is no connection. Type the card number, or try again in a minute."),
    Result("off", "Undone", "This use does not count any more.", advice="Tea for two"),
]


def _sample_code() -> SafeString:
    """Something that looks like a code and cannot be scanned: seeded squares with the three eyes."""
    bits = b"".join(hashlib.sha256(bytes([row])).digest() for row in range(45))
    cells = [(x, y) for y in range(45) for x in range(45) if bits[y * 32 + x // 8] >> (x % 8) & 1]
    eyes = [(0, 0), (38, 0), (0, 38)]
    cells = [
        (x, y)
        for x, y in cells
        if not any(ex - 1 <= x <= ex + 7 and ey - 1 <= y <= ey + 7 for ex, ey in eyes)
    ]
    path = "".join(f"M{x + 4} {y + 4}h1v1h-1z" for x, y in cells)
    path += "".join(f"M{x + 4} {y + 4}h7v7h-7zm1 1v5h5v-5zm1 1h3v3h-3z" for x, y in eyes)
    return mark_safe(  # noqa: S308 – drawn above
        f'<svg viewBox="0 0 53 53" role="img" aria-label="Sample code"><path fill="#fff" d="M0 0h53v53H0z"/>'
        f'<path fill="#000" fill-rule="evenodd" d="{path}"/></svg>'
    )


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component. With ``?messages`` the four kinds of message as well."""
    if "messages" in request.GET:
        messages.success(request, "Saved. You can come back any time.")
        messages.error(request, "We could not save that. Try again.")
    wrong = SampleForm(
        {
            "name": "",
            "postcode": "LS1",
            "born_day": "31",
            "born_month": "2",
            "born_year": "1980",
            "email": "priya@",
        }
    )
    wrong.add_error("postcode", "Enter a full postcode, like LS1 4AP")
    context = {
        "form": None,
        "sample": SampleForm(prefix="empty"),
        "wrong": wrong,
        "filter": _filter_form(),
        "icons": ICONS,
        "pictures": PICTURES,
        "page_obj": Paginator(range(60), 10).get_page(request.GET.get("page", 3)),
        "answers": [
            {"key": "Name", "value": "Priya Nair", "change": "#name", "about": "your name"},
            {"key": "Date of birth", "value": "27 March 1980", "change": "#born"},
            {"key": "Address", "value": "12 Mill Lane\nArlen\nAJ1 2XY", "change": "#address"},
            {"key": "E-mail", "value": ""},
        ],
        "columns": ["Offer", "Where", ("Uses this month", "num")],
        "rows": [
            ["Tea and cake", "Mill Lane Café", "42"],
            ["Swim for two", "Arlen Leisure Centre", "17"],
            ["10% off", "Hughes & Daughter, Greengrocers", "fewer than 5"],
        ],
    }
    return render(request, "design/gallery.html", context)


def card(request: HttpRequest) -> HttpResponse:
    """The card in its designs."""
    faces = [
        Face("Priya Nair", seed=b"one"),
        Face("Tomos Llywelyn-Ŵyn", kind="young", seed=b"two", number="3HC8 VD40 K"),
        Face("Grace Okafor", discreet=True, seed=b"three"),
    ]
    return render(
        request,
        "design/card.html",
        {
            "faces": faces,
            "patterns": [pattern_svg(bytes([n]), kind=k) for n in range(4) for k in ("adult", "young")],
        },
    )


def till(request: HttpRequest) -> HttpResponse:
    """What the cashier sees, in each case."""
    return render(request, "design/till.html", {"results": RESULTS})


def error_page(request: HttpRequest, status: int) -> HttpResponse:
    """The pages for when something is not right."""
    if status not in (400, 403, 404, 500):
        raise Http404
    return render(request, f"{status}.html", status=status)


def mail(request: HttpRequest) -> HttpResponse:
    """The frame that every mail has, around sample words."""
    body = (
        "Hello Priya,\n\nWe have your application. We aim to answer by Friday 4 December.\n\n"
        "You can see where it is here:\nhttp://localhost:8101/apply/\n\nYour reference is 7K2M-9QXA."
    )
    response = HttpResponse(
        render_to_string(
            "mail/base.html", {"body": body, "language": "en", "base_url": "http://localhost:8101"}, request
        )
    )
    response._csp_update = {"style-src": [UNSAFE_INLINE]}  # mail programs know no style sheets
    return response


def _filter_form() -> Form:
    class Filter(Form):
        mark_optional = False
        near = forms.CharField(
            label="Near", required=False, widget=forms.TextInput({"autocomplete": "postal-code"})
        )
        kind = forms.ChoiceField(
            label="Kind",
            required=False,
            choices=[("", "Everything"), ("food", "Food and drink"), ("leisure", "Leisure")],
        )

    return Filter(prefix="filter")
