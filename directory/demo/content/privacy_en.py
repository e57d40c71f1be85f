"""How we look after information, for adults and for young people, in English. The twin is privacy_cy.py."""

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
                "of people who serve in a shop that wishes so: their initials beside the uses that they "
                "recorded, for 13 months, for the owner of the shop",
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
