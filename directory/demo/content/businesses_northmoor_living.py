"""Northmoor: shops, homes, health and council services."""

from __future__ import annotations

from directory.demo.content import terms
from directory.demo.content.scheme import NORTHMOOR
from directory.demo.content.types import Business, Offer
from directory.demo.content.types import Words as W

BUSINESSES = (
    Business(
        slug="fleece-and-thistle",
        name="Fleece & Thistle",
        area=NORTHMOOR,
        town="Moorgarth",
        category="shops",
        address="3 Chapel Row, Moorgarth",
        postcode="AJ3 2GR",
        phone="01632 960 141",
        shop_word="Teasel",
        description=W(
            "Wool, patterns and a knitting table where strangers become friends.",
            "Gwlân, patrymau a bwrdd gweu lle daw dieithriaid yn ffrindiau.",
        ),
        welcome=W(
            "Drop in on Thursday afternoons; no need to finish anything. We post wool to people "
            "who cannot get out.",
            "Galwch heibio ar brynhawn Iau; does dim rhaid gorffen dim byd. Rydyn ni’n postio "
            "gwlân at bobl na allan nhw fynd allan.",
        ),
        offers=(
            Offer(
                "percentage", W("10% off wool and needles", "10% oddi ar wlân a gweill"), terms.NOT_SALE, 10
            ),
            Offer(
                "space",
                W("A seat at the knitting table", "Sedd wrth y bwrdd gweu"),
                W("Thursdays, 1 pm to 4 pm. Tea is free.", "Dydd Iau, 1pm tan 4pm. Mae’r te am ddim."),
            ),
        ),
    ),
    Business(
        slug="skelderby-hardware",
        name="Skelderby Hardware",
        area=NORTHMOOR,
        town="Skelderby",
        category="home-and-garden",
        address="12 High Street, Skelderby",
        postcode="AJ3 1JD",
        phone="01632 960 142",
        shop_word="Dovetail",
        description=W(
            "Grab rails, key safes, paint and one screw if one is all you need.",
            "Canllawiau, blychau allweddi, paent, ac un sgriw os mai dim ond un sydd ei hangen.",
        ),
        welcome=W(
            "Draw us the doorway on the back of an envelope and we will find what fits. We "
            "deliver to the moor villages on Fridays.",
            "Tynnwch lun o’r drws ar gefn amlen ac fe ddown ni o hyd i’r hyn sy’n ffitio. Rydyn "
            "ni’n danfon i bentrefi’r rhos ar ddydd Gwener.",
        ),
        offers=(
            Offer(
                "percentage",
                W("15% off rails, ramps and key safes", "15% oddi ar ganllawiau, rampiau a blychau allweddi"),
                terms.SHOW_FIRST,
                15,
            ),
            Offer(
                "waived_fee",
                W("Free delivery on Fridays", "Danfon am ddim ar ddydd Gwener"),
                W(
                    "To homes in Northmoor. Order by Thursday noon.",
                    "I gartrefi yng Ngweunydd y Gogledd. Archebwch erbyn hanner dydd ddydd Iau.",
                ),
                limit="week",
                number=1,
            ),
        ),
    ),
    Business(
        slug="hilltop-barbers",
        name="Hilltop Barbers",
        area=NORTHMOOR,
        town="Keldrigg",
        category="health-and-beauty",
        address="The Square, Keldrigg",
        postcode="AJ4 2AH",
        phone="01632 960 143",
        shop_word="Clipper",
        description=W(
            "Haircuts and hot shaves, with a quiet chair away from the window.",
            "Torri gwallt ac eillio poeth, gyda chadair dawel ymhell o’r ffenest.",
        ),
        welcome=W(
            "If clippers are too loud, we use scissors. Come for a look round before the first cut.",
            "Os yw’r clipiwr yn rhy swnllyd, fe ddefnyddiwn ni siswrn. Dewch i weld y lle cyn "
            "torri gwallt am y tro cyntaf.",
        ),
        offers=(
            Offer(
                "amount",
                W("£2 off a haircut", "£2 oddi ar dorri gwallt"),
                terms.SHOW_FIRST,
                200,
                limit="month",
                number=2,
            ),
            Offer(
                "space",
                W("A quiet half hour before we open", "Hanner awr dawel cyn i ni agor"),
                terms.SAY_WHEN_BOOKING,
                companion="with_person",
                starts=21,
            ),
        ),
    ),
    Business(
        slug="dale-and-daughter",
        name="Dale & Daughter Plumbing",
        name_cy="Plymwyr Dale & Daughter",
        area=NORTHMOOR,
        town="Ludderscar",
        category="home-and-garden",
        address="Beckside Works, Ludderscar",
        postcode="AJ4 3NF",
        phone="01632 960 144",
        shop_word="Stopcock",
        description=W(
            "Plumbers for leaks, wet rooms and boilers, vetted by trading standards.",
            "Plymwyr ar gyfer gollyngiadau, ystafelloedd gwlyb a boeleri, wedi’u gwirio gan safonau masnach.",
        ),
        welcome=W(
            "No heating and somebody ill at home? You go to the top of the list. We tell you the "
            "price before we pick up a spanner.",
            "Dim gwres a rhywun yn sâl gartref? Chi fydd ar ben y rhestr. Fe ddywedwn ni’r pris "
            "cyn codi sbaner.",
        ),
        offers=(
            Offer(
                "waived_fee",
                W("No call-out charge", "Dim tâl galw allan"),
                W(
                    "Weekdays, 8 am to 6 pm. Show your card at the door.",
                    "Dyddiau’r wythnos, 8am tan 6pm. Dangoswch eich cerdyn wrth y drws.",
                ),
                limit="month",
                number=1,
            ),
            Offer(
                "priority",
                W("Carers without heating come first", "Gofalwyr heb wres sy’n dod gyntaf"),
                W(
                    "Tell us when you ring that you have a Carer Passport.",
                    "Dywedwch wrth ffonio fod gennych Basbort Gofalwyr.",
                ),
            ),
        ),
    ),
    Business(
        slug="green-collections",
        name="Arlenshire Green Collections",
        name_cy="Casgliadau Gwyrdd Swydd Arlen",
        area=NORTHMOOR,
        town="Skelderby",
        category="council-services",
        address="Council Depot, Mill Bank, Skelderby",
        postcode="AJ3 3ZT",
        phone="01632 960 145",
        shop_word="Compost",
        description=W(
            "Bulky waste, garden bins and help to carry bins out, from the council.",
            "Gwastraff swmpus, biniau gardd a help i gario’r biniau allan, gan y cyngor.",
        ),
        welcome=W(
            "If lifting is hard, our crew will fetch and return your bins every week. A hospital "
            "bed to take away? We come within 5 days.",
            "Os yw codi’n anodd, bydd ein criw yn nôl eich biniau ac yn dod â nhw’n ôl bob "
            "wythnos. Gwely ysbyty i fynd oddi yno? Fe ddown ni o fewn 5 diwrnod.",
        ),
        offers=(
            Offer(
                "waived_fee",
                W("One free bulky collection a year", "Un casgliad swmpus am ddim bob blwyddyn"),
                W(
                    "Up to 4 things. Give your card number when you ring.",
                    "Hyd at 4 eitem. Rhowch rif eich cerdyn wrth ffonio.",
                ),
                limit="ever",
                number=1,
            ),
        ),
    ),
    Business(
        slug="keldrigg-pharmacy",
        name="Keldrigg Pharmacy",
        name_cy="Fferyllfa Keldrigg",
        area=NORTHMOOR,
        town="Keldrigg",
        category="health-services",
        address="1 The Square, Keldrigg",
        postcode="AJ4 2BD",
        phone="01632 960 146",
        shop_word="Camomile",
        description=W(
            "A village pharmacy that delivers and explains.", "Fferyllfa bentref sy’n danfon ac yn esbonio."
        ),
        welcome=W(
            "Ask us to pack tablets by day and to ring you when they are ready. You may wait in "
            "the side room, out of the queue.",
            "Gofynnwch i ni bacio tabledi fesul diwrnod a’ch ffonio pan fyddan nhw’n barod. "
            "Cewch aros yn yr ystafell ochr, allan o’r ciw.",
        ),
        offers=(
            Offer(
                "priority",
                W("Carers are served first when it is urgent", "Gofalwyr yn gyntaf pan fydd brys"),
                W("Show your card at the counter.", "Dangoswch eich cerdyn wrth y cownter."),
            ),
            Offer(
                "percentage",
                W("10% off gloves, wipes and pads", "10% oddi ar fenig, weips a phadiau"),
                terms.SHOW_FIRST,
                10,
            ),
        ),
    ),
    Business(
        slug="hawes-and-hound",
        name="Hawes & Hound Family Butchers",
        name_cy="Cigyddion Hawes & Hound",
        area=NORTHMOOR,
        town="Moorgarth",
        category="shops",
        address="10 Chapel Row, Moorgarth",
        postcode="AJ3 2UW",
        phone="01632 960 147",
        shop_word="Sausage",
        description=W(
            "Meat from the moor, and ready meals in ovenproof trays.",
            "Cig o’r rhos, a phrydau parod mewn hambyrddau ffwrn.",
        ),
        welcome=W(
            "Soft meals and small portions made to order. If you cannot leave the car, sound the horn twice.",
            "Prydau meddal a dognau bach wrth archebu. Os na allwch adael y car, canwch y corn ddwywaith.",
        ),
        offers=(
            Offer(
                "percentage",
                W("10% off, Tuesday to Thursday", "10% i ffwrdd, dydd Mawrth i ddydd Iau"),
                terms.SHOW_FIRST,
                10,
            ),
        ),
    ),
)
