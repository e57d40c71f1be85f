"""Arlen Vale: shops, homes, health and council services."""

from __future__ import annotations

from directory.demo.content import terms
from directory.demo.content.scheme import NORTHMOOR, VALE
from directory.demo.content.types import Branch, Business, Offer
from directory.demo.content.types import Words as W

BUSINESSES = (
    Business(
        slug="bramble-and-comb",
        name="Bramble & Comb",
        area=VALE,
        town="Arlenford",
        category="health-and-beauty",
        address="15 Cornhill, Arlenford",
        postcode="AJ1 1JP",
        phone="01632 960 111",
        shop_word="Bramble",
        description=W(
            "Hairdressers who also visit people who cannot leave home.",
            "Siop trin gwallt sydd hefyd yn ymweld â phobl na allan nhw adael y tŷ.",
        ),
        welcome=W(
            "Bring the person you look after and we will do you both at once. We never charge "
            "for a late cancellation by a carer.",
            "Dewch â’r person rydych chi’n gofalu amdano ac fe wnawn ni’r ddau ohonoch gyda’n "
            "gilydd. Fyddwn ni byth yn codi tâl ar ofalwr am ganslo’n hwyr.",
        ),
        offers=(
            Offer(
                "percentage",
                W(
                    "20% off a cut, Monday to Wednesday",
                    "20% oddi ar dorri gwallt, dydd Llun i ddydd Mercher",
                ),
                terms.SAY_WHEN_BOOKING,
                20,
            ),
            Offer(
                "waived_fee",
                W("No home visit charge", "Dim tâl am ymweliad â’r cartref"),
                W(
                    "For you or the person you look after, within 10 miles of Arlenford.",
                    "I chi neu’r person rydych chi’n gofalu amdano, o fewn 10 milltir i Ryd Arlen.",
                ),
                limit="month",
                number=1,
            ),
        ),
    ),
    Business(
        slug="spoke-and-saddle",
        name="Spoke & Saddle",
        area=VALE,
        town="Tollminster",
        category="shops",
        address="41 Market Row, Tollminster",
        postcode="AJ1 3QT",
        phone="01632 960 112",
        shop_word="Sprocket",
        description=W(
            "Bicycles, trikes and wheelchair repairs while you wait.",
            "Beiciau, treiciau a thrwsio cadeiriau olwyn wrth i chi aros.",
        ),
        welcome=W(
            "A wheelchair with a flat tyre goes to the front of the queue. We will come out to "
            "the car if that is easier.",
            "Caiff cadair olwyn â theiar fflat fynd i flaen y ciw. Fe ddown ni allan at y car os "
            "yw hynny’n haws.",
        ),
        offers=(
            Offer(
                "percentage",
                W("10% off repairs and parts", "10% oddi ar waith trwsio a darnau"),
                terms.NOT_SALE,
                10,
            ),
            Offer(
                "priority",
                W("Wheelchair repairs first", "Trwsio cadeiriau olwyn yn gyntaf"),
                W("Bring the chair and show your card.", "Dewch â’r gadair a dangoswch eich cerdyn."),
                companion="either",
            ),
        ),
    ),
    Business(
        slug="quillfeather-books",
        name="Quillfeather Books",
        area=VALE,
        town="Arlenford",
        category="shops",
        address="6 Scriveners Passage, Arlenford",
        postcode="AJ1 1NE",
        phone="01632 960 113",
        shop_word="Foxglove",
        description=W(
            "New and second-hand books, large print and story sacks.",
            "Llyfrau newydd ac ail-law, print bras a sachau stori.",
        ),
        welcome=W(
            "Tell us what they used to like and we will find something close. There is an "
            "armchair at the back, and nobody will hurry you.",
            "Dywedwch wrthon ni beth roedden nhw’n arfer ei hoffi ac fe ddown ni o hyd i rywbeth "
            "tebyg. Mae cadair esmwyth yn y cefn, a fydd neb yn eich brysio.",
        ),
        offers=(Offer("percentage", W("10% off all books", "10% oddi ar bob llyfr"), terms.NOT_SALE, 10),),
    ),
    Business(
        slug="seedling-and-sons",
        name="Seedling & Sons Garden Centre",
        name_cy="Canolfan Arddio Seedling & Sons",
        area=VALE,
        town="Cawsley Bridge",
        category="home-and-garden",
        address="Arlen Road, Cawsley Bridge",
        postcode="AJ1 4WG",
        phone="01632 960 114",
        shop_word="Trowel",
        description=W(
            "Plants, raised beds and tools that are kind to sore hands.",
            "Planhigion, gwelyau uchel ac offer sy’n garedig wrth ddwylo poenus.",
        ),
        welcome=W(
            "Mobility scooters are free to borrow. If you have no time to garden, ask us what "
            "looks after itself.",
            "Gallwch fenthyg sgwter symudedd am ddim. Os nad oes gennych amser i arddio, "
            "gofynnwch i ni beth sy’n gofalu amdano’i hun.",
        ),
        offers=(
            Offer(
                "percentage",
                W("10% off plants, pots and tools", "10% oddi ar blanhigion, potiau ac offer"),
                terms.NOT_SALE,
                10,
            ),
            Offer(
                "amount",
                W("£5 off when you spend £30", "£5 i ffwrdd wrth wario £30"),
                terms.NOT_WITH_OTHERS,
                500,
                limit="month",
                number=1,
                starts=-300,
                ends=-40,
                status="ended",
            ),
        ),
        branches=(
            Branch(
                W("Moorgarth nursery", "Meithrinfa Moorgarth"),
                NORTHMOOR,
                "Moorgarth",
                "Hill Top, Moorgarth",
                "AJ3 2RB",
                "01632 960 115",
            ),
        ),
    ),
    Business(
        slug="arlenshire-libraries",
        name="Arlenshire Libraries",
        name_cy="Llyfrgelloedd Swydd Arlen",
        area=VALE,
        town="Arlenford",
        category="council-services",
        address="Library Square, Arlenford",
        postcode="AJ1 1LZ",
        phone="01632 960 116",
        shop_word="Inkwell",
        description=W(
            "Books, films, computers and a warm seat in three libraries and on the van.",
            "Llyfrau, ffilmiau, cyfrifiaduron a sedd gynnes mewn tair llyfrgell ac ar y fan.",
        ),
        welcome=W(
            "Late back because of a bad week? There is nothing to pay. We can bring books to "
            "your door every month.",
            "Yn hwyr yn dychwelyd llyfr ar ôl wythnos anodd? Does dim i’w dalu. Gallwn ddod â "
            "llyfrau at eich drws bob mis.",
        ),
        offers=(
            Offer(
                "waived_fee",
                W("No late fees, and loans of 6 weeks", "Dim ffioedd hwyr, a benthyciadau 6 wythnos"),
                W(
                    "Ask once at any desk and we will set it on your library card.",
                    "Gofynnwch unwaith wrth unrhyw ddesg ac fe’i nodwn ar eich cerdyn llyfrgell.",
                ),
            ),
            Offer(
                "space",
                W("A quiet room to make calls", "Ystafell dawel i wneud galwadau"),
                W(
                    "Up to 1 hour. Ask at the desk or book by phone.",
                    "Hyd at 1 awr. Gofynnwch wrth y ddesg neu archebwch dros y ffôn.",
                ),
                companion="alone",
            ),
        ),
        branches=(
            Branch(
                W("Tollminster Library", "Llyfrgell Tollminster"),
                VALE,
                "Tollminster",
                "2 Market Row, Tollminster",
                "AJ1 3AA",
                "01632 960 117",
            ),
            Branch(
                W("Skelderby Library", "Llyfrgell Skelderby"),
                NORTHMOOR,
                "Skelderby",
                "High Street, Skelderby",
                "AJ3 1AB",
                "01632 960 118",
            ),
        ),
    ),
    Business(
        slug="clearwater-opticians",
        name="Clearwater Opticians",
        name_cy="Optegwyr Clearwater",
        area=VALE,
        town="Arlenford",
        category="health-services",
        address="22 Cornhill, Arlenford",
        postcode="AJ1 1RH",
        phone="01632 960 119",
        shop_word="Prism",
        description=W(
            "Eye tests in the shop and in your own home.",
            "Profion llygaid yn y siop ac yn eich cartref eich hun.",
        ),
        welcome=W(
            "We can book you both into one long appointment, so you only travel once. Tell us "
            "what helps the person you look after stay calm.",
            "Gallwn drefnu un apwyntiad hir i’r ddau ohonoch, fel mai unwaith yn unig y byddwch "
            "yn teithio. Dywedwch wrthon ni beth sy’n helpu’r person rydych chi’n gofalu amdano "
            "i ymlacio.",
        ),
        offers=(
            Offer(
                "amount",
                W("£20 off a pair of glasses", "£20 oddi ar bâr o sbectol"),
                terms.NOT_WITH_OTHERS,
                2000,
                limit="ever",
                number=2,
            ),
            Offer(
                "priority",
                W("Double appointments for carers", "Apwyntiadau dwbl i ofalwyr"),
                terms.SAY_WHEN_BOOKING,
                companion="with_person",
            ),
        ),
    ),
    Business(
        slug="tidy-tablets",
        name="Tidy Tablets",
        area=VALE,
        town="Orlestow",
        category="online-and-phone",
        address="The Old Forge, Orlestow",
        postcode="AJ2 1UD",
        phone="01632 960 120",
        shop_word="Pixel",
        description=W(
            "Patient help with phones, tablets and video calls, by telephone.",
            "Help amyneddgar gyda ffonau, llechi a galwadau fideo, dros y ffôn.",
        ),
        welcome=W(
            "No question is too small, and we never say “just”. Ring in the evening when the "
            "house is quiet: we answer until 9.",
            "Does yr un cwestiwn yn rhy fach, a fyddwn ni byth yn gwneud i chi deimlo’n dwp. "
            "Ffoniwch gyda’r nos pan fydd y tŷ’n dawel: rydyn ni’n ateb tan 9.",
        ),
        offers=(
            Offer(
                "free_product",
                W("First half hour of help free", "Yr hanner awr cyntaf o help am ddim"),
                W(
                    "By phone or video. Read out your card number when you ring.",
                    "Dros y ffôn neu fideo. Darllenwch rif eich cerdyn wrth ffonio.",
                ),
                limit="ever",
                number=1,
            ),
        ),
    ),
)
