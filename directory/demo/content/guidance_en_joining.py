"""Guidance in English: finding out, what the card gives, applying. The twin is guidance_cy_joining.py."""

from __future__ import annotations

from directory.demo.content.types import Contact, Page, Quote

PAGES: tuple[Page, ...] = (
    Page(
        "am-i-a-carer",
        "Am I a carer?",
        "If someone could not manage without your help, then yes, and you are not alone.",
        (
            (
                "text",
                "You may not use the word. Most people who look after someone do not. They say “I’m "
                "just her daughter”, or “he’s my mate, anybody would do it”. But if a friend, a "
                "relative or a neighbour could not manage without your help, we call you a carer, "
                "and the Carer Passport is for you.",
            ),
            ("heading", "You may be a carer if you"),
            (
                "list",
                (
                    "take your mum to appointments and remember what the doctor said",
                    "cook, wash or shop for someone who cannot do it alone",
                    "sort out tablets, forms, bills or phone calls for someone",
                    "sit up at night because someone is frightened, unwell or may fall",
                    "bring up a child who needs much more help than others of the same age",
                    "keep an eye on someone whose mental health or drinking worries you",
                    "help at home before school, so that a parent can get through the day",
                ),
            ),
            (
                "text",
                "It does not matter if you live together or 20 miles apart. It does not matter if "
                "you do it every day or at weekends, if you share it with a sister, or if you get a "
                "benefit for it. You do not need anybody’s permission to call yourself a carer.",
            ),
            (
                "quote",
                Quote(
                    "I thought carers wore a uniform. I was only helping Dad. Then somebody asked who "
                    "would do it if I stopped.",
                    "Carer from Skelderby, looks after her father",
                ),
            ),
            ("heading", "Who the passport is not for"),
            (
                "text",
                "If caring is your paid job, or you volunteer through a charity, the passport is not "
                "for you. If you are paid for some of the hours and give the rest freely to your own "
                "family, ask us. It is often fine.",
            ),
            (
                "callout",
                "About 4.7 million people in England give unpaid care. Many waited years before they "
                "found out that there was help. You can start today.",
            ),
            ("heading", "Not sure?"),
            (
                "text",
                "Ring us and tell us about your week. We will not ask for names. We will tell you "
                "whether to apply, and what else there is for you, even if you live outside "
                "Arlenshire.",
            ),
            (
                "contact",
                Contact(
                    "Arlenshire Carers’ Centre",
                    "01632 960 001",
                    "Monday to Friday, 9 am to 6 pm, and Saturday, 10 am to 1 pm",
                ),
            ),
        ),
    ),
    Page(
        "what-the-passport-gives-you",
        "What the passport gives you",
        "One card that says you look after someone, and opens a few doors.",
        (
            (
                "text",
                "The Carer Passport is free. It is one card, on your phone or on paper, and both are "
                "worth the same. It shows your photo, your name, a card number and the date it runs "
                "out. It never shows who you look after, or why.",
            ),
            ("heading", "In shops, cafés and on the bus"),
            (
                "text",
                "About 60 businesses and council services in Arlenshire give something to carers. "
                "Some take money off. Some give you a free drink, a quiet room, a place at the front "
                "of the queue or a fee you need not pay. Search by area or by kind before you go "
                "out. Each offer says if you can use it on your own, or when you are with the person "
                "you look after.",
            ),
            ("heading", "When you need to be believed"),
            (
                "text",
                "You can show the card when you collect tablets, come to a ward or ask for an "
                "appointment that fits around caring. The card does not give you a right to see "
                "anybody’s notes. It saves you from explaining from the start every time.",
            ),
            ("heading", "What a shop can see"),
            (
                "list",
                (
                    "Any phone that scans your card sees if it is good, and until when. That is all.",
                    "A shop that has joined also sees your first name, your photo and its own offers.",
                    "No shop sees your address, your age, or who you look after.",
                    "Shops get totals, never a list of people.",
                ),
            ),
            ("heading", "News and a listening ear"),
            (
                "text",
                "When you apply, you choose whether the Carers’ Centre may write to you about help, "
                "events and breaks. You can say no and still have the card. You can change your mind "
                "on any day.",
            ),
            (
                "callout",
                "Lost your card? Report it online or ring 01632 960 001. We stop it at once, and "
                "your new one has a new code.",
            ),
            ("heading", "How long it lasts"),
            (
                "text",
                "A passport is good for 24 months. We write to you before it runs out, and you can "
                "renew early. Your new dates follow on from the old ones, so there is no gap.",
            ),
            (
                "quote",
                Quote(
                    "The money off is nice. But the first time, the lady at the till said “it’s quiet "
                    "over there, sit as long as you want”. That’s what I remember.",
                    "Carer from Gullsea, looks after her brother",
                ),
            ),
            (
                "contact",
                Contact(
                    "Arlenshire Carers’ Centre",
                    "01632 960 001",
                    "For questions about your card, or to get one on paper.",
                ),
            ),
        ),
    ),
    Page(
        "how-to-apply",
        "How to apply",
        "About ten minutes, online, by phone, on paper or at a desk.",
        (
            (
                "text",
                "Most people finish in under ten minutes. You can stop at any point, and carry on "
                "later or on another phone or computer. We keep your answers, so there is no need to "
                "rush.",
            ),
            ("heading", "What we ask"),
            (
                "list",
                (
                    "your name, date of birth and postcode",
                    "how to reach you: e-mail, phone or post",
                    "whom you look after, roughly how old they are and where they live",
                    "about how many hours you give, and for how long",
                    "a photo of your face, for the card",
                    "one thing that shows you look after someone",
                ),
            ),
            (
                "text",
                "We do not ask what is wrong with the person you look after. You can tell us if it "
                "helps you, but you never have to.",
            ),
            ("heading", "Showing us that you look after someone"),
            (
                "text",
                "Choose whichever is easiest: a letter about a benefit, a note from a professional "
                "or from the Carers’ Centre, or a code from your GP practice or school. If you have "
                "none of these, tell us in your own words and we may ring you. Nobody has to pay for "
                "proof.",
            ),
            ("heading", "Your photo"),
            (
                "text",
                "Use your phone, or upload a picture you have. Just you, facing forward, in good "
                "light. Head coverings you always wear are fine. No camera? We can take it at a "
                "desk, or you can post one to us.",
            ),
            (
                "callout",
                "Under 18? You can have a passport from the age of 8. A parent, guardian, teacher or "
                "worker says yes through a link we send them. If you are under 14, they start it for "
                "you.",
            ),
            ("heading", "What happens next"),
            (
                "list",
                (
                    "We give you a reference. Keep it until your card comes.",
                    "A person reads what you sent. No computer says no.",
                    "We aim to answer in 10 working days. If something is missing, we tell you exactly what.",
                    "If the answer is yes, your card is on your phone the same day, or printed and "
                    "posted to you.",
                    "If the answer is no, we say why, what else there is, and how to ask us to look again.",
                ),
            ),
            ("heading", "No internet, or not today?"),
            (
                "text",
                "Ring us and we will fill it in together, in English or Welsh, or send you the form "
                "in large print. You can also come to any Arlenshire library: the staff there have a "
                "tablet ready.",
            ),
            (
                "contact",
                Contact(
                    "Apply by phone",
                    "01632 960 001",
                    "Say “Carer Passport”. We can ring you back, so that the call costs you nothing.",
                ),
            ),
        ),
    ),
)
