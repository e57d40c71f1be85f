"""What a pass says, in one language: the same for Apple and Google."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from passport_site.core import mail
from passport_site.scheme.domain import contrast_ratio
from passport_site.scheme.models import Scheme

from ..domain import numbers
from ..domain.showing import Showing, what_to_show
from ..models import Card, PassportKind
from ..services.codes import address_for

PLAIN_GROUND, INK, WHITE = "#f4f2ee", "#1d1a16", "#ffffff"
LANGUAGES = ("en", "cy")


@dataclass(frozen=True, slots=True)
class PassFacts:
    """What is the same in every language. Of a card that is not good nothing personal is left in it."""

    good: bool
    name: str
    number: str
    check_code: str
    address: str
    """What the QR holds: the static code."""
    starts_on: date
    expires_on: date
    reads: str
    colour: str
    """The scheme’s, or plain."""
    young_colour: str
    """A young carer’s card looks its own (a cashier sees it at once). Only on the phone: Google learns no kind."""
    phone: str
    card_url: str

    @property
    def ground(self) -> str:
        """What the pass is coloured with on the phone."""
        return self.young_colour or self.colour

    @property
    def ink(self) -> str:
        """White or near-black, whichever is easier to read on the ground."""
        return max((WHITE, INK), key=lambda colour: contrast_ratio(colour, self.ground))


@dataclass(frozen=True, slots=True)
class PassWords:
    """The words around the facts, in one language. Fields of a pass are named by them."""

    title: str
    issuer: str
    description: str
    kind: str
    until: str
    until_label: str
    until_changed: str
    kind_label: str
    name_label: str
    check_label: str
    number_label: str
    use_label: str
    use: str
    lost_label: str
    lost: str
    phone_label: str
    stopped: str
    stopped_label: str
    stopped_help: str


def is_good(card: Card) -> bool:
    """Whether the card is one that a till takes today. Reads `card.passport`."""
    passport = card.passport
    state = what_to_show(
        passport_status=passport.status,
        card_status=card.status,
        starts_on=passport.valid_from,
        valid_until=passport.valid_until,
        today=timezone.localdate(),
    )
    return state is Showing.CARD


def facts_of(card: Card, scheme: Scheme) -> PassFacts:
    """Raises KeyProblem when no key can sign the code. Reads `card.passport` and its account."""
    passport, good = card.passport, is_good(card)
    young = passport.kind == PassportKind.YOUNG
    return PassFacts(
        good=good,
        name=passport.name if good else "",
        number=numbers.display(card.number) if good else "",
        check_code=numbers.check_code(bytes.fromhex(card.serial)) if good else "",
        address=address_for(card, live=False) if good else "",
        starts_on=passport.valid_from,
        expires_on=card.expires_on,
        reads="cy" if passport.reads.startswith("cy") else "en",
        colour=PLAIN_GROUND if passport.discreet else scheme.main_colour,
        young_colour=scheme.accent_colour if good and young and not passport.discreet else "",
        phone=scheme.phone,
        card_url=mail.absolute("/card/"),
    )


def words_of(card: Card, scheme: Scheme, language: str) -> PassWords:
    """The plain design says “carer” nowhere: neither in the title nor as a kind."""
    with translation.override(language):
        plain, until = card.passport.discreet, date_format(card.expires_on, "F Y")
        return PassWords(
            title=_("Passport") if plain else scheme.name,
            issuer=scheme.council_name or (_("Passport") if plain else scheme.name),
            description=_("Passport") if plain else _("Carer’s card"),
            kind="" if plain else KIND_WORDS[card.passport.kind](),
            until=until,
            until_label=_("Good until"),
            until_changed=_("Your card is now good until %@"),
            kind_label=_("Kind of card"),
            name_label=_("Name"),
            check_label=_("Check code"),
            number_label=_("Card number"),
            use_label=_("How to use it"),
            use=_(
                "Show this before you pay. The shop scans the square code, or types the card number. They may ask to see "
                "your photo: open your card on our website."
            ),
            lost_label=_("If you lose your phone"),
            lost=_("Stop your card at once on our website, or call us."),
            phone_label=_("Telephone"),
            stopped=_("Not in use"),
            stopped_label=_("This pass"),
            stopped_help=_(
                "This card does not work at the moment. Open your card on our website to see why."
            ),
        )


KIND_WORDS = {
    "adult": lambda: _("Carer"),
    "young": lambda: _("Young carer"),
    "parent": lambda: _("Parent carer"),
    "former": lambda: _("Former carer"),
}
"""As on the card itself (templates/components/card_face.html)."""
