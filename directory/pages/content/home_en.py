"""Home, directory and guidance index in English. The twin is home_cy.py."""

from __future__ import annotations

from typing import Any

HOME: dict[str, Any] = {
    "title": "Carer Passport",
    "search_description": "A free card for anyone who looks after a friend, a relative or a neighbour.",
    "hero_title": "You look after someone. We look out for you.",
    "hero_text": (
        "The Carer Passport is a free card for anyone who helps a friend, a relative or a neighbour. It says that "
        "you are a carer, so you do not have to explain, and it opens a few doors."
    ),
    "hero_button": "Apply for the card",
    "hero_picture": "tea",
    "sections": [
        {
            "type": "recognise",
            "value": {
                "title": "Do you look after someone?",
                "text": "You may not use the word carer. Most people do not. See if you find yourself here. You …",
                "examples": [
                    "take your mum to appointments and remember what the doctor said",
                    "cook, wash or shop for someone who cannot do it alone",
                    "sort out tablets, forms, bills or phone calls for someone",
                    "sit up at night because someone may need you",
                    "bring up a child who needs much more help than others of that age",
                    "help at home before school, so that a parent can get through the day",
                ],
                "after": "One of these is enough. You need no benefit, no letter and nobody’s permission.",
                "picture": "people",
                "button": "Start your application",
            },
        },
        {
            "type": "steps",
            "value": {
                "title": "How it works",
                "text": "",
                "steps": [
                    {
                        "title": "Tell us about you",
                        "text": "About ten minutes, on a phone. You can stop and go on later, or ring us and we fill it in together.",
                    },
                    {
                        "title": "A person reads it",
                        "text": "We answer within ten working days. If something is missing, we ask. We never say no by computer.",
                    },
                    {
                        "title": "Show your card",
                        "text": "On your phone or on paper, both are worth the same. It never shows whom you look after, or why.",
                    },
                ],
            },
        },
        {
            "type": "offers",
            "value": {
                "title": "Find offers near you",
                "text": "A coffee, a swim, a seat on the bus, a place at the front of the queue.",
                "picture": "counter",
            },
        },
        {
            "type": "invite",
            "value": {
                "title": "For shops and businesses",
                "text": (
                    "Give carers something small: a little off, a free cup of tea, a quiet corner. Joining is free, "
                    "any phone can check a card, and carers tell each other."
                ),
                "picture": "counter",
                "button": "How to join",
                "place": "businesses",
            },
        },
        {
            "type": "invite",
            "value": {
                "title": "For professionals",
                "text": (
                    "In a surgery, a school, a hospital or a library you often meet carers before anybody else does. "
                    "Tell them about the card. A minute is enough."
                ),
                "picture": "signpost",
                "button": "How to help",
                "place": "professionals",
            },
        },
        {
            "type": "talk",
            "value": {
                "title": "Rather talk to somebody?",
                "text": "Ring us. We listen first, and fill in the form with you if you like.",
            },
        },
    ],
}

SECTIONS: dict[str, dict[str, Any]] = {
    "offers": {
        "title": "Find offers",
        "intro": "Places that give something to carers. Show your card and ask.",
        "search_description": "Shops, cafés, leisure and council services that give something to carers.",
    },
    "guidance": {
        "title": "Guidance",
        "intro": "Short pages in plain words: the card, money, rest, and what to do when things change.",
        "search_description": "Plain guidance for anyone who looks after someone.",
    },
}
