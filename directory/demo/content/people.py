"""The named demo cast, each with a story that `/demo/` shows, so that a visitor knows whom to be."""

from __future__ import annotations

from directory.demo.content.types import Person
from directory.demo.content.types import Words as W

CARERS = (
    Person(
        key="waiting",
        given_name="Denise",
        family_name="Adeyemi-Cole",
        email="denise@post.example",
        role="Carer",
        state="waiting",
        age=52,
        town="Tollminster",
        postcode="AJ1 3DA",
        phone="07700 900 101",
        story=W(
            "Looks after her mum, who has falls. She applied yesterday and is waiting for an answer.",
            "Yn edrych ar ôl ei mam, sy’n cwympo’n aml. Gwnaeth gais ddoe ac mae’n aros am ateb.",
        ),
    ),
    Person(
        key="more-needed",
        given_name="Rashid",
        family_name="Chaudhry",
        email="rashid@post.example",
        role="Carer",
        state="more_needed",
        age=44,
        town="Ludmarch",
        postcode="AJ8 2RC",
        phone="07700 900 102",
        story=W(
            "His photo was too dark. We asked him for another, and he has not answered yet.",
            "Roedd ei lun yn rhy dywyll. Gofynnon ni am un arall, ond nid yw wedi ateb eto.",
        ),
    ),
    Person(
        key="active",
        given_name="Priya",
        family_name="Menon-Hughes",
        email="priya@post.example",
        role="Carer",
        state="active",
        age=38,
        town="Arlenford",
        postcode="AJ1 1PM",
        phone="07700 900 103",
        story=W(
            "Parent of a disabled son, 9. Her card is good for another year and she uses it most days.",
            "Rhiant i fab anabl 9 oed. Mae ei cherdyn yn dda am flwyddyn arall ac mae’n ei "
            "ddefnyddio bron bob dydd.",
        ),
    ),
    Person(
        key="renewing",
        given_name="Tomasz",
        family_name="Wiśniewski",
        email="tomasz@post.example",
        role="Carer",
        state="expiring",
        age=61,
        town="Merrowhaven",
        postcode="AJ5 1TW",
        phone="07700 900 104",
        story=W(
            "Cares for his wife after a stroke. His card runs out in 3 weeks, so he can renew it now.",
            "Yn gofalu am ei wraig ar ôl strôc. Daw ei gerdyn i ben mewn 3 wythnos, felly gall "
            "ei adnewyddu nawr.",
        ),
    ),
    Person(
        key="expired",
        given_name="Margaret",
        family_name="O’Hanlon",
        email="margaret@post.example",
        role="Carer",
        state="expired",
        age=70,
        town="Skelderby",
        postcode="AJ3 1MH",
        phone="07700 900 105",
        story=W(
            "Looks after a neighbour. Her card ran out last month and a shop has just told her.",
            "Yn edrych ar ôl cymydog. Daeth ei cherdyn i ben fis diwethaf ac mae siop newydd ddweud wrthi.",
        ),
    ),
    Person(
        key="lost",
        given_name="Devon",
        family_name="Campbell-Reid",
        email="devon@post.example",
        role="Carer",
        state="lost",
        age=33,
        town="Port Sallow",
        postcode="AJ5 3DC",
        phone="07700 900 106",
        story=W(
            "Cares for his dad. He left his printed card on a bus and stopped it; a new one is on its way.",
            "Yn gofalu am ei dad. Gadawodd ei gerdyn print ar fws a’i stopio; mae un newydd ar ei ffordd.",
        ),
    ),
    Person(
        key="young",
        given_name="Aisha",
        family_name="Rahman",
        email="aisha@post.example",
        role="Carer",
        state="young_active",
        age=15,
        town="Arlenford",
        postcode="AJ1 2AR",
        phone="07700 900 107",
        guardian="guardian",
        story=W(
            "Is 15 and helps her mum, who has bad days. She has a young carer’s card and sees no "
            "adult offers.",
            "Mae’n 15 ac yn helpu ei mam, sy’n cael diwrnodau gwael. Mae ganddi gerdyn gofalwr "
            "ifanc ac nid yw’n gweld cynigion i oedolion.",
        ),
    ),
    Person(
        key="guardian",
        given_name="Farida",
        family_name="Rahman",
        email="farida@post.example",
        role="Carer",
        state="guardian",
        age=41,
        town="Arlenford",
        postcode="AJ1 2AR",
        phone="07700 900 108",
        story=W(
            "Aisha’s mum. She said yes to Aisha’s card through a link we sent her.",
            "Mam Aisha. Cytunodd i gerdyn Aisha drwy ddolen a anfonon ni ati.",
        ),
    ),
    Person(
        key="young-waiting",
        given_name="Kacper",
        family_name="Zieliński-Ward",
        email="kacper@post.example",
        role="Carer",
        state="young_waiting_for_guardian",
        age=16,
        town="Gullsea",
        postcode="AJ6 1KZ",
        phone="07700 900 109",
        story=W(
            "Is 16 and looks after his brother. His school’s worker has a link to open before we can decide.",
            "Mae’n 16 ac yn edrych ar ôl ei frawd. Mae gan weithiwr yr ysgol ddolen i’w hagor "
            "cyn y gallwn benderfynu.",
        ),
    ),
    Person(
        key="welsh",
        given_name="Eleri",
        family_name="Prydderch",
        email="eleri@post.example",
        role="Carer",
        language="cy",
        state="active",
        age=58,
        town="Llanorrin",
        postcode="AJ9 1EP",
        phone="07700 900 110",
        story=W(
            "Speaks Welsh first. She cares for her husband, and everything we send her is in Welsh.",
            "Y Gymraeg yw ei hiaith gyntaf. Mae’n gofalu am ei gŵr, ac mae popeth a anfonwn ati yn Gymraeg.",
        ),
    ),
    Person(
        key="no-email",
        given_name="Stanley",
        family_name="Holroyd-Pike",
        email="",
        role="Carer",
        state="active_printed",
        age=83,
        town="Garrowhope",
        postcode="AJ4 1SH",
        phone="01632 960 301",
        story=W(
            "Has no e-mail. He applied by phone, and his printed card came by post. He cares for his wife.",
            "Does ganddo ddim e-bost. Gwnaeth gais dros y ffôn, a daeth ei gerdyn print drwy’r "
            "post. Mae’n gofalu am ei wraig.",
        ),
    ),
    Person(
        key="refused",
        given_name="Nicola",
        family_name="Farthing",
        email="nicola@post.example",
        role="Carer",
        state="refused",
        age=29,
        town="Dunmarket",
        postcode="AJ9 2NF",
        phone="07700 900 111",
        story=W(
            "Is a paid care worker, so the card is not for her. We told her why and what else there is.",
            "Mae’n weithiwr gofal cyflogedig, felly nid iddi hi y mae’r cerdyn. Esbonion ni pam "
            "a beth arall sydd ar gael.",
        ),
    ),
    Person(
        key="former",
        given_name="Winston",
        family_name="Blackett-Shaw",
        email="winston@post.example",
        role="Carer",
        state="ended",
        age=66,
        town="Castle Orrin",
        postcode="AJ7 1WB",
        phone="07700 900 112",
        story=W(
            "His mum died in the summer. His passport has ended kindly, and we are still in touch.",
            "Bu farw ei fam yn yr haf. Daeth ei basbort i ben yn garedig, ac rydyn ni’n dal mewn cysylltiad.",
        ),
    ),
)

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
)

CAST: tuple[Person, ...] = CARERS + STAFF + BUSINESS_PEOPLE
