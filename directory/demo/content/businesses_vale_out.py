"""Arlen Vale: places to eat, move and go out."""

from __future__ import annotations

from directory.demo.content import terms
from directory.demo.content.scheme import VALE
from directory.demo.content.types import Branch, Business, Offer
from directory.demo.content.types import Words as W

BUSINESSES = (
    Business(
        slug="kettle-and-thrush",
        name="The Kettle and Thrush",
        area=VALE,
        town="Arlenford",
        category="food-and-drink",
        address="9 Bridge Street, Arlenford",
        postcode="AJ1 1BT",
        phone="01632 960 101",
        shop_word="Marigold",
        description=W(
            "A quiet café by the river with home-made soup and a ramp to every table.",
            "Caffi tawel ar lan yr afon, gyda chawl cartref a ramp at bob bwrdd.",
        ),
        welcome=W(
            "Sit as long as you like; one pot of tea is enough. If you have to leave in a hurry, "
            "we will box up your lunch and keep your bill for next time.",
            "Eisteddwch faint fynnoch chi; mae un tebot o de yn ddigon. Os bydd rhaid i chi "
            "adael ar frys, fe rown ni eich cinio mewn bocs a chadw’r bil tan y tro nesaf.",
        ),
        offers=(
            Offer("percentage", W("10% off food and drink", "10% oddi ar fwyd a diod"), terms.SHOW_FIRST, 10),
            Offer(
                "free_product",
                W("A free hot drink on Tuesdays", "Diod boeth am ddim ar ddydd Mawrth"),
                W(
                    "Tuesdays, 2 pm to 4 pm. One for each carer.",
                    "Dydd Mawrth, 2pm tan 4pm. Un i bob gofalwr.",
                ),
                limit="week",
                number=1,
            ),
        ),
    ),
    Business(
        slug="thimble-and-rye",
        name="Thimble & Rye Bakery",
        area=VALE,
        town="Tollminster",
        category="food-and-drink",
        address="27 Market Row, Tollminster",
        postcode="AJ1 3LD",
        phone="01632 960 102",
        shop_word="Poppyseed",
        description=W(
            "Bread, pies and celebration cakes baked through the night.",
            "Bara, pasteiod a chacennau dathlu, wedi’u pobi drwy’r nos.",
        ),
        welcome=W(
            "We know mornings are hard to plan. Ring before 8 and we will keep a loaf by for you "
            "until we close.",
            "Rydyn ni’n gwybod bod boreau’n anodd eu trefnu. Ffoniwch cyn 8 ac fe gadwn ni dorth "
            "i chi nes i ni gau.",
        ),
        offers=(
            Offer(
                "percentage",
                W("15% off bread and cakes", "15% oddi ar fara a chacennau"),
                terms.ONCE_A_DAY,
                15,
                limit="day",
                number=1,
            ),
        ),
        branches=(
            Branch(
                W("Arlenford shop", "Siop Rhyd Arlen"),
                VALE,
                "Arlenford",
                "3 Weighhouse Yard, Arlenford",
                "AJ1 1DG",
                "01632 960 103",
            ),
        ),
    ),
    Business(
        slug="fiddlers-rest",
        name="The Fiddler’s Rest",
        area=VALE,
        town="Orlestow",
        category="food-and-drink",
        address="The Green, Orlestow",
        postcode="AJ2 1FS",
        phone="01632 960 104",
        shop_word="Bellows",
        description=W(
            "A village pub with a garden, a fire and Sunday lunch all day.",
            "Tafarn bentref gyda gardd, tanllwyth o dân a chinio Sul drwy’r dydd.",
        ),
        welcome=W(
            "Tell us if you need a table near the door or a straw without being asked twice. "
            "Children and assistance dogs are always welcome.",
            "Rhowch wybod os oes angen bwrdd wrth y drws neu welltyn arnoch, a fydd dim rhaid "
            "gofyn ddwywaith. Mae croeso bob amser i blant a chŵn cymorth.",
        ),
        offers=(
            Offer(
                "amount",
                W("£3 off any main meal", "£3 oddi ar unrhyw brif bryd"),
                terms.MONDAY_TO_THURSDAY,
                300,
                limit="week",
                number=2,
            ),
            Offer(
                "free_product",
                W(
                    "A free glass of house wine or beer with lunch",
                    "Gwydraid o win neu gwrw’r tŷ am ddim gyda chinio",
                ),
                terms.ADULTS_ONLY,
                who="adult",
                limit="month",
                number=1,
                tags=("alcohol",),
            ),
        ),
    ),
    Business(
        slug="vale-leisure",
        name="Vale Leisure Centre",
        name_cy="Canolfan Hamdden y Dyffryn",
        area=VALE,
        town="Arlenford",
        category="leisure-and-sport",
        address="Riverside Way, Arlenford",
        postcode="AJ1 2HR",
        phone="01632 960 105",
        shop_word="Lapwing",
        description=W(
            "Pool, gym and classes run by the council, with a hoist and family changing rooms.",
            "Pwll, campfa a dosbarthiadau’r cyngor, gyda theclyn codi ac ystafelloedd newid i deuluoedd.",
        ),
        welcome=W(
            "Come for 20 minutes or 2 hours: you pay the same low price. We will reach you by "
            "tannoy if somebody rings for you.",
            "Dewch am 20 munud neu 2 awr: yr un pris isel fydd hi. Fe alwn ni arnoch dros yr "
            "uchelseinydd os bydd rhywun yn ffonio amdanoch.",
        ),
        offers=(
            Offer("concession", W("Swim for £2", "Nofio am £2"), terms.ALONE_OR_TOGETHER, 200),
            Offer(
                "waived_fee",
                W("No joining fee for the gym", "Dim ffi ymuno â’r gampfa"),
                W("When you join as a carer. Over-16s only.", "Wrth ymuno fel gofalwr. I rai dros 16 oed."),
                limit="ever",
                number=1,
            ),
        ),
        branches=(
            Branch(
                W("Tollminster pool", "Pwll Tollminster"),
                VALE,
                "Tollminster",
                "School Lane, Tollminster",
                "AJ1 3PN",
                "01632 960 106",
            ),
        ),
    ),
    Business(
        slug="loom-lane-climbing",
        name="Loom Lane Climbing",
        area=VALE,
        town="Arlenford",
        category="leisure-and-sport",
        address="Unit 2, Loom Lane, Arlenford",
        postcode="AJ1 2BU",
        phone="01632 960 107",
        shop_word="Chalk",
        description=W(
            "An indoor climbing wall in the old mill, with shoes to borrow.",
            "Wal ddringo dan do yn yr hen felin, gydag esgidiau i’w benthyg.",
        ),
        welcome=W(
            "Young carers’ hour is Thursday after school. Nobody asks why you are here; bring a friend.",
            "Mae awr y gofalwyr ifanc ar ddydd Iau ar ôl ysgol. Fydd neb yn holi pam rydych chi "
            "yma; dewch â ffrind.",
        ),
        offers=(
            Offer(
                "free_product",
                W("Young carers climb free on Thursdays", "Gofalwyr ifanc yn dringo am ddim ar ddydd Iau"),
                W("Thursdays, 4 pm to 6 pm, shoes included.", "Dydd Iau, 4pm tan 6pm, gan gynnwys esgidiau."),
                who="young",
                limit="week",
                number=1,
            ),
            Offer(
                "percentage",
                W("20% off a day pass", "20% oddi ar docyn diwrnod"),
                terms.SHOW_FIRST,
                20,
                who="adult",
            ),
        ),
    ),
    Business(
        slug="arlen-mill-gardens",
        name="Arlen Mill and Water Gardens",
        name_cy="Melin Arlen a’r Gerddi Dŵr",
        area=VALE,
        town="Cawsley Bridge",
        category="days-out",
        address="Mill Lane, Cawsley Bridge",
        postcode="AJ1 4SX",
        phone="01632 960 108",
        shop_word="Millstone",
        description=W(
            "A working watermill with level paths and plenty of benches.",
            "Melin ddŵr sy’n dal i droi, gyda llwybrau gwastad a digon o feinciau.",
        ),
        welcome=W(
            "Wheelchairs are free to borrow, and the warm room is open all year. Ask for the "
            "quiet route if crowds are hard.",
            "Gallwch fenthyg cadair olwyn am ddim, ac mae’r ystafell gynnes ar agor drwy’r "
            "flwyddyn. Gofynnwch am y llwybr tawel os yw torfeydd yn anodd.",
        ),
        offers=(
            Offer(
                "free_product",
                W("Carer goes in free", "Mynediad am ddim i’r gofalwr"),
                terms.BOTH_TOGETHER,
                companion="with_person",
                limit="day",
                number=1,
            ),
        ),
    ),
    Business(
        slug="mardlecombe-railway",
        name="Mardlecombe Light Railway",
        name_cy="Rheilffordd Fach Cwm Mardle",
        area=VALE,
        town="Mardlecombe",
        category="days-out",
        address="Station Yard, Mardlecombe",
        postcode="AJ2 2EW",
        phone="01632 960 109",
        shop_word="Whistle",
        description=W(
            "Six miles of narrow-gauge railway with a carriage for wheelchairs.",
            "Chwe milltir o reilffordd gul, gyda cherbyd i gadeiriau olwyn.",
        ),
        welcome=W(
            "If today goes wrong, your ticket is good for another day. Tell the guard and we "
            "will hold the train while you get settled.",
            "Os aiff pethau o chwith heddiw, bydd eich tocyn yn dda ar ddiwrnod arall. Dywedwch "
            "wrth y gard ac fe ddaliwn ni’r trên wrth i chi setlo.",
        ),
        offers=(
            Offer(
                "percentage",
                W("25% off tickets for up to 4 people", "25% oddi ar docynnau i hyd at 4 o bobl"),
                terms.NOT_WITH_OTHERS,
                25,
                limit="month",
                number=2,
            ),
        ),
    ),
    Business(
        slug="vale-link",
        name="Vale Link Community Transport",
        name_cy="Cludiant Cymunedol Cyswllt y Dyffryn",
        area=VALE,
        town="Brackenhoe",
        category="transport",
        address="The Old Dairy, Brackenhoe",
        postcode="AJ2 3YA",
        phone="01632 960 110",
        shop_word="Milepost",
        description=W(
            "Door-to-door minibuses with a lift and drivers who help with bags.",
            "Bysiau mini o ddrws i ddrws, gyda lifft a gyrwyr sy’n helpu gyda bagiau.",
        ),
        welcome=W(
            "Going to see somebody in hospital counts too. Ring by noon for the next day, or "
            "ring anyway and we will try.",
            "Mae mynd i weld rhywun yn yr ysbyty yn cyfrif hefyd. Ffoniwch cyn hanner dydd am "
            "drannoeth, neu ffoniwch beth bynnag ac fe wnawn ni ein gorau.",
        ),
        offers=(
            Offer(
                "concession",
                W("Half fare: £1.50 a journey", "Hanner pris: £1.50 y daith"),
                terms.ALONE_OR_TOGETHER,
                150,
            ),
        ),
    ),
)
