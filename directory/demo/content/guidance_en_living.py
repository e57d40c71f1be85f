"""Guidance in English: health, school, work, emergencies, endings and shops. Twins in guidance_cy_living.py."""

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
        "Point any phone at the code. Read one word. That is the check.",
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
                    "Read the big word. “Good” means go on.",
                    "Look at the photo. Is it the person in front of you?",
                    "Press the offer you are giving. Done: it is counted.",
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
            ("heading", "If the page does not say “Good”"),
            (
                "list",
                (
                    "“Ran out” means that the date has passed. The carer can renew, and it takes 2 minutes.",
                    "“Cannot be used” means that this card was replaced or stopped. Say: “This one may "
                    "have been replaced. The number to ring is on the back.”",
                    "“Already used” means that the offer has a limit. The page says when it can be used "
                    "again.",
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
                "The card has been checked by the council already. “Hello, would you like the "
                "carer’s price?” is all that anybody needs to hear.",
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
