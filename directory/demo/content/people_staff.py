"""Demo officers and shop people, one for each role."""

from __future__ import annotations

from directory.demo.content.types import Person
from directory.demo.content.types import Words as W

STAFF = (
    Person(
        key="assessor",
        given_name="Catrin",
        family_name="Bowen-Wells",
        email="catrin.bowen-wells@arlenshire.example",
        role="Assessor",
        language="cy",
        phone="01632 960 011",
        story=W(
            "Carers’ Centre officer. She decides applications, prints cards and answers the phone.",
            "Swyddog yn y Ganolfan Gofalwyr. Mae’n penderfynu ar geisiadau, yn argraffu cardiau "
            "ac yn ateb y ffôn.",
        ),
    ),
    Person(
        key="assessor-two",
        given_name="Joel",
        family_name="Akande",
        email="joel.akande@arlenshire.example",
        role="Assessor",
        phone="01632 960 012",
        story=W(
            "Works beside Catrin. Open one application as both to see who wins.",
            "Yn gweithio gyda Catrin. Agorwch yr un cais fel y ddau i weld pwy sy’n cael y gair olaf.",
        ),
    ),
    Person(
        key="commissioner",
        given_name="Harriet",
        family_name="Lindqvist",
        email="harriet.lindqvist@arlenshire.example",
        role="Commissioner",
        phone="01632 960 013",
        story=W(
            "Pays for the scheme. She looks after the directory and guidance, and reads the reports.",
            "Hi sy’n ariannu’r cynllun. Mae’n gofalu am y cyfeiriadur a’r canllawiau, ac yn "
            "darllen yr adroddiadau.",
        ),
    ),
    Person(
        key="call-handler",
        given_name="Baljit",
        family_name="Sandher",
        email="baljit.sandher@arlenshire.example",
        role="Call handler",
        phone="01632 960 014",
        story=W(
            "Answers the 24-hour line at night. She opens a plan only by its reference.",
            "Yn ateb y llinell 24 awr yn y nos. Dim ond drwy’r cyfeirnod y bydd hi’n agor cynllun.",
        ),
    ),
    Person(
        key="privacy-officer",
        given_name="Moses",
        family_name="Kettleborough",
        email="moses.kettleborough@arlenshire.example",
        role="Privacy officer",
        phone="01632 960 015",
        story=W(
            "Sees who looked at what and when, and answers questions about data.",
            "Yn gweld pwy edrychodd ar beth a phryd, ac yn ateb cwestiynau am ddata.",
        ),
    ),
    Person(
        key="administrator",
        given_name="Ruta",
        family_name="Balodis-Grey",
        email="ruta.balodis-grey@arlenshire.example",
        role="Administrator",
        phone="01632 960 016",
        story=W(
            "Sets up the scheme, its colours and its people. She cannot read applications.",
            "Yn gosod y cynllun, ei liwiau a’i bobl. All hi ddim darllen ceisiadau.",
        ),
    ),
)

BUSINESS_PEOPLE = (
    Person(
        key="owner",
        given_name="Wanda",
        family_name="Truelove",
        email="wanda@kettle-and-thrush.example",
        role="Business owner",
        business="kettle-and-thrush",
        phone="01632 960 101",
        story=W(
            "Owns The Kettle and Thrush. She joined because half her regulars look after someone.",
            "Perchennog The Kettle and Thrush. Ymunodd am fod hanner ei chwsmeriaid ffyddlon yn "
            "edrych ar ôl rhywun.",
        ),
    ),
    Person(
        key="till",
        given_name="Ollie",
        family_name="Fenwick-Rao",
        email="ollie@kettle-and-thrush.example",
        role="Till staff",
        business="kettle-and-thrush",
        phone="07700 900 201",
        story=W(
            "Works Saturdays at the café till. The card check takes him about 10 seconds.",
            "Yn gweithio wrth til y caffi ar ddydd Sadwrn. Mae gwirio cerdyn yn cymryd tua 10 eiliad iddo.",
        ),
    ),
    Person(
        key="owner-welsh",
        given_name="Bronwen",
        family_name="Maddocks",
        email="bronwen@bwyd-bronwen.example",
        role="Business owner",
        language="cy",
        business="bwyd-bronwen",
        phone="01632 960 183",
        story=W(
            "Runs Bwyd Bronwen in Welsh, from the till screen to the stickers.",
            "Yn rhedeg Bwyd Bronwen yn Gymraeg, o sgrin y til i’r sticeri.",
        ),
    ),
    Person(
        key="till-initials",
        given_name="Elin",
        family_name="Prothero-Vance",
        email="elin@bwyd-bronwen.example",
        role="Till staff",
        language="cy",
        business="bwyd-bronwen",
        initials="EPV",
        phone="07700 900 202",
        story=W(
            "Serves at Bwyd Bronwen, where the till asks for initials: she taps EPV.",
            "Yn gweini yn Bwyd Bronwen, lle mae’r til yn gofyn am lythrennau cyntaf: mae’n tapio EPV.",
        ),
    ),
    Person(
        key="till-pin",
        given_name="Dev",
        family_name="Marchetti",
        email="dev@vale-leisure.example",
        role="Till staff",
        business="vale-leisure",
        initials="DM",
        pin="2580",
        phone="07700 900 203",
        story=W(
            "On the desk of a leisure centre, where the till asks for a PIN. His is 2580, after DM.",
            "Wrth ddesg canolfan hamdden, lle mae’r til yn gofyn am PIN. Ei un ef yw 2580, ar ôl DM.",
        ),
    ),
)
