"""Saltmarsh Coast: places to eat, move and go out."""

from __future__ import annotations

from directory.demo.content import terms
from directory.demo.content.scheme import COAST
from directory.demo.content.types import Branch, Business, Offer
from directory.demo.content.types import Words as W

BUSINESSES = (
    Business(
        slug="samphire-room",
        name="The Samphire Room",
        area=COAST,
        town="Merrowhaven",
        category="food-and-drink",
        address="1 Quay Street, Merrowhaven",
        postcode="AJ5 1EL",
        phone="01632 960 161",
        shop_word="Samphire",
        description=W(
            "Fish suppers above the harbour, with a lift and soft chairs.",
            "Swper pysgod uwchben yr harbwr, gyda lifft a chadeiriau esmwyth.",
        ),
        welcome=W(
            "An evening out is hard to arrange, so you may cancel up to the last minute. Ask for "
            "the booth: it is the quietest seat in town.",
            "Mae noson allan yn anodd ei threfnu, felly cewch ganslo hyd y funud olaf. Gofynnwch "
            "am y bwth: dyna’r sedd dawelaf yn y dref.",
        ),
        offers=(
            Offer(
                "percentage",
                W("20% off food before 7 pm", "20% oddi ar fwyd cyn 7pm"),
                terms.MONDAY_TO_THURSDAY,
                20,
                limit="month",
                number=2,
            ),
            Offer(
                "free_product",
                W("A glass of sparkling wine on your birthday", "Gwydraid o win pefriog ar eich pen-blwydd"),
                terms.ADULTS_ONLY,
                who="adult",
                limit="ever",
                number=1,
                tags=("alcohol",),
            ),
        ),
    ),
    Business(
        slug="gulls-away",
        name="Gulls Away Ices",
        name_cy="Hufen Iâ Gulls Away",
        area=COAST,
        town="Gullsea",
        category="food-and-drink",
        address="Kiosk 2, The Promenade, Gullsea",
        postcode="AJ6 1PW",
        phone="01632 960 162",
        shop_word="Wafer",
        description=W(
            "Ice cream from Gullsea milk, dairy-free too.",
            "Hufen iâ o laeth Gullsea, a rhai heb laeth hefyd.",
        ),
        welcome=W(
            "We bring cones to people in cars and wheelchairs along the front. Dogs get a biscuit.",
            "Rydyn ni’n mynd â hufen iâ at bobl mewn ceir a chadeiriau olwyn ar hyd y prom. "
            "Caiff cŵn fisged.",
        ),
        offers=(
            Offer(
                "free_product",
                W("A second scoop free", "Ail sgŵp am ddim"),
                terms.ONCE_A_DAY,
                limit="day",
                number=1,
            ),
        ),
    ),
    Business(
        slug="sallow-coffee",
        name="Sallow Coffee Roasters",
        name_cy="Rhostwyr Coffi Sallow",
        area=COAST,
        town="Port Sallow",
        category="food-and-drink",
        address="The Net Loft, Port Sallow",
        postcode="AJ5 3RN",
        phone="01632 960 163",
        shop_word="Driftwood",
        description=W(
            "Coffee roasted on the quay, toast all day and board games.",
            "Coffi wedi’i rostio ar y cei, tost drwy’r dydd a gemau bwrdd.",
        ),
        welcome=W(
            "If all you want is to sit where nobody needs you, sit here. We will bring it over.",
            "Os mai’r cyfan rydych chi ei eisiau yw eistedd lle nad oes neb eich angen, "
            "eisteddwch yma. Fe ddown ni â phopeth draw.",
        ),
        offers=(Offer("percentage", W("10% off everything", "10% oddi ar bopeth"), terms.SHOW_FIRST, 10),),
        branches=(
            Branch(
                W("Merrowhaven kiosk", "Ciosg Hafan Merrow"),
                COAST,
                "Merrowhaven",
                "Bus Station, Merrowhaven",
                "AJ5 1BS",
                "01632 960 164",
            ),
            Branch(
                W("Oysterby van", "Fan Oysterby"),
                COAST,
                "Oysterby",
                "Harbour Car Park, Oysterby",
                "AJ5 4AN",
                "07700 900 164",
            ),
        ),
    ),
    Business(
        slug="merrowhaven-lido",
        name="Merrowhaven Lido",
        name_cy="Lido Hafan Merrow",
        area=COAST,
        town="Merrowhaven",
        category="leisure-and-sport",
        address="West Parade, Merrowhaven",
        postcode="AJ5 2TH",
        phone="01632 960 165",
        shop_word="Pebble",
        description=W(
            "Heated sea-water pool, open all year from 6 in the morning.",
            "Pwll dŵr môr wedi’i gynhesu, ar agor drwy’r flwyddyn o 6 y bore.",
        ),
        welcome=W(
            "Early swims are for people whose day is not their own. Hot showers and porridge are part of it.",
            "Mae’r nofio cynnar i bobl nad yw’r diwrnod yn eiddo iddyn nhw. Mae cawod boeth ac "
            "uwd yn rhan o’r fargen.",
        ),
        offers=(
            Offer(
                "concession",
                W("Early swim for £3", "Nofio cynnar am £3"),
                W("6 am to 8 am, every day.", "6am tan 8am, bob dydd."),
                300,
                companion="alone",
            ),
            Offer(
                "free_product",
                W("Free swim for the carer", "Nofio am ddim i’r gofalwr"),
                terms.BOTH_TOGETHER,
                companion="with_person",
                limit="week",
                number=2,
            ),
        ),
    ),
    Business(
        slug="marram-surf",
        name="Marram Surf School",
        name_cy="Ysgol Syrffio’r Moresg",
        area=COAST,
        town="Marram Sands",
        category="leisure-and-sport",
        address="Beach Road, Marram Sands",
        postcode="AJ6 2QS",
        phone="01632 960 166",
        shop_word="Kelp",
        description=W(
            "Surf, paddle and adapted boards with calm teachers.",
            "Syrffio, padlo a byrddau wedi’u haddasu, gydag athrawon digyffro.",
        ),
        welcome=W(
            "Young carers’ surf club meets after school on Wednesdays. We lend everything, and "
            "there is hot chocolate at the end.",
            "Mae clwb syrffio’r gofalwyr ifanc yn cwrdd ar ôl ysgol ar ddydd Mercher. Rydyn ni’n "
            "benthyg popeth, ac mae siocled poeth ar y diwedd.",
        ),
        offers=(
            Offer(
                "free_product",
                W("Free surf club for young carers", "Clwb syrffio am ddim i ofalwyr ifanc"),
                W(
                    "Wednesdays, 4 pm, April to October. Ages 8 to 17.",
                    "Dydd Mercher, 4pm, Ebrill i Hydref. 8 i 17 oed.",
                ),
                who="young",
                limit="week",
                number=1,
            ),
            Offer(
                "percentage",
                W("15% off lessons", "15% oddi ar wersi"),
                terms.SAY_WHEN_BOOKING,
                15,
                status="paused",
            ),
        ),
    ),
    Business(
        slug="wrackstrand-lighthouse",
        name="Wrackstrand Lighthouse",
        name_cy="Goleudy Wrackstrand",
        area=COAST,
        town="Wrackstrand",
        category="days-out",
        address="Lighthouse Point, Wrackstrand",
        postcode="AJ6 3LB",
        phone="01632 960 167",
        shop_word="Beacon",
        description=W(
            "A lighthouse with 98 steps, and a ground-floor camera for those who stay below.",
            "Goleudy â 98 o risiau, a chamera ar y llawr gwaelod i’r rhai sy’n aros isod.",
        ),
        welcome=W(
            "Park right at the door if walking is hard. One of you climbs, the other watches live and waves.",
            "Parciwch wrth y drws os yw cerdded yn anodd. Bydd un ohonoch yn dringo, a’r llall "
            "yn gwylio’n fyw ac yn codi llaw.",
        ),
        offers=(
            Offer(
                "free_product",
                W("Carer goes in free", "Mynediad am ddim i ofalwr"),
                terms.BOTH_TOGETHER,
                companion="with_person",
            ),
            Offer(
                "waived_fee",
                W("Free parking by the door", "Parcio am ddim wrth y drws"),
                W("One space. Ring before you set out.", "Un lle. Ffoniwch cyn cychwyn."),
                limit="day",
                number=1,
            ),
        ),
    ),
    Business(
        slug="seal-and-spray",
        name="Seal & Spray Boat Trips",
        name_cy="Teithiau Cwch Seal & Spray",
        area=COAST,
        town="Oysterby",
        category="days-out",
        address="North Jetty, Oysterby",
        postcode="AJ5 4DY",
        phone="01632 960 168",
        shop_word="Bosun",
        description=W(
            "One-hour trips to see seals, in a boat that takes wheelchairs.",
            "Teithiau awr i weld morloi, mewn cwch sy’n cymryd cadeiriau olwyn.",
        ),
        welcome=W(
            "The 11 o’clock trip is always half full, so there is room to move about. We turn "
            "back if somebody has had enough.",
            "Mae taith 11 o’r gloch bob amser yn hanner llawn, felly mae lle i symud. Fe drown "
            "ni’n ôl os bydd rhywun wedi cael digon.",
        ),
        offers=(
            Offer(
                "amount",
                W("£4 off each ticket", "£4 oddi ar bob tocyn"),
                terms.NOT_WITH_OTHERS,
                400,
                limit="month",
                number=2,
                status="paused",
            ),
        ),
    ),
    Business(
        slug="penny-pier",
        name="Penny Pier",
        name_cy="Pier y Geiniog",
        area=COAST,
        town="Gullsea",
        category="leisure-and-sport",
        address="The Pier, Gullsea",
        postcode="AJ6 1AD",
        phone="01632 960 169",
        shop_word="Carousel",
        description=W(
            "A seaside pier with a carousel, crazy golf and old slot machines.",
            "Pier glan môr gyda cheffylau bach, golff gwyllt a hen beiriannau ceiniog.",
        ),
        welcome=W(
            "Quiet opening on the last Sunday of the month: no music, lights low. Prams and "
            "chairs roll on by the side gate.",
            "Agor tawel ar ddydd Sul olaf y mis: dim cerddoriaeth, goleuadau isel. Caiff pramiau "
            "a chadeiriau ddod drwy’r gât ochr.",
        ),
        offers=(
            Offer(
                "percentage",
                W("20% off rides and crazy golf", "20% oddi ar reidiau a golff gwyllt"),
                terms.SHOW_FIRST,
                20,
            ),
            Offer(
                "amount",
                W(
                    "£5 of extra coins in the slots hall",
                    "Gwerth £5 o ddarnau ychwanegol yn y neuadd slotiau",
                ),
                terms.ADULTS_ONLY,
                500,
                who="adult",
                limit="month",
                number=1,
                tags=("gambling", "adult_venue"),
            ),
        ),
    ),
)
