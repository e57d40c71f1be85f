"""Guidance in English: money and breaks. The twin is guidance_cy_money_and_rest.py."""

from __future__ import annotations

from directory.demo.content.types import Contact, Page, Quote

PAGES: tuple[Page, ...] = (
    Page(
        "money-and-benefits",
        "Money and benefits",
        "Many carers miss money that is theirs. One call can check it all.",
        (
            (
                "text",
                "Caring costs money: heating, taxis, washing, hours of work you cannot do. There is "
                "help, but the rules are different for each person, and one benefit can change "
                "another. So check before you claim. Our advice line does this every day, free and "
                "in private.",
            ),
            (
                "contact",
                Contact(
                    "Council advice line for carers",
                    "01632 960 010",
                    "Monday to Friday, 9 am to 5 pm. In Welsh too.",
                ),
            ),
            ("heading", "Ask us about these"),
            (
                "list",
                (
                    "Carer’s Allowance. For people who care for 35 hours a week or more, for someone who "
                    "gets a disability benefit. There is a limit on what you may earn.",
                    "The carer element of Universal Credit. An extra amount, if you already get "
                    "Universal Credit or could get it.",
                    "Carer’s Credit. This fills gaps in your National Insurance record, if you care for "
                    "at least 20 hours a week. It can protect your State Pension.",
                    "Council Tax. There are discounts for some people who live with the person they look "
                    "after.",
                    "Benefits for the person you look after. Often this is the first one to check, "
                    "because others follow from it.",
                ),
            ),
            (
                "callout",
                "A benefit for you can lower a benefit of the person you look after. Speak to the "
                "advice line before you send a claim form.",
            ),
            ("heading", "If you have a State Pension"),
            (
                "text",
                "You may be told that you cannot be paid Carer’s Allowance on top. It can still be "
                "worth asking, because it may lead to more help with other things. The advice line "
                "will work it out with you.",
            ),
            ("heading", "If you run short this week"),
            (
                "text",
                "Tell us. We know of help with food, fuel and school uniform, and we can often sort "
                "it out on the same day. Nobody thinks less of you. Many people tell us they wish "
                "they had rung sooner.",
            ),
            ("heading", "Before you ring"),
            (
                "text",
                "Have at hand your National Insurance number, what comes in and goes out in a month, "
                "and the names of any benefits you both get. If you cannot find it all, ring anyway. "
                "The rules and amounts change each April, so for the newest figures look at GOV.UK "
                "or ask us.",
            ),
            (
                "quote",
                Quote(
                    "She went through it line by line and never sighed once. I had not claimed a penny "
                    "in 6 years.",
                    "Carer from Ludmarch, looks after his wife",
                ),
            ),
        ),
    ),
    Page(
        "taking-a-break",
        "Taking a break",
        "Rest is part of caring. Here is how others manage an hour, a day or a week.",
        (
            (
                "text",
                "Nobody can look after someone day and night for years without a break. Wanting one "
                "does not mean you love them less. It is what makes tomorrow possible. Start small: "
                "an hour counts.",
            ),
            ("heading", "An hour"),
            (
                "list",
                (
                    "Leave your phone with the desk at a place that knows you are a carer, and let them "
                    "listen for it.",
                    "Swap an hour with another carer. The Carers’ Centre can help you find one you trust.",
                    "Use an offer marked “on your own”. It is meant for exactly this.",
                    "Sit at the knitting table, in the library’s quiet room or by the sea, and do nothing.",
                ),
            ),
            ("heading", "A day"),
            (
                "text",
                "Day clubs, sitting services and day centres can be with the person you look after "
                "while you sleep, see friends or go to your own appointments. Some are free. The "
                "Carers’ Centre has a list by area, and can come to your home to talk about what "
                "would suit the person you look after.",
            ),
            ("heading", "A week"),
            (
                "text",
                "The council can help to pay for longer breaks, if caring takes a lot out of you. "
                "This starts with a carer’s assessment. It is a talk about your life, not a test, "
                "and every carer can ask for one. You do not have to care for any number of hours, "
                "and the person you look after need not agree.",
            ),
            (
                "contact",
                Contact(
                    "Ask for a carer’s assessment",
                    "01632 960 001",
                    "Or ask at any appointment with a nurse, doctor or social worker.",
                ),
            ),
            ("heading", "If they do not want anyone else"),
            (
                "text",
                "This is very common. Let the new person come for a cup of tea first, while you are "
                "there. Call it help for you, not for them. Begin with half an hour, go out to the "
                "garden and come back. Try a second time, even if the first went badly.",
            ),
            (
                "callout",
                "If you think “I cannot do this any more”, ring us the same day. If you are afraid "
                "that you may harm yourself or somebody else, ring 999, or NHS 111 and ask for "
                "mental health help.",
            ),
            (
                "quote",
                Quote(
                    "Forty minutes in a warm pool, once a week. My sister says I laugh again.",
                    "Carer from Merrowhaven, looks after his mother",
                ),
            ),
        ),
    ),
)
