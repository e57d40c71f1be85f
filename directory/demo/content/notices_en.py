"""The pages that every service owes its users, in English: privacy, young people’s privacy, access, cookies, terms."""

from __future__ import annotations

from directory.demo.content.types import Contact, Page

PRIVACY = Page(
    "privacy",
    "How we look after your information",
    "What we keep, why, who sees it and for how long.",
    (
        (
            "text",
            "Arlenshire County Council runs the Carer Passport and decides how your information "
            "is used. We ask for as little as we can. This page is for adults; there is a "
            "shorter one for young people.",
        ),
        ("heading", "What we keep"),
        (
            "list",
            (
                "your name, date of birth, address and how to reach you",
                "whom you look after: your relationship, their age band and where they live, never "
                "what is wrong with them unless you choose to say",
                "your photo and what you sent to show that you look after someone",
                "your card: its number, its dates, and if it was lost or replaced",
                "when and where an offer was used, so that limits work and we can count",
            ),
        ),
        ("heading", "Why we may"),
        (
            "text",
            "Running a carers’ scheme is part of our work for the public (Article 6(1)(e) of the "
            "UK GDPR). For anything about health that you choose to tell us, we rely on social "
            "care law (Article 9(2)(h)). For letters and news we ask you first, and you can stop "
            "them in one step.",
        ),
        ("heading", "Who sees what"),
        (
            "list",
            (
                "Officers of the Carers’ Centre and the council who decide and help. Every look at "
                "your photo or papers is written down.",
                "A stranger who scans your card: if it is good, and until when.",
                "A shop that has joined: also your first name, your photo and its own offers.",
                "The people who pay for the scheme: totals only. Small numbers are hidden.",
                "Nobody else. We do not sell it, and no computer decides about you alone.",
            ),
        ),
        ("heading", "How long"),
        (
            "list",
            (
                "Papers you sent to show that you look after someone: 30 days after we decide.",
                "An application you began and did not send: 90 days.",
                "An application that we had to refuse: 1 year after we decided.",
                "Uses of offers: after 13 months they lose their link to your card.",
                "Your passport: while it is good, and for 1 year after it ends, in case you come back.",
                "The list of who looked at what: 7 years, so that nobody can hide it.",
            ),
        ),
        ("heading", "Your rights"),
        (
            "text",
            "You can see, correct, take away or delete your information under “My details”, or "
            "by phone. You can object, and you can ask us to use it for less. We answer within 1 "
            "month.",
        ),
        ("heading", "If something is wrong"),
        (
            "text",
            "Tell us first: we write back to say we have your complaint, and when you will hear. "
            "You can also complain to the Information Commissioner’s Office at any time.",
        ),
        ("contact", Contact("Privacy officer", "01632 960 015", "privacy@arlenshire.example")),
    ),
)

PRIVACY_YOUNG = Page(
    "privacy-young-people",
    "Your information, if you are under 18",
    "What we know about you, in short words.",
    (
        (
            "text",
            "You help someone at home and you have a card, or want one. To make it, we need to "
            "know some things about you. Here is what, and who can see it.",
        ),
        ("heading", "What we ask"),
        (
            "list",
            (
                "your name, your birthday and your postcode",
                "a photo for the card",
                "one thing that shows you help someone, like a code from school",
                "an adult who says yes: a parent, or a teacher or worker you trust",
            ),
        ),
        (
            "text",
            "We do not ask what is wrong with the person you help. We never ask where you are, "
            "and your phone does not tell us.",
        ),
        ("heading", "Who can see it"),
        (
            "list",
            (
                "A shop sees your first name and photo when it scans your card. It does not see your "
                "age, your school or who you help. If an offer is only for young people, it sees "
                "that you have a young card.",
                "The people who make the cards see what you told us. They are checked, and we write "
                "down each time they look.",
                "The adult who said yes sees that you have a card. They do not see where you use it.",
                "Nobody sends you adverts.",
            ),
        ),
        ("heading", "When we have to tell someone"),
        (
            "text",
            "If we think that you or somebody else is in danger, we have to tell an adult whose "
            "job it is to help. We talk to you first if we can.",
        ),
        ("heading", "What you can do"),
        (
            "list",
            (
                "Ask to see everything we have about you.",
                "Ask us to change it if it is wrong.",
                "Tell us to delete it. Then the card stops.",
                "Say that you are not happy with us. We listen, and we write back.",
            ),
        ),
        (
            "text",
            "You do not need a parent to ask us these things. When you turn 18, you choose again "
            "what we keep.",
        ),
        (
            "contact",
            Contact("Ask us anything", "01632 960 001", "Or text 07700 900 001. Say “my information”."),
        ),
    ),
)

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
