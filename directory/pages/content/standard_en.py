"""Standard pages in English: what every scheme must say. The twin is standard_cy.py.

They describe what this software does. A council adds its own names and dates before it opens.
"""

from __future__ import annotations

from typing import Any

OUR_CONTACT = ("our_contact", None)

PAGES: dict[str, dict[str, Any]] = {
    "contact": {
        "title": "Contact us",
        "summary": "Ring, write or come by. A person answers.",
        "picture": "phone",
        "body": [
            OUR_CONTACT,
            ("heading", "If you need help to apply"),
            (
                "text",
                "Ring us. We fill in the form with you, and send the card by post. You need no computer and no phone of your own.",
            ),
            ("heading", "If something went wrong"),
            (
                "text",
                "Tell us what happened, in any way you like. We say who looks into it, and when you hear from us.\n\n"
                "If a shop would not take your card, tell us which one and when. It is our job to put that right, not yours.",
            ),
        ],
    },
    "privacy": {
        "title": "Privacy",
        "summary": "What we know about you, why, for how long, and who never sees it.",
        "body": [
            ("heading", "What we ask for"),
            (
                "list",
                [
                    "your name, date of birth, postcode and a way to reach you, to make your card",
                    "a photo, so that nobody else can use your card",
                    "whom you look after in a word or two, and something that shows it",
                    "what you tell us if you want to: we never need to know what somebody’s illness is",
                ],
            ),
            ("heading", "Who sees what"),
            (
                "list",
                [
                    "The carers’ team reads your application and decides.",
                    "A shop that checks your card sees your first name, your photo and whether the card is good.",
                    "No shop sees your address, your age, or whom you look after.",
                    "Shops and councils get totals. Numbers under 5 are left out.",
                ],
            ),
            ("heading", "How long we keep it"),
            (
                "list",
                [
                    "Letters and other proof: 30 days after the decision.",
                    "Where you used your card: 13 months, then only the totals stay.",
                    "Your passport: until it ends, and two years after that.",
                ],
            ),
            ("heading", "What you can do"),
            (
                "text",
                "Sign in and open My details. There you can see what we hold, correct it, take a copy with you, "
                "change your mind about messages, or close your account. You can also ring us and we do it for you.\n\n"
                "If you are not happy with what we did with your data, tell us. We answer within 30 days. You can also "
                "complain to the Information Commissioner’s Office.",
            ),
            OUR_CONTACT,
        ],
    },
    "cookies": {
        "title": "Cookies",
        "summary": "Two small ones, only when you sign in or fill in a form. None that follow you.",
        "body": [
            (
                "text",
                "Reading these pages sets no cookie at all. We use no advertising and no counting by others.",
            ),
            (
                "list",
                [
                    "When you sign in or start an application, one cookie remembers that it is you.",
                    "When you fill in a form, a second one makes sure that the form comes from you.",
                ],
            ),
            (
                "text",
                "Both are needed for what you asked us to do, so we do not ask for permission. They go when you sign out, or after 14 days.",
            ),
        ],
    },
    "accessibility": {
        "title": "Accessibility statement",
        "summary": "Everybody must be able to use this, on any device, in their own way.",
        "picture": "walk",
        "body": [
            ("heading", "What we aim for"),
            (
                "list",
                [
                    "to zoom to 400 % without losing anything",
                    "to go through everything with a keyboard or by voice",
                    "to listen with a screen reader",
                    "to do without JavaScript, without a smartphone, and without a computer at all",
                    "to read it in English and in Welsh",
                ],
            ),
            (
                "text",
                "We test against the Web Content Accessibility Guidelines, version 2.2, level AA, on every page and after every change.",
            ),
            ("heading", "If something is hard to use"),
            (
                "text",
                "Tell us which page it was and what happened. We send you what you need in another way, large print "
                "or by telephone, and we mend the page.",
            ),
            OUR_CONTACT,
            ("heading", "If you are not happy with our answer"),
            (
                "text",
                "The Equality Advisory and Support Service can help you. In Wales, England and Scotland the Equality and Human Rights Commission watches over these rules.",
            ),
        ],
    },
    "terms": {
        "title": "Terms of the card",
        "summary": "Short, because there is little to forbid.",
        "body": [
            ("heading", "Your card"),
            (
                "list",
                [
                    "It is free and it is yours alone. Nobody else may use it.",
                    "It is good until the date on it. We write to you before that.",
                    "If you lose it, tell us. We stop it at once and send a new one.",
                    "If you no longer look after somebody, tell us in your own time. We do not take the card away at once.",
                ],
            ),
            ("heading", "Offers"),
            (
                "text",
                "Shops and services give offers freely and may change or end them. What counts is what the shop says on "
                "the day. Show your card before you pay.",
            ),
            ("heading", "If we say no, or end a card"),
            (
                "text",
                "A person decides, and tells you why. You can ask for another person to look at it, and you can apply again.",
            ),
        ],
    },
    "easy-read": {
        "title": "Easy Read",
        "summary": "The card in short sentences.",
        "picture": "people",
        "body": [
            ("heading", "What is the Carer Passport?"),
            (
                "list",
                [
                    "It is a free card.",
                    "It is for people who look after someone.",
                    "The card says: I am a carer.",
                ],
            ),
            ("heading", "Who can have it?"),
            (
                "list",
                [
                    "You help someone.",
                    "They could not manage without you.",
                    "You are not paid for it as a job.",
                ],
            ),
            ("heading", "What can I do with it?"),
            (
                "list",
                [
                    "You can show it in shops. Some shops take money off.",
                    "You can show it to a doctor or a nurse.",
                    "You can show it at work or at school.",
                ],
            ),
            ("heading", "How do I get it?"),
            (
                "steps",
                [
                    ("Fill in the form", "Someone can help you."),
                    ("Wait for our answer", "It can take two weeks."),
                    ("Get your card", "On your phone or by post."),
                ],
            ),
            ("heading", "I want to talk to someone"),
            OUR_CONTACT,
        ],
    },
    "businesses": {
        "title": "For shops and businesses",
        "summary": "Give carers something small. They notice, and they come back.",
        "picture": "counter",
        "body": [
            (
                "text",
                "Carers look after somebody without pay, often for years. Many have little money and no time. A small "
                "thing from you can be the one good thing of their day.",
            ),
            ("heading", "What you can give"),
            (
                "list",
                [
                    "a little off the price, always or on quiet days",
                    "a free cup of tea, or a free place for the person who comes along",
                    "a place at the front of the queue, or a phone order kept by",
                    "a quiet corner to sit down",
                ],
            ),
            ("heading", "How to join"),
            (
                "steps",
                [
                    ("Tell us about you", "Ring or write. It takes a few minutes and costs nothing."),
                    (
                        "Choose what you give",
                        "You set the rules: which days, how often, until when. You can change them.",
                    ),
                    (
                        "We put you into the directory",
                        "Carers find you by place and by kind. You get a sticker for the door.",
                    ),
                ],
            ),
            ("heading", "How to check a card"),
            (
                "steps",
                [
                    ("Open the camera of any phone", "No app is needed, and no new till."),
                    ("Point it at the code", "A page opens. It says if the card is good."),
                    ("Look at the photo and the name", "If they fit, give what you offer. That is all."),
                ],
            ),
            (
                "callout",
                "You never see who somebody looks after, or why. We do not sell anything to you or to carers.",
            ),
            OUR_CONTACT,
        ],
    },
    "professionals": {
        "title": "For professionals",
        "summary": "You often meet carers before anybody else does. A minute is enough.",
        "picture": "signpost",
        "body": [
            (
                "text",
                "In a surgery, a school, a hospital or a library, somebody mentions their mum, their brother or their "
                "neighbour. Most of them never heard that they are carers, and that there is help.",
            ),
            ("heading", "What you can say"),
            (
                "quote",
                {
                    "text": "It sounds as if you look after her a good deal. There is a free card for people like you.",
                    "who": "Practice nurse",
                },
            ),
            ("heading", "What you can do"),
            (
                "list",
                [
                    "give them the address of this page, or a leaflet",
                    "write a note that they look after someone: one sentence is enough as proof",
                    "with their agreement, ring us and we call them",
                    "for a child or a young person: help to start the application together with them",
                ],
            ),
            ("heading", "When somebody shows you the card"),
            (
                "text",
                "It means that a person has checked that they look after someone. It gives no right to see notes. It asks you to listen to what they know.",
            ),
            OUR_CONTACT,
        ],
    },
}
