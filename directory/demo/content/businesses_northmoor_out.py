"""Northmoor: places to eat, move and go out."""

from __future__ import annotations

from directory.demo.content import terms
from directory.demo.content.scheme import NORTHMOOR
from directory.demo.content.types import Business, Offer
from directory.demo.content.types import Words as W

BUSINESSES = (
    Business(
        slug="moorgarth-tea-rooms",
        name="Moorgarth Tea Rooms",
        name_cy="Ystafelloedd Te Moorgarth",
        area=NORTHMOOR,
        town="Moorgarth",
        category="food-and-drink",
        address="Chapel Row, Moorgarth",
        postcode="AJ3 2DN",
        phone="01632 960 131",
        shop_word="Curlew",
        description=W(
            "Scones the size of a saucer and a view over the moor.",
            "Sgons maint soser a golygfa dros y rhos.",
        ),
        welcome=W(
            "We are used to medicines at the table and meals cut small. The carers’ coffee "
            "morning is on the first Friday of the month.",
            "Rydyn ni wedi arfer â moddion wrth y bwrdd a phrydau wedi’u torri’n fân. Mae bore "
            "coffi’r gofalwyr ar ddydd Gwener cyntaf y mis.",
        ),
        offers=(
            Offer(
                "free_product",
                W("A free scone with any pot of tea", "Sgon am ddim gydag unrhyw debot o de"),
                terms.ONCE_A_DAY,
                limit="day",
                number=1,
            ),
        ),
    ),
    Business(
        slug="golden-haddock",
        name="The Golden Haddock",
        area=NORTHMOOR,
        town="Skelderby",
        category="food-and-drink",
        address="60 High Street, Skelderby",
        postcode="AJ3 1GH",
        phone="01632 960 132",
        shop_word="Vinegar",
        description=W(
            "Fish and chips to eat in or take home, gluten-free on Wednesdays.",
            "Pysgod a sglodion i’w bwyta yma neu gartref, heb glwten ar ddydd Mercher.",
        ),
        welcome=W(
            "No time to cook again? Ring ahead and we will bring it to the car. Small portions "
            "cost less, for anybody who asks.",
            "Dim amser i goginio eto? Ffoniwch ymlaen llaw ac fe ddown ni ag e at y car. Mae "
            "dognau bach yn rhatach i bawb sy’n gofyn.",
        ),
        offers=(
            Offer("percentage", W("10% off your order", "10% oddi ar eich archeb"), terms.SHOW_FIRST, 10),
            Offer(
                "amount",
                W("£1 off for young carers", "£1 i ffwrdd i ofalwyr ifanc"),
                terms.ONCE_A_DAY,
                100,
                who="young",
                limit="day",
                number=1,
            ),
        ),
    ),
    Business(
        slug="shepherds-lantern",
        name="The Shepherd’s Lantern",
        area=NORTHMOOR,
        town="Garrowhope",
        category="food-and-drink",
        address="Drovers’ Road, Garrowhope",
        postcode="AJ4 1LW",
        phone="01632 960 133",
        shop_word="Lantern",
        description=W(
            "An inn on the drovers’ road with pies, ales and a level back door.",
            "Tafarn ar ffordd y porthmyn, gyda phasteiod, cwrw a drws cefn gwastad.",
        ),
        welcome=W(
            "Two’s company: bring the person you look after for pie night and we will keep the "
            "corner table. We turn the music down when you ask.",
            "Cwmni da yw dau: dewch â’r person rydych chi’n gofalu amdano i’r noson bastai ac fe "
            "gadwn ni’r bwrdd yn y gornel. Trown y gerddoriaeth i lawr os gofynnwch.",
        ),
        offers=(
            Offer(
                "percentage",
                W("15% off food on pie night", "15% oddi ar fwyd ar noson bastai"),
                W(
                    "Wednesdays from 5 pm. Show your card when you order.",
                    "Dydd Mercher o 5pm. Dangoswch eich cerdyn wrth archebu.",
                ),
                15,
                companion="with_person",
            ),
            Offer(
                "percentage",
                W("10% off draught ales", "10% oddi ar gwrw casgen"),
                terms.ADULTS_ONLY,
                10,
                who="adult",
                tags=("alcohol",),
            ),
        ),
    ),
    Business(
        slug="northmoor-pool",
        name="Northmoor Pool and Gym",
        name_cy="Pwll a Champfa Gweunydd y Gogledd",
        area=NORTHMOOR,
        town="Skelderby",
        category="leisure-and-sport",
        address="Station Road, Skelderby",
        postcode="AJ3 1SP",
        phone="01632 960 134",
        shop_word="Heron",
        description=W(
            "A warm pool with steps, a small gym and a café that looks onto both.",
            "Pwll cynnes gyda grisiau, campfa fach a chaffi sy’n edrych dros y ddau.",
        ),
        welcome=W(
            "Swim alone while they have a coffee, or swim together for one price. Our lifeguards "
            "know the hoist.",
            "Nofiwch ar eich pen eich hun tra byddan nhw’n cael coffi, neu nofiwch gyda’ch "
            "gilydd am un pris. Mae ein hachubwyr yn deall y teclyn codi.",
        ),
        offers=(
            Offer(
                "concession",
                W("Swim or gym for £2.50", "Nofio neu gampfa am £2.50"),
                terms.ALONE_OR_TOGETHER,
                250,
            ),
        ),
    ),
    Business(
        slug="garrowhope-stables",
        name="Garrowhope Stables",
        name_cy="Stablau Garrowhope",
        area=NORTHMOOR,
        town="Garrowhope",
        category="leisure-and-sport",
        address="Fell Farm, Garrowhope",
        postcode="AJ4 1TQ",
        phone="01632 960 135",
        shop_word="Snaffle",
        description=W(
            "Riding for all ages, and an hour of mucking out for anybody who needs one.",
            "Marchogaeth i bob oed, ac awr o garthu i bwy bynnag sydd ei hangen.",
        ),
        welcome=W(
            "Young carers can help with the ponies on Saturday mornings. There is no need to "
            "have ridden before.",
            "Gall gofalwyr ifanc helpu gyda’r merlod ar fore Sadwrn. Does dim angen bod wedi "
            "marchogaeth o’r blaen.",
        ),
        offers=(
            Offer(
                "free_product",
                W(
                    "Free Saturday pony morning for young carers",
                    "Bore Sadwrn gyda’r merlod am ddim i ofalwyr ifanc",
                ),
                terms.SAY_WHEN_BOOKING,
                who="young",
                limit="month",
                number=1,
            ),
            Offer("percentage", W("15% off lessons", "15% oddi ar wersi"), terms.SAY_WHEN_BOOKING, 15),
        ),
    ),
    Business(
        slug="ludderscar-caverns",
        name="Ludderscar Caverns",
        name_cy="Ogofâu Ludderscar",
        area=NORTHMOOR,
        town="Ludderscar",
        category="days-out",
        address="Scar Lane, Ludderscar",
        postcode="AJ4 3BX",
        phone="01632 960 136",
        shop_word="Stalactite",
        description=W(
            "Lit caves with a step-free first chamber and a film for those who stay above.",
            "Ogofâu wedi’u goleuo, gyda siambr gyntaf heb risiau a ffilm i’r rhai sy’n aros uwchben.",
        ),
        welcome=W(
            "If only one of you can go down, the other sits by the stove with cocoa on us. Torches are free.",
            "Os mai un ohonoch yn unig all fynd i lawr, caiff y llall eistedd wrth y stof gyda "
            "choco am ddim. Mae tortshys am ddim hefyd.",
        ),
        offers=(
            Offer(
                "free_product",
                W("Carer goes in free", "Gofalwr yn mynd i mewn am ddim"),
                terms.BOTH_TOGETHER,
                companion="with_person",
            ),
            Offer(
                "percentage",
                W("20% off family tickets", "20% oddi ar docynnau teulu"),
                terms.NOT_WITH_OTHERS,
                20,
                limit="month",
                number=1,
                ends=-12,
                status="ended",
            ),
        ),
    ),
    Business(
        slug="moorhopper-buses",
        name="Moorhopper Buses",
        name_cy="Bysiau Moorhopper",
        area=NORTHMOOR,
        town="Skelderby",
        category="transport",
        address="The Depot, Station Road, Skelderby",
        postcode="AJ3 1UF",
        phone="01632 960 137",
        shop_word="Signpost",
        description=W(
            "Small buses between the moor villages, six days a week.",
            "Bysiau bach rhwng pentrefi’r rhos, chwe diwrnod yr wythnos.",
        ),
        welcome=W(
            "You travel with the person you look after or on your own: both count. Wave and we "
            "will stop anywhere safe.",
            "Cewch deithio gyda’r person rydych chi’n gofalu amdano neu ar eich pen eich hun: "
            "mae’r ddau’n cyfrif. Codwch law ac fe stopiwn ni mewn unrhyw fan diogel.",
        ),
        offers=(
            Offer(
                "free_product",
                W("Carer travels free", "Gofalwr yn teithio am ddim"),
                terms.BOTH_TOGETHER,
                companion="with_person",
            ),
            Offer(
                "concession",
                W("£1 fare when you travel alone", "Tocyn £1 wrth deithio ar eich pen eich hun"),
                W(
                    "After 9 am on weekdays, all day on Saturday.",
                    "Ar ôl 9am yn ystod yr wythnos, drwy’r dydd ar ddydd Sadwrn.",
                ),
                100,
                companion="alone",
            ),
        ),
    ),
    Business(
        slug="keldrigg-owls",
        name="Keldrigg Owl Barn",
        name_cy="Ysgubor Tylluanod Keldrigg",
        area=NORTHMOOR,
        town="Keldrigg",
        category="days-out",
        address="Beck Farm, Keldrigg",
        postcode="AJ4 2WL",
        phone="01632 960 138",
        shop_word="Tawny",
        description=W(
            "Meet owls in a quiet barn, one family at a time.",
            "Cwrdd â thylluanod mewn ysgubor dawel, un teulu ar y tro.",
        ),
        welcome=W(
            "The barn is calm and dim on purpose. Stay as long as the owls put up with you.",
            "Mae’r ysgubor yn dawel ac yn lled dywyll o fwriad. Arhoswch tra bydd y tylluanod yn fodlon.",
        ),
        offers=(
            Offer(
                "space",
                W("A quiet hour without other visitors", "Awr dawel heb ymwelwyr eraill"),
                terms.SAY_WHEN_BOOKING,
                companion="with_person",
                limit="month",
                number=1,
            ),
        ),
    ),
)
