"""Castle Towns: shops, homes, health and council services."""

from __future__ import annotations

from directory.demo.content import terms
from directory.demo.content.scheme import CASTLE
from directory.demo.content.types import Business, Offer
from directory.demo.content.types import Words as W

BUSINESSES = (
    Business(
        slug="siop-y-gornel",
        name="Siop y Gornel",
        area=CASTLE,
        town="Llanorrin",
        category="shops",
        address="1 Y Sgwâr, Llanorrin",
        postcode="AJ9 1GA",
        phone="01632 960 191",
        shop_word="Briallu",
        description=W(
            "The village shop: post office, milk, news and a bench.",
            "Siop y pentref: swyddfa’r post, llaeth, newyddion a mainc.",
        ),
        welcome=W(
            "Send a text with your list and it will be in a box by the door. We keep an eye on "
            "people who live alone.",
            "Anfonwch eich rhestr mewn neges destun a bydd yn barod mewn bocs wrth y drws. Rydyn "
            "ni’n cadw llygad ar bobl sy’n byw ar eu pen eu hunain.",
        ),
        offers=(
            Offer(
                "percentage",
                W("5% off your shopping", "5% oddi ar eich siopa"),
                W("Not on stamps, papers or tobacco.", "Ddim ar stampiau, papurau na thybaco."),
                5,
            ),
        ),
    ),
    Business(
        slug="dunmarket-papers",
        name="Dunmarket Papers",
        name_cy="Papurau Marchnad y Twyn",
        area=CASTLE,
        town="Dunmarket",
        category="shops",
        address="8 Sheep Street, Dunmarket",
        postcode="AJ9 2DP",
        phone="01632 960 192",
        shop_word="Headline",
        description=W(
            "Newspapers, cards, sweets and printing for 10p a page.",
            "Papurau newydd, cardiau, losin ac argraffu am 10c y dudalen.",
        ),
        welcome=W(
            "We print forms and letters for carers at no charge, and show you how to scan them "
            "too. Papers delivered before 7.",
            "Rydyn ni’n argraffu ffurflenni a llythyrau i ofalwyr am ddim, ac yn dangos sut i’w "
            "sganio hefyd. Papurau wedi’u danfon cyn 7.",
        ),
        offers=(
            Offer(
                "free_product",
                W("Free printing, up to 20 pages", "Argraffu am ddim, hyd at 20 tudalen"),
                W("For forms and letters about caring.", "Ar gyfer ffurflenni a llythyrau am ofalu."),
                limit="week",
                number=1,
            ),
            Offer(
                "percentage",
                W(
                    "10% off refills to help you stop smoking",
                    "10% oddi ar ail-lenwadau i’ch helpu i roi’r gorau i smygu",
                ),
                terms.ADULTS_ONLY,
                10,
                who="adult",
                tags=("vaping",),
                status="paused",
            ),
        ),
    ),
    Business(
        slug="keep-cosy",
        name="Keep Cosy Cleaning",
        name_cy="Glanhau Clyd",
        area=CASTLE,
        town="Breckminster",
        category="home-and-garden",
        address="3 Tannery Yard, Breckminster",
        postcode="AJ7 3FB",
        phone="01632 960 193",
        shop_word="Feather",
        description=W(
            "Cleaning, ironing and curtains, by the same 2 people each time.",
            "Glanhau, smwddio a llenni, gan yr un 2 berson bob tro.",
        ),
        welcome=W(
            "We work around naps, hoists and visitors. Not up to talking? Leave a note and the kettle.",
            "Rydyn ni’n gweithio o gwmpas cyntun, teclyn codi ac ymwelwyr. Ddim awydd siarad? "
            "Gadewch nodyn a’r tegell.",
        ),
        offers=(
            Offer(
                "free_product",
                W("A free first hour", "Yr awr gyntaf am ddim"),
                terms.SAY_WHEN_BOOKING,
                limit="ever",
                number=1,
            ),
        ),
    ),
    Business(
        slug="arlen-mobile",
        name="Arlen Mobile",
        area=CASTLE,
        town="Castle Orrin",
        category="online-and-phone",
        address="Tower House, Castle Orrin",
        postcode="AJ7 2LE",
        phone="01632 960 194",
        shop_word="Dial-tone",
        description=W(
            "Low-cost SIMs with a person who answers, in Welsh or English.",
            "Cardiau SIM rhad gyda pherson sy’n ateb, yn Gymraeg neu’n Saesneg.",
        ),
        welcome=W(
            "No contract, no credit check, and we never cut a carer off for a late payment. Keep "
            "your old number.",
            "Dim contract, dim gwiriad credyd, a fyddwn ni byth yn torri cysylltiad gofalwr am "
            "dalu’n hwyr. Cadwch eich hen rif.",
        ),
        offers=(
            Offer(
                "percentage",
                W("25% off every month", "25% i ffwrdd bob mis"),
                W(
                    "Give your card number when you join. It lasts while your card does.",
                    "Rhowch rif eich cerdyn wrth ymuno. Mae’n para tra bydd eich cerdyn yn para.",
                ),
                25,
                who="adult",
                limit="ever",
                number=1,
            ),
        ),
    ),
    Business(
        slug="the-calm-room",
        name="The Calm Room",
        name_cy="Yr Ystafell Dawel",
        area=CASTLE,
        town="Ludmarch",
        category="health-and-beauty",
        address="Above 12 Broad Street, Ludmarch",
        postcode="AJ8 1TN",
        phone="01632 960 195",
        shop_word="Lavender",
        description=W(
            "Massage and gentle stretching, up one flight or at your house.",
            "Tylino ac ymestyn ysgafn, i fyny un grisiau neu yn eich cartref.",
        ),
        welcome=W(
            "Bad backs from lifting are our trade. Cancel on the day without paying: we know why.",
            "Cefnau tost ar ôl codi yw ein crefft. Cewch ganslo ar y diwrnod heb dalu: rydyn ni’n deall pam.",
        ),
        offers=(
            Offer(
                "amount",
                W("£10 off a full massage", "£10 oddi ar dyliniad llawn"),
                terms.SAY_WHEN_BOOKING,
                1000,
                limit="month",
                number=1,
            ),
        ),
    ),
    Business(
        slug="arlenshire-learning",
        name="Arlenshire Adult Learning",
        name_cy="Dysgu Oedolion Swydd Arlen",
        area=CASTLE,
        town="Hartlow",
        category="council-services",
        address="The Old School, Hartlow",
        postcode="AJ8 3AS",
        phone="01632 960 196",
        shop_word="Slate",
        description=W(
            "Council courses by day, by evening and on screen.",
            "Cyrsiau’r cyngor yn ystod y dydd, gyda’r nos ac ar sgrin.",
        ),
        welcome=W(
            "Miss a class and we will send you the notes. You may join from your kitchen with "
            "the camera off.",
            "Os collwch wers, fe anfonwn ni’r nodiadau atoch. Cewch ymuno o’ch cegin gyda’r camera i ffwrdd.",
        ),
        offers=(
            Offer(
                "waived_fee",
                W("One free course each term", "Un cwrs am ddim bob tymor"),
                W(
                    "Any course with places left. Ages 16 and over.",
                    "Unrhyw gwrs â lleoedd ar ôl. 16 oed a hŷn.",
                ),
                companion="alone",
            ),
        ),
    ),
    Business(
        slug="breckminster-dental",
        name="Breckminster Dental Rooms",
        name_cy="Ystafelloedd Deintyddol Breckminster",
        area=CASTLE,
        town="Breckminster",
        category="health-services",
        address="21 Corn Street, Breckminster",
        postcode="AJ7 3HD",
        phone="01632 960 197",
        shop_word="Peppermint",
        description=W(
            "Dentists with a ground-floor room and time to explain.",
            "Deintyddion gydag ystafell ar y llawr gwaelod ac amser i esbonio.",
        ),
        welcome=W(
            "Short notice is normal for you, so we keep two slots a day for carers. Hold their "
            "hand throughout; we will work round you.",
            "Mae byr rybudd yn arferol i chi, felly cadwn ddau slot y dydd i ofalwyr. Daliwch eu "
            "llaw drwy’r cyfan; fe weithiwn ni o’ch cwmpas.",
        ),
        offers=(
            Offer(
                "priority",
                W("Two places a day kept for carers", "Dau le y dydd ar gadw i ofalwyr"),
                W(
                    "Ring at 8.30 am and say you have a Carer Passport.",
                    "Ffoniwch am 8.30am a dywedwch fod gennych Basbort Gofalwyr.",
                ),
            ),
        ),
    ),
)
