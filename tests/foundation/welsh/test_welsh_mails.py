"""No English in the mails, printed cards and letters of Welsh readers."""

from __future__ import annotations

import re
from collections import defaultdict
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils import timezone, translation

from passports.cards import paper
from tests.factories_cards import issued
from tests.passports.cards.pictures import texts
from tests.welsh import ROOT, english_in, shown

pytestmark = pytest.mark.django_db
THIS_YEAR = timezone.localdate().year


@pytest.mark.parametrize("born", [1968, THIS_YEAR - 17])
def test_the_printed_card_and_letter(scheme, born):
    kind = "adult" if born == 1968 else "young"
    card = issued(language="cy", kind=kind, date_of_birth=timezone.localdate().replace(year=born, day=1))
    for document in (paper.card_pdf(card), paper.letters_pdf([card])):
        words = " ".join(texts(document))
        assert english_in(words.replace("\ufffe", "")) == []
        assert "Pasbort" in words


class Full(defaultdict):
    """A context where every name that a template asks for is there."""

    def __missing__(self, name):
        return SimpleNamespace(
            first_name="Gwen", last_name="Ŵyn", reference="CP123", guardian_name="Ms Price", age=16,
            valid_until=timezone.localdate(), get_refusal_reason_display="Rheswm arall",
        )  # fmt: skip


MAILS = sorted(path.stem for path in (ROOT / "templates/mail").glob("*.txt") if path.stem != "base")


@pytest.mark.parametrize("template", MAILS)
@pytest.mark.parametrize("filled", [True, False])
def test_every_mail(scheme, template, filled):
    source = "".join(path.read_text() for path in (ROOT / "templates/mail").glob(f"{template}.*"))
    names = set(re.findall(r"{%-?\s*(?:el)?if (\w+)|[{=]\s*(\w+)[.|\s}]", source)) if filled else set()
    known = Full()
    context = {name: known[name] for pair in names for name in pair if name and name != "scheme"}
    words = {
        "valid_until": timezone.localdate(),
        "minutes": 10,
        "answer_by": "dydd Gwener 4 Rhagfyr",
        "link": "http://x/",
    }
    context |= {"scheme": scheme, "language": "cy", "base_url": "http://x", **words}
    with translation.override("cy"):
        text = render_to_string(f"mail/{template}.txt", context)
        page = render_to_string([f"mail/{template}.html", "mail/base.html"], context | {"body": text})
    assert len(text) > 60
    assert english_in(text) == []
    assert english_in(shown(page)) == []
    assert 'lang="cy"' in page
