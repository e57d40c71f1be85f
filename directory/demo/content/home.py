"""Words of the home page, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from directory.demo.content.types import Words as W


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part of the home page with its text, its list and the one next step."""

    key: str
    title: W
    text: W
    points: tuple[W, ...] = ()
    action: W | None = None


HERO_TITLE = W("Do you look after someone?", "Ydych chi’n edrych ar ôl rhywun?")
HERO_TEXT = W(
    "The Arlenshire Carer Passport says so, in one card. It opens doors, takes money "
    "off, and saves you from explaining again. It is free.",
    "Mae Pasbort Gofalwyr Swydd Arlen yn dweud hynny, mewn un cerdyn. Mae’n agor drysau, "
    "yn gostwng prisiau, ac yn arbed i chi esbonio eto. Mae am ddim.",
)
HERO_ACTION = W("Apply for a passport", "Gwneud cais am basbort")
HERO_SECOND_ACTION = W("See the offers", "Gweld y cynigion")

WHO_IT_IS_FOR = Part(
    "who",
    W("Is this you?", "Ai chi yw hwn?"),
    W(
        "You may not call yourself a carer. Most people do not. If one of these sounds like "
        "your week, the passport is for you.",
        "Efallai nad ydych chi’n eich galw’ch hun yn ofalwr. Dydy’r rhan fwyaf o bobl ddim. "
        "Os yw un o’r rhain yn swnio fel eich wythnos chi, i chi y mae’r pasbort.",
    ),
    (
        W(
            "You take your mum to appointments and remember what was said.",
            "Rydych chi’n mynd â’ch mam i’w hapwyntiadau ac yn cofio beth a ddywedwyd.",
        ),
        W(
            "You cook, shop or do the bills for a neighbour who cannot.",
            "Rydych chi’n coginio, yn siopa neu’n trefnu’r biliau dros gymydog na all wneud.",
        ),
        W(
            "Your child needs far more help than others of the same age.",
            "Mae angen llawer mwy o help ar eich plentyn nag ar eraill o’r un oed.",
        ),
        W(
            "You sleep with one ear open, in case he falls.",
            "Rydych chi’n cysgu’n ysgafn, rhag ofn iddo gwympo.",
        ),
        W(
            "You keep an eye on a friend whose mood can drop in an hour.",
            "Rydych chi’n cadw llygad ar ffrind y gall ei hwyliau ddisgyn mewn awr.",
        ),
        W(
            "You are at school, and you help at home more than your friends do.",
            "Rydych chi yn yr ysgol, ac yn helpu gartref yn fwy na’ch ffrindiau.",
        ),
    ),
    W("Am I a carer?", "Ydw i’n ofalwr?"),
)

HOW_IT_WORKS = Part(
    "how",
    W("How it works", "Sut mae’n gweithio"),
    W("Three steps, and a person at the other end of each.", "Tri cham, a pherson ar ben arall pob un."),
    (
        W(
            "Tell us a little about you and whom you look after. It takes about ten minutes, "
            "online, by phone or at a library.",
            "Dywedwch ychydig amdanoch chi ac am y person rydych chi’n gofalu amdano. Mae’n "
            "cymryd rhyw ddeng munud, ar-lein, dros y ffôn neu mewn llyfrgell.",
        ),
        W(
            "We read it and answer. We aim to do so in 10 working days.",
            "Byddwn yn ei ddarllen ac yn ateb. Ein nod yw gwneud hynny mewn 10 diwrnod gwaith.",
        ),
        W(
            "Show your card, on your phone or on paper. Shops scan it and see that it is good, "
            "and nothing about your life.",
            "Dangoswch eich cerdyn, ar eich ffôn neu ar bapur. Bydd siopau’n ei sganio ac yn "
            "gweld ei fod yn ddilys, a dim am eich bywyd.",
        ),
    ),
    W("How to apply", "Sut i wneud cais"),
)

FOR_BUSINESSES = Part(
    "businesses",
    W("For shops and businesses", "I siopau a busnesau"),
    W(
        "Some of your best customers look after someone. Give them a reason to come in: "
        "money off, a quiet chair, a place at the front of the queue.",
        "Mae rhai o’ch cwsmeriaid gorau’n edrych ar ôl rhywun. Rhowch reswm iddyn nhw ddod i "
        "mewn: gostyngiad, cadair dawel, lle ar flaen y ciw.",
    ),
    (
        W(
            "Joining is free, and you choose what you give.",
            "Mae ymuno am ddim, a chi sy’n dewis beth i’w roi.",
        ),
        W(
            "Checking a card takes about ten seconds with any phone.",
            "Mae gwirio cerdyn yn cymryd rhyw ddeg eiliad gydag unrhyw ffôn.",
        ),
        W(
            "You get a page here in both languages, and you see how often your offer is used.",
            "Cewch dudalen yma yn y ddwy iaith, a gweld pa mor aml y caiff eich cynnig ei ddefnyddio.",
        ),
    ),
    W("Join as a business", "Ymuno fel busnes"),
)

FOR_PROFESSIONALS = Part(
    "professionals",
    W("For GPs, schools, wards and libraries", "I feddygon teulu, ysgolion, wardiau a llyfrgelloedd"),
    W(
        "You are often the first to notice that somebody is a carer. You can tell them about "
        "the passport in one sentence.",
        "Yn aml, chi yw’r cyntaf i sylwi bod rhywun yn ofalwr. Gallwch ddweud wrthyn nhw am "
        "y pasbort mewn un frawddeg.",
    ),
    (
        W(
            "Say: “You look after someone. There is a free card for that.”",
            "Dywedwch: “Rydych chi’n edrych ar ôl rhywun. Mae cerdyn am ddim ar gyfer hynny.”",
        ),
        W(
            "Give them a code from your practice or school, so that they need no other proof.",
            "Rhowch god gan eich meddygfa neu’ch ysgol iddyn nhw, fel nad oes angen prawf arall.",
        ),
        W(
            "Ring us together on 01632 960 001 if they would rather talk.",
            "Ffoniwch ni gyda’ch gilydd ar 01632 960 001 os byddai’n well ganddyn nhw siarad.",
        ),
    ),
    W("Talk to us", "Siarad â ni"),
)

HELP_NOW = Part(
    "help",
    W("Do you need help today?", "Oes angen help arnoch heddiw?"),
    W(
        "Ring 01632 960 001 to talk to somebody. If you cannot get home to the person you "
        "look after, ring 01632 960 024, day or night. If a life is in danger, ring 999.",
        "Ffoniwch 01632 960 001 i siarad â rhywun. Os na allwch fynd adref at y person "
        "rydych chi’n gofalu amdano, ffoniwch 01632 960 024, ddydd neu nos. Os oes bywyd "
        "mewn perygl, ffoniwch 999.",
    ),
)

PARTS: tuple[Part, ...] = (WHO_IT_IS_FOR, HOW_IT_WORKS, FOR_BUSINESSES, FOR_PROFESSIONALS, HELP_NOW)
