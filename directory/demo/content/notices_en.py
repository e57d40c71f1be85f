"""The pages that every service owes its users, in English. The twin is notices_cy.py."""

from __future__ import annotations

from directory.demo.content.privacy_en import PRIVACY, PRIVACY_YOUNG
from directory.demo.content.types import Contact, Page

ACCESSIBILITY = Page(
    "accessibility",
    "Can everyone use this site?",
    "What works, what does not yet, and how to get help.",
    (
        (
            "text",
            "We want every carer to be able to use this site, at two in the morning, on an old "
            "phone, with tired eyes. We aim for the Web Content Accessibility Guidelines 2.2, "
            "level AA.",
        ),
        ("heading", "You can"),
        (
            "list",
            (
                "make the text up to 4 times larger without losing anything",
                "use only a keyboard, a switch or your voice",
                "listen with a screen reader",
                "turn off JavaScript: applying and checking cards still work",
                "read every page in English or Welsh",
                "print any page, and get your card on paper",
            ),
        ),
        ("heading", "What we know is not good enough yet"),
        (
            "list",
            (
                "There is no British Sign Language film yet. Ring or text us and we will book an "
                "interpreter.",
                "The large-print letter is made by hand, so it can take 3 working days longer.",
            ),
        ),
        ("heading", "Another way"),
        (
            "text",
            "Ask for large print, Easy Read, audio or a visit. It costs nothing, and your card is the same.",
        ),
        (
            "contact",
            Contact(
                "Tell us what is in your way",
                "01632 960 001",
                "Or text 07700 900 001. We answer within 5 working days.",
            ),
        ),
        ("heading", "How we check"),
        (
            "text",
            "We test every kind of page by program and by keyboard before each change goes live. "
            "If you tell us about a problem and are not happy with our answer, you can turn to "
            "the Equality Advisory and Support Service.",
        ),
    ),
)

COOKIES = Page(
    "cookies",
    "Cookies",
    "Only the ones that make the site work. That is why there is no banner.",
    (
        (
            "text",
            "A cookie is a small note that a site leaves on your phone or computer. We use them "
            "for 3 things only, and none follows you elsewhere.",
        ),
        (
            "list",
            (
                "Signing in: remembers that it is you, until you sign out or for up to 2 weeks.",
                "Safety: makes sure that a form really comes from our page.",
                "Language: remembers whether you read English or Welsh, for 1 year.",
            ),
        ),
        (
            "text",
            "If you open your card on your phone, the phone also keeps a copy of it, so that it "
            "works without a signal. It goes when the card runs out or when you sign out. A "
            "shop’s till keeps a note of which shop it belongs to.",
        ),
        (
            "text",
            "We have no adverts, no counting tools from other companies and no pictures or "
            "letters fetched from elsewhere. You can delete our cookies in your browser at any "
            "time. You will then have to sign in again.",
        ),
    ),
)

CARD_TERMS = Page(
    "card-terms",
    "What you agree to with the card",
    "One page, no small print.",
    (
        (
            "list",
            (
                "The card is yours alone. Do not lend it, even to the person you look after.",
                "What you told us is true. If it changes, tell us within 1 month: ring, write or use "
                "“My details”.",
                "Show it before you pay. A shop may look at your photo.",
                "Each offer belongs to the shop that gives it. The shop may change or end it. If one "
                "is refused, tell us.",
                "If you lose the card, report it. We stop it at once, and a new one is free.",
                "The card is good for 24 months. You can renew it from 2 months before the end.",
                "The card does not give you a right to see anybody’s records or to decide for them.",
                "We may pause or stop a card that is misused. We tell you why, and you can ask "
                "another officer to look again.",
            ),
        ),
        (
            "text",
            "Under 18? The adult who said yes agrees to this page with you. Offers with alcohol, "
            "gambling or vaping are never on your card.",
        ),
        ("text", "Nobody may treat you worse because you have the card, or because you do not want one."),
        (
            "contact",
            Contact(
                "Questions about these terms", "01632 960 001", "We read them to you in English or Welsh."
            ),
        ),
    ),
)

CONTACT = Page(
    "contact",
    "Talk to us",
    "A person answers. In English or Welsh.",
    (
        ("text", "You do not have to know what to ask. “I look after someone and I’m tired” is enough."),
        (
            "contact",
            Contact(
                "Arlenshire Carers’ Centre",
                "01632 960 001",
                "Monday to Friday, 9 am to 6 pm, and Saturday, 10 am to 1 pm",
            ),
        ),
        (
            "contact",
            Contact(
                "Day or night, when you cannot get home to somebody",
                "01632 960 024",
                "24 hours, every day of the year",
            ),
        ),
        ("contact", Contact("Money, work and rights", "01632 960 010", "Monday to Friday, 9 am to 5 pm")),
        (
            "contact",
            Contact(
                "By text",
                "07700 900 001",
                "We text back on the same working day. Deaf carers: tell us if you would like a "
                "video call with an interpreter.",
            ),
        ),
        ("heading", "Write or come in"),
        (
            "text",
            "Arlenshire Carers’ Centre, 4 Loom Lane, Arlenford AJ1 2BD. The door is level and "
            "there is a loop at the desk. Write to hello@carerpassport-arlenshire.example.",
        ),
        (
            "text",
            "You can also ask at any Arlenshire library. The staff can take your photo and help you apply.",
        ),
        ("callout", "If a life is in danger, ring 999. For medical help that cannot wait, ring NHS 111."),
        ("heading", "Tell us when we get it wrong"),
        (
            "text",
            "A shop was rude, a letter hurt, or we took too long? Say so. We answer within 10 "
            "working days, and we tell you what we changed.",
        ),
    ),
)

PAGES: tuple[Page, ...] = (PRIVACY, PRIVACY_YOUNG, ACCESSIBILITY, COOKIES, CARD_TERMS, CONTACT)
