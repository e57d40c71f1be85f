"""Saltmarsh Coast: shops, homes, health and council services."""

from __future__ import annotations

from directory.demo.content import terms
from directory.demo.content.scheme import CASTLE, COAST
from directory.demo.content.types import Branch, Business, Offer
from directory.demo.content.types import Words as W

BUSINESSES = (
    Business(
        slug="salt-and-seaweed",
        name="Salt & Seaweed Bathhouse",
        name_cy="Baddondy Halen a Gwymon",
        area=COAST,
        town="Marram Sands",
        category="health-and-beauty",
        address="Dune Lane, Marram Sands",
        postcode="AJ6 2DB",
        phone="01632 960 171",
        shop_word="Sponge",
        description=W(
            "Warm seaweed baths, massage and silence.", "Baddonau gwymon cynnes, tylino a thawelwch."
        ),
        welcome=W(
            "Your phone can stay with us at the desk: we will listen for it and fetch you if it "
            "rings. An hour here counts as a break.",
            "Gall eich ffôn aros gyda ni wrth y ddesg: fe wrandawn ni amdano a’ch nôl os bydd yn "
            "canu. Mae awr yma’n cyfrif fel seibiant.",
        ),
        offers=(
            Offer(
                "percentage",
                W("25% off a weekday bath", "25% oddi ar faddon yn ystod yr wythnos"),
                terms.SAY_WHEN_BOOKING,
                25,
                who="adult",
                companion="alone",
                limit="month",
                number=1,
            ),
            Offer(
                "free_product",
                W("A free foot soak with any massage", "Trochi traed am ddim gydag unrhyw dylino"),
                terms.SAY_WHEN_BOOKING,
                who="adult",
                ends=-25,
                status="ended",
            ),
        ),
    ),
    Business(
        slug="oysterby-fish-shed",
        name="Oysterby Fish Shed",
        name_cy="Sied Bysgod Oysterby",
        area=COAST,
        town="Oysterby",
        category="shops",
        address="South Jetty, Oysterby",
        postcode="AJ5 4FU",
        phone="01632 960 172",
        shop_word="Mackerel",
        description=W(
            "Fish off the boat, boned and skinned while you wait.",
            "Pysgod o’r cwch, heb esgyrn na chroen, wrth i chi aros.",
        ),
        welcome=W(
            "We take out every bone if swallowing is hard. Ask for the recipe card that goes with it.",
            "Fe dynnwn ni bob asgwrn os yw llyncu’n anodd. Gofynnwch am y cerdyn rysáit i fynd gydag ef.",
        ),
        offers=(
            Offer("percentage", W("10% off fresh fish", "10% oddi ar bysgod ffres"), terms.SHOW_FIRST, 10),
        ),
    ),
    Business(
        slug="driftwood-toys",
        name="Driftwood Toys",
        name_cy="Teganau Broc Môr",
        area=COAST,
        town="Merrowhaven",
        category="shops",
        address="18 Quay Street, Merrowhaven",
        postcode="AJ5 1GT",
        phone="01632 960 173",
        shop_word="Spinning-top",
        description=W(
            "Toys, puzzles and sensory things for any age.", "Teganau, posau a phethau synhwyraidd i bob oed."
        ),
        welcome=W(
            "Try anything before you buy it. If it does not suit, bring it back whenever you "
            "can; the receipt does not matter.",
            "Rhowch gynnig ar unrhyw beth cyn ei brynu. Os nad yw’n taro deuddeg, dewch ag ef yn "
            "ôl pan allwch; does dim angen derbynneb.",
        ),
        offers=(
            Offer(
                "percentage",
                W("10% off toys and puzzles", "10% oddi ar deganau a phosau"),
                terms.NOT_SALE,
                10,
            ),
            Offer(
                "amount",
                W("£3 off for young carers", "£3 i ffwrdd i ofalwyr ifanc"),
                terms.SHOW_FIRST,
                300,
                who="young",
                limit="month",
                number=1,
            ),
        ),
    ),
    Business(
        slug="harbour-nails",
        name="Harbour Nails and Brows",
        name_cy="Ewinedd ac Aeliau’r Harbwr",
        area=COAST,
        town="Port Sallow",
        category="health-and-beauty",
        address="5 Net Loft Lane, Port Sallow",
        postcode="AJ5 3HW",
        phone="01632 960 174",
        shop_word="Coral",
        description=W(
            "Hands, feet and brows, with evening appointments.",
            "Dwylo, traed ac aeliau, gydag apwyntiadau gyda’r nos.",
        ),
        welcome=W(
            "Twenty minutes is enough for a hand massage. You talk or you do not; both are fine.",
            "Mae ugain munud yn ddigon i dylino’r dwylo. Sgwrsiwch neu beidio; mae’r naill a’r "
            "llall yn iawn.",
        ),
        offers=(
            Offer(
                "free_product",
                W("A free hand massage with any treatment", "Tylino dwylo am ddim gydag unrhyw driniaeth"),
                terms.SAY_WHEN_BOOKING,
                limit="month",
                number=1,
            ),
        ),
    ),
    Business(
        slug="arlenshire-parking",
        name="Arlenshire Parking",
        name_cy="Parcio Swydd Arlen",
        area=COAST,
        town="Merrowhaven",
        category="council-services",
        address="Civic Hall, Merrowhaven",
        postcode="AJ5 1ZA",
        phone="01632 960 175",
        shop_word="Barrier",
        description=W(
            "Council car parks and permits across the county.",
            "Meysydd parcio a thrwyddedau’r cyngor ledled y sir.",
        ),
        welcome=W(
            "If you visit somebody every day, ask for a carer’s permit for their street. We "
            "answer in 3 working days.",
            "Os ydych yn ymweld â rhywun bob dydd, gofynnwch am drwydded gofalwr ar gyfer eu "
            "stryd. Cewch ateb o fewn 3 diwrnod gwaith.",
        ),
        offers=(
            Offer(
                "waived_fee",
                W(
                    "A free permit to park where you care",
                    "Trwydded am ddim i barcio lle rydych chi’n gofalu",
                ),
                W("One permit for each carer, for 12 months.", "Un drwydded i bob gofalwr, am 12 mis."),
                limit="ever",
                number=1,
            ),
            Offer(
                "concession",
                W(
                    "£1 for up to 4 hours in council car parks",
                    "£1 am hyd at 4 awr ym meysydd parcio’r cyngor",
                ),
                W(
                    "After 10 am. Ask at the desk for your code.",
                    "Ar ôl 10am. Gofynnwch wrth y ddesg am eich cod.",
                ),
                100,
                limit="week",
                number=3,
            ),
        ),
        branches=(
            Branch(
                W("Castle Orrin desk", "Desg Castell Orrin"),
                CASTLE,
                "Castle Orrin",
                "Town Hall, Castle Orrin",
                "AJ7 1AB",
                "01632 960 176",
            ),
        ),
    ),
    Business(
        slug="merrowhaven-foot-clinic",
        name="Merrowhaven Foot Clinic",
        name_cy="Clinig Traed Hafan Merrow",
        area=COAST,
        town="Merrowhaven",
        category="health-services",
        address="7 West Parade, Merrowhaven",
        postcode="AJ5 2AE",
        phone="01632 960 177",
        shop_word="Sandal",
        description=W("Foot care in the clinic and at home.", "Gofal traed yn y clinig a gartref."),
        welcome=W(
            "You spend all day on your feet, so have yours looked at too. We see two people in one visit.",
            "Rydych chi ar eich traed drwy’r dydd, felly gadewch i ni edrych ar eich rhai "
            "chithau hefyd. Gallwn weld dau berson mewn un ymweliad.",
        ),
        offers=(
            Offer(
                "percentage",
                W("15% off your own appointment", "15% oddi ar eich apwyntiad eich hun"),
                terms.SAY_WHEN_BOOKING,
                15,
                who="adult",
            ),
        ),
    ),
    Business(
        slug="larder-by-post",
        name="Larder by Post",
        name_cy="Pantri drwy’r Post",
        area=COAST,
        town="Gullsea",
        category="online-and-phone",
        address="Unit 6, Marsh Park, Gullsea",
        postcode="AJ6 1YN",
        phone="01632 960 178",
        shop_word="Parcel",
        description=W(
            "Soups and stews sent frozen to your door; order by phone or online.",
            "Cawl a stiw wedi’u rhewi, hyd at eich drws; archebwch dros y ffôn neu ar-lein.",
        ),
        welcome=W(
            "Every meal has the texture printed on the lid in large letters. Stop or skip a week "
            "with one text.",
            "Mae ansawdd pob pryd wedi’i argraffu’n fras ar y caead. Gallwch stopio neu hepgor "
            "wythnos gydag un neges destun.",
        ),
        offers=(
            Offer(
                "amount",
                W("£6 off your first box", "£6 oddi ar eich bocs cyntaf"),
                W("Give your card number when you order.", "Rhowch rif eich cerdyn wrth archebu."),
                600,
                limit="ever",
                number=1,
            ),
            Offer(
                "waived_fee",
                W("Free delivery in Arlenshire", "Danfon am ddim yn Swydd Arlen"),
                W("Orders over £15.", "Archebion dros £15."),
                starts=-200,
            ),
        ),
    ),
)
