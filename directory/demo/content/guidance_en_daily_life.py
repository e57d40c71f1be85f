"""Guidance in English: health, school and work. The twin is guidance_cy_daily_life.py."""

from __future__ import annotations

from directory.demo.content.types import Contact, Page, Quote

PAGES: tuple[Page, ...] = (
    Page(
        "your-health",
        "Your health",
        "You look after someone. This page is about who looks after you.",
        (
            (
                "text",
                "Carers put off their own appointments. They lift, they lose sleep, they eat "
                "standing up. Then they get ill, and two people are in trouble. So looking after "
                "yourself is not a treat. It is part of the job you do.",
            ),
            ("heading", "Tell your GP practice that you are a carer"),
            (
                "text",
                "This is the most useful thing on this page. Ask at the desk to have it written in "
                "your record. Show your passport if you like. Once they know, the practice can:",
            ),
            (
                "list",
                (
                    "offer you appointments at times that fit around caring",
                    "see you and the person you look after in one visit",
                    "offer you a health check, and tell you whether you can have a free flu jab",
                    "talk to you about the care you give, if the person you look after agrees",
                ),
            ),
            ("heading", "Your back"),
            (
                "text",
                "Do not lift a person on your own if you can avoid it. Ask for an occupational "
                "therapist to visit: they bring rails, sheets that slide and hoists, and show you "
                "how to use them. Ring 01632 960 001 and we will ask for you.",
            ),
            ("heading", "Your sleep and your mood"),
            (
                "text",
                "Broken nights make everything harder. If you have felt low, worried or empty on "
                "most days for 2 weeks, tell your GP or ring us. Many carers feel guilt, anger or "
                "grief for somebody who is still alive. You can say so here, and nobody will be "
                "shocked.",
            ),
            (
                "callout",
                "Very bad just now? Ring NHS 111 at any hour and choose mental health. If a life is "
                "in danger, ring 999.",
            ),
            ("heading", "At the hospital"),
            (
                "text",
                "When the person you look after goes into hospital, tell the ward on the first day "
                "that you are their carer. Ask who plans the discharge, and write down the name. You "
                "may say what you can do when they come home, and what you cannot. Nobody should go "
                "home to care that you have not agreed to give.",
            ),
            ("heading", "Small things that work"),
            (
                "list",
                (
                    "Eat when they eat, sitting down.",
                    "Book your dentist and eye test on the same day as theirs.",
                    "Walk round the block once a day, even in the rain.",
                    "Keep one thing in the week that has nothing to do with caring.",
                ),
            ),
            (
                "contact",
                Contact(
                    "Arlenshire Carers’ Centre",
                    "01632 960 001",
                    "Ask for the health worker. Groups meet in all four areas.",
                ),
            ),
        ),
    ),
    Page(
        "young-carers",
        "Young carers",
        "For you, if you are under 18 and you help someone at home.",
        (
            (
                "text",
                "Do you help your mum get up? Make tea for your brothers because nobody else can? "
                "Stay in so that your gran is not alone? Do you worry about someone while you are at "
                "school? Then you may be a young carer. Lots of people your age are. Most never tell "
                "anyone.",
            ),
            (
                "text",
                "It is not your fault that someone is ill. You did not choose it, and you should not "
                "have to do it all. You still need time for school, for friends and for doing "
                "nothing.",
            ),
            ("heading", "What your card does"),
            (
                "list",
                (
                    "It says that you are a young carer, so that you do not have to explain.",
                    "It gets you things like free climbing, surf club, bowling and pony mornings, and "
                    "you can often bring a friend.",
                    "It never says who you help, or what is wrong. It does not show your age or where "
                    "you live.",
                    "It has a plain look, if you would rather that nobody noticed it.",
                ),
            ),
            ("heading", "How to get one"),
            (
                "text",
                "You can have a card from the age of 8. If you are 14 or over, you can start it "
                "yourself. An adult says yes through a link we send them: a parent, or a teacher or "
                "worker you trust. If you are under 14, they start it for you. Is it hard to ask at "
                "home? Ring us, and we will work out who else can help.",
            ),
            ("heading", "At school"),
            (
                "text",
                "You can ask a teacher for more time for homework, a phone call home at lunch, or a "
                "quiet place. You can show your card or send us to talk to them. You choose what "
                "they are told.",
            ),
            (
                "callout",
                "If you or someone at home is in danger, ring 999. Say your name and where you are. "
                "If you are not sure whether it is bad enough, ring NHS 111. You will not get into "
                "trouble for asking.",
            ),
            ("heading", "Will telling someone split up my family?"),
            (
                "text",
                "This is the thing people worry about most. We are here to help your family stay "
                "well together. If we ever thought that somebody was not safe, we would have to tell "
                "another adult, but we would talk to you first.",
            ),
            (
                "quote",
                Quote(
                    "On Thursdays I climb. Nobody there asks me how my mum is. It’s brilliant.",
                    "Young carer, 14",
                ),
            ),
            (
                "contact",
                Contact(
                    "Young carers’ team",
                    "01632 960 001",
                    "Or text 07700 900 001. Say “young carer”. You do not have to give your name.",
                ),
            ),
        ),
    ),
    Page(
        "working-and-caring",
        "Working and caring",
        "What you can ask for at work, and how to start the talk.",
        (
            (
                "text",
                "About 1 in 7 people at work also looks after someone. Many hide it, and then reduce "
                "their hours or leave. Often a small change would have been enough. You do not have "
                "to tell your employer. But if you do, there is more you can ask for.",
            ),
            ("heading", "What the law gives employees"),
            (
                "list",
                (
                    "Carer’s leave: up to 1 week off in 12 months, to give or arrange care. It is "
                    "unpaid, and you have it from your first day. You can take it in half days.",
                    "Time off when something goes wrong without warning, for example when care falls "
                    "through. It is unpaid unless your contract says more.",
                    "The right to ask for flexible working, such as other hours or some days at home.",
                    "Protection: nobody may treat you worse because you look after a disabled person.",
                ),
            ),
            (
                "text",
                "If you are self-employed, or on an agency contract, the rules differ. Ring the "
                "advice line before you change anything.",
            ),
            ("heading", "Small things that help a lot"),
            (
                "list",
                (
                    "keeping your phone on the desk",
                    "knowing that you may leave at once if the call comes",
                    "starting later on days when the care worker is late",
                    "a room for private calls",
                    "swapping shifts without asking each time",
                ),
            ),
            ("heading", "Starting the talk"),
            (
                "text",
                "Pick a calm day. You can say: “I look after my dad. Most weeks it does not touch my "
                "work. Some days it will. Here is what would help.” Bring 1 or 2 requests, not 10. "
                "Offer to try it for a month. Then write down what you both agreed, with a date to "
                "look at it again, so that a new manager does not start from zero.",
            ),
            (
                "callout",
                "Before you cut your hours or give up your job, ring 01632 960 010. It can change "
                "your benefits and your pension, and it is hard to undo.",
            ),
            ("heading", "Going back to work"),
            (
                "text",
                "Caring teaches you to plan, to keep calm and to deal with officials. Those are "
                "skills, so write them down. Arlenshire Adult Learning gives carers a free course "
                "each term, and the Carers’ Centre can look at your application with you.",
            ),
            (
                "contact",
                Contact("Council advice line for carers", "01632 960 010", "Ask for the work adviser."),
            ),
        ),
    ),
)
