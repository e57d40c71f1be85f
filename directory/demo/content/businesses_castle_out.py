"""Castle Towns: places to eat, move and go out."""

from __future__ import annotations

from directory.demo.content import terms
from directory.demo.content.scheme import CASTLE
from directory.demo.content.types import Branch, Business, Offer
from directory.demo.content.types import Words as W

BUSINESSES = (
    Business(
        slug="portcullis-pizza",
        name="Portcullis Pizza",
        area=CASTLE,
        town="Castle Orrin",
        category="food-and-drink",
        address="2 Gatehouse Street, Castle Orrin",
        postcode="AJ7 1BP",
        phone="01632 960 181",
        shop_word="Oregano",
        description=W(
            "Wood-fired pizza to share, in the old gatehouse.",
            "Pizza o’r ffwrn goed i’w rhannu, yn yr hen borthdy.",
        ),
        welcome=W(
            "Order while you park and it is ready when you sit. Crayons, ear defenders and a "
            "spare T-shirt are behind the bar.",
            "Archebwch wrth barcio a bydd yn barod pan eisteddwch. Mae creonau, amddiffynwyr "
            "clustiau a chrys-T sbâr y tu ôl i’r bar.",
        ),
        offers=(
            Offer(
                "percentage",
                W("15% off the whole table", "15% oddi ar fil y bwrdd cyfan"),
                terms.MONDAY_TO_THURSDAY,
                15,
            ),
        ),
        branches=(
            Branch(
                W("Ludmarch branch", "Cangen Llwydfarch"),
                CASTLE,
                "Ludmarch",
                "30 Broad Street, Ludmarch",
                "AJ8 1FE",
                "01632 960 182",
            ),
        ),
    ),
    Business(
        slug="bwyd-bronwen",
        name="Bwyd Bronwen",
        area=CASTLE,
        town="Llanorrin",
        category="food-and-drink",
        address="Y Sgwâr, Llanorrin",
        postcode="AJ9 1LL",
        phone="01632 960 183",
        shop_word="Cennin",
        description=W(
            "Welsh cakes, cawl and a natter in Welsh or English.",
            "Picau ar y maen, cawl a chlonc yn Gymraeg neu’n Saesneg.",
        ),
        welcome=W(
            "Welsh speakers’ table every Monday for carers and the people they look after. "
            "Learners get extra cake.",
            "Bwrdd Cymraeg bob dydd Llun i ofalwyr a’r bobl maen nhw’n gofalu amdanyn nhw. Caiff "
            "dysgwyr ddarn ychwanegol o gacen.",
        ),
        offers=(
            Offer(
                "free_product",
                W("A free Welsh cake with any drink", "Pice ar y maen am ddim gydag unrhyw ddiod"),
                terms.ONCE_A_DAY,
                limit="day",
                number=1,
            ),
        ),
    ),
    Business(
        slug="spice-of-ludmarch",
        name="Spice of Ludmarch",
        area=CASTLE,
        town="Ludmarch",
        category="food-and-drink",
        address="17 Broad Street, Ludmarch",
        postcode="AJ8 1SD",
        phone="01632 960 184",
        shop_word="Cardamom",
        description=W(
            "Bangladeshi home cooking, eat in or delivered.",
            "Coginio cartref Bangladesh, yma neu wedi’i ddanfon.",
        ),
        welcome=W(
            "My mother was looked after at home, so I know. Tell us how soft or how mild, and we "
            "will cook it that way.",
            "Cafodd fy mam ei gofal gartref, felly rwy’n deall. Dywedwch pa mor feddal neu "
            "ysgafn, ac felly y byddwn ni’n ei goginio.",
        ),
        offers=(
            Offer(
                "percentage",
                W("20% off collected meals", "20% oddi ar brydau i’w casglu"),
                terms.SHOW_FIRST,
                20,
                limit="week",
                number=1,
            ),
        ),
    ),
    Business(
        slug="orrin-castle",
        name="Orrin Castle",
        name_cy="Castell Orrin",
        area=CASTLE,
        town="Castle Orrin",
        category="days-out",
        address="Castle Hill, Castle Orrin",
        postcode="AJ7 1XX",
        phone="01632 960 185",
        shop_word="Turret",
        description=W(
            "Towers, walled garden and a virtual tour of every stair.",
            "Tyrau, gardd furiog a thaith rithwir o bob grisyn.",
        ),
        welcome=W(
            "The gatekeeper will drive you up the hill in the buggy. Come back any day that week "
            "on the same ticket.",
            "Bydd ceidwad y porth yn mynd â chi i fyny’r bryn yn y bygi. Dewch yn ôl unrhyw "
            "ddiwrnod yr wythnos honno â’r un tocyn.",
        ),
        offers=(
            Offer(
                "free_product",
                W("Carer goes in free", "Mynediad am ddim i ofalwr"),
                terms.ALONE_OR_TOGETHER,
                limit="week",
                number=1,
            ),
        ),
    ),
    Business(
        slug="old-corn-hall",
        name="The Old Corn Hall Theatre",
        name_cy="Theatr yr Hen Neuadd Ŷd",
        area=CASTLE,
        town="Breckminster",
        category="days-out",
        address="Corn Street, Breckminster",
        postcode="AJ7 3NW",
        phone="01632 960 186",
        shop_word="Curtain",
        description=W(
            "Plays, films and relaxed performances in a hall with a hearing loop.",
            "Dramâu, ffilmiau a pherfformiadau hamddenol mewn neuadd â dolen sain.",
        ),
        welcome=W(
            "Seats by the aisle are kept for carers until the lights go down. If your phone "
            "rings, we would rather you answered it.",
            "Cedwir seddi wrth yr eil i ofalwyr nes i’r goleuadau bylu. Os bydd eich ffôn yn "
            "canu, gwell gennym i chi ei ateb.",
        ),
        offers=(
            Offer(
                "concession",
                W("Your seat for £5", "Eich sedd am £5"),
                terms.SAY_WHEN_BOOKING,
                500,
                limit="month",
                number=2,
            ),
            Offer(
                "percentage",
                W("25% off late comedy", "25% oddi ar gomedi hwyr"),
                terms.ADULTS_ONLY,
                25,
                who="adult",
                tags=("adult_venue", "alcohol"),
                starts=-60,
                ends=90,
            ),
        ),
    ),
    Business(
        slug="ludmarch-bowl",
        name="Ludmarch Bowl",
        name_cy="Bowlio Llwydfarch",
        area=CASTLE,
        town="Ludmarch",
        category="leisure-and-sport",
        address="Mill Field, Ludmarch",
        postcode="AJ8 2BW",
        phone="01632 960 187",
        shop_word="Strike",
        description=W(
            "Twelve lanes, ramps for every age and a snack bar.",
            "Deuddeg lôn, rampiau i bob oed a bar byrbrydau.",
        ),
        welcome=W(
            "Young carers and 1 friend get the end lane on Fridays. Nobody keeps score unless you ask.",
            "Caiff gofalwyr ifanc ac 1 ffrind y lôn ben ar ddydd Gwener. Fydd neb yn cadw sgôr "
            "oni bai eich bod yn gofyn.",
        ),
        offers=(
            Offer(
                "free_product",
                W("A free game for you and a friend", "Gêm am ddim i chi a ffrind"),
                W("Fridays, 4 pm to 7 pm. Young carers.", "Dydd Gwener, 4pm tan 7pm. Gofalwyr ifanc."),
                who="young",
                limit="month",
                number=2,
            ),
        ),
    ),
    Business(
        slug="castle-cabs",
        name="Four Castles Cabs",
        name_cy="Tacsis y Pedwar Castell",
        area=CASTLE,
        town="Hartlow",
        category="transport",
        address="Station Forecourt, Hartlow",
        postcode="AJ8 3QD",
        phone="01632 960 188",
        shop_word="Headlamp",
        description=W(
            "Taxis with ramps and drivers who wait with you.",
            "Tacsis gyda rampiau a gyrwyr sy’n aros gyda chi.",
        ),
        welcome=W(
            "Called to the hospital at night? Say “Carer Passport” and you are next. We do not "
            "run the meter while you settle somebody in.",
            "Wedi cael eich galw i’r ysbyty yn y nos? Dywedwch “Pasbort Gofalwyr” a chi fydd "
            "nesaf. Fyddwn ni ddim yn rhedeg y mesurydd wrth i chi setlo rhywun.",
        ),
        offers=(
            Offer("percentage", W("10% off fares", "10% oddi ar brisiau teithio"), terms.SHOW_FIRST, 10),
        ),
    ),
    Business(
        slug="hartlow-bowls",
        name="Hartlow Bowls and Tennis Club",
        name_cy="Clwb Bowlio a Thennis Hartlow",
        area=CASTLE,
        town="Hartlow",
        category="leisure-and-sport",
        address="Long Meadow, Hartlow",
        postcode="AJ8 3TE",
        phone="01632 960 189",
        shop_word="Jack",
        description=W(
            "A friendly green, two courts and a clubhouse with a stove.",
            "Lawnt fowlio gyfeillgar, dau gwrt a thŷ clwb gyda stof.",
        ),
        welcome=W(
            "Come and play one end or one set. The person you look after can keep score, watch "
            "or sleep in the sun.",
            "Dewch i chwarae un pen neu un set. Gall y person rydych chi’n gofalu amdano gadw "
            "sgôr, gwylio neu gysgu yn yr haul.",
        ),
        offers=(
            Offer(
                "waived_fee",
                W("No membership fee for your first year", "Dim ffi aelodaeth am y flwyddyn gyntaf"),
                W("For the first 40 carers who ask.", "I’r 40 gofalwr cyntaf sy’n gofyn."),
                limit="total",
                number=40,
            ),
        ),
    ),
)
