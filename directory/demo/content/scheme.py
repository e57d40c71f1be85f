"""The invented county of Arlenshire, its council, its carers’ service and its four areas.

The postcode area AJ does not exist; telephone numbers are from the ranges kept for drama.
"""

from __future__ import annotations

from directory.demo.content.types import Area, Scheme, Town, Words

VALE, NORTHMOOR, COAST, CASTLE = "arlen-vale", "northmoor", "saltmarsh-coast", "castle-towns"

AREAS = (
    Area(
        VALE,
        Words("Arlen Vale", "Dyffryn Arlen"),
        Words("The county town and the villages along the river.", "Tref y sir a’r pentrefi ar hyd yr afon."),
        ("AJ1 1", "AJ1 2", "AJ1 3", "AJ1 4", "AJ2 1", "AJ2 2", "AJ2 3"),
        (
            Town("Arlenford", "Rhyd Arlen", "AJ1 1"),
            Town("Tollminster", "Tollminster", "AJ1 3"),
            Town("Orlestow", "Orlestow", "AJ2 1"),
            Town("Cawsley Bridge", "Pont Cawsley", "AJ1 4"),
            Town("Mardlecombe", "Cwm Mardle", "AJ2 2"),
            Town("Brackenhoe", "Brackenhoe", "AJ2 3"),
        ),
    ),
    Area(
        NORTHMOOR,
        Words("Northmoor", "Gweunydd y Gogledd"),
        Words("Moorland, market towns and long bus rides.", "Gweundir, trefi marchnad a theithiau bws hir."),
        ("AJ3 1", "AJ3 2", "AJ3 3", "AJ4 1", "AJ4 2", "AJ4 3"),
        (
            Town("Skelderby", "Skelderby", "AJ3 1"),
            Town("Moorgarth", "Moorgarth", "AJ3 2"),
            Town("Garrowhope", "Garrowhope", "AJ4 1"),
            Town("Keldrigg", "Keldrigg", "AJ4 2"),
            Town("Ludderscar", "Ludderscar", "AJ4 3"),
        ),
    ),
    Area(
        COAST,
        Words("Saltmarsh Coast", "Arfordir y Morfa"),
        Words("Harbours, beaches and the marsh villages.", "Harbyrau, traethau a phentrefi’r morfa."),
        ("AJ5 1", "AJ5 2", "AJ5 3", "AJ5 4", "AJ6 1", "AJ6 2", "AJ6 3"),
        (
            Town("Merrowhaven", "Hafan Merrow", "AJ5 1"),
            Town("Port Sallow", "Porth yr Helyg", "AJ5 3"),
            Town("Gullsea", "Gullsea", "AJ6 1"),
            Town("Marram Sands", "Traeth y Moresg", "AJ6 2"),
            Town("Oysterby", "Oysterby", "AJ5 4"),
            Town("Wrackstrand", "Wrackstrand", "AJ6 3"),
        ),
    ),
    Area(
        CASTLE,
        Words("Castle Towns", "Trefi’r Castell"),
        Words("Four old towns on the border hills.", "Pedair hen dref ar fryniau’r ffin."),
        ("AJ7 1", "AJ7 2", "AJ7 3", "AJ8 1", "AJ8 2", "AJ8 3", "AJ9 1", "AJ9 2"),
        (
            Town("Castle Orrin", "Castell Orrin", "AJ7 1"),
            Town("Ludmarch", "Llwydfarch", "AJ8 1"),
            Town("Breckminster", "Breckminster", "AJ7 3"),
            Town("Llanorrin", "Llanorrin", "AJ9 1"),
            Town("Hartlow", "Hartlow", "AJ8 3"),
            Town("Dunmarket", "Marchnad y Twyn", "AJ9 2"),
        ),
    ),
)

SCHEME = Scheme(
    slug="arlenshire",
    name=Words("Arlenshire Carer Passport", "Pasbort Gofalwyr Swydd Arlen"),
    short_name=Words("Carer Passport", "Pasbort Gofalwyr"),
    county=Words("Arlenshire", "Swydd Arlen"),
    council=Words("Arlenshire County Council", "Cyngor Sir Swydd Arlen"),
    council_address=Words(
        "Carer Passport team, Arlenshire County Council, Old Weighhouse, Bridge Street, Arlenford AJ1 1AA",
        "Tîm y Pasbort Gofalwyr, Cyngor Sir Swydd Arlen, Yr Hen Dŷ Pwyso, Stryd y Bont, Rhyd Arlen AJ1 1AA",
    ),
    carers_service=Words("Arlenshire Carers’ Centre", "Canolfan Gofalwyr Swydd Arlen"),
    carers_service_address=Words(
        "Arlenshire Carers’ Centre, 4 Loom Lane, Arlenford AJ1 2BD",
        "Canolfan Gofalwyr Swydd Arlen, 4 Lôn y Gwŷdd, Rhyd Arlen AJ1 2BD",
    ),
    helpline="01632 960 001",
    helpline_hours=Words(
        "Monday to Friday, 9 am to 6 pm, and Saturday, 10 am to 1 pm",
        "Dydd Llun i ddydd Gwener, 9am i 6pm, a dydd Sadwrn, 10am i 1pm",
    ),
    emergency_line="01632 960 024",
    advice_line="01632 960 010",
    text_line="07700 900 001",
    email="hello@carerpassport-arlenshire.example",
    privacy_email="privacy@arlenshire.example",
    business_email="business@carerpassport-arlenshire.example",
    website="https://carerpassport-arlenshire.example",
    main_colour="#0f4a4f",
    accent_colour="#f6b02c",
    young_colour="#0f4a4f",
    validity_months=24,
    territory_rule="either",
    young_from_age=8,
    apply_alone_from_age=14,
    adult_from_age=18,
    answer_working_days=10,
    elsewhere=Words(
        "Every council has help for carers. Ring yours and ask for the carers’ service, or ring us on 01632 960 001: "
        "we will find the right number with you.",
        "Mae gan bob cyngor help i ofalwyr. Ffoniwch eich cyngor chi a gofynnwch am y gwasanaeth gofalwyr, neu "
        "ffoniwch ni ar 01632 960 001: fe ddown ni o hyd i’r rhif iawn gyda chi.",
    ),
    areas=AREAS,
)
