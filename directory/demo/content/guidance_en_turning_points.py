"""Guidance in English: emergencies, endings, and the page for shops. The twin is guidance_cy_turning_points.py."""

from __future__ import annotations

from directory.demo.content.types import Contact, Page, Quote

PAGES: tuple[Page, ...] = (
    Page(
        "if-there-is-an-emergency",
        "If there is an emergency",
        "What to do now, and a plan for the day when you cannot get home.",
        (
            (
                "callout",
                "Is somebody badly hurt, not breathing well, or in danger? Ring 999 now. For medical "
                "help that cannot wait but is not an emergency, ring NHS 111.",
            ),
            ("heading", "If you cannot get home to the person you look after"),
            (
                "text",
                "Ring our 24-hour line. A person answers, day and night. Tell them that somebody "
                "depends on you, where that person is and until when they can be alone. Nobody will "
                "ask you to prove anything first.",
            ),
            (
                "contact",
                Contact(
                    "24-hour line for carers",
                    "01632 960 024",
                    "Every day and night of the year, Christmas too.",
                ),
            ),
            ("heading", "Make a plan while things are calm"),
            (
                "text",
                "The worry that wakes most carers is this one: what happens to them if something "
                "happens to me? A plan is the answer. It takes an evening, and you can do it with us "
                "by phone.",
            ),
            (
                "list",
                (
                    "Whom to call, in order. 2 or 3 people who have said yes. Ask each of them, and ask "
                    "which hours they can do.",
                    "Where the key is, and who has a spare.",
                    "Tablets: what, when and where they are kept.",
                    "How to talk to the person you look after: what calms them, what frightens them.",
                    "Food, drink, and what must never be given.",
                    "Pets, alarms and anything else that needs doing.",
                    "How long they can be alone.",
                ),
            ),
            (
                "text",
                "Write it down, together with the person you look after if you can. Put one copy on "
                "the fridge and give one to each person on the list. Look at it again every 6 "
                "months, and whenever the tablets change.",
            ),
            ("heading", "If you have nobody to put on the list"),
            (
                "text",
                "You can still have a plan. Many people have no family near. Tell us, and the "
                "council will think it through with you: who could come, how they would get in, and "
                "what to do in the first hours.",
            ),
            ("heading", "In your purse or wallet"),
            (
                "text",
                "Carry your Carer Passport. If you are in an accident, it tells people that you look "
                "after someone and which number to ring. It does not say who or where, so nobody who "
                "finds it learns that a person is alone at home.",
            ),
            (
                "quote",
                Quote(
                    "I broke my wrist at the market. One phone call, and Mrs Pugh from next door was "
                    "giving Mum her tea.",
                    "Carer from Dunmarket",
                ),
            ),
        ),
    ),
    Page(
        "when-caring-changes-or-ends",
        "When caring changes or ends",
        "They move, they get better, they die. You still matter to us.",
        (
            (
                "text",
                "Caring changes. A person gets better, or a brother takes over. They move into a "
                "care home. They die. Each of these can leave you with time, relief and a grief that "
                "others may not see. All of it is normal.",
            ),
            ("heading", "Your passport"),
            (
                "list",
                (
                    "If the person you look after goes into hospital or a care home, you are still a "
                    "carer. Keep your card.",
                    "If you care less than before, keep your card as long as somebody could not manage "
                    "without your help.",
                    "If caring has ended, tell us when you are ready. There is no rush. We will not ask "
                    "for the card back by post, and you can keep the printed one if it means something "
                    "to you.",
                    "If you start to look after somebody else, one call is enough. You need not apply again.",
                ),
            ),
            ("heading", "If they have died"),
            (
                "text",
                "We are sorry. There is no need to do anything about the passport this week. When "
                "you ring, say only “my caring has ended” and we will understand. We take you off "
                "the letters that would hurt, and you can tell us if you would like us to call.",
            ),
            (
                "text",
                "You can go on coming to groups at the Carers’ Centre. People who looked after "
                "someone are good company for those who still do, and the other way round.",
            ),
            (
                "callout",
                "Some benefits stop, and some start, when caring ends. A few run on for a number of "
                "weeks. Ring 01632 960 010 before you fill in forms, and let us do the counting.",
            ),
            ("heading", "A care home"),
            (
                "text",
                "Handing over the daily work is not giving up. You still know best how they like "
                "their tea. Write a page about them for the staff: their name for things, their "
                "music, what makes them laugh, what frightens them.",
            ),
            ("heading", "What now?"),
            (
                "text",
                "After years of listening for a bell, silence can be hard. Give it time. When you "
                "are ready, a course, a swim or a few hours of work can be a start. Some former "
                "carers come with us to talk to new ones. You know things that no leaflet can say.",
            ),
            (
                "quote",
                Quote(
                    "They rang me 3 months later, when everyone else had stopped. I will not forget that.",
                    "Former carer from Castle Orrin",
                ),
            ),
            (
                "contact",
                Contact(
                    "Arlenshire Carers’ Centre",
                    "01632 960 001",
                    "Ask for Catrin or Joel, or anybody who picks up.",
                ),
            ),
        ),
    ),
    Page(
        "check-a-card-in-ten-seconds",
        "For shops: how to check a card in ten seconds",
        "Point any phone at the code. Look for the tick. That is the check.",
        (
            (
                "text",
                "A carer shows you a card, on a phone or on paper. Both are equal. You do not need "
                "an app, a special till or training. These are the ten seconds.",
            ),
            ("heading", "With your shop’s phone or tablet"),
            (
                "list",
                (
                    "Point the camera at the square code and open the link.",
                    "Look for your shop’s word at the top, the one you chose. If you see it, you are on "
                    "the right page.",
                    "Look for the big sign. A circle with a tick means go on.",
                    "Look at the photo and the 4-character check code. Do they match the card and the "
                    "person?",
                    "Press “Record this use” under the offer you are giving. Done: it is counted.",
                ),
            ),
            ("heading", "If the camera will not read it"),
            (
                "text",
                "Open the till page and type the card number printed under the code. Spaces and "
                "capitals do not matter. If one letter is wrong, the page says so.",
            ),
            ("heading", "If your phone has no signal"),
            (
                "text",
                "Look at the card itself. A card on a phone has a clock that moves, so a still "
                "picture of a card gives itself away. A paper card has a photo and a date. If both "
                "look right, be generous: a cup of tea is not worth an argument.",
            ),
            ("heading", "If there is no tick"),
            (
                "list",
                (
                    "A triangle means take a second look. Compare the photo and the check code, or try "
                    "again in a minute. The line below says which.",
                    "An eight-sided sign with a cross means that this card cannot be used. It may have "
                    "run out, or a newer one has replaced it. Say: “This may be your old card. The "
                    "number to ring is on it.”",
                    "“Used” means that the offer has a limit. The page says when it can be used again.",
                ),
            ),
            (
                "callout",
                "Keep your voice low and never keep the card. Mostly it is an old card that was in "
                "the wrong pocket. The queue does not need to know that somebody is a carer.",
            ),
            ("heading", "What not to ask"),
            (
                "text",
                "Do not ask whom they look after, what is wrong with them, or to see other papers. "
                "The card has been checked by the council already. “Let me take "
                "something off that for you” is all that anybody needs to hear.",
            ),
            ("heading", "What you and we can see"),
            (
                "text",
                "You see a first name, a photo and your own offers. You will never get a list of "
                "carers. We count how often each offer is used, so that you know what it does for "
                "you. If somebody pressed the wrong button, undo it within 10 minutes.",
            ),
            (
                "contact",
                Contact(
                    "Help for businesses",
                    "01632 960 001",
                    "Choose 2. Or write to business@carerpassport-arlenshire.example.",
                ),
            ),
        ),
    ),
)
